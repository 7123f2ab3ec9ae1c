import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { StandingParagraph } from '../../shared/rules/paper-edits.ts'
import type { Schema } from '../db/schema.ts'
import { type At, type PaperOf, paperInHand } from './papers-queries.ts'

type Db = Kysely<Schema>
type PlaceOf = PaperOf & { key: string }

/** A paragraph as it stands, with the key of the one it follows. Throws `not-found`. */
export async function existingParagraph(
  at: At,
  { key, ...of }: PlaceOf,
): Promise<{ found: StandingParagraph; afterKey: string | null }> {
  const { paragraphs } = await paperInHand(at, of)
  const index = paragraphs.findIndex((each) => each.key === key)
  const found = paragraphs[index]
  if (!found) throw new AppError('not-found')
  return { found, afterKey: paragraphs[index - 1]?.key ?? null }
}

/**
 * Stores what a hand wrote under a key. What it was made from is noted with the first touch and stays, so that a
 * paragraph once stale remains so until somebody has looked at it.
 */
export async function writeOwnText(
  { db, today }: At,
  { key, ...of }: PlaceOf,
  { found, afterKey }: { found: StandingParagraph; afterKey: string | null },
  ownText: string,
): Promise<void> {
  if (found.hand !== 'facts') {
    await paragraphRow(db, { key, ...of })
      .set({ ownText })
      .execute()
    return
  }
  await db
    .insertInto('paperParagraph')
    .values({
      ...of,
      key,
      field: found.field,
      afterKey,
      style: found.style,
      ownText,
      writtenOn: today,
      madeFrom: found.computed,
      madeFromFacts: JSON.stringify(found.facts),
    })
    .execute()
}

/** Adds a paragraph of one's own behind another; answers its key. */
export async function addParagraph(
  { db, today }: At,
  of: PaperOf,
  after: StandingParagraph,
  ownText: string,
) {
  const last = await db
    .selectFrom('paperParagraph')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const key = `own.${(last?.id ?? 0) + 1}`
  await db
    .insertInto('paperParagraph')
    .values({
      ...of,
      key,
      field: after.field,
      afterKey: after.key,
      style: after.style === 'recipient' ? 'recipient' : 'text',
      ownText,
      writtenOn: today,
      madeFrom: null,
      madeFromFacts: null,
    })
    .execute()
  return { key }
}

/** Forgets what a hand wrote under a key. */
export async function forgetOwn(db: Db, { paper, meetingId, key }: PlaceOf): Promise<void> {
  await db
    .deleteFrom('paperParagraph')
    .where('meetingId', '=', meetingId)
    .where('paper', '=', paper)
    .where('key', '=', key)
    .execute()
}

/** Notes that a hand's text has been held against what the facts give now. */
export async function noteComputed(db: Db, place: PlaceOf, found: StandingParagraph): Promise<void> {
  await paragraphRow(db, place)
    .set({
      madeFrom: found.computed,
      madeFromFacts: found.computed === null ? null : JSON.stringify(found.facts),
    })
    .execute()
}

function paragraphRow(db: Db, { paper, meetingId, key }: PlaceOf) {
  return db
    .updateTable('paperParagraph')
    .where('meetingId', '=', meetingId)
    .where('paper', '=', paper)
    .where('key', '=', key)
}
