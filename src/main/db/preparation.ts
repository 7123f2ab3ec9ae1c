import type { Kysely } from 'kysely'
import type { PreparationFacts, PreparationStep } from '../../shared/rules/preparation.ts'
import type { Schema } from './schema.ts'

/** What is noted and found of a meeting's preparation; `dayOf` turns an instant into the user's day. */
export async function preparationFacts(
  db: Kysely<Schema>,
  meeting: { id: number; period: string; heldOn: string },
  dayOf: (instant: Date) => string,
): Promise<PreparationFacts> {
  const recorded = await db
    .selectFrom('preparationStep')
    .select(['step', 'doneOn', 'note'])
    .where('meetingId', '=', meeting.id)
    .execute()
  const committee = await db
    .selectFrom('meeting')
    .select('heldOn')
    .where('kind', '=', 'committee')
    .where('period', '=', meeting.period)
    .where('heldOn', '<=', meeting.heldOn)
    .where('id', '<>', meeting.id)
    .where('removedAt', 'is', null)
    .orderBy('heldOn', 'desc')
    .executeTakeFirst()
  const draft = await db
    .selectFrom('paperParagraph')
    .select('writtenOn')
    .where('meetingId', '=', meeting.id)
    .where('paper', '=', 'resolution')
    .where('ownText', '<>', '')
    .orderBy('writtenOn')
    .executeTakeFirst()
  const asks = await db
    .selectFrom('speakerAsk')
    .select('askedAt')
    .where('meetingId', '=', meeting.id)
    .orderBy('askedAt', 'desc')
    .execute()
  const last = asks[0]?.askedAt
  const allAsked = last !== undefined && last !== null && asks.every((ask) => ask.askedAt !== null)
  return {
    recorded,
    draftOn: draft?.writtenOn ?? null,
    committeeOn: committee?.heldOn ?? null,
    asks: { count: asks.length, allAskedOn: allAsked ? dayOf(new Date(last)) : null },
  }
}

/** Notes the day a step was done; without a day and a word nothing stays noted of it. */
export async function recordStep(
  db: Kysely<Schema>,
  step: { meetingId: number; step: PreparationStep; doneOn: string | null; note: string },
): Promise<void> {
  const { meetingId, doneOn, note } = step
  if (doneOn === null && note === '') {
    await db
      .deleteFrom('preparationStep')
      .where('meetingId', '=', meetingId)
      .where('step', '=', step.step)
      .execute()
    return
  }
  await db
    .insertInto('preparationStep')
    .values(step)
    .onConflict((conflict) => conflict.columns(['meetingId', 'step']).doUpdateSet({ doneOn, note }))
    .execute()
}
