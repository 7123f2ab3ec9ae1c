import { meetingTitle } from '../../shared/rules/meeting.ts'
import { ownStatuses } from '../../shared/rules/member.ts'
import { isScored, pointsText, scoreLevelNames } from '../../shared/rules/score.ts'
import { formula } from '../excel/workbook-spec.ts'
import { meetingsFigure, membersFigure } from './facts.ts'
import type { Report } from './report.ts'
import {
  type Figure,
  numberColumn,
  ordinalColumn,
  plain,
  type ReportTable,
  summed,
  tableOf,
  textColumn,
} from './report-table.ts'
import type { BookMeeting, BookMember } from './roll-book.ts'
import { explainLost, type Score } from './scores.ts'

type Slice = { meeting: BookMeeting | null; score: Score | null; members: readonly BookMember[] }

/** The quality of each meeting that is scored, with why points were lost (T8). One nobody scored yet says so. */
export const qualityReport: Report = async (source) => {
  const { book, meetings } = await source.noted()
  const scores = await source.scores()
  const scored = meetings.filter(isScored)
  const rows = scored.map((meeting) => ({
    key: `meeting${meeting.id}`,
    slice: { meeting, score: scores.get(meeting.id) ?? null, members: book.members },
  }))
  const table = await tableOf<Slice>(
    {
      key: 'meetings',
      name: 'Chất lượng sinh hoạt',
      title: 'Bảng tổng hợp đánh giá, xếp loại chất lượng sinh hoạt chi bộ',
      notes: ['Buổi còn dòng chưa chấm thì chưa xếp loại. Dòng cuối: điểm bình quân các buổi đã chấm.'],
      sentUpward: true,
      frozenColumns: 2,
    },
    [
      ordinalColumn(),
      textColumn('name', 'Tên đơn vị', () => book.cell.name, { width: 22 }),
      textColumn('meeting', 'Buổi sinh hoạt', titleOf, { width: 24 }),
      numberColumn(
        'members',
        'Số lượng ĐV',
        ({ members, meeting }) =>
          meeting ? membersFigure('Đảng số', members, ownStatuses, meeting.heldOn) : plain(null),
        { width: 9, total: 'none' },
      ),
      textColumn('heldOn', 'Ngày họp chi bộ', ({ meeting }) => meeting?.heldOn ?? null, {
        type: 'date',
        centered: true,
        width: 13,
      }),
      numberColumn('points', 'Điểm đánh giá', scoreFigure, { type: 'decimal', width: 11, total: 'none' }),
      textColumn('level', 'Mức xếp loại', levelOf, { centered: true, width: 14 }),
      textColumn('note', 'Ghi chú (thuyết minh điểm trừ)', noteOf, { width: 54 }),
    ],
    rows,
    { meeting: null, score: null, members: book.members },
  )
  averagePoints(
    table,
    rows.flatMap(({ slice }) => (slice.score ? [slice.score.total] : [])),
  )
  return {
    something: meetings.length > 0,
    tables: [table, await levelsTable(rows.map(({ slice }) => slice))],
  }
}

function titleOf({ meeting }: Slice): string | null {
  return meeting && meetingTitle(meeting.kind, meeting.period)
}

function scoreFigure({ meeting, score }: Slice): Figure {
  if (!meeting || !score) return plain(null)
  return summed(
    'Các dòng đã chấm',
    'point',
    score.lines.filter(({ points }) => points !== null),
    ({ points }) => points ?? 0,
    ({ title, points, maximum }) => ({
      text: `${title}: ${pointsText(points ?? 0)}/${pointsText(maximum)}`,
      path: `/cuoc-hop/${meeting.id}/cham-diem`,
    }),
  )
}

function levelOf({ meeting, score }: Slice): string | null {
  if (!meeting) return null
  if (!score) return 'Chưa chấm'
  return score.level ? scoreLevelNames[score.level] : 'Chưa chấm xong'
}

function noteOf({ score }: Slice): string | null {
  return score && (explainLost(score) || null)
}

/** The last line's points: the mean of those given. */
function averagePoints(table: ReportTable, points: readonly number[]): void {
  const row = table.totals[0]
  if (!row) return
  const value = points.length === 0 ? '' : points.reduce((sum, each) => sum + each, 0) / points.length
  const all = { column: 'points', row: 'all' }
  const at = (key: string) => table.columns.findIndex((column) => column.key === key)
  row.cells[at('name')] = plain('BÌNH QUÂN')
  row.cells[at('points')] = {
    value,
    formula: formula(value)`IF(COUNT(${all})=0,"",SUM(${all})/COUNT(${all}))`,
    lists: null,
  }
}

/** How many meetings reached which level, counted by formulas. */
async function levelsTable(slices: readonly Slice[]): Promise<ReportTable> {
  type Level = { label: string; of: readonly Slice[] }
  const labels = [...Object.values(scoreLevelNames), 'Chưa chấm xong', 'Chưa chấm']
  const table = await tableOf<Level>(
    {
      key: 'levels',
      name: 'Tổng hợp xếp loại',
      title: 'Tổng hợp xếp loại chất lượng sinh hoạt',
      notes: [],
      frozenColumns: 1,
    },
    [
      textColumn('name', 'Mức xếp loại', ({ label }) => label, { width: 50 }),
      numberColumn(
        'count',
        'Số buổi',
        ({ label, of }) =>
          meetingsFigure(
            label || 'Các buổi sinh hoạt',
            of.flatMap(({ meeting }) => (meeting ? [meeting] : [])),
          ),
        { width: 40 },
      ),
    ],
    labels.map((label) => ({
      key: label,
      slice: { label, of: slices.filter((slice) => levelOf(slice) === label) },
    })),
    { label: '', of: slices },
  )
  const levels = { sheet: 'meetings', column: 'level', row: 'all' }
  for (const row of table.rows) {
    const count = row.cells[1]
    if (count) count.formula = formula(count.value)`COUNTIF(${levels},${{ column: 'name' }})`
  }
  return table
}
