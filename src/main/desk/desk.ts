import { type Kysely, sql } from 'kysely'
import type { Desk, DeskMeeting, deskContract } from '../../shared/contract/desk.ts'
import { addDays } from '../../shared/rules/calendar.ts'
import type { MeetingKind } from '../../shared/rules/meeting.ts'
import { ruleSetOn } from '../../shared/rules/rule-set.ts'
import { daysOfPlan, quarterOf } from '../../shared/rules/theme.ts'
import { quarterStanding, themeProblems } from '../../shared/rules/theme-plan.ts'
import type { HandlersOf } from '../api/context.ts'
import { rollAt } from '../db/roll.ts'
import type { Schema } from '../db/schema.ts'
import { looseSessions, plannedThemes } from '../db/theme-plan.ts'
import { thresholdsOf } from '../db/thresholds.ts'
import { reportsDueOn } from '../resources/report-calendar.ts'
import { ruleSets } from '../resources/rule-sets.ts'

const daysBack = 62
const daysAhead = 7

/** Meetings that count as the month's own (a cell meets once a month: Điều lệ Đảng, article 24). */
const regularKinds: readonly MeetingKind[] = ['regular', 'regularThemed']

/** What needs doing now, gathered from what the other features keep. */
export const deskHandlers = {
  'desk.get': async ({ db, today }) => {
    const { members } = await db
      .selectFrom('member')
      .select((eb) => eb.fn.countAll<number>().as('members'))
      .where('removedAt', 'is', null)
      .executeTakeFirstOrThrow()
    const meetings = await meetingsSince(db, addDays(today, -daysBack))
    const withRolls: DeskMeeting[] = []
    for (const meeting of meetings)
      withRolls.push({ ...meeting, unmarked: await unmarkedAt(db, meeting, today) })
    const month = today.slice(0, 7)
    const planned = meetings.some(({ kind, period }) => period === month && regularKinds.includes(kind))
    return {
      members,
      coming: withRolls.filter(({ heldOn }) => heldOn >= today),
      unfinished: withRolls.filter(({ heldOn, unmarked }) => heldOn < today && unmarked !== 0).reverse(),
      tasks: await dueTasks(db, today),
      reports: (await reportsDueOn(db, today)).filter(({ dueOn }) => dueOn <= addDays(today, daysAhead)),
      ...(await themesOn(db, today)),
      monthWithoutMeeting: planned ? null : month,
    }
  },
} satisfies HandlersOf<typeof deskContract>

/** Oldest first. */
function meetingsSince(db: Kysely<Schema>, fromDate: string): Promise<Omit<DeskMeeting, 'unmarked'>[]> {
  return db
    .selectFrom('meeting')
    .select(['id', 'kind', 'period', 'heldOn', 'startTime', 'place'])
    .select((eb) =>
      eb
        .selectFrom('agendaItem')
        .select(sql<number>`coalesce(sum(plannedMinutes), 0)`.as('minutes'))
        .whereRef('agendaItem.meetingId', '=', 'meeting.id')
        .$asScalar()
        .$notNull()
        .as('plannedMinutes'),
    )
    .where('removedAt', 'is', null)
    .where('heldOn', '>=', fromDate)
    .orderBy('heldOn')
    .orderBy('startTime')
    .orderBy('id')
    .execute()
}

/** How many open tasks are past their day or come due soon; those of removed meetings are nobody's. */
function dueTasks(db: Kysely<Schema>, today: string): Promise<{ overdue: number; dueSoon: number }> {
  return db
    .selectFrom('task')
    .leftJoin('meeting', 'meeting.id', 'task.meetingId')
    .where('task.doneOn', 'is', null)
    .where('meeting.removedAt', 'is', null)
    .select([
      sql<number>`count(*) FILTER (WHERE task.dueOn < ${today})`.as('overdue'),
      sql<number>`count(*) FILTER (WHERE task.dueOn BETWEEN ${today} AND ${addDays(today, daysAhead)})`.as(
        'dueSoon',
      ),
    ])
    .executeTakeFirstOrThrow()
}

/** How the quarter of a day stands, and what is amiss with the themes from the quarter before it on. */
async function themesOn(
  db: Kysely<Schema>,
  today: string,
): Promise<Pick<Desk, 'quarterWithoutTheme' | 'themes'>> {
  const year = Number(today.slice(0, 4))
  const quarter = quarterOf(Number(today.slice(5, 7)))
  const before = year * 4 + quarter - 1
  const themes = await plannedThemes(
    db,
    sql<boolean>`theme.year * 4 + theme.quarter >= ${before}`,
    ruleSets,
    today,
  )
  const { fromDate, toDate } = daysOfPlan(year, quarter, null)
  const loose = await looseSessions(db, fromDate.slice(0, 7), toDate.slice(0, 7), today)
  const now = themes.filter((theme) => theme.year === year && theme.quarter === quarter)
  const { state, sentence } = quarterStanding(
    { year, quarter, themes: now, loose },
    ruleSetOn(ruleSets, toDate),
    await thresholdsOf(db),
    today,
  )
  return {
    quarterWithoutTheme: state === 'overdue' || state === 'missing' ? { year, quarter, sentence } : null,
    themes: themes
      .map((theme) => ({ id: theme.id, title: theme.title, problems: themeProblems(theme) }))
      .filter(({ problems }) => problems.length > 0),
  }
}

async function unmarkedAt(
  db: Kysely<Schema>,
  meeting: { id: number; kind: MeetingKind; heldOn: string },
  today: string,
): Promise<number | null> {
  if (meeting.heldOn > today) return null
  const roll = await rollAt(db, meeting)
  return roll.filter(({ place, state }) => place === 'obliged' && state === null).length
}
