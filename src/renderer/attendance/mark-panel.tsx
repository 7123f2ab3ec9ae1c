import { Button, Group, TextInput } from '@mantine/core'
import {
  type FocusEvent,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
} from 'react'
import type { AttendanceRow } from '../../shared/contract/attendance.ts'
import { type ReasonKind, reasonKindNames, reasonKinds } from '../../shared/rules/attendance.ts'
import styles from './attendance.module.css'
import { type Mark, noMark } from './use-roll.ts'

export type PanelProps = {
  row: AttendanceRow
  /** Opens upwards, for the rows at the bottom. */
  upwards: boolean
  onMark: (mark: Mark) => void
  onCancel: () => void
}

/** Asks why somebody is excused: a reason by its number, then a note and what paper was handed in. */
export function ExcusedPanel(props: PanelProps) {
  const form = useRef<HTMLFieldSetElement>(null)
  const note = useRef<HTMLInputElement>(null)
  const paper = useRef<HTMLInputElement>(null)
  const name = useId()
  const radios = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])]
  const read = (): Mark => ({
    ...noMark,
    state: 'excused',
    reasonKind: (radios().find((radio) => radio.checked)?.value as ReasonKind | undefined) ?? null,
    note: note.current?.value.trim() ?? '',
    paper: paper.current?.value.trim() ?? '',
  })
  const onDigit = (event: KeyboardEvent) => {
    const radio = /^[1-9]$/.test(event.key) ? radios()[Number(event.key) - 1] : undefined
    if (!radio || event.target === note.current || event.target === paper.current) return
    event.preventDefault()
    radio.checked = true
    note.current?.focus()
  }
  return (
    <Panel {...props} label={`${props.row.fullName}: vắng có lý do`} read={read} onKeyDown={onDigit}>
      <fieldset ref={form} className={styles.reasons}>
        <legend>Lý do (gõ số 1–{reasonKinds.length})</legend>
        {reasonKinds.map((kind, index) => (
          <label key={kind}>
            <input
              type="radio"
              name={name}
              value={kind}
              defaultChecked={kind === props.row.reasonKind}
              data-first={kind === (props.row.reasonKind ?? reasonKinds[0]) || undefined}
            />
            <b>{index + 1}</b> {reasonKindNames[kind]}
          </label>
        ))}
      </fieldset>
      <div>
        <TextInput
          ref={note}
          label="Ghi chú"
          defaultValue={props.row.note}
          autoComplete="off"
          maxLength={2000}
          w={220}
        />
        <TextInput
          ref={paper}
          label="Giấy tờ kèm theo"
          placeholder="ví dụ: đơn ngày 20/11"
          defaultValue={props.row.paper}
          autoComplete="off"
          maxLength={2000}
          w={220}
        />
      </div>
    </Panel>
  )
}

/**
 * A small window beside the row. Enter stores, Esc leaves things as they were, going elsewhere stores too. It stays
 * while `read` answers null: what was typed says nothing, and a field tells so.
 */
export function Panel(
  props: PanelProps & {
    label: string
    read: () => Mark | null
    onKeyDown?: (event: KeyboardEvent) => void
    children: ReactNode
  },
) {
  const done = useRef(false)
  const finish = (how: () => void) => {
    if (done.current) return
    done.current = true
    how()
  }
  const store = () => {
    const mark = done.current ? null : props.read()
    if (mark) finish(() => props.onMark(mark))
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    store()
  }
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) store()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      finish(props.onCancel)
    } else if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) {
      event.preventDefault()
      store()
    } else props.onKeyDown?.(event)
  }
  const panel = useRef<HTMLDivElement>(null)
  // Before the next key can arrive: whoever types M 1 5 fast must not lose a digit.
  useLayoutEffect(() => {
    const first = panel.current?.querySelector<HTMLInputElement>('[data-first]')
    first?.focus()
    first?.select()
  }, [])
  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={props.label}
      className={styles.panel}
      data-upwards={props.upwards || undefined}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    >
      <form onSubmit={onSubmit} noValidate>
        {props.children}
        <Group gap={6} wrap="nowrap">
          <Button type="submit" size="xs">
            Ghi (Enter)
          </Button>
          <Button size="xs" variant="default" onClick={() => finish(props.onCancel)}>
            Thôi (Esc)
          </Button>
        </Group>
      </form>
    </div>
  )
}
