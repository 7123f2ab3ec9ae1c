import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { TurnFields } from '../../shared/contract/speaking.ts'
import { secondsBetween, unnamedSpeaker } from '../../shared/rules/speaking.ts'
import type { Schema } from '../db/schema.ts'

export type ExistingTurn = {
  id: number
  meetingId: number
  memberId: number | null
  guestName: string | null
  startedAt: string | null
  stoppedAt: string | null
  speakerName: string
}

function turns(db: Kysely<Schema>) {
  return db
    .selectFrom('speakingTurn')
    .innerJoin('meeting', 'meeting.id', 'speakingTurn.meetingId')
    .leftJoin('member', 'member.id', 'speakingTurn.memberId')
    .where('meeting.removedAt', 'is', null)
    .select(['speakingTurn.id', 'meetingId', 'memberId', 'startedAt', 'stoppedAt', 'guestName', 'fullName'])
}

function named<T extends { fullName: string | null; guestName: string | null }>({ fullName, ...turn }: T) {
  return { ...turn, speakerName: fullName ?? turn.guestName ?? unnamedSpeaker }
}

/** A turn of a meeting that is not removed. Throws `not-found`. */
export async function existingTurn(db: Kysely<Schema>, id: number): Promise<ExistingTurn> {
  const turn = await turns(db).where('speakingTurn.id', '=', id).executeTakeFirst()
  if (!turn) throw new AppError('not-found')
  return named(turn)
}

/** Whether somebody speaks this turn now. */
export function isRunning(turn: ExistingTurn): boolean {
  return turn.startedAt !== null && turn.stoppedAt === null
}

/** Who speaks now at a meeting. */
export async function runningTurn(db: Kysely<Schema>, meetingId: number): Promise<ExistingTurn | undefined> {
  const turn = await turns(db)
    .where('meetingId', '=', meetingId)
    .where('startedAt', 'is not', null)
    .where('stoppedAt', 'is', null)
    .executeTakeFirst()
  return turn && named(turn)
}

/** Ends a running turn at an instant. Throws `turn-not-running`. */
export async function stopTurn(db: Kysely<Schema>, turn: ExistingTurn, stoppedAt: string): Promise<void> {
  if (!isRunning(turn)) throw new AppError('turn-not-running')
  const speakingSeconds = secondsBetween(turn.startedAt ?? stoppedAt, stoppedAt)
  await db.updateTable('speakingTurn').set({ stoppedAt, speakingSeconds }).where('id', '=', turn.id).execute()
}

/** Notes a turn; its instants are null where it was noted without a clock. */
export async function insertTurn(
  db: Kysely<Schema>,
  row: TurnFields & { meetingId: number; startedAt: string | null; stoppedAt: string | null },
): Promise<{ id: number }> {
  return db.insertInto('speakingTurn').values(row).returning('id').executeTakeFirstOrThrow()
}
