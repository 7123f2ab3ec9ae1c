import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ScoreLine } from '../../shared/contract/scores.ts'
import { pointsText, readPoints } from '../../shared/rules/score.ts'
import { type EvidenceDay, evidenceDayNames } from '../../shared/rules/score-facts.ts'
import { useToday, useWrite } from '../api/hooks.ts'
import { DateField } from '../ui/date-field.tsx'
import styles from './scores.module.css'

/** Moves to the points of the line below or above; at the ends it stays. */
function moveTo(from: HTMLInputElement, step: 1 | -1): void {
  const all = [...(from.closest('table')?.querySelectorAll<HTMLInputElement>('input[data-points]') ?? [])]
  const next = all[all.indexOf(from) + step]
  next?.focus()
  next?.select()
}

const shown = (points: number | null) => (points === null ? '' : pointsText(points))

/** One line of the sheet: what it asks, what the facts say, the points given, and why it lost any. */
export function ScoreRow(props: { meetingId: number; number: number; line: ScoreLine; scored: boolean }) {
  const { line, number } = props
  return (
    <tr>
      <td className={styles.number}>{number}</td>
      <td>
        {line.title}
        {line.rule !== '' && <div className={styles.rule}>{line.rule}</div>}
        {line.gap !== '' && (
          <details className={styles.rule}>
            <summary>Chỗ phiếu chưa nêu rõ</summary>
            {line.gap}
          </details>
        )}
      </td>
      <td className={styles.points}>{pointsText(line.maximum)}</td>
      <td>
        {line.computed !== null && <b>{pointsText(line.computed)} điểm</b>}
        {line.computed !== null && line.evidence !== '' && ': '}
        {line.evidence}
        {line.computed === null && line.evidence === '' && (
          <span className="soft">người chấm quyết định</span>
        )}
        {line.now && (
          <div className={styles.changed}>
            Dữ liệu nay: {line.now.computed !== null && `${pointsText(line.now.computed)} điểm, `}
            {line.now.evidence}
          </div>
        )}
        {line.days.map(({ day, doneOn }) => (
          <EvidenceDayField key={day} meetingId={props.meetingId} number={number} day={day} doneOn={doneOn} />
        ))}
      </td>
      {props.scored && <GivenCells {...props} />}
    </tr>
  )
}

/** A day the program could not find: entered once, it is the line's evidence. */
function EvidenceDayField(props: {
  meetingId: number
  number: number
  day: EvidenceDay
  doneOn: string | null
}) {
  const { meetingId, day, doneOn } = props
  const today = useToday()
  const write = useWrite('scores.setEvidence')
  const [refused, setRefused] = useState<string | null>(null)
  const store = (typed: string | null) => {
    // A day that cannot be read is told of by its field and goes no further.
    if (typed !== null && !/^\d{4}-\d{2}-\d{2}$/.test(typed)) return
    const future = typed !== null && typed > today
    setRefused(future ? 'Ngày không thể sau hôm nay' : null)
    if (!future && typed !== doneOn) write.mutate({ meetingId, day, doneOn: typed })
  }
  return (
    <div className={styles.day}>
      <span>{evidenceDayNames[day]}</span>
      <DateField
        ariaLabel={`${evidenceDayNames[day]}, dòng ${props.number}`}
        value={doneOn}
        onChange={store}
        placeholder="chưa ghi"
        error={refused}
        size="xs"
        w={112}
      />
    </div>
  )
}

function GivenCells(props: { meetingId: number; number: number; line: ScoreLine }) {
  const { meetingId, line, number } = props
  const write = useWrite('scores.setLine')
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<number | null | undefined>(line.points ?? undefined)
  const [problem, setProblem] = useState<string | null>(null)
  const byHand = line.points !== null && line.computed !== null && line.points !== line.computed
  const lost = line.reason !== '' || (typeof typed === 'number' && typed < line.maximum)

  // What was stored is shown, but never over what is being typed.
  useEffect(() => {
    if (!field.current || field.current === document.activeElement) return
    field.current.value = shown(line.points)
    setTyped(line.points ?? undefined)
  }, [line.points])

  const leavePoints = (text: string) => {
    const points = readPoints(text)
    if (points === null || (points !== undefined && points > line.maximum)) {
      setProblem(`Từ 0 đến ${pointsText(line.maximum)}`)
      return
    }
    setProblem(null)
    if ((points ?? null) === line.points) return
    write.mutate({ meetingId, criterion: line.criterion, points: points ?? null })
  }
  const leaveReason = (reason: string) => {
    if (reason.trim() === line.reason) return
    write.mutate({ meetingId, criterion: line.criterion, reason })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (step === null) return
    event.preventDefault()
    leavePoints(event.currentTarget.value)
    moveTo(event.currentTarget, step)
  }

  return (
    <>
      <td className={styles.given}>
        <TextInput
          ref={field}
          size="xs"
          aria-label={`Điểm dòng ${number}: ${line.title}`}
          defaultValue={shown(line.points)}
          inputMode="decimal"
          autoComplete="off"
          maxLength={6}
          data-points
          error={problem}
          onInput={(event) => setTyped(readPoints(event.currentTarget.value))}
          onBlur={(event) => leavePoints(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {byHand && <div className={styles.changed}>sửa tay</div>}
      </td>
      <td>
        {lost && (
          <TextInput
            key={line.reason}
            size="xs"
            aria-label={`Lý do trừ điểm dòng ${number}: ${line.title}`}
            placeholder="Lý do trừ điểm"
            defaultValue={line.reason}
            maxLength={2000}
            autoComplete="off"
            onBlur={(event) => leaveReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing)
                leaveReason(event.currentTarget.value)
            }}
          />
        )}
      </td>
    </>
  )
}
