import { AppError } from '../../shared/contract/errors.ts'
import type { issuingContract } from '../../shared/contract/issuing.ts'
import type { PaperDocument } from '../../shared/documents/blocks.ts'
import type { NumberedOf } from '../../shared/rules/numbered-paper.ts'
import { issueRefusal, termOn } from '../../shared/rules/paper-number.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { Issue } from '../documents/issue.ts'
import { issuedDocument, issuesOf, keepIssue, termsOf, usedNumbers } from '../papers/issuing.ts'
import { documentTypes } from '../resources/document-types.ts'
import type { HandlersOf, ReadContext } from './context.ts'
import { paperMakers, yearPaperMakers } from './papers.ts'

/** Every paper that carries a number is issued here, whichever feature makes it. */
export const issuingHandlers = {
  'papers.issues': async (context, { of }) => {
    const issued = await issuesOf(context.db, of)
    const last = issued[0]
    return {
      issued,
      changedSinceIssue: last !== undefined && (await changedSince(context, of, last)),
      missing: 'year' in of ? 0 : ((await paperMakers[of.paper].missing?.(context, of.meetingId)) ?? 0),
    }
  },

  'papers.numbers': async ({ db }, { code, issuedOn, exceptOutsideId }) => {
    const cell = await db.selectFrom('cell').select('abbreviation').executeTakeFirst()
    return {
      abbreviation: cell?.abbreviation ?? '',
      terms: await termsOf(db),
      used: await usedNumbers(db, code, exceptOutsideId),
      refusal: issueRefusal(documentTypes, code, issuedOn),
    }
  },

  'papers.issue': async (context, { of, number, issuedOn }) => {
    const { db, describe, now } = context
    if ((await issuesOf(db, of)).length > 0) throw new AppError('paper-issued')
    if (termOn(await termsOf(db), issuedOn) === null) throw new AppError('term-missing')
    const issue = { number, issuedOn, revision: 0, reason: '' }
    const document = await documentOf(context, of, issue)
    const { id, symbol } = await keepIssue(db, of, issue, document, now().toISOString())
    describe(`Ban hành số ${symbol}: ${quoted(document.name)}`)
    return { id }
  },

  'papers.revise': async (context, { of, issuedOn, reason }) => {
    const { db, describe, now } = context
    const [last] = await issuesOf(db, of)
    if (!last) throw new AppError('paper-not-issued')
    const issue = { number: last.number, issuedOn, revision: last.revision + 1, reason: reason.trim() }
    const document = await documentOf(context, of, issue)
    const { id, symbol } = await keepIssue(db, of, issue, document, now().toISOString())
    describe(`Ban hành lại số ${symbol}, lần sửa ${issue.revision}: ${quoted(issue.reason)}`)
    return { id }
  },

  'terms.list': ({ db }) => termsOf(db),

  'terms.add': async ({ db, describe }, { startsOn }) => {
    const known = await termsOf(db)
    if (known.some((term) => term.startsOn === startsOn))
      throw new AppError('invalid-input', { startsOn: 'Đã có nhiệm kỳ bắt đầu ngày này' })
    describe(`Ghi nhiệm kỳ chi ủy từ ngày ${formatVietnameseDate(startsOn)}`)
    return db.insertInto('committeeTerm').values({ startsOn }).returning('id').executeTakeFirstOrThrow()
  },

  'terms.remove': async ({ db, describe }, { id }) => {
    const term = (await termsOf(db)).find((each) => each.id === id)
    if (!term) throw new AppError('not-found')
    describe(`Xóa nhiệm kỳ chi ủy từ ngày ${formatVietnameseDate(term.startsOn)}`)
    await db.deleteFrom('committeeTerm').where('id', '=', id).execute()
    return null
  },
} satisfies HandlersOf<typeof issuingContract>

/** A paper as it would be under an issue's number and day. */
function documentOf(context: ReadContext, of: NumberedOf, issue: Issue): Promise<PaperDocument> {
  return 'year' in of
    ? yearPaperMakers[of.paper](context, of.year, issue)
    : paperMakers[of.paper].document(context, of.meetingId, issue)
}

/** Whether a paper now differs from its last issue, under the same number and day. */
async function changedSince(
  context: ReadContext,
  of: NumberedOf,
  last: { id: number; number: number; issuedOn: string },
): Promise<boolean> {
  const { layout: _layout, ...document } = await issuedDocument(context.db, last.id)
  return JSON.stringify(document) !== JSON.stringify(await documentOf(context, of, last))
}
