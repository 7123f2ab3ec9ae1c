import { type Kysely, sql } from 'kysely'
import { ruleSetOn } from '../../shared/rules/rule-set.ts'
import { isOverdue, taskStanding } from '../../shared/rules/task.ts'
import { daysOfPlan, quarterName } from '../../shared/rules/theme.ts'
import { quarterStanding } from '../../shared/rules/theme-plan.ts'
import type { Schema } from '../db/schema.ts'
import { thresholdsOf } from '../db/thresholds.ts'
import { ruleSets } from '../resources/rule-sets.ts'
import { rollFigures, sessionsFigure, speakersFigure } from './facts.ts'
import type { Report } from './report.ts'
import type { Entry, ReportSource, Speech } from './report-source.ts'
import {
  counted,
  type FigureColumn,
  numberColumn,
  ordinalColumn,
  type ReportTable,
  shareOf,
  tableOf,
  textColumn,
} from './report-table.ts'
import { type Quarter, quartersOf, type Session } from './themed-sessions.ts'
import { themesPlanTable } from './themes-plan-table.ts'

type Db = Kysely<Schema>

type Conclusion = { id: number; meetingId: number; content: string }
type Task = { id: number; meetingId: number; title: string; dueOn: string | null; doneOn: string | null }

/** What was noted of one session, or of all of them together. */
type Slice = {
  today: string
  sessions: readonly Session[]
  entries: readonly Entry[]
  speeches: readonly Speech[]
  conclusions: readonly Conclusion[]
  tasks: readonly Task[]
}

const day = { type: 'date', width: 12, centered: true } as const
const roll = { group: 'Dự sinh hoạt', width: 8 } as const
const spoken = { group: 'Phát biểu', width: 8 } as const
const given = { group: 'Nhiệm vụ từ kết luận', width: 8 } as const

const only = ({ sessions: [session] }: Slice) => session

const speakers = ({ speeches }: Slice) => speakersFigure('Đảng viên phát biểu', speeches)

const tasksFigure = (heading: string, tasks: readonly Task[], today: string) =>
  counted(heading, 'task', tasks, (task) => ({
    text: `${task.title}: ${taskStanding(task, today)}`,
    path: `/cuoc-hop/${task.meetingId}/ket-luan`,
  }))

const columns: FigureColumn<Slice>[] = [
  ordinalColumn(),
  textColumn('name', 'Tên chuyên đề', (slice) => only(slice)?.title ?? null, { width: 30 }),
  textColumn('lead', 'Người chuẩn bị', (slice) => only(slice)?.leadName ?? null, { width: 18 }),
  textColumn('session', 'Ngày dự kiến', (slice) => only(slice)?.sessionDay ?? null, day),
  textColumn('held', 'Ngày sinh hoạt', (slice) => only(slice)?.heldOn ?? null, day),
  numberColumn('obliged', 'Phải dự', ({ entries }) => rollFigures.obliged(entries), roll),
  numberColumn('present', 'Có mặt', ({ entries }) => rollFigures.present(entries), roll),
  numberColumn('rate', 'Tỷ lệ dự', shareOf('present', 'obliged'), { ...roll, type: 'percent', total: 'own' }),
  numberColumn('speakers', 'Lượt người', speakers, spoken),
  numberColumn('speakerRate', 'Tỷ lệ', shareOf('speakers', 'present'), {
    ...spoken,
    type: 'percent',
    total: 'own',
  }),
  numberColumn(
    'conclusions',
    'Kết luận',
    ({ conclusions }) =>
      counted('Kết luận', 'conclusion', conclusions, ({ content, meetingId }) => ({
        text: content,
        path: `/cuoc-hop/${meetingId}/ket-luan`,
      })),
    { width: 8 },
  ),
  numberColumn('tasks', 'Đã giao', ({ tasks, today }) => tasksFigure('Nhiệm vụ giao', tasks, today), given),
  numberColumn(
    'tasksDone',
    'Đã xong',
    ({ tasks, today }) =>
      tasksFigure(
        'Nhiệm vụ đã xong',
        tasks.filter(({ doneOn }) => doneOn !== null),
        today,
      ),
    given,
  ),
  numberColumn(
    'tasksOverdue',
    'Quá hạn',
    ({ tasks, today }) =>
      tasksFigure(
        'Nhiệm vụ quá hạn',
        tasks.filter((task) => isOverdue(task, today)),
        today,
      ),
    given,
  ),
  textColumn('reported', 'Báo cáo cấp trên', (slice) => only(slice)?.reportedOn ?? null, day),
  textColumn('late', 'Việc chậm', (slice) => only(slice)?.late.join('\n') || null, { width: 22 }),
]

/** The themed sessions of a period: planned, held, who came and spoke, what was concluded, what is late; and the plan. */
export const themesReport: Report = async (source) => {
  const { db, today } = source
  const within = quartersOf(source)
  const { ofQuarters, ofPeriod } = await source.sessions()
  const noted = await source.noted()
  const told = await toldOfThemes(
    db,
    ofPeriod.flatMap(({ meetingId }) => meetingId ?? []),
  )
  const entriesOf = Map.groupBy(noted.entries, ({ meeting }) => meeting.id)
  const speechesOf = Map.groupBy(
    noted.speeches.filter(({ meeting, turn }) => told.speakers.has(`${meeting.id} ${turn.memberId}`)),
    ({ meeting }) => meeting.id,
  )
  const sliceOf = (some: readonly Session[]): Slice => {
    const ids = new Set(some.flatMap(({ meetingId }) => meetingId ?? []))
    return {
      today,
      sessions: some,
      entries: [...ids].flatMap((id) => entriesOf.get(id) ?? []),
      speeches: [...ids].flatMap((id) => speechesOf.get(id) ?? []),
      conclusions: told.conclusions.filter(({ meetingId }) => ids.has(meetingId)),
      tasks: told.tasks.filter(({ meetingId }) => ids.has(meetingId)),
    }
  }
  return {
    something: ofQuarters.length + ofPeriod.length > 0,
    tables: [
      await tableOf(
        {
          key: 'sessions',
          name: 'Chuyên đề',
          title: 'Báo cáo sinh hoạt chuyên đề',
          notes: [
            'Tỷ lệ dự = có mặt / phải dự. Lượt người: đảng viên phát biểu về chuyên đề, mỗi buổi tính một lần; tỷ lệ = lượt người / có mặt.',
            'Buổi thường kỳ kết hợp chuyên đề: chỉ tính phát biểu và kết luận của phần chuyên đề.',
          ],
          frozenColumns: 2,
        },
        columns,
        ofPeriod.map((session) => ({ key: session.key, slice: sliceOf([session]) })),
        sliceOf(ofPeriod),
      ),
      await quartersTable(source, within, ofQuarters),
      await themesPlanTable(db, ofPeriod, told.conclusions),
    ],
  }
}

/** What belongs to the theme of a meeting: all of a themed session, else what its themed part or item holds. */
const ofTheme = sql<boolean>`(meeting.kind = 'themed' OR agendaItem.part = 'themed' OR agendaItem.themeId IS NOT NULL)`

/** Who spoke to the themes of these meetings ('meeting member'), what was concluded, and the tasks of that. */
async function toldOfThemes(db: Db, meetingIds: readonly number[]) {
  const turns = await db
    .selectFrom('speakingTurn')
    .innerJoin('meeting', 'meeting.id', 'speakingTurn.meetingId')
    .leftJoin('agendaItem', 'agendaItem.id', 'speakingTurn.agendaItemId')
    .where('speakingTurn.meetingId', 'in', meetingIds)
    .where(ofTheme)
    .select(['speakingTurn.meetingId', 'speakingTurn.memberId'])
    .distinct()
    .execute()
  const conclusions = await db
    .selectFrom('conclusion')
    .innerJoin('meeting', 'meeting.id', 'conclusion.meetingId')
    .leftJoin('agendaItem', 'agendaItem.id', 'conclusion.agendaItemId')
    .where('conclusion.meetingId', 'in', meetingIds)
    .where(ofTheme)
    .orderBy('conclusion.id')
    .select(['conclusion.id', 'conclusion.meetingId', 'conclusion.content'])
    .execute()
  const meetingOf = new Map(conclusions.map(({ id, meetingId }) => [id, meetingId]))
  const tasks = await db
    .selectFrom('task')
    .where('conclusionId', 'in', [...meetingOf.keys()])
    .orderBy('id')
    .select(['id', 'conclusionId', 'title', 'dueOn', 'doneOn'])
    .execute()
  return {
    speakers: new Set(turns.map(({ meetingId, memberId }) => `${meetingId} ${memberId}`)),
    conclusions,
    tasks: tasks.map(({ conclusionId, ...task }) => ({
      ...task,
      meetingId: meetingOf.get(conclusionId ?? 0) ?? 0,
    })),
  }
}

/** Whether each quarter has what the rule in force asks for. */
async function quartersTable(
  { db, today }: ReportSource,
  within: readonly Quarter[],
  sessions: readonly Session[],
): Promise<ReportTable> {
  type Row = { label: string; sentence: string; sessions: readonly Session[] }
  const thresholds = await thresholdsOf(db)
  const rows = within.map(({ year, quarter }): Row => {
    const own = sessions.filter((session) => session.year === year && session.quarter === quarter)
    const { sentence, source } = quarterStanding(
      {
        year,
        quarter,
        themes: own.flatMap(({ from }) => ('theme' in from ? [from.theme] : [])),
        loose: own.flatMap(({ from }) => ('loose' in from ? [from.loose] : [])),
      },
      ruleSetOn(ruleSets, daysOfPlan(year, quarter, null).toDate),
      thresholds,
      today,
    )
    return {
      label: `${quarterName(quarter)}/${year}`,
      sentence: source === null ? sentence : `${sentence} (${source})`,
      sessions: own,
    }
  })
  return tableOf<Row>(
    {
      key: 'quarters',
      name: 'Theo quý',
      title: 'Sinh hoạt chuyên đề theo quý',
      notes: [],
      frozenColumns: 1,
      charts: [
        {
          title: 'Chuyên đề trong kế hoạch và đã sinh hoạt',
          categories: 'name',
          series: ['planned', 'held'],
        },
      ],
    },
    [
      textColumn('name', 'Quý', ({ label }) => label, { width: 16 }),
      numberColumn(
        'planned',
        'Có trong kế hoạch',
        (row) =>
          sessionsFigure(
            'Chuyên đề',
            row.sessions.filter(({ from }) => 'theme' in from),
          ),
        { width: 14 },
      ),
      numberColumn(
        'held',
        'Đã sinh hoạt',
        (row) =>
          sessionsFigure(
            'Đã sinh hoạt',
            row.sessions.filter((session) => session.heldOn !== null),
          ),
        { width: 14 },
      ),
      textColumn('standing', 'Nhận xét', ({ sentence }) => sentence || null, { width: 70 }),
    ],
    rows.map((slice) => ({ key: slice.label, slice })),
    { label: '', sentence: '', sessions: rows.flatMap((row) => row.sessions) },
  )
}
