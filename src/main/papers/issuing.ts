import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { PaperDocument } from '../../shared/documents/blocks.ts'
import type { PaperLayout } from '../../shared/documents/paper-layout.ts'
import { numberedPaperCodes } from '../../shared/rules/numbered-paper.ts'
import type { Term, UsedNumber } from '../../shared/rules/paper-number.ts'
import { paperSymbol } from '../../shared/rules/paper-number.ts'
import type { Schema } from '../db/schema.ts'
import { layoutOf } from '../resources/layout-rules.ts'
import { type At, type PaperOf, paperDocument } from './papers-queries.ts'

type Db = Kysely<Schema>

export function termsOf(db: Db): Promise<Term[]> {
  return db.selectFrom('committeeTerm').select(['id', 'startsOn']).orderBy('startsOn').execute()
}

/**
 * The numbers given to papers of a type, here or outside the program, one for each paper however often it was
 * revised; without the one noted under `exceptOutsideId`.
 */
export function usedNumbers(db: Db, code: string, exceptOutsideId: number | null): Promise<UsedNumber[]> {
  const outside = db
    .selectFrom('outsidePaper')
    .select(['number', 'issuedOn', 'title'])
    .where('code', '=', code)
    .where('id', 'is not', exceptOutsideId)
  return db
    .selectFrom('issuedPaper')
    .select(['number', 'issuedOn', 'title'])
    .where('code', '=', code)
    .where('revision', '=', 0)
    .unionAll(outside)
    .orderBy('issuedOn')
    .orderBy('number')
    .execute()
}

/** Keeps a paper for ever as it stands: its blocks and its layout. */
export async function keepIssue(
  at: At,
  of: PaperOf,
  issue: { number: number; issuedOn: string; revision: number; reason: string },
  issuedAt: string,
): Promise<{ id: number; title: string; symbol: string }> {
  const document = await paperDocument(at, of, issue)
  const { db } = at
  const code = numberedPaperCodes[of.paper]
  const cell = await db.selectFrom('cell').select('abbreviation').executeTakeFirst()
  const symbol = paperSymbol(issue.number, code, cell?.abbreviation ?? '')
  const { id } = await db
    .insertInto('issuedPaper')
    .values({
      ...of,
      ...issue,
      code,
      symbol,
      title: document.name,
      issuedAt,
      document: JSON.stringify(document),
      layout: JSON.stringify(await layoutOf(db)),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, title: document.name, symbol }
}

/** An issued paper exactly as it was issued. Throws `not-found`. */
export async function issuedDocument(
  db: Db,
  issuedId: number,
): Promise<PaperDocument & { layout: PaperLayout }> {
  const found = await db
    .selectFrom('issuedPaper')
    .select(['document', 'layout'])
    .where('id', '=', issuedId)
    .executeTakeFirst()
  if (!found) throw new AppError('not-found')
  return { ...JSON.parse(found.document), layout: JSON.parse(found.layout) }
}

/** Whether a paper now differs from its last issue, under the same number and day. */
export async function changedSince(
  at: At,
  of: PaperOf,
  last: { id: number; number: number; issuedOn: string },
): Promise<boolean> {
  const { layout: _layout, ...document } = await issuedDocument(at.db, last.id)
  return JSON.stringify(document) !== JSON.stringify(await paperDocument(at, of, last))
}
