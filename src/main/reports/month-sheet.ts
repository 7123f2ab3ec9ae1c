import { type AttendanceCounts, addCounts, zeroCounts } from '../../shared/rules/attendance.ts'
import {
  formula,
  type Reference,
  type SheetColumn,
  type SheetRow,
  type SheetSpec,
} from '../excel/workbook-spec.ts'
import {
  attendanceSheetKey,
  columnOf,
  figureColumns,
  figures,
  rateColumn,
  share,
} from './attendance-sheet.ts'
import type { BookPart } from './book-parts.ts'
import { periodLine, surroundings } from './book-words.ts'
import type { BookMeeting, RollBookData } from './roll-book.ts'
import { minutesColumn, speakingSheetKey, turnsColumn } from './speaking-sheet.ts'

/** What the months are added up from: the sheets that hold each meeting, and the program's own sums. */
export type BookParts = { attendance: BookPart[]; speaking: BookPart[] }

export type MeetingFigures = {
  attendance: ReadonlyMap<number, AttendanceCounts>
  speaking: ReadonlyMap<number, { turns: number; seconds: number; speakers: number }>
}

const columns: SheetColumn[] = [
  { key: 'ordinal', heading: 'STT', group: null, width: 6, type: 'integer', centered: true },
  { key: 'month', heading: 'Tháng (kỳ sinh hoạt)', group: null, width: 16, type: 'text', centered: true },
  { key: 'count', heading: 'Số buổi sinh hoạt', group: null, width: 10, type: 'integer', centered: true },
  ...figureColumns.map((column) => ({
    ...column,
    heading: column.key === 'obliged' ? 'Lượt phải dự' : column.heading,
    group: 'Dự sinh hoạt (lượt người)',
    width: 11,
  })),
  { ...rateColumn, group: 'Dự sinh hoạt (lượt người)', width: 10 },
  { key: 'turns', heading: 'Số lượt', group: 'Phát biểu', width: 10, type: 'integer', centered: true },
  { key: 'minutes', heading: 'Số phút', group: 'Phát biểu', width: 10, type: 'minutes', centered: true },
  {
    key: 'speakers',
    heading: 'Đảng viên phát biểu (lượt người)',
    group: 'Phát biểu',
    width: 13,
    type: 'integer',
    centered: true,
  },
  {
    key: 'speakerRate',
    heading: 'Tỷ lệ phát biểu',
    group: 'Phát biểu',
    width: 10,
    type: 'percent',
    centered: true,
  },
]

/**
 * The book by month: each figure adds up the cells of that month's meetings on the other sheets. A month is the one a
 * meeting was for, not the day it was held on.
 */
export function monthSheet(
  data: RollBookData,
  meetings: readonly BookMeeting[],
  parts: BookParts,
  sums: MeetingFigures,
): SheetSpec {
  const sheetOf = (of: readonly BookPart[], key: (part: BookPart) => string) =>
    new Map(of.flatMap((part) => part.meetings.map((meeting) => [meeting.id, key(part)] as const)))
  const places = {
    attendance: sheetOf(parts.attendance, attendanceSheetKey),
    speaking: sheetOf(parts.speaking, speakingSheetKey),
  }
  const months = [...Map.groupBy(meetings, (meeting) => meeting.period)].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    ...surroundings(data),
    key: 'months',
    name: 'Tổng hợp theo tháng',
    titles: ['TỔNG HỢP DỰ SINH HOẠT VÀ PHÁT BIỂU THEO THÁNG', periodLine(data)],
    columns,
    rows: months.map(([month, ofMonth], index) => monthRow(month, index + 1, ofMonth, places, sums)),
    totals: [totalRow(meetings, sums)],
    notes: [
      'Số liệu cộng từ các trang điểm danh và phát biểu của sinh hoạt chi bộ; không tính họp chi ủy.',
      'Tỷ lệ dự = có mặt / phải dự. Tỷ lệ phát biểu = đảng viên phát biểu / có mặt (một người phát biểu ở hai buổi tính hai lượt).',
    ],
    frozenColumns: 2,
  }
}

type Places = { attendance: ReadonlyMap<number, string>; speaking: ReadonlyMap<number, string> }

function monthRow(
  month: string,
  ordinal: number,
  meetings: readonly BookMeeting[],
  places: Places,
  sums: MeetingFigures,
): SheetRow {
  const cells = (place: ReadonlyMap<number, string>, column: (meeting: BookMeeting) => string, row: string) =>
    meetings.flatMap((meeting): Reference[] => {
      const sheet = place.get(meeting.id)
      return sheet === undefined ? [] : [{ sheet, column: column(meeting), row }]
    })
  const sum = (value: number, references: Reference[]) =>
    references.length === 0 ? 0 : formula(value)`SUM(${references})`
  const all = together(meetings, sums)
  return {
    key: month,
    bold: false,
    type: null,
    cells: [
      ordinal,
      `${month.slice(5)}/${month.slice(0, 4)}`,
      meetings.length,
      ...figures.map(({ key }) => sum(all.attendance[key], cells(places.attendance, columnOf, key))),
      ...rates(all).slice(0, 1),
      sum(all.turns, cells(places.speaking, turnsColumn, 'sum')),
      sum(all.seconds / 60, cells(places.speaking, minutesColumn, 'sum')),
      sum(all.speakers, cells(places.speaking, turnsColumn, 'speakers')),
      ...rates(all).slice(1),
    ],
  }
}

function totalRow(meetings: readonly BookMeeting[], sums: MeetingFigures): SheetRow {
  const all = together(meetings, sums)
  const sum = (value: number, column: string) => formula(value)`SUM(${{ column, row: 'all' }})`
  const [rate, speakerRate] = rates(all)
  return {
    key: 'sum',
    bold: true,
    type: null,
    cells: [
      null,
      'TỔNG SỐ',
      sum(meetings.length, 'count'),
      ...figures.map(({ key }) => sum(all.attendance[key], key)),
      rate ?? null,
      sum(all.turns, 'turns'),
      sum(all.seconds / 60, 'minutes'),
      sum(all.speakers, 'speakers'),
      speakerRate ?? null,
    ],
  }
}

function rates(all: ReturnType<typeof together>) {
  const { present, obliged } = all.attendance
  return [
    share({ column: 'present' }, { column: 'obliged' }, { part: present, whole: obliged }),
    share({ column: 'speakers' }, { column: 'present' }, { part: all.speakers, whole: present }),
  ]
}

function together(meetings: readonly BookMeeting[], sums: MeetingFigures) {
  const all = { attendance: zeroCounts as AttendanceCounts, turns: 0, seconds: 0, speakers: 0 }
  for (const { id } of meetings) {
    const spoken = sums.speaking.get(id)
    all.attendance = addCounts(all.attendance, sums.attendance.get(id) ?? zeroCounts)
    all.turns += spoken?.turns ?? 0
    all.seconds += spoken?.seconds ?? 0
    all.speakers += spoken?.speakers ?? 0
  }
  return all
}
