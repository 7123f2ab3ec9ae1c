import { type Kysely, sql } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import { addYears } from '../../shared/rules/calendar.ts'
import type {
  CarryDrop,
  CarryFacts,
  CarryKind,
  CarrySource,
  PastConclusion,
  PastItem,
} from '../../shared/rules/carry.ts'
import { itemState } from '../../shared/rules/item-state.ts'
import { type MeetingKind, meetingTitle } from '../../shared/rules/meeting.ts'
import { openTasksBefore } from '../db/open-tasks.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

export type CarryMeeting = {
  id: number
  kind: MeetingKind
  heldOn: string
  chairId: number | null
  closedAt: string | null
}

const regularKinds: readonly MeetingKind[] = ['regular', 'regularThemed']

/** Whether matters come back on the agenda of a meeting: a regular one that is still to come. */
export function takesUp(meeting: CarryMeeting, today: string): boolean {
  return regularKinds.includes(meeting.kind) && meeting.closedAt === null && meeting.heldOn >= today
}

/** All that the proposals for a meeting are made of. */
export async function carryFacts(
  db: Db,
  meeting: CarryMeeting,
  drops: readonly CarryDrop[],
  today: string,
): Promise<CarryFacts> {
  const agenda = await db
    .selectFrom('agendaItem')
    .where('meetingId', '=', meeting.id)
    .select(['title', 'carriedFromId', 'conclusionId', 'taskId'])
    .execute()
  return {
    meeting,
    today,
    agenda,
    items: await pastItems(db, meeting, today),
    conclusions: await pastConclusions(db, meeting),
    tasks: await openTasksBefore(db, meeting),
    drops,
  }
}

/** The items of the last regular meeting before one and of the cell's other meetings since, not carried on yet. */
async function pastItems(db: Db, meeting: CarryMeeting, today: string): Promise<PastItem[]> {
  const last = await db
    .selectFrom('meeting')
    .where('kind', 'in', regularKinds)
    .where('heldOn', '<', meeting.heldOn)
    .where('removedAt', 'is', null)
    .orderBy('heldOn', 'desc')
    .orderBy('id', 'desc')
    .select('heldOn')
    .executeTakeFirst()
  if (!last) return []
  const items = await db
    .selectFrom('agendaItem')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .where('meeting.heldOn', '>=', last.heldOn)
    .where('meeting.heldOn', '<', meeting.heldOn)
    .where('meeting.kind', '<>', 'committee')
    .where('meeting.removedAt', 'is', null)
    .orderBy('meeting.heldOn')
    .orderBy('meeting.id')
    .orderBy('agendaItem.position')
    .select([
      'agendaItem.id',
      'agendaItem.meetingId',
      'agendaItem.part',
      'agendaItem.contentClass',
      'agendaItem.title',
      'agendaItem.ownerId',
      'agendaItem.plannedMinutes',
      'agendaItem.privateNote',
      'agendaItem.finished',
      'meeting.kind',
      'meeting.period',
      'meeting.heldOn',
      'meeting.closedAt',
    ])
    .execute()
  const runs = await db
    .selectFrom('agendaRun')
    .innerJoin('agendaItem', 'agendaItem.id', 'agendaRun.agendaItemId')
    .where('agendaItem.meetingId', 'in', [...new Set(items.map((item) => item.meetingId))])
    .select(['agendaItem.meetingId', 'agendaItemId', 'startedAt', 'stoppedAt'])
    .execute()
  const runsOf = Map.groupBy(runs, (run) => run.agendaItemId)
  const clocked = new Set(runs.map((run) => run.meetingId))
  return items.map(({ finished, meetingId, kind, period, heldOn, closedAt, ...item }) => ({
    ...item,
    state: itemState(
      { finished, runs: runsOf.get(item.id) ?? [] },
      { over: closedAt !== null || heldOn < today, clocked: clocked.has(meetingId) },
    ),
    said: finished !== null,
    meetingTitle: meetingTitle(kind, period),
  }))
}

/** The conclusions of the cell's meetings in the year before one, the newest first. */
async function pastConclusions(db: Db, meeting: CarryMeeting): Promise<PastConclusion[]> {
  const rows = await db
    .selectFrom('conclusion')
    .innerJoin('meeting', 'meeting.id', 'conclusion.meetingId')
    .where('meeting.heldOn', '<', meeting.heldOn)
    .where('meeting.heldOn', '>=', addYears(meeting.heldOn, -1))
    .where('meeting.kind', '<>', 'committee')
    .where('meeting.removedAt', 'is', null)
    .orderBy('meeting.heldOn', 'desc')
    .orderBy('conclusion.id')
    .select(['conclusion.id', 'conclusion.content', 'conclusion.doneOn', 'meeting.kind', 'meeting.period'])
    .select((eb) => [
      eb
        .selectFrom('task')
        .select(sql<number>`count(*)`.as('count'))
        .whereRef('task.conclusionId', '=', 'conclusion.id')
        .$asScalar()
        .$notNull()
        .as('tasks'),
      eb
        .selectFrom('agendaItem')
        .innerJoin('meeting as earlier', 'earlier.id', 'agendaItem.meetingId')
        .select(sql<number>`count(DISTINCT earlier.id)`.as('count'))
        .whereRef('agendaItem.conclusionId', '=', 'conclusion.id')
        .where('earlier.heldOn', '<', meeting.heldOn)
        .where('earlier.removedAt', 'is', null)
        .$asScalar()
        .$notNull()
        .as('earlierAgendas'),
    ])
    .execute()
  return rows.map(({ kind, period, ...conclusion }) => ({
    ...conclusion,
    meetingTitle: meetingTitle(kind, period),
  }))
}

export type TitledDrop = CarryDrop & { title: string }

/** The column that says what a drop was made of. */
export const columnOf = { item: 'itemId', conclusion: 'conclusionId', task: 'taskId' } as const

/** What a drop was made of: the one of its three columns that is not empty. */
export function sourceOf(drop: {
  itemId: number | null
  conclusionId: number | null
  taskId: number | null
}): CarrySource {
  if (drop.itemId !== null) return { kind: 'item', sourceId: drop.itemId }
  if (drop.conclusionId !== null) return { kind: 'conclusion', sourceId: drop.conclusionId }
  return { kind: 'task', sourceId: drop.taskId ?? 0 }
}

/** What was put aside at the meetings up to one, the newest first, with its words. */
export async function dropsUpTo(db: Db, meeting: CarryMeeting): Promise<TitledDrop[]> {
  const rows = await db
    .selectFrom('carryDrop')
    .innerJoin('meeting', 'meeting.id', 'carryDrop.meetingId')
    .leftJoin('agendaItem', 'agendaItem.id', 'carryDrop.itemId')
    .leftJoin('conclusion', 'conclusion.id', 'carryDrop.conclusionId')
    .leftJoin('task', 'task.id', 'carryDrop.taskId')
    .where('meeting.heldOn', '<=', meeting.heldOn)
    .where('meeting.heldOn', '>=', addYears(meeting.heldOn, -1))
    .where('meeting.removedAt', 'is', null)
    .orderBy('meeting.heldOn', 'desc')
    .orderBy('carryDrop.id', 'desc')
    .select([
      'carryDrop.id',
      'carryDrop.meetingId',
      'carryDrop.itemId',
      'carryDrop.conclusionId',
      'carryDrop.taskId',
      'carryDrop.reason',
      'carryDrop.droppedOn',
      'agendaItem.title as itemTitle',
      'conclusion.content',
      'task.title as taskTitle',
      'meeting.kind',
      'meeting.period',
    ])
    .execute()
  return rows.map((row) => {
    return {
      id: row.id,
      meetingId: row.meetingId,
      meetingTitle: meetingTitle(row.kind, row.period),
      ...sourceOf(row),
      title: row.itemTitle ?? row.content ?? row.taskTitle ?? '',
      reason: row.reason,
      droppedOn: row.droppedOn,
    }
  })
}

/** The words of an item, a conclusion or a task. Throws `not-found`, for those of a removed meeting too. */
export async function sourceTitle(db: Db, kind: CarryKind, sourceId: number): Promise<string> {
  const { rows } = await {
    item: sql<{ title: string }>`SELECT title FROM agendaItem JOIN meeting ON meeting.id = meetingId
      WHERE agendaItem.id = ${sourceId} AND removedAt IS NULL`,
    conclusion: sql<{
      title: string
    }>`SELECT content AS title FROM conclusion JOIN meeting ON meeting.id = meetingId
      WHERE conclusion.id = ${sourceId} AND removedAt IS NULL`,
    task: sql<{ title: string }>`SELECT title FROM task LEFT JOIN meeting ON meeting.id = meetingId
      WHERE task.id = ${sourceId} AND removedAt IS NULL`,
  }[kind].execute(db)
  const found = rows[0]
  if (!found) throw new AppError('not-found')
  return found.title
}
