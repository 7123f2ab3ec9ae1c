import { type Kysely, sql } from 'kysely'
import type { LivePaper } from '../../shared/contract/running.ts'
import type { Schema } from '../db/schema.ts'

/** Who prepared a paper for an item and has said nothing at the meeting yet, in the order of its items. */
export function papersToCome(db: Kysely<Schema>, meetingId: number): Promise<LivePaper[]> {
  return db
    .selectFrom('speakerAsk')
    .innerJoin('member', 'member.id', 'speakerAsk.memberId')
    .innerJoin('agendaItem', 'agendaItem.id', 'speakerAsk.agendaItemId')
    .where('speakerAsk.meetingId', '=', meetingId)
    .where('speakerAsk.prepared', '=', 1)
    .where(
      sql<boolean>`NOT EXISTS (
        SELECT 1 FROM speakingTurn WHERE meetingId = ${meetingId} AND memberId = speakerAsk.memberId)`,
    )
    .orderBy('agendaItem.position')
    .orderBy('speakerAsk.id')
    .select(['speakerAsk.memberId', 'member.fullName', 'speakerAsk.agendaItemId'])
    .execute()
}
