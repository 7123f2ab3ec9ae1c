import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { IssuedPaper } from '../../shared/contract/issuing.ts'
import type { PaperDocument } from '../../shared/documents/blocks.ts'
import type { PaperLayout } from '../../shared/documents/paper-layout.ts'
import { type NumberedOf, numberedPaperCodes } from '../../shared/rules/numbered-paper.ts'
import type { Term, UsedNumber } from '../../shared/rules/paper-number.ts'
import { paperSymbol } from '../../shared/rules/paper-number.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { Schema } from '../db/schema.ts'
import { layoutOf } from '../resources/layout-rules.ts'

type Db = Kysely<Schema>

/** The terms of the committee, the oldest first. */
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

const placeOf = (of: NumberedOf) =>
  'year' in of ? { meetingId: null, year: of.year } : { meetingId: of.meetingId, year: null }

/** Every issue of a paper, newest first. */
export function issuesOf(db: Db, of: NumberedOf): Promise<IssuedPaper[]> {
  const { meetingId, year } = placeOf(of)
  return db
    .selectFrom('issuedPaper')
    .select(['id', 'revision', 'number', 'symbol', 'issuedOn', 'reason', 'issuedAt'])
    .where('meetingId', 'is', meetingId)
    .where('year', 'is', year)
    .where('paper', '=', of.paper)
    .orderBy('revision', 'desc')
    .execute()
}

/** The last issue of each paper of a meeting, in a few words: "Số 05-NQ/CB, 05/11/2026, sửa lần 1". */
export async function lastIssueWords(db: Db, meetingId: number): Promise<Map<string, string>> {
  const issues = await db
    .selectFrom('issuedPaper')
    .select(['paper', 'revision', 'symbol', 'issuedOn'])
    .where('meetingId', '=', meetingId)
    .orderBy('revision')
    .execute()
  return new Map(
    issues.map(({ paper, revision, symbol, issuedOn }) => {
      const again = revision === 0 ? '' : `, sửa lần ${revision}`
      return [paper, `Số ${symbol}, ${formatVietnameseDate(issuedOn)}${again}`]
    }),
  )
}

/** The papers issued between two days, the oldest first, each as it was last issued in that time. */
export async function issuedBetween(
  db: Db,
  { fromDate, toDate }: { fromDate: string; toDate: string },
): Promise<{ id: number; symbol: string; title: string }[]> {
  const issues = await db
    .selectFrom('issuedPaper')
    .select(['id', 'symbol', 'title', 'paper', 'meetingId', 'year'])
    .where('issuedOn', '>=', fromDate)
    .where('issuedOn', '<=', toDate)
    .orderBy('revision')
    .orderBy('issuedOn')
    .orderBy('number')
    .execute()
  const last = new Map(issues.map((issue) => [`${issue.paper} ${issue.meetingId} ${issue.year}`, issue]))
  return [...last.values()].map(({ id, symbol, title }) => ({ id, symbol, title }))
}

/** Keeps a paper for ever as it stands: its blocks and its layout. */
export async function keepIssue(
  db: Db,
  of: NumberedOf,
  issue: { number: number; issuedOn: string; revision: number; reason: string },
  document: PaperDocument,
  issuedAt: string,
): Promise<{ id: number; symbol: string }> {
  const code = numberedPaperCodes[of.paper]
  const cell = await db.selectFrom('cell').select('abbreviation').executeTakeFirst()
  const symbol = paperSymbol(issue.number, code, cell?.abbreviation ?? '')
  const { id } = await db
    .insertInto('issuedPaper')
    .values({
      ...placeOf(of),
      paper: of.paper,
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
  return { id, symbol }
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
