import { memo } from 'react'
import type { AttendanceRow } from '../../shared/contract/attendance.ts'
import {
  type AttendanceState,
  attendanceStateNames,
  attendanceStates,
  cameTo,
  reasonKindNames,
} from '../../shared/rules/attendance.ts'
import { type MarkMoment, markInWords, momentWords } from '../../shared/rules/lateness.ts'
import { statusNames } from '../../shared/rules/member.ts'
import styles from './attendance.module.css'
import { ExcusedPanel } from './mark-panel.tsx'
import { LatePanel, LeftEarlyPanel } from './moment-panels.tsx'
import type { Mark, Moments } from './use-roll.ts'

/** The states that ask for more in a panel. */
export type AskingState = 'late' | 'leftEarly' | 'excused'

/** Words short enough for a button; the whole ones are read aloud. */
const shortNames: Record<AttendanceState, string> = {
  present: 'Có mặt',
  late: 'Muộn',
  leftEarly: 'Về sớm',
  excused: 'Có lý do',
  unexcused: 'Không lý do',
}

export type RowActions = {
  /** Chooses a state: marks at once, or opens the panel of a state that asks for more. */
  choose: (row: AttendanceRow, state: AttendanceState | null) => void
  /** Takes the panel's answer. */
  mark: (row: AttendanceRow, mark: Mark) => void
  cancel: (row: AttendanceRow) => void
  focused: (memberId: number) => void
}

/** One person of the roll: name and a button for each state. Keys are handled by the grid around it. */
export const RollRow = memo(function RollRow(props: {
  row: AttendanceRow
  number: number
  active: boolean
  /** The state whose panel is open here. */
  asking: AskingState | null
  /** Handed in only where a panel is open: they are new after every write. */
  moments: Moments | null
  upwards: boolean
  actions: RowActions
}) {
  const { row, actions, asking } = props
  const shown = asking ?? row.state
  const details = detailsOf(row)
  const about = aboutOf(row)
  // Whoever need not come is only marked if they came.
  const states = row.obliged ? attendanceStates : attendanceStates.filter(cameTo)
  const panel = {
    row,
    upwards: props.upwards,
    onMark: (mark: Mark) => actions.mark(row, mark),
    onCancel: () => actions.cancel(row),
  }
  return (
    <div
      role="row"
      className={styles.row}
      tabIndex={props.active ? 0 : -1}
      data-member={row.memberId}
      aria-label={`${row.fullName}${about && `, ${about}`}: ${markWords(row)}`}
      onFocus={() => actions.focused(row.memberId)}
    >
      <span role="gridcell" tabIndex={-1} className={styles.number}>
        {props.number}
      </span>
      <span role="gridcell" tabIndex={-1} className={styles.person}>
        <span className={styles.name}>{row.fullName}</span>
        {about && <span className={styles.about}> {about}</span>}
        {details && <span className={styles.details}>{details}</span>}
      </span>
      <span role="gridcell" tabIndex={-1} className={styles.marks}>
        {states.map((state) => (
          <button
            key={state}
            type="button"
            tabIndex={-1}
            className={styles.mark}
            data-state={state}
            aria-pressed={shown === state}
            aria-label={attendanceStateNames[state]}
            onClick={() => actions.choose(row, state)}
          >
            {shortNames[state]}
          </button>
        ))}
        <button
          type="button"
          tabIndex={-1}
          className={styles.clear}
          style={{ visibility: row.state === null ? 'hidden' : 'visible' }}
          aria-label={`Bỏ ghi ${row.fullName}`}
          onClick={() => actions.choose(row, null)}
        >
          Bỏ
        </button>
        {asking === 'late' && props.moments && <LatePanel {...panel} moments={props.moments} />}
        {asking === 'leftEarly' && props.moments && <LeftEarlyPanel {...panel} moments={props.moments} />}
        {asking === 'excused' && <ExcusedPanel {...panel} />}
      </span>
    </div>
  )
})

/** What sets somebody apart from the full members, who are most of the roll. */
function aboutOf(row: AttendanceRow): string {
  if (row.status === null) return 'Không còn trong danh sách ngày họp'
  return row.status === 'full' ? '' : statusNames[row.status]
}

function detailsOf(row: AttendanceRow): string {
  const parts = []
  const moment = momentWords(row)
  if (moment) parts.push(`${row.state === 'late' ? 'Muộn' : 'Về sớm'} ${moment}`)
  if (row.reasonKind) parts.push(reasonKindNames[row.reasonKind])
  if (row.note) parts.push(row.note)
  if (row.paper) parts.push(row.paper)
  return parts.join(': ')
}

/** The mark in words, for reading aloud. */
export function markWords(mark: Pick<Mark, 'state' | 'reasonKind'> & MarkMoment): string {
  return mark.state === null ? 'chưa ghi' : markInWords({ ...mark, state: mark.state })
}
