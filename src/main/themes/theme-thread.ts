import { type Kysely, sql } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { CameBack, ThemeThread, ThreadTask } from '../../shared/contract/themes.ts'
import { callsRoll, cameTo } from '../../shared/rules/attendance.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import { unnamedSpeaker } from '../../shared/rules/speaking.ts'
import { rollAt } from '../db/roll.ts'
import type { Schema } from '../db/schema.ts'
import { aboutTheme } from '../db/theme-plan.ts'

type Db = Kysely<Schema>

/**
 * What came of a theme: the session it was treated in, its conclusions, their tasks, and the later meetings they came
 * back at. Throws `not-found`.
 */
export async function threadOf(db: Db, id: number): Promise<ThemeThread> {
  const found = await db
    .selectFrom('theme')
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'theme.meetingId').on('meeting.removedAt', 'is', null),
    )
    .where('theme.id', '=', id)
    .select(['theme.id', 'meeting.id as meetingId', 'meeting.kind', 'meeting.period', 'meeting.heldOn'])
    .executeTakeFirst()
  if (!found) throw new AppError('not-found')
  const { meetingId, kind, period, heldOn } = found
  if (meetingId === null || kind === null || period === null || heldOn === null)
    return { session: null, conclusions: [], otherTasks: [], carriedOn: [] }
  const meeting = { id: meetingId, kind, heldOn }
  const roll = await rollAt(db, meeting)
  const obliged = roll.filter(({ place }) => place === 'obliged')
  const session = db
    .selectFrom('theme')
    .innerJoin('meeting', 'meeting.id', 'theme.meetingId')
    .where('theme.id', '=', id)
    .where(aboutTheme)
  const turns = await session
    .innerJoin('speakingTurn', 'speakingTurn.meetingId', 'meeting.id')
    .leftJoin('agendaItem', 'agendaItem.id', 'speakingTurn.agendaItemId')
    .leftJoin('member', 'member.id', 'speakingTurn.memberId')
    .orderBy('speakingTurn.id')
    .select(['member.fullName', 'speakingTurn.guestName'])
    .execute()
  const conclusions = await session
    .innerJoin('conclusion', 'conclusion.meetingId', 'meeting.id')
    .leftJoin('agendaItem', 'agendaItem.id', 'conclusion.agendaItemId')
    .orderBy('conclusion.id')
    .select(['conclusion.id', 'conclusion.content', 'conclusion.doneOn'])
    .execute()
  const items = await session
    .innerJoin('agendaItem', 'agendaItem.meetingId', 'meeting.id')
    .select('agendaItem.id')
    .execute()
  const tasks = await tasksOf(db, meeting, idsOf(conclusions))
  const back = await cameBack(db, meetingId, {
    items: idsOf(items),
    conclusions: idsOf(conclusions),
    tasks: idsOf(tasks),
  })
  const withReturns = ({ conclusionId: _, ...task }: (typeof tasks)[number]): ThreadTask => ({
    ...task,
    cameBack: back(`task ${task.id}`),
  })
  return {
    session: {
      meetingId,
      title: meetingTitle(kind, period),
      heldOn,
      obliged: obliged.length,
      came: roll.some(({ state }) => callsRoll(state))
        ? obliged.filter(({ state }) => state !== null && cameTo(state)).length
        : null,
      speakers: [...new Set(turns.map(({ fullName, guestName }) => fullName ?? guestName ?? unnamedSpeaker))],
      turns: turns.length,
    },
    conclusions: conclusions.map((conclusion) => ({
      ...conclusion,
      tasks: tasks.filter(({ conclusionId }) => conclusionId === conclusion.id).map(withReturns),
      cameBack: back(`conclusion ${conclusion.id}`),
    })),
    otherTasks: tasks.filter(({ conclusionId }) => conclusionId === null).map(withReturns),
    carriedOn: back('item'),
  }
}

const idsOf = (rows: readonly { id: number }[]) => JSON.stringify(rows.map(({ id }) => id))

/** The tasks of these conclusions, and of a themed meeting those given without one. */
async function tasksOf(db: Db, meeting: { id: number; kind: string }, conclusionIds: string) {
  const tasks = await db
    .selectFrom('task')
    .where(
      sql<boolean>`(task.conclusionId IN (SELECT value FROM json_each(${conclusionIds}))
        OR (task.conclusionId IS NULL AND task.meetingId = ${meeting.id} AND ${meeting.kind} = 'themed'))`,
    )
    .orderBy('task.id')
    .select(['task.id', 'task.conclusionId', 'task.title', 'task.dueOn', 'task.doneOn'])
    .execute()
  const owners = await db
    .selectFrom('taskOwner')
    .innerJoin('member', 'member.id', 'taskOwner.memberId')
    .where(sql<boolean>`taskOwner.taskId IN (SELECT value FROM json_each(${idsOf(tasks)}))`)
    .orderBy('taskOwner.id')
    .select(['taskOwner.taskId', 'member.fullName'])
    .execute()
  const ownersOf = Map.groupBy(owners, ({ taskId }) => taskId)
  return tasks.map((task) => ({
    ...task,
    owners: (ownersOf.get(task.id) ?? []).map(({ fullName }) => fullName),
  }))
}

/**
 * At which other meetings matters of a session stood on the agenda again, also carried from one to the next, or were
 * to be reported on; by day. Of items it is told for all of them together.
 */
async function cameBack(
  db: Db,
  sessionId: number,
  of: { items: string; conclusions: string; tasks: string },
): Promise<(matter: string) => CameBack[]> {
  const { rows } = await sql<
    CameBack & { matter: string; kind: Parameters<typeof meetingTitle>[0]; period: string }
  >`
    WITH RECURSIVE again (itemId, meetingId, matter) AS (
      SELECT id, meetingId, 'conclusion ' || conclusionId FROM agendaItem
        WHERE conclusionId IN (SELECT value FROM json_each(${of.conclusions}))
      UNION SELECT id, meetingId, 'task ' || taskId FROM agendaItem
        WHERE taskId IN (SELECT value FROM json_each(${of.tasks}))
      UNION SELECT id, meetingId, 'item' FROM agendaItem
        WHERE carriedFromId IN (SELECT value FROM json_each(${of.items}))
      UNION SELECT agendaItem.id, agendaItem.meetingId, again.matter
        FROM again JOIN agendaItem ON agendaItem.carriedFromId = again.itemId
    ), at (meetingId, matter) AS (
      SELECT meetingId, matter FROM again
      UNION SELECT reportMeetingId, 'task ' || id FROM task
        WHERE id IN (SELECT value FROM json_each(${of.tasks}))
    )
    SELECT at.matter, meeting.id AS meetingId, meeting.kind, meeting.period, meeting.heldOn
    FROM at JOIN meeting ON meeting.id = at.meetingId
    WHERE meeting.removedAt IS NULL AND meeting.id <> ${sessionId}
    ORDER BY meeting.heldOn, meeting.id`.execute(db)
  const byMatter = Map.groupBy(rows, ({ matter }) => matter)
  return (matter) =>
    (byMatter.get(matter) ?? []).map(({ meetingId, kind, period, heldOn }) => ({
      meetingId,
      title: meetingTitle(kind, period),
      heldOn,
    }))
}
