import { attendanceStateNames } from '../../shared/rules/attendance.ts'
import { notObligedReasonNames, obligationOn } from '../../shared/rules/obligation.ts'
import {
  attendanceSheetKey,
  figures,
  markedRoll,
  meetingColumns,
  nameColumns,
  type Figure as RollFigure,
  rowOf,
  totalLabels,
} from './attendance-sheet.ts'
import { type BookPart, bookParts } from './book-parts.ts'
import { kindLegend, markLegend, notObliged, periodLine } from './book-words.ts'
import { markFact, meetingWords, rollFigures } from './facts.ts'
import type { Entry } from './report-source.ts'
import { counted, type Figure, plain, type ReportRow, type ReportTable } from './report-table.ts'
import type { BookMeeting, BookMember, RollBook } from './roll-book.ts'
import { apart, committeeMeetings, countedMeetings, mostMarked } from './roll-book-workbook.ts'

/**
 * The roll of a book as its workbook has it, members by meetings, every mark leading to where it was noted: the cell's
 * meetings, and the committee's. Of several years the last one: more than a screen can show, the workbook holds.
 */
export function rollGrids(book: RollBook): { cell: ReportTable[]; committee: ReportTable[] } {
  const grids = (meetings: readonly BookMeeting[], title: string, own = (part: BookPart) => part) => {
    const called = meetings.filter((meeting) => meeting.called)
    const parts = bookParts(called, book, mostMarked)
    const year = parts.at(-1)?.key.slice(0, 4) ?? ''
    const last = parts.filter(({ key }) => key.startsWith(year))
    const others = last.length < parts.length
    return last.map((part, index) => rollGrid(book, own(part), title, others && index === last.length - 1))
  }
  return {
    cell: grids(countedMeetings(book), 'Sổ theo dõi dự sinh hoạt chi bộ'),
    committee: grids(committeeMeetings(book), 'Sổ theo dõi dự họp chi ủy', apart),
  }
}

function rollGrid(book: RollBook, part: BookPart, title: string, others: boolean): ReportTable {
  const ids = new Set(part.meetings.map(({ id }) => id))
  const marks = book.marks.filter(({ meetingId }) => ids.has(meetingId))
  const { members, sums } = markedRoll({ ...book, marks }, part)
  const entry = (meeting: BookMeeting, member: BookMember): Entry => {
    const mark = marks.find((each) => each.meetingId === meeting.id && each.memberId === member.id)
    const moment = book.moments.get(meeting.id)?.get(member.id) ?? null
    return { meeting, member, state: mark?.state ?? null, moment }
  }
  const rows = members.map(
    ({ member, marked }, index): ReportRow => ({
      key: rowOf(member),
      bold: false,
      type: null,
      cells: [
        plain(index + 1),
        plain(member.fullName),
        ...part.meetings.map((meeting, at): Figure => {
          const letter = marked[at] ?? null
          if (letter === null) return plain(null)
          return { value: letter, formula: null, lists: () => toldOf(letter, entry(meeting, member)) }
        }),
      ],
    }),
  )
  const listsOf = (figure: RollFigure, meeting: BookMeeting) => {
    const obliged = book.members.filter((member) => obligationOn(member, meeting).place === 'obliged')
    return rollFigures[figure](obliged.map((member) => entry(meeting, member))).lists?.() ?? []
  }
  const total = (
    key: string,
    label: string,
    of: (sum: (typeof sums)[number]) => Figure['value'],
    told: readonly RollFigure[],
  ): ReportRow => ({
    key,
    bold: false,
    type: key === 'rate' ? 'percent' : 'integer',
    cells: [
      plain(null),
      plain(label),
      ...part.meetings.map((meeting, at): Figure => {
        const sum = sums[at]
        const lists = () => told.flatMap((figure) => listsOf(figure, meeting))
        return { value: sum ? of(sum) : null, formula: null, lists }
      }),
    ],
  })
  return {
    key: attendanceSheetKey(part),
    name: `${title} ${part.label}`.trim(),
    title: part.label === '' ? title : `${title}, ${lowered(periodLine(part))}`,
    columns: [...nameColumns, ...meetingColumns(part)],
    rows,
    totals: [
      ...figures.map(({ key }) => total(key, totalLabels[key], (sum) => sum[key], [key])),
      total('rate', 'Tỷ lệ dự', ({ present, obliged }) => (obliged === 0 ? '' : present / obliged), [
        'present',
        'obliged',
      ]),
    ],
    notes: [
      markLegend,
      kindLegend,
      ...(others ? ['Kỳ này dài hơn một năm: ở đây là năm cuối, tệp Excel có đủ các năm.'] : []),
    ],
    frozenColumns: nameColumns.length,
  }
}

const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

/** What was noted, or why somebody need not come. */
function toldOf(letter: string, entry: Entry) {
  const { meeting, member, state } = entry
  const figure =
    letter === notObliged
      ? counted('Không thuộc diện phải dự', 'mark', [entry], () => ({
          text: `${meetingWords(meeting)}: ${member.fullName}, ${notObligedReasonNames[obligationOn(member, meeting).reason ?? 'beforeJoining']}`,
          path: `/dang-vien/${member.id}`,
        }))
      : counted(state ? attendanceStateNames[state] : '', 'mark', [entry], markFact)
  return figure.lists?.() ?? []
}
