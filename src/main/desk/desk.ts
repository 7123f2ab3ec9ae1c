import { type Kysely, sql } from 'kysely'
import type { DeskMeeting, deskContract } from '../../shared/contract/desk.ts'
import { addDays } from '../../shared/rules/calendar.ts'
import type { MeetingKind } from '../../shared/rules/meeting.ts'
import type { HandlersOf } from '../api/context.ts'
import { rollAt } from '../db/roll.ts'
import type { Schema } from '../db/schema.ts'
import { reportsDueOn } from '../resources/report-calendar.ts'

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

async function unmarkedAt(
  db: Kysely<Schema>,
  meeting: { id: number; kind: MeetingKind; heldOn: string },
  today: string,
): Promise<number | null> {
  if (meeting.heldOn > today) return null
  const roll = await rollAt(db, meeting)
  return roll.filter(({ place, state }) => place === 'obliged' && state === null).length
}
