import { meetingTitle } from '../../shared/rules/meeting.ts'
import { isOverdue, openingState, taskStanding } from '../../shared/rules/task.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { formula, type Reference } from '../excel/workbook-spec.ts'
import type { Report } from './report.ts'
import {
  counted,
  type Figure,
  numberColumn,
  ordinalColumn,
  type ReportTable,
  tableOf,
  textColumn,
} from './report-table.ts'

/** A task or a conclusion of a meeting, with how it stood at the beginning and how it stands now. */
type Line = {
  key: string
  meeting: string
  title: string
  owners: string
  state: string
  outcome: Outcome
  result: string
  path: string
  unit: 'task' | 'conclusion'
}

const outcomes = ['Hoàn thành', 'Đang thực hiện', 'Quá hạn'] as const
type Outcome = (typeof outcomes)[number]

/**
 * What the meetings of the period gave to do, with the tasks that earlier ones left open, and what became of it
 * (mục I.3 of a month's resolution).
 */
export const resolutionReport: Report = async (source) => {
  const tasks = [...(await source.earlierTasks()), ...(await source.tasks())]
  const conclusions = await source.db
    .selectFrom('conclusion')
    .innerJoin('meeting', 'meeting.id', 'conclusion.meetingId')
    .where('meeting.removedAt', 'is', null)
    .where('heldOn', '>=', source.fromDate)
    .where('heldOn', '<=', source.toDate)
    .orderBy('heldOn')
    .orderBy('conclusion.id')
    .select([
      'conclusion.id',
      'meeting.id as meetingId',
      'content',
      'conclusion.doneOn',
      'kind',
      'period',
      'heldOn',
    ])
    .execute()
  const followed = new Set(tasks.map(({ conclusionId }) => conclusionId))
  const lines: (Line & { heldOn: string; meetingId: number })[] = [
    ...tasks.map((task) => ({
      key: `task${task.id}`,
      meeting: meetingTitle(task.kind, task.period),
      title: task.title,
      owners: task.owners.join(', '),
      state: openingState(task, task.heldOn < source.fromDate ? task.period : null),
      outcome: task.doneOn
        ? outcomes[0]
        : isOverdue(task, source.today)
          ? outcomes[2]
          : (outcomes[1] as Outcome),
      result: resultWords(task, source.today),
      path: `/cuoc-hop/${task.meetingId}/ket-luan`,
      unit: 'task' as const,
      heldOn: task.heldOn,
      meetingId: task.meetingId,
    })),
    // A conclusion with tasks of its own is told by those.
    ...conclusions
      .filter(({ id }) => !followed.has(id))
      .map((conclusion) => ({
        key: `conclusion${conclusion.id}`,
        meeting: meetingTitle(conclusion.kind, conclusion.period),
        title: conclusion.content,
        owners: '',
        state: 'Kết luận, chưa giao thành nhiệm vụ',
        outcome: conclusion.doneOn ? outcomes[0] : outcomes[1],
        result: conclusion.doneOn
          ? `Đã thực hiện ngày ${formatVietnameseDate(conclusion.doneOn)}`
          : 'Chưa ghi kết quả',
        path: `/cuoc-hop/${conclusion.meetingId}/ket-luan`,
        unit: 'conclusion' as const,
        heldOn: conclusion.heldOn,
        meetingId: conclusion.meetingId,
      })),
  ].sort((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : a.meetingId - b.meetingId))
  return {
    something: lines.length > 0,
    tables: [await linesTable(lines), await countsTable(lines)],
  }
}

function resultWords(task: { dueOn: string | null; doneOn: string | null }, today: string): string {
  const standing = taskStanding(task, today)
  const words = standing.charAt(0).toUpperCase() + standing.slice(1)
  return task.doneOn ? `${words} (${formatVietnameseDate(task.doneOn)})` : words
}

function linesTable(lines: readonly Line[]): Promise<ReportTable> {
  return tableOf<Line>(
    {
      key: 'lines',
      name: 'Đối chiếu nhiệm vụ',
      title: 'Bảng đối chiếu nhiệm vụ theo nghị quyết',
      notes: ['Kết quả tính đến ngày ghi tệp.'],
      frozenColumns: 2,
    },
    [
      ordinalColumn(),
      textColumn('name', 'Nhiệm vụ, kết luận đã đề ra', ({ title }) => title, { width: 44 }),
      textColumn('meeting', 'Buổi sinh hoạt', ({ meeting }) => meeting, { width: 22 }),
      textColumn('owners', 'Người thực hiện', ({ owners }) => owners || null, { width: 20 }),
      textColumn('state', 'Tình trạng đầu kỳ', ({ state }) => state, { width: 20 }),
      textColumn('outcome', 'Kết quả', ({ outcome }) => outcome, { width: 13, centered: true }),
      textColumn('result', 'Kết quả thực hiện', ({ result }) => result, { width: 24 }),
    ],
    lines.map((slice) => ({ key: slice.key, slice })),
    null,
  )
}

/** How many ended how, counted by formulas in the lines. */
async function countsTable(lines: readonly Line[]): Promise<ReportTable> {
  type Slice = { label: string; of: readonly Line[] }
  const count = ({ label, of }: Slice): Figure =>
    counted(label || 'Nhiệm vụ, kết luận', 'task', of, ({ title, result, path }) => ({
      text: `${title}: ${result.toLowerCase()}`,
      path,
    }))
  const table = await tableOf<Slice>(
    {
      key: 'outcomes',
      name: 'Tổng hợp kết quả',
      title: 'Tổng hợp kết quả thực hiện',
      notes: [],
      frozenColumns: 1,
    },
    [
      textColumn('name', 'Kết quả', ({ label }) => label, { width: 40 }),
      numberColumn('count', 'Số lượng', count, { width: 20 }),
      numberColumn(
        'share',
        'Tỷ lệ',
        (slice) => {
          const value = lines.length === 0 ? '' : slice.of.length / lines.length
          const [own, whole] = [{ column: 'count' }, { column: 'count', row: 'sum' }]
          return {
            value,
            formula: formula(value)`IF(${whole}=0,"",${own}/${whole})`,
            lists: () => [
              ...(count(slice).lists?.() ?? []),
              ...(count({ label: '', of: lines }).lists?.() ?? []),
            ],
          }
        },
        { type: 'percent', width: 20, total: 'own' },
      ),
    ],
    outcomes.map((outcome) => ({
      key: outcome,
      slice: { label: outcome, of: lines.filter((line) => line.outcome === outcome) },
    })),
    { label: '', of: lines },
  )
  const all: Reference = { sheet: 'lines', column: 'outcome', row: 'all' }
  for (const row of table.rows) {
    const figure = row.cells[1]
    if (figure) figure.formula = formula(figure.value)`COUNTIF(${all},${{ column: 'name' }})`
  }
  return table
}
