import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** One meeting with the names of its chair and minute-taker; nothing for a removed one. */
export function meetingWithPeople(db: Kysely<Schema>, meetingId: number) {
  return db
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
      'meeting.closedAt',
      'chair.fullName as chairName',
      'minuteTaker.fullName as minuteTakerName',
    ])
    .where('meeting.id', '=', meetingId)
    .where('meeting.removedAt', 'is', null)
    .executeTakeFirst()
}
