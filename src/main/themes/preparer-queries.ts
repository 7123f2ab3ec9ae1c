import type { Kysely } from 'kysely'
import { addDays } from '../../shared/rules/calendar.ts'
import { sortByGivenName } from '../../shared/rules/person-name.ts'
import { daysOfPlan } from '../../shared/rules/theme.ts'
import {
  loadDays,
  type PreparedTheme,
  type PreparerCandidate,
  type ThemeToPrepare,
} from '../../shared/rules/theme-preparers.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

/** Every theme with the days its session may fall on: that of its meeting, the planned one, its month or quarter. */
export async function themeDays(db: Db) {
  const themes = await db
    .selectFrom('theme')
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'theme.meetingId').on('meeting.removedAt', 'is', null),
    )
    .select((eb) => [
      'theme.id',
      'theme.year',
      'theme.quarter',
      'theme.month',
      'theme.title',
      'theme.problem',
      'theme.leadId',
      'meeting.id as meetingId',
      eb.fn.coalesce('meeting.heldOn', 'theme.sessionOn').as('sessionDay'),
    ])
    .orderBy('theme.id')
    .execute()
  return themes.map((theme) => {
    const { fromDate, toDate } = daysOfPlan(theme.year, theme.quarter, theme.month)
    return { ...theme, fromDate: theme.sessionDay ?? fromDate, toDate: theme.sessionDay ?? toDate }
  })
}

type ThemeDay = Awaited<ReturnType<typeof themeDays>>[number]

/** The subjects each theme needs, in the order they were chosen. */
export async function subjectsByTheme(db: Db): Promise<Map<number, string[]>> {
  const rows = await db.selectFrom('themeSubject').select(['themeId', 'subject']).orderBy('id').execute()
  return grouped(rows, (row) => [row.themeId, row.subject])
}

/**
 * What is known of everybody for preparing one theme on `today`, by given name, in one query a table. Load is what
 * falls due from today on within `loadDays`, and tasks that are late.
 */
export async function preparerCandidates(
  db: Db,
  theme: ThemeDay,
  themes: readonly ThemeDay[],
  subjects: ReadonlyMap<number, readonly string[]>,
  today: string,
): Promise<PreparerCandidate[]> {
  const until = addDays(today, loadDays)
  const people = await db
    .selectFrom('member')
    .select(['id', 'fullName'])
    .where('removedAt', 'is', null)
    .execute()
  const statuses = grouped(
    await db.selectFrom('memberStatus').select(['memberId', 'status', 'fromDate', 'toDate']).execute(),
    ({ memberId, ...period }) => [memberId, period],
  )
  const strengths = grouped(
    await db.selectFrom('memberStrength').select(['memberId', 'subject']).orderBy('id').execute(),
    ({ memberId, subject }) => [memberId, subject],
  )
  const contributions = await db.selectFrom('themeContributor').select(['themeId', 'memberId']).execute()
  const byId = new Map(themes.map((each) => [each.id, each]))
  const parts = [
    ...themes.flatMap(({ id, leadId }) =>
      leadId === null ? [] : [{ themeId: id, memberId: leadId, role: 'lead' as const }],
    ),
    ...contributions.map((each) => ({ ...each, role: 'contributor' as const })),
  ].filter(({ themeId }) => themeId !== theme.id)
  const prepared = grouped(parts, ({ themeId, memberId, role }): [number, PreparedTheme] => [
    memberId,
    { role, heldOn: byId.get(themeId)?.toDate ?? '', subjects: subjects.get(themeId) ?? [] },
  ])
  const tasks = await db
    .selectFrom('task')
    .innerJoin('taskOwner', 'taskOwner.taskId', 'task.id')
    .where('doneOn', 'is', null)
    .where((eb) => eb.or([eb('dueOn', 'is', null), eb('dueOn', '<=', until)]))
    .groupBy('memberId')
    .select((eb) => ['memberId', eb.fn.countAll<number>().as('count')])
    .execute()
  const speeches = await db
    .selectFrom('speakerAsk')
    .innerJoin('meeting', 'meeting.id', 'speakerAsk.meetingId')
    .where('meeting.removedAt', 'is', null)
    .where('meeting.heldOn', '>=', today)
    .where('meeting.heldOn', '<=', until)
    .groupBy('memberId')
    .select((eb) => ['memberId', eb.fn.countAll<number>().as('count')])
    .execute()
  const excused = await db
    .selectFrom('attendance')
    .where('meetingId', '=', theme.meetingId ?? 0)
    .where('state', '=', 'excused')
    .select('memberId')
    .execute()
  const taskCounts = new Map(tasks.map(({ memberId, count }) => [memberId, count]))
  const speechCounts = new Map(speeches.map(({ memberId, count }) => [memberId, count]))
  const away = new Set(excused.map(({ memberId }) => memberId))
  return sortByGivenName(people, (person) => person.fullName).map(({ id, fullName }) => {
    const own = prepared.get(id) ?? []
    return {
      memberId: id,
      fullName,
      statuses: statuses.get(id) ?? [],
      excused: away.has(id),
      strengths: strengths.get(id) ?? [],
      prepared: own,
      load: {
        papers: own.filter(({ heldOn }) => heldOn >= today && heldOn <= until).length,
        tasks: taskCounts.get(id) ?? 0,
        speeches: speechCounts.get(id) ?? 0,
      },
    }
  })
}

/** What the rule needs to know of the theme itself. */
export function themeToPrepare(
  theme: ThemeDay,
  subjects: ReadonlyMap<number, readonly string[]>,
): ThemeToPrepare {
  const { title, fromDate, toDate } = theme
  return { title, subjects: subjects.get(theme.id) ?? [], fromDate, toDate }
}

function grouped<Row, Item>(
  rows: readonly Row[],
  split: (row: Row) => readonly [number, Item],
): Map<number, Item[]> {
  const groups = new Map<number, Item[]>()
  for (const row of rows) {
    const [key, item] = split(row)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
