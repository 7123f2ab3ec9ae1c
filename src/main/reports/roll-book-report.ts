import { explainRate } from '../../shared/rules/attendance.ts'
import { belongs } from './attendance-sheet.ts'
import { minutesFigure, rollFigures, turnsFigure } from './facts.ts'
import type { Report } from './report.ts'
import type { Entry, Speech } from './report-source.ts'
import {
  type FigureColumn,
  numberColumn,
  ordinalColumn,
  shareOf,
  tableOf,
  textColumn,
} from './report-table.ts'
import { summaryOf } from './roll-book.ts'
import { rollBookSheets } from './roll-book-workbook.ts'
import { rollGrids } from './roll-grid.ts'

type Slice = { name: string; entries: readonly Entry[]; speeches: readonly Speech[]; explanation: string }

const columns: FigureColumn<Slice>[] = [
  ordinalColumn(),
  textColumn('name', 'Họ và tên', (slice) => slice.name, { width: 26 }),
  numberColumn('obliged', 'Buổi phải dự', ({ entries }) => rollFigures.obliged(entries)),
  numberColumn('present', 'Có mặt', ({ entries }) => rollFigures.present(entries)),
  numberColumn('excused', 'Vắng có lý do', ({ entries }) => rollFigures.excused(entries)),
  numberColumn('unexcused', 'Vắng không lý do', ({ entries }) => rollFigures.unexcused(entries)),
  numberColumn('unmarked', 'Chưa ghi', ({ entries }) => rollFigures.unmarked(entries)),
  numberColumn('rate', 'Tỷ lệ dự', shareOf('present', 'obliged'), { type: 'percent', total: 'own' }),
  numberColumn('turns', 'Số lượt', ({ speeches }) => turnsFigure('Lượt phát biểu', speeches)),
  numberColumn('minutes', 'Số phút', ({ speeches }) => minutesFigure('Phút phát biểu', speeches), {
    type: 'minutes',
  }),
  { ...textColumn('explanation', 'Giải thích tỷ lệ', (slice: Slice) => slice.explanation, { width: 34 }) },
]

/** The roll book: shown member by member; its workbook holds every mark and turn. */
export const rollBookReport: Report = async (source) => {
  const { book, meetings, entries, speeches } = await source.noted()
  const entriesOf = Map.groupBy(entries, (entry) => entry.member.id)
  const speechesOf = Map.groupBy(speeches, (speech) => speech.turn.memberId)
  const summary = await summaryOf(book, meetings)
  const slices = summary.members.flatMap((counts, index) => {
    const speeches = speechesOf.get(counts.memberId) ?? []
    if (!belongs(counts) && speeches.length === 0) return []
    const name = book.members[index]?.fullName ?? ''
    const entries = entriesOf.get(counts.memberId) ?? []
    return [
      {
        key: `member${counts.memberId}`,
        slice: { name, entries, speeches, explanation: explainRate(counts) },
      },
    ]
  })
  const guests = speechesOf.get(null) ?? []
  if (guests.length > 0)
    slices.push({
      key: 'guests',
      slice: { name: 'Khách mời, người chưa ghi tên', entries: [], speeches: guests, explanation: '' },
    })
  const all = { name: '', entries, speeches, explanation: '' }
  const table = await tableOf(
    { key: 'people', name: 'Từng đảng viên', title: 'Từng đảng viên', notes: [], frozenColumns: 2 },
    columns,
    slices,
    all,
  )
  const committee = book.meetings.filter((meeting) => meeting.kind === 'committee' && meeting.called).length
  const uncalled = book.meetings.filter(({ called, heldOn }) => !called && heldOn <= source.today).length
  table.notes = [
    ...(committee > 0
      ? [`${committee} buổi họp chi ủy nằm ở trang riêng của sổ, không cộng vào các số này.`]
      : []),
    ...(uncalled > 0 ? [`${uncalled} buổi đã qua chưa điểm danh nên không tính.`] : []),
  ]
  return {
    something: meetings.length + committee > 0,
    tables: [table],
    shown: () => {
      const { cell, committee } = rollGrids(book)
      return [...cell, table, ...committee]
    },
    sheets: () => rollBookSheets(book, summary),
  }
}
