import { NativeSelect, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { parseClockTime } from '../../shared/rules/clock-time.ts'
import { minutesLate, parseLateness } from '../../shared/rules/lateness.ts'
import styles from './attendance.module.css'
import { Panel, type PanelProps } from './mark-panel.tsx'
import { type Mark, type Moments, noMark } from './use-roll.ts'

type MomentPanelProps = PanelProps & { moments: Moments }

/**
 * Asks how late somebody was, in minutes or by the clock, and at which item they came. Leaving it empty is an answer
 * too. While the meeting runs, the time now and the item under way stand there already.
 */
export function LatePanel(props: MomentPanelProps) {
  const { row, moments } = props
  const known = row.state === 'late'
  const [suggested] = useState(moments.now)
  const [problem, setProblem] = useState<string | null>(null)
  const typed = useRef<HTMLInputElement>(null)
  const item = useRef<HTMLSelectElement>(null)
  const late = suggested.atTime !== null && minutesLate(moments.startTime, suggested.atTime) !== null
  const read = (): Mark | null => {
    const lateness = parseLateness(typed.current?.value ?? '', moments.startTime)
    setProblem(lateness ? null : `Gõ số phút (15) hoặc giờ sau ${moments.startTime} (14h15)`)
    if (!lateness) return null
    return {
      ...noMark,
      state: 'late',
      ...lateness,
      agendaItemId: chosenItem(item.current),
      note: known ? row.note : '',
    }
  }
  return (
    <Panel {...props} label={`${row.fullName}: đến muộn`} read={read}>
      <div className={styles.moment}>
        <TextInput
          ref={typed}
          label="Muộn mấy phút, hoặc đến lúc mấy giờ?"
          description={`Số phút (15) hoặc giờ (14h15); họp từ ${moments.startTime}. Chưa rõ thì để trống`}
          defaultValue={known ? (row.atTime ?? row.lateMinutes ?? '') : late ? (suggested.atTime ?? '') : ''}
          error={problem}
          autoComplete="off"
          maxLength={20}
          w={270}
          data-first
        />
        <ItemField
          ref={item}
          label="Đến khi đang ở mục"
          moments={moments}
          chosen={known ? row.agendaItemId : suggested.agendaItemId}
        />
      </div>
    </Panel>
  )
}

/** Asks when somebody left, by the clock, by the item, or both. */
export function LeftEarlyPanel(props: MomentPanelProps) {
  const { row, moments } = props
  const [problem, setProblem] = useState<string | null>(null)
  const typed = useRef<HTMLInputElement>(null)
  const item = useRef<HTMLSelectElement>(null)
  const read = (): Mark | null => {
    const text = typed.current?.value.trim() ?? ''
    const atTime = text === '' ? null : parseClockTime(text)
    const understood = text === '' || atTime !== null
    setProblem(understood ? null : 'Gõ giờ, ví dụ 15h20')
    if (!understood) return null
    return { ...noMark, state: 'leftEarly', atTime, agendaItemId: chosenItem(item.current), note: row.note }
  }
  return (
    <Panel {...props} label={`${row.fullName}: về sớm`} read={read}>
      <div className={styles.moment}>
        <TextInput
          ref={typed}
          label="Về lúc mấy giờ?"
          description="Ví dụ 15h20. Chưa rõ thì để trống"
          defaultValue={row.atTime ?? ''}
          error={problem}
          autoComplete="off"
          maxLength={20}
          w={230}
          data-first
        />
        <ItemField ref={item} label="Về khi đang ở mục" moments={moments} chosen={row.agendaItemId} />
      </div>
    </Panel>
  )
}

function ItemField(props: {
  ref: React.Ref<HTMLSelectElement>
  label: string
  moments: Moments
  chosen: number | null
}) {
  return (
    <NativeSelect
      ref={props.ref}
      label={props.label}
      description="Gõ số của mục"
      defaultValue={props.chosen ?? ''}
      data={[
        { value: '', label: 'Chưa ghi mục' },
        ...props.moments.items.map(({ id, title }, index) => ({
          value: String(id),
          label: `${index + 1}. ${title}`,
        })),
      ]}
      w={230}
    />
  )
}

function chosenItem(field: HTMLSelectElement | null): number | null {
  return field?.value ? Number(field.value) : null
}
