import type { papersContract } from '../../shared/contract/papers.ts'
import { needlessFields } from '../../shared/rules/decision-paragraphs.ts'
import { pastePack } from '../../shared/rules/paste-pack.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import { filledFields, writtenPaperNames } from '../../shared/rules/written-paper.ts'
import type { HandlersOf } from '../api/context.ts'
import { meetingRecord } from './meeting-record.ts'
import { paperInHand } from './papers-queries.ts'
import { addParagraph, existingParagraph, forgetOwn, noteComputed, writeOwnText } from './paragraphs.ts'

/** Papers written from facts and by hand, their numbers, and what was issued. */
export const papersHandlers = {
  'papers.get': async (at, of) => {
    const { record, paragraphs } = await paperInHand(at, of)
    return {
      paragraphs,
      fields: filledFields(of.paper, paragraphs, needlessFields(of.paper, record)),
      missing: paragraphs.flatMap((each) => each.missing),
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
} satisfies HandlersOf<typeof papersContract>

const aboutPaper = (paper: keyof typeof writtenPaperNames) => writtenPaperNames[paper].toLocaleLowerCase('vi')
