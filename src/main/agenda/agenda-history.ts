import { type Kysely, sql } from 'kysely'
import type { ItemHistory } from '../../shared/contract/agenda.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { itemState, ranMinutes } from '../../shared/rules/item-state.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import type { ItemRun } from '../../shared/rules/running.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

/** Closed, or its day has passed. */
export const isOver = (meeting: { closedAt: string | null; heldOn: string }, today: string) =>
  meeting.closedAt !== null || meeting.heldOn < today

/** The stretches of time in which each of these items was under way; only those that were. */
export async function runsOf(db: Db, itemIds: readonly number[]): Promise<Map<number, ItemRun[]>> {
  const runs = await db
    .selectFrom('agendaRun')
    .where('agendaItemId', 'in', itemIds)
    .orderBy('id')
    .select(['agendaItemId', 'startedAt', 'stoppedAt'])
    .execute()
  return Map.groupBy(runs, (run) => run.agendaItemId)
}

/**
 * Pairs of an item and one that treats the same matter, itself included, from pairs to begin with: along what was
 * carried on, either way, and by the same task or conclusion. Then, one step further and no more, the items whose
 * conclusions (or whose conclusions' tasks) these take up, and those that take up their own: a discussion has many
 * conclusions, and the matter of one is not that of another.
 */
const sameMatter = (start: ReturnType<typeof sql>) => sql`
  same(rootId, id) AS (
    ${start}
    UNION SELECT rootId, me.carriedFromId FROM same JOIN agendaItem AS me USING (id)
      WHERE me.carriedFromId IS NOT NULL
    UNION SELECT rootId, later.id FROM same JOIN agendaItem AS later ON later.carriedFromId = same.id
    UNION SELECT rootId, other.id FROM same JOIN agendaItem AS me USING (id)
      JOIN agendaItem AS other ON other.taskId = me.taskId
    UNION SELECT rootId, other.id FROM same JOIN agendaItem AS me USING (id)
      JOIN agendaItem AS other ON other.conclusionId = me.conclusionId),
  matter(rootId, id) AS (
    SELECT rootId, id FROM same
    UNION SELECT rootId, conclusion.agendaItemId FROM same JOIN agendaItem AS me USING (id)
      JOIN conclusion ON conclusion.id = me.conclusionId WHERE conclusion.agendaItemId IS NOT NULL
    UNION SELECT rootId, conclusion.agendaItemId FROM same JOIN agendaItem AS me USING (id)
      JOIN task ON task.id = me.taskId JOIN conclusion ON conclusion.id = task.conclusionId
      WHERE conclusion.agendaItemId IS NOT NULL
    UNION SELECT rootId, follower.id FROM same JOIN conclusion ON conclusion.agendaItemId = same.id
      JOIN agendaItem AS follower ON follower.conclusionId = conclusion.id
    UNION SELECT rootId, follower.id FROM same JOIN conclusion ON conclusion.agendaItemId = same.id
      JOIN task ON task.conclusionId = conclusion.id JOIN agendaItem AS follower ON follower.taskId = task.id)`

/** How many earlier meetings had the matter of each item of a meeting on their agenda; none: not in the map. */
export async function earlierMeetings(
  db: Db,
  meeting: { id: number; heldOn: string },
): Promise<Map<number, number>> {
  const { rows } = await sql<{ rootId: number; count: number }>`
    WITH RECURSIVE ${sameMatter(sql`SELECT id, id FROM agendaItem WHERE meetingId = ${meeting.id}`)}
    SELECT rootId, count(DISTINCT meeting.id) AS count FROM matter
    JOIN agendaItem USING (id) JOIN meeting ON meeting.id = agendaItem.meetingId
    WHERE meeting.heldOn < ${meeting.heldOn} AND meeting.removedAt IS NULL
    GROUP BY rootId`.execute(db)
  return new Map(rows.map((row) => [row.rootId, row.count]))
}

/** An item over the meetings. Throws `not-found`, for an item of a removed meeting too. */
export async function historyOf(db: Db, id: number, today: string): Promise<ItemHistory> {
  const { rows: related } = await sql<{ id: number }>`
    WITH RECURSIVE ${sameMatter(sql`SELECT ${id}, ${id}`)} SELECT id FROM matter`.execute(db)
  const itemIds = related.map((row) => row.id)
  const items = await db
    .selectFrom('agendaItem')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .where('agendaItem.id', 'in', itemIds)
    .where('meeting.removedAt', 'is', null)
    .orderBy('meeting.heldOn')
    .orderBy('meeting.id')
    .orderBy('agendaItem.position')
    .select([
      'agendaItem.id',
      'agendaItem.meetingId',
      'agendaItem.title',
      'agendaItem.plannedMinutes',
      'agendaItem.finished',
      'agendaItem.taskId',
      'agendaItem.conclusionId',
      'meeting.heldOn',
      'meeting.kind',
      'meeting.period',
      'meeting.closedAt',
    ])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('agendaRun')
            .innerJoin('agendaItem as other', 'other.id', 'agendaRun.agendaItemId')
            .whereRef('other.meetingId', '=', 'meeting.id')
            .select('agendaRun.id'),
        )
        .$castTo<number>()
        .as('clocked'),
    )
    .execute()
  const own = items.find((item) => item.id === id)
  if (!own) throw new AppError('not-found')
  const runs = await runsOf(db, itemIds)
  const conclusions = await db
    .selectFrom('conclusion')
    .where('agendaItemId', 'in', itemIds)
    .orderBy('id')
    .select(['id', 'agendaItemId', 'content', 'doneOn'])
    .execute()
  return {
    title: own.title,
    finished: own.finished === null ? null : own.finished === 1,
    meetings: items.map((item) => ({
      itemId: item.id,
      meetingId: item.meetingId,
      heldOn: item.heldOn,
      meetingTitle: meetingTitle(item.kind, item.period),
      title: item.title,
      plannedMinutes: item.plannedMinutes,
      ranMinutes: ranMinutes(runs.get(item.id) ?? [], item.closedAt),
      state: itemState(
        { finished: item.finished, runs: runs.get(item.id) ?? [] },
        { over: isOver(item, today), clocked: item.clocked === 1 },
      ),
      conclusions: conclusions
        .filter((conclusion) => conclusion.agendaItemId === item.id)
        .map(({ content, doneOn }) => ({ content, doneOn })),
    })),
    tasks: await tasksOf(db, items, [
      ...conclusions.filter((each) => each.agendaItemId === id).map((each) => each.id),
      ...items.flatMap((item) => item.conclusionId ?? []),
    ]),
    drops: await dropsOf(db, items),
  }
}

type Related = { id: number; taskId: number | null; conclusionId: number | null }

/** The tasks that items take up or that came of conclusions. */
function tasksOf(
  db: Db,
  items: readonly Related[],
  conclusionIds: readonly number[],
): Promise<ItemHistory['tasks']> {
  const taskIds = items.flatMap((item) => item.taskId ?? [])
  return db
    .selectFrom('task')
    .where((eb) => eb.or([eb('id', 'in', taskIds), eb('conclusionId', 'in', conclusionIds)]))
    .orderBy('id')
    .select(['id', 'title', 'dueOn', 'doneOn'])
    .execute()
}

/** When items, or what they take up, were put aside. */
async function dropsOf(db: Db, items: readonly Related[]): Promise<ItemHistory['drops']> {
  const drops = await db
    .selectFrom('carryDrop')
    .innerJoin('meeting', 'meeting.id', 'carryDrop.meetingId')
    .where('meeting.removedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb(
          'carryDrop.itemId',
          'in',
          items.map((item) => item.id),
        ),
        eb(
          'carryDrop.conclusionId',
          'in',
          items.flatMap((item) => item.conclusionId ?? []),
        ),
        eb(
          'carryDrop.taskId',
          'in',
          items.flatMap((item) => item.taskId ?? []),
        ),
      ]),
    )
    .orderBy('carryDrop.droppedOn')
    .orderBy('carryDrop.id')
    .select(['meeting.kind', 'meeting.period', 'carryDrop.reason', 'carryDrop.droppedOn'])
    .execute()
  return drops.map(({ kind, period, ...drop }) => ({ meetingTitle: meetingTitle(kind, period), ...drop }))
}
