import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { AgendaPlace } from '../../shared/rules/agenda.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

/** The items of a meeting in their order, with the names of their owners. */
export function itemsOf(db: Db, meetingId: number) {
  return db
    .selectFrom('agendaItem')
    .leftJoin('member', 'member.id', 'agendaItem.ownerId')
    .select([
      'agendaItem.id',
      'agendaItem.position',
      'agendaItem.part',
      'agendaItem.contentClass',
      'agendaItem.title',
      'agendaItem.ownerId',
      'member.fullName as ownerName',
      'agendaItem.plannedMinutes',
      'agendaItem.privateNote',
      'agendaItem.finished',
    ])
    .where('agendaItem.meetingId', '=', meetingId)
    .orderBy('agendaItem.position')
    .execute()
}

/** An item of a meeting that is not removed. Throws `not-found`. */
export async function findItem(db: Db, id: number) {
  const item = await db
    .selectFrom('agendaItem')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .select([
      'agendaItem.id',
      'agendaItem.meetingId',
      'agendaItem.part',
      'agendaItem.title',
      'agendaItem.finished',
    ])
    .where('agendaItem.id', '=', id)
    .where('meeting.removedAt', 'is', null)
    .executeTakeFirst()
  if (!item) throw new AppError('not-found')
  return item
}

/** The items' places in their order. */
export function placesOf(db: Db, meetingId: number) {
  return db
    .selectFrom('agendaItem')
    .select(['id', 'part', 'position'])
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .execute()
}

/** Writes a new order, positions from 1; touches only the rows that move. */
export async function writePlaces(
  db: Db,
  before: readonly (AgendaPlace & { position: number })[],
  after: readonly AgendaPlace[],
): Promise<void> {
  for (const [index, { id, part }] of after.entries()) {
    const old = before.find((place) => place.id === id)
    if (old?.position === index + 1 && old.part === part) continue
    await db
      .updateTable('agendaItem')
      .set({ position: index + 1, part })
      .where('id', '=', id)
      .execute()
  }
}

/** Refuses an owner who is no member of the list. */
export async function checkOwner(db: Db, ownerId: number | null): Promise<void> {
  if (ownerId === null) return
  const owner = await db.selectFrom('member').select('id').where('id', '=', ownerId).executeTakeFirst()
  if (!owner) throw new AppError('invalid-input', { ownerId: 'Không có người này trong danh sách đảng viên' })
}

type FollowedUp = {
  taskId?: number | undefined
  conclusionId?: number | undefined
  carriedFromId?: number | undefined
}

/** Refuses to take up a task, a conclusion or an earlier item that is not there. */
export async function checkFollowedUp(db: Db, fields: FollowedUp): Promise<void> {
  const wanted = [
    ['task', fields.taskId],
    ['conclusion', fields.conclusionId],
    ['agendaItem', fields.carriedFromId],
  ] as const
  for (const [table, id] of wanted) {
    if (id === undefined) continue
    const found = await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
    if (!found) throw new AppError('not-found')
  }
}

/** Whether anybody's speaking turn belongs to one of these items. */
export async function hasTurns(db: Db, itemIds: readonly number[]): Promise<boolean> {
  if (itemIds.length === 0) return false
  const turn = await db
    .selectFrom('speakingTurn')
    .select('id')
    .where('agendaItemId', 'in', itemIds)
    .executeTakeFirst()
  return turn !== undefined
}
