import {
  type AttendanceCounts,
  type AttendanceState,
  addCounts,
  attendanceSummary,
  cameTo,
  type MeetingAttendanceSummary,
  type MemberAttendanceSummary,
  zeroCounts,
} from '../../shared/rules/attendance.ts'
import { obligationOn } from '../../shared/rules/obligation.ts'
import {
  type Cell,
  type Formula,
  formula,
  type Reference,
  type SheetColumn,
  type SheetRow,
  type SheetSpec,
} from '../excel/workbook-spec.ts'
import type { BookPart } from './book-parts.ts'
import {
  cameNotObliged,
  kindLegend,
  markLegend,
  marks,
  meetingHeading,
  memberNotes,
  momentNotes,
  notObliged,
  periodHeading,
  periodLine,
  surroundings,
} from './book-words.ts'
import type { BookMeeting, BookMember, RollBookData } from './roll-book.ts'

export type Figure = 'obliged' | 'present' | 'excused' | 'unexcused' | 'unmarked'

/** The figures of the roll in the order they stand, with their headings. */
export const figures: { key: Figure; heading: string }[] = [
  { key: 'obliged', heading: 'Số buổi phải dự' },
  { key: 'present', heading: 'Có mặt' },
  { key: 'excused', heading: 'Vắng có lý do' },
  { key: 'unexcused', heading: 'Vắng không lý do' },
  { key: 'unmarked', heading: 'Chưa ghi' },
]

export const totalLabels: Record<Figure, string> = {
  obliged: 'Phải dự',
  present: 'Có mặt',
  excused: 'Vắng có lý do',
  unexcused: 'Vắng không lý do',
  unmarked: 'Chưa ghi',
}

/** Counts one figure over a range of marks, as a formula with the program's own count. */
function count(figure: Figure, range: Reference, value: number): Formula {
  const made = formula(value)
  switch (figure) {
    case 'obliged':
      return made`COUNTBLANK(${range})+SUMPRODUCT(COUNTIF(${range},{"x","M","S","P","K"}))`
    case 'present':
      return made`SUMPRODUCT(COUNTIF(${range},{"x","M","S"}))`
    case 'excused':
      return made`COUNTIF(${range},"P")`
    case 'unexcused':
      return made`COUNTIF(${range},"K")`
    case 'unmarked':
      return made`COUNTBLANK(${range})`
  }
}

/** A share of two cells as a formula; empty while there is nothing to share. */
export function share(part: Reference, whole: Reference, counts: { part: number; whole: number }): Formula {
  const value = counts.whole === 0 ? '' : counts.part / counts.whole
  return formula(value)`IF(${whole}=0,"",${part}/${whole})`
}

export const rateColumn: SheetColumn = {
  key: 'rate',
  heading: 'Tỷ lệ dự',
  group: 'Tổng hợp',
  width: 7.4,
  type: 'percent',
  centered: true,
}

export const figureColumns: SheetColumn[] = figures.map(({ key, heading }) => ({
  key,
  heading,
  group: 'Tổng hợp',
  width: key === 'present' ? 6 : 7.2,
  type: 'integer',
  centered: true,
}))

export const nameColumns: SheetColumn[] = [
  { key: 'ordinal', heading: 'STT', group: null, width: 5, type: 'integer', centered: true },
  { key: 'name', heading: 'Họ và tên', group: null, width: 23, type: 'text', centered: false },
]

/** Whether meetings concern a member at all: whoever came later, left before or never sat in is left out. */
export function belongs({ obliged, excluded, presentNotObliged }: MemberAttendanceSummary): boolean {
  return obliged + excluded.exempt + excluded.temporaryElsewhere + presentNotObliged > 0
}

export const columnOf = (meeting: { id: number }) => `meeting${meeting.id}`
export const rowOf = (member: { id: number }) => `member${member.id}`

/** Key of the attendance sheet that holds a part. */
export const attendanceSheetKey = (part: BookPart) => `attendance ${part.key}`

/** Somebody on the roll: their letters in the order of the meetings, null where nothing is noted. */
export type MarkedMember = { member: BookMember; counts: MemberAttendanceSummary; marked: (string | null)[] }

/**
 * Who stands on the roll of a part, with their letters, and what each meeting comes to. Every meeting of the part has
 * had its roll called; `data` holds the part's own marks only.
 */
export function markedRoll(
  data: RollBookData,
  { meetings }: BookPart,
): { members: MarkedMember[]; sums: MeetingAttendanceSummary[] } {
  const summary = attendanceSummary(data.members, meetings, data.marks)
  const memberById = new Map(data.members.map((member) => [member.id, member]))
  const states = statesOf(data)
  return {
    members: summary.members.filter(belongs).map((counts) => {
      const member = memberById.get(counts.memberId) as BookMember
      const marked = meetings.map((meeting) =>
        markOf(member, meeting, states.get(meeting.id)?.get(member.id)),
      )
      return { member, counts, marked }
    }),
    sums: summary.meetings,
  }
}

/** The column of each meeting of a part. */
export function meetingColumns({ meetings }: BookPart): SheetColumn[] {
  return meetings.map((meeting) => ({
    key: columnOf(meeting),
    heading: meetingHeading(meeting),
    group: periodHeading(meeting),
    width: 5.9,
    type: 'text',
    centered: true,
  }))
}

/**
 * Members by meetings with their marks, figures per member at the right and per meeting below, all of them formulas
 * over the marks; see `markedRoll`.
 */
export function attendanceSheet(data: RollBookData, part: BookPart, name: string, title: string): SheetSpec {
  const first = part.meetings[0]
  const last = part.meetings.at(-1)
  if (!first || !last) throw new RangeError('A sheet of the roll needs a meeting')
  const { members, sums } = markedRoll(data, part)
  const columns: SheetColumn[] = [
    ...nameColumns,
    ...meetingColumns(part),
    ...figureColumns,
    rateColumn,
    { key: 'note', heading: 'Ghi chú', group: null, width: 26, type: 'text', centered: false },
  ]

  const rows = members.map(({ member, counts, marked }, index): SheetRow => {
    const range = { column: columnOf(first), toColumn: columnOf(last) }
    const notes = [
      ...memberNotes(member, part, counts.excluded.beforeJoining > 0),
      ...momentNotes(member, part.meetings, marked, data.moments),
    ]
    return {
      key: rowOf(member),
      bold: false,
      type: null,
      cells: [
        index + 1,
        member.fullName,
        ...marked,
        ...figures.map(({ key }) => count(key, range, counts[key])),
        share({ column: 'present' }, { column: 'obliged' }, { part: counts.present, whole: counts.obliged }),
        notes.join('; ') || null,
      ],
    }
  })

  return {
    ...surroundings(data),
    key: attendanceSheetKey(part),
    name,
    titles: [title, periodLine(part)],
    columns,
    rows,
    totals: totalRows(part, sums),
    notes: [markLegend, kindLegend],
    frozenColumns: nameColumns.length,
  }
}

/** Each person's mark at each meeting: by meeting, then by member. */
function statesOf(data: RollBookData): Map<number, Map<number, AttendanceState>> {
  const states = new Map<number, Map<number, AttendanceState>>()
  for (const { meetingId, memberId, state } of data.marks) {
    const ofMeeting = states.get(meetingId)
    if (ofMeeting) ofMeeting.set(memberId, state)
    else states.set(meetingId, new Map([[memberId, state]]))
  }
  return states
}

function markOf(member: BookMember, meeting: BookMeeting, state: AttendanceState | undefined): string | null {
  if (obligationOn(member, meeting).place === 'obliged') return state ? marks[state] : null
  return state && cameTo(state) ? cameNotObliged : notObliged
}

/** One line that adds up the members' figures, then one line per figure that counts down each meeting's column. */
function totalRows(
  part: BookPart,
  meetings: readonly (AttendanceCounts & { meetingId: number })[],
): SheetRow[] {
  const all = meetings.reduce<AttendanceCounts>(addCounts, zeroCounts)
  const empty: Cell[] = part.meetings.map(() => null)
  const sum: SheetRow = {
    key: 'sum',
    bold: true,
    type: null,
    cells: [
      null,
      'TỔNG SỐ',
      ...empty,
      ...figures.map(({ key }) => formula(all[key])`SUM(${{ column: key, row: 'all' }})`),
      share({ column: 'present' }, { column: 'obliged' }, { part: all.present, whole: all.obliged }),
      null,
    ],
  }
  const behind: Cell[] = [...figures.map(() => null), null, null]
  const perMeeting = figures.map(
    ({ key }): SheetRow => ({
      key,
      bold: false,
      type: 'integer',
      cells: [
        null,
        totalLabels[key],
        ...meetings.map((counts) =>
          count(key, { column: columnOf({ id: counts.meetingId }), row: 'all' }, counts[key]),
        ),
        ...behind,
      ],
    }),
  )
  const rate: SheetRow = {
    key: 'rate',
    bold: false,
    type: 'percent',
    cells: [
      null,
      'Tỷ lệ dự',
      ...meetings.map((counts) => {
        const column = columnOf({ id: counts.meetingId })
        return share(
          { column, row: 'present' },
          { column, row: 'obliged' },
          { part: counts.present, whole: counts.obliged },
        )
      }),
      ...behind,
    ],
  }
  return [sum, ...perMeeting, rate]
}
