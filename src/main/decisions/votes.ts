import type { Kysely } from 'kysely'
import type { Vote, VoteFields } from '../../shared/contract/decisions.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { type VoteCounts, voteProblems } from '../../shared/rules/vote.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

/** The votes of a meeting in the order they were noted. */
export function votesOf(db: Db, meetingId: number): Promise<Vote[]> {
  return db
    .selectFrom('vote')
    .leftJoin('agendaItem', 'agendaItem.id', 'vote.agendaItemId')
    .where('vote.meetingId', '=', meetingId)
    .orderBy('vote.id')
    .select([
      'vote.id',
      'vote.agendaItemId',
      'agendaItem.title as agendaItemTitle',
      'vote.subject',
      'vote.rule',
      'vote.method',
      'vote.entitledCount',
      'vote.presentCount',
      'vote.forCount',
      'vote.againstCount',
      'vote.blankCount',
    ])
    .execute()
}

/** A vote of a meeting not removed. Throws `not-found`. */
export async function existingVote(db: Db, id: number): Promise<{ meetingId: number; subject: string }> {
  const vote = await db
    .selectFrom('vote')
    .innerJoin('meeting', 'meeting.id', 'vote.meetingId')
    .select(['vote.meetingId', 'vote.subject'])
    .where('vote.id', '=', id)
    .where('meeting.removedAt', 'is', null)
    .executeTakeFirst()
  if (!vote) throw new AppError('not-found')
  return vote
}

/** The row to be stored. Refuses numbers that cannot be, with the sum that does not fit. */
export function checkedVote(fields: VoteFields): VoteFields {
  const problems = voteProblems({
    entitled: fields.entitledCount,
    present: fields.presentCount,
    counts: countsOf(fields),
  })
  if (Object.keys(problems).length > 0) throw new AppError('invalid-input', problems)
  return { ...fields, subject: fields.subject.trim() }
}

function countsOf({ forCount, againstCount, blankCount }: VoteFields): VoteCounts | null {
  if (forCount === null && againstCount === null && blankCount === null) return null
  if (forCount === null || againstCount === null || blankCount === null)
    throw new AppError('invalid-input', { forCount: 'Hãy ghi đủ cả ba số phiếu, hoặc để trống cả ba' })
  return { forCount, againstCount, blankCount }
}
