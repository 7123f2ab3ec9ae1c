import { AppError } from '../../shared/contract/errors.ts'
import type { papersContract } from '../../shared/contract/papers.ts'
import { isGraded } from '../../shared/rules/decision-paragraphs.ts'
import { issueRefusal, termOn } from '../../shared/rules/paper-number.ts'
import { pastePack } from '../../shared/rules/paste-pack.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { filledFields, writtenPaperNames } from '../../shared/rules/written-paper.ts'
import type { HandlersOf } from '../api/context.ts'
import { documentTypes } from '../resources/document-types.ts'
import { changedSince, keepIssue, termsOf, usedNumbers } from './issuing.ts'
import { meetingRecord } from './meeting-record.ts'
import { issuesOf, paperInHand } from './papers-queries.ts'
import { addParagraph, existingParagraph, forgetOwn, noteComputed, writeOwnText } from './paragraphs.ts'

/** Papers written from facts and by hand, their numbers, and what was issued. */
export const papersHandlers = {
  'papers.get': async (at, of) => {
    const { record, paragraphs } = await paperInHand(at, of)
    const issued = await issuesOf(at.db, of)
    const last = issued[0]
    return {
      paragraphs,
      fields: filledFields(of.paper, paragraphs, isGraded(record) ? [] : ['score']),
      missing: paragraphs.flatMap((each) => each.missing),
      issued,
      changedSinceIssue: last !== undefined && (await changedSince(at, of, last)),
    }
  },

  'papers.write': async ({ db, today, describe }, { text, ...place }) => {
    const standing = await existingParagraph({ db, today }, place)
    const { found } = standing
    if (text === found.text) return null
    describe(`Sửa ${aboutPaper(place.paper)}: ${quoted(text.trim() || found.text)}`)
    // Somebody who writes what the facts say wants what the facts say.
    if (found.stale === null && text === found.computed) await forgetOwn(db, place)
    else await writeOwnText({ db, today }, place, standing, text)
    return null
  },

  'papers.add': async ({ db, today, describe }, { afterKey, text, ...of }) => {
    const { found } = await existingParagraph({ db, today }, { ...of, key: afterKey })
    describe(`Thêm đoạn vào ${aboutPaper(of.paper)}: ${quoted(text.trim())}`)
    return addParagraph({ db, today }, of, found, text)
  },

  'papers.leaveOut': async ({ db, today, describe }, place) => {
    const standing = await existingParagraph({ db, today }, place)
    describe(`Bỏ đoạn khỏi ${aboutPaper(place.paper)}: ${quoted(standing.found.text)}`)
    if (standing.found.hand === 'added') await forgetOwn(db, place)
    else if (standing.found.text !== '') await writeOwnText({ db, today }, place, standing, '')
    return null
  },

  'papers.takeComputed': async ({ db, today, describe }, place) => {
    const { found } = await existingParagraph({ db, today }, place)
    if (found.hand === 'facts') return null
    describe(`Lấy lại đoạn theo dữ kiện trong ${aboutPaper(place.paper)}`)
    await forgetOwn(db, place)
    return null
  },

  'papers.keepOwn': async ({ db, today, describe }, place) => {
    const { found } = await existingParagraph({ db, today }, place)
    if (found.stale === null) return null
    describe(`Giữ đoạn đã sửa trong ${aboutPaper(place.paper)}: ${quoted(found.text)}`)
    await noteComputed(db, place, found)
    return null
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

  'papers.issue': async ({ db, today, describe, now }, { number, issuedOn, ...of }) => {
    if ((await issuesOf(db, of)).length > 0) throw new AppError('paper-issued')
    if (termOn(await termsOf(db), issuedOn) === null) throw new AppError('term-missing')
    const issue = { number, issuedOn, revision: 0, reason: '' }
    const { id, symbol, title } = await keepIssue({ db, today }, of, issue, now().toISOString())
    describe(`Ban hành số ${symbol}: ${quoted(title)}`)
    return { id }
  },

  'papers.revise': async ({ db, today, describe, now }, { issuedOn, reason, ...of }) => {
    const [last] = await issuesOf(db, of)
    if (!last) throw new AppError('paper-not-issued')
    const issue = { number: last.number, issuedOn, revision: last.revision + 1, reason: reason.trim() }
    const { id, symbol } = await keepIssue({ db, today }, of, issue, now().toISOString())
    describe(`Ban hành lại số ${symbol}, lần sửa ${issue.revision}: ${quoted(issue.reason)}`)
    return { id }
  },

  'papers.pastePack': async ({ db, today }, { meetingId }) => {
    const record = await meetingRecord(db, meetingId, today)
    const issued = await db
      .selectFrom('issuedPaper')
      .select(({ fn }) => ['symbol', 'title', fn.max('revision').as('revision')])
      .where('meetingId', '=', meetingId)
      .groupBy('paper')
      .orderBy('paper')
      .execute()
    return pastePack(
      record,
      issued.map(({ symbol, title }) => `${title} (số ${symbol})`),
    )
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
} satisfies HandlersOf<typeof papersContract>

const aboutPaper = (paper: keyof typeof writtenPaperNames) => writtenPaperNames[paper].toLocaleLowerCase('vi')
