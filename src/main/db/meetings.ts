import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { Schema } from './schema.ts'

/** A meeting not removed, as it is stored. Throws `not-found`. */
export async function findMeeting(db: Kysely<Schema>, id: number) {
  const meeting = await db
    .selectFrom('meeting')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!meeting) throw new AppError('not-found')
  return meeting
}

/** A meeting not removed with the names of its chair and minute-taker. Throws `not-found`. */
export async function meetingWithPeople(db: Kysely<Schema>, id: number) {
  const meeting = await db
    .selectFrom('meeting')
    .leftJoin('member as chair', 'chair.id', 'meeting.chairId')
    .leftJoin('member as minuteTaker', 'minuteTaker.id', 'meeting.minuteTakerId')
    .select([
      'meeting.id',
      'meeting.kind',
      'meeting.period',
      'meeting.heldOn',
      'meeting.startTime',
      'meeting.place',
      'meeting.mode',
      'meeting.chairId',
      'meeting.minuteTakerId',
      'meeting.theme',
      'meeting.note',
      'meeting.guests',
      'meeting.closedAt',
      'chair.fullName as chairName',
      'minuteTaker.fullName as minuteTakerName',
    ])
    .where('meeting.id', '=', id)
    .where('meeting.removedAt', 'is', null)
    .executeTakeFirst()
  if (!meeting) throw new AppError('not-found')
  return meeting
}

/** Refuses an item that is not on the agenda of the meeting; null stands for the meeting as a whole. */
export async function checkItem(
  db: Kysely<Schema>,
  meetingId: number,
  agendaItemId: number | null,
): Promise<void> {
  if (agendaItemId === null) return
  const item = await db
    .selectFrom('agendaItem')
    .select('id')
    .where('id', '=', agendaItemId)
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (!item) throw new AppError('invalid-input', { agendaItemId: 'Mục này không còn trong chương trình họp' })
}
