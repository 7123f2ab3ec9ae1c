import { attendanceSummary } from '../../shared/rules/attendance.ts'
import { guestKey, type SpokenTurn, speakingTotals, unnamedSpeaker } from '../../shared/rules/speaking.ts'
import {
  type Cell,
  type Formula,
  formula,
  type Reference,
  type SheetColumn,
  type SheetRow,
  type SheetSpec,
} from '../excel/workbook-spec.ts'
import { belongs, nameColumns, rowOf } from './attendance-sheet.ts'
import type { BookPart } from './book-parts.ts'
import { kindLegend, meetingHeading, periodLine, surroundings } from './book-words.ts'
import type { BookMeeting, RollBookData } from './roll-book.ts'

/** Key of the speaking sheet that holds a part. */
export const speakingSheetKey = (part: BookPart) => `speaking ${part.key}`

export const turnsColumn = (meeting: { id: number }) => `turns${meeting.id}`
export const minutesColumn = (meeting: { id: number }) => `minutes${meeting.id}`

/** What one person said over the part: per meeting, and together. */
type Speaker = { key: string; name: string; turns: SpokenTurn[] }

/**
 * Members (the silent ones too) and guests by meetings: turns and minutes, with sums per person at the right and per
 * meeting below. How many members spoke is counted by a formula as well. `data` holds the part's own turns only.
 */
export function speakingSheet(data: RollBookData, part: BookPart, name: string, title: string): SheetSpec {
  const { turns } = data
  const { members, guests } = speakersOf(data, part)
  const [first, last] = [members[0], members.at(-1)]
  const line = (speaker: Speaker, index: number) => speakerRow(speaker, index + 1, part.meetings)
  const unknown = turns.filter((turn) => turn.speakingSeconds === null).length
  return {
    ...surroundings(data),
    key: speakingSheetKey(part),
    name,
    titles: [title, periodLine(part)],
    columns: [
      ...nameColumns,
      ...part.meetings.flatMap((meeting): SheetColumn[] => [
        column(turnsColumn(meeting), 'Lượt', meetingHeading(meeting).replace('\n', ' '), 4.8, 'integer'),
        column(minutesColumn(meeting), 'Phút', meetingHeading(meeting).replace('\n', ' '), 5.8, 'minutes'),
      ]),
      column('turns', 'Số lượt', 'Tổng hợp', 6.5, 'integer'),
      column('minutes', 'Số phút', 'Tổng hợp', 7.5, 'minutes'),
      column('meetings', 'Số buổi có phát biểu', 'Tổng hợp', 8.5, 'integer'),
    ],
    rows: [...members, ...guests].map(line),
    totals: [
      totalRow(part.meetings, turns),
      speakersRow(part.meetings, turns, first && last ? [first.key, last.key] : null),
    ],
    notes: [
      'Phút: thời gian phát biểu tính bằng phút (2,50 là 2 phút 30 giây). Ô trống: không phát biểu.',
      ...(unknown > 0 ? [`Có ${unknown} lượt chưa ghi thời gian: tính lượt, không tính phút.`] : []),
      kindLegend,
    ],
    frozenColumns: nameColumns.length,
  }
}

function column(
  key: string,
  heading: string,
  group: string,
  width: number,
  type: 'integer' | 'minutes',
): SheetColumn {
  return { key, heading, group, width, type, centered: true }
}

/** Whoever belongs to the cell during the part or spoke in it, by given name; then guests in order of appearance. */
function speakersOf(data: RollBookData, part: BookPart): { members: Speaker[]; guests: Speaker[] } {
  const called = part.meetings.filter((meeting) => meeting.called)
  const listed = new Set(
    attendanceSummary(data.members, called, data.marks)
      .members.filter(belongs)
      .map((counts) => counts.memberId),
  )
  const ofMember = Map.groupBy(data.turns, (turn) => turn.memberId)
  const members = data.members
    .filter(({ id }) => listed.has(id) || ofMember.has(id))
    .map((member) => ({ key: rowOf(member), name: member.fullName, turns: ofMember.get(member.id) ?? [] }))
  const ofGuests = Map.groupBy(ofMember.get(null) ?? [], (turn) => guestKey(turn.guestName ?? ''))
  const guests = [...ofGuests.values()].map((spoken, index) => {
    const guestName = speakingTotals([], spoken).guests[0]?.guestName
    return {
      key: `guest${index}`,
      name: guestName === undefined ? unnamedSpeaker : `${guestName} (khách)`,
      turns: spoken,
    }
  })
  return { members, guests }
}

const minutesOf = (seconds: number) => seconds / 60

function speakerRow(speaker: Speaker, ordinal: number, meetings: readonly BookMeeting[]): SheetRow {
  const { total: all, meetings: each } = speakingTotals([], speaker.turns)
  const byMeeting = new Map(each.map((counts) => [counts.meetingId, counts]))
  // Turns and minutes alternate: the headings tell the formulas which is which.
  const spokenRange = spokenColumns(meetings)
  const headings = { ...spokenRange, row: 'headings' }
  const spoken = meetings.map((meeting) => byMeeting.get(meeting.id) ?? null)
  return {
    key: speaker.key,
    bold: false,
    type: null,
    cells: [
      ordinal,
      speaker.name,
      ...spoken.flatMap((counts): Cell[] => [
        counts?.turns ?? null,
        counts?.speakingSeconds ? minutesOf(counts.speakingSeconds) : null,
      ]),
      formula(all.turns)`SUMIF(${headings},"Lượt",${spokenRange})`,
      formula(minutesOf(all.speakingSeconds))`SUMIF(${headings},"Phút",${spokenRange})`,
      formula(all.meetings)`SUMPRODUCT((${headings}="Lượt")*(${spokenRange}<>""))`,
    ],
  }
}

function spokenColumns(meetings: readonly BookMeeting[]): Reference {
  const [first, last] = [meetings[0], meetings.at(-1)]
  if (!first || !last) throw new RangeError('A sheet of turns needs a meeting')
  return { column: turnsColumn(first), toColumn: minutesColumn(last) }
}

function totalRow(meetings: readonly BookMeeting[], turns: readonly SpokenTurn[]): SheetRow {
  const { total, meetings: each } = speakingTotals([], turns)
  const byMeeting = new Map(each.map((counts) => [counts.meetingId, counts]))
  const sum = (value: number, column: string) => formula(value)`SUM(${{ column, row: 'all' }})`
  return {
    key: 'sum',
    bold: true,
    type: null,
    cells: [
      null,
      'TỔNG SỐ',
      ...meetings.flatMap((meeting) => {
        const counts = byMeeting.get(meeting.id)
        return [
          sum(counts?.turns ?? 0, turnsColumn(meeting)),
          sum(minutesOf(counts?.speakingSeconds ?? 0), minutesColumn(meeting)),
        ]
      }),
      sum(total.turns, 'turns'),
      sum(minutesOf(total.speakingSeconds), 'minutes'),
      null,
    ],
  }
}

/** How many members spoke at each meeting; guests stand below the members and are not counted. */
function speakersRow(
  meetings: readonly BookMeeting[],
  turns: readonly SpokenTurn[],
  memberRows: [string, string] | null,
): SheetRow {
  const speakers = Map.groupBy(
    turns.filter((turn) => turn.memberId !== null),
    (turn) => turn.meetingId,
  )
  const counted = (value: number, column: string, count: (range: Reference) => Formula) =>
    memberRows === null ? value : count({ column, row: memberRows[0], toRow: memberRows[1] })
  const spoke = new Set(turns.flatMap((turn) => (turn.memberId === null ? [] : [turn.memberId])))
  return {
    key: 'speakers',
    bold: false,
    type: null,
    cells: [
      null,
      'Số đảng viên phát biểu',
      ...meetings.flatMap((meeting): Cell[] => {
        const count = new Set(speakers.get(meeting.id)?.map((turn) => turn.memberId)).size
        return [counted(count, turnsColumn(meeting), (range) => formula(count)`COUNT(${range})`), null]
      }),
      counted(spoke.size, 'turns', (range) => formula(spoke.size)`COUNTIF(${range},">0")`),
      null,
      null,
    ],
  }
}
