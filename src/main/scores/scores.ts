import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { ScoreLine, scoresContract } from '../../shared/contract/scores.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import { isScored, pointsText } from '../../shared/rules/score.ts'
import { daysOfFact, evidenceDayNames } from '../../shared/rules/score-facts.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { HandlersOf } from '../api/context.ts'
import { findMeeting } from '../db/meetings.ts'
import type { Schema } from '../db/schema.ts'
import { type GivenLine, linesOf } from '../db/scores.ts'
import { storeDay } from './score-evidence.ts'
import type { ScoredMeeting } from './score-facts.ts'
import {
  fillRest,
  haveMaximaOf,
  insertScore,
  isThemedMonth,
  type JudgedLine,
  judgedLines,
  settle,
  takeUp,
  takeUpMaxima,
} from './score-rows.ts'
import { completeSheet, findSheet, sheetsFor } from './sheets.ts'

type Db = Kysely<Schema>

/** The quality score of a meeting: what the facts give, what people gave, and the sheets it is given by. */
export const scoresHandlers = {
  'scores.get': async ({ db, today }, { meetingId, sheet: asked }) => {
    const meeting = await scoredMeeting(db, meetingId)
    const score = await scoreRow(db, meetingId)
    const { offered, usual } = await sheetsFor(db, meeting)
    const wanted = score?.sheet ?? (offered.some((each) => each.sheet === asked) ? asked : usual)
    const sheet = wanted === null ? undefined : await findSheet(db, wanted)
    const themed = await isThemedMonth(db, meeting)
    const judged = sheet ? await judgedLines(db, meeting, sheet, themed, today) : []
    const given = score ? await linesOf(db, meetingId) : []
    return {
      themed,
      otherMaxima: score !== undefined && sheet !== undefined && !haveMaximaOf(given, judged),
      sheet: score?.sheet ?? sheet?.id ?? '',
      score: score
        ? { sheetName: score.sheetName, total: score.total, missing: score.missing, level: score.level }
        : null,
      lines: score ? givenLines(given, judged) : judged.map(proposed),
      sheets: offered.map(({ sheet, name, note }) => ({ sheet, name, note })),
    }
  },

  'scores.create': async ({ db, today, describe }, { meetingId, sheet: sheetId }) => {
    const meeting = await scoredMeeting(db, meetingId)
    const sheet = await completeSheet(db, sheetId)
    if (await scoreRow(db, meetingId)) throw new AppError('already-scored')
    describe(`Chấm điểm ${titleOf(meeting)}`)
    await insertScore(db, meeting, sheet, today)
    return null
  },

  'scores.setLine': async ({ db, describe }, { meetingId, criterion, points, reason }) => {
    const meeting = await scoredMeeting(db, meetingId)
    const line = (await linesOf(db, meetingId)).find((each) => each.criterion === criterion)
    if (!line) throw new AppError('not-found')
    const given = points === undefined ? line.points : points
    if (given !== null && given > line.maximum)
      throw new AppError('invalid-input', { points: `Nhiều nhất ${pointsText(line.maximum)} điểm` })
    const words = given === null ? 'bỏ điểm' : `${pointsText(given)} điểm`
    describe(`${titleOf(meeting)}: ${quoted(line.title)}, ${words}`)
    await db
      .updateTable('scoreLine')
      .set({ points: given, reason: reason?.trim() ?? line.reason })
      .where('meetingId', '=', meetingId)
      .where('criterion', '=', criterion)
      .execute()
    await settle(db, meetingId)
    return null
  },

  'scores.fillRest': async ({ db, describe }, { meetingId }) => {
    const meeting = await scoredMeeting(db, meetingId)
    const filled = await fillRest(db, meetingId)
    describe(`${titleOf(meeting)}: cho điểm tối đa ${filled} dòng còn lại`)
    return { filled }
  },

  'scores.refresh': async ({ db, today, describe }, { meetingId }) => {
    const meeting = await scoredMeeting(db, meetingId)
    const score = await scoreRow(db, meetingId)
    const sheet = score && (await findSheet(db, score.sheet))
    if (!sheet) throw new AppError('not-found')
    describe(`Lấy lại điểm theo dữ liệu: ${titleOf(meeting)}`)
    const judged = await judgedLines(db, meeting, sheet, await isThemedMonth(db, meeting), today)
    if (!haveMaximaOf(await linesOf(db, meetingId), judged)) await takeUpMaxima(db, meetingId, judged)
    await takeUp(db, meetingId, judged)
    return null
  },

  'scores.setEvidence': async ({ db, today, describe }, { meetingId, day, doneOn }) => {
    const meeting = await scoredMeeting(db, meetingId)
    if (doneOn !== null && doneOn > today)
      throw new AppError('invalid-input', { doneOn: 'Ngày không thể sau hôm nay' })
    const words = doneOn === null ? 'bỏ ngày đã ghi' : formatVietnameseDate(doneOn)
    describe(`${titleOf(meeting)}: ${evidenceDayNames[day].toLowerCase()}, ${words}`)
    await storeDay(db, meetingId, day, doneOn)
    const score = await scoreRow(db, meetingId)
    const sheet = score && (await findSheet(db, score.sheet))
    if (!sheet) return null
    const judged = await judgedLines(db, meeting, sheet, await isThemedMonth(db, meeting), today)
    const spokenFor = judged.filter(({ line }) => line.facts.flatMap(daysOfFact).includes(day))
    await takeUp(db, meetingId, spokenFor)
    return null
  },

  'scores.remove': async ({ db, describe }, { meetingId }) => {
    const meeting = await scoredMeeting(db, meetingId)
    describe(`Bỏ phiếu chấm điểm ${titleOf(meeting)}`)
    await db.deleteFrom('scoreLine').where('meetingId', '=', meetingId).execute()
    await db.deleteFrom('meetingScore').where('meetingId', '=', meetingId).execute()
    return null
  },
} satisfies HandlersOf<typeof scoresContract>

/** A meeting of the kinds that are scored. Throws `not-found` and `not-scored-kind`. */
async function scoredMeeting(db: Db, id: number): Promise<ScoredMeeting> {
  const meeting = await findMeeting(db, id)
  if (!isScored(meeting)) throw new AppError('not-scored-kind')
  return meeting
}

function scoreRow(db: Db, meetingId: number) {
  return db.selectFrom('meetingScore').where('meetingId', '=', meetingId).selectAll().executeTakeFirst()
}

const titleOf = ({ kind, period }: ScoredMeeting) => meetingTitle(kind, period)

function proposed({ line, judgement, days }: JudgedLine): ScoreLine {
  const { id, groupTitle, title, rule, gap, maximum } = line
  const { points: computed, evidence } = judgement
  return {
    criterion: id,
    groupTitle,
    title,
    rule,
    gap,
    maximum,
    points: null,
    computed,
    evidence,
    reason: '',
    now: null,
    days,
  }
}

function givenLines(lines: readonly GivenLine[], judged: readonly JudgedLine[]): ScoreLine[] {
  const byId = new Map(judged.map((each) => [each.line.id, each]))
  return lines.map((given) => {
    const known = byId.get(given.criterion)
    const now = known && { computed: known.judgement.points, evidence: known.judgement.evidence }
    const differs = now !== undefined && (now.computed !== given.computed || now.evidence !== given.evidence)
    return {
      ...given,
      rule: known?.line.rule ?? '',
      gap: known?.line.gap ?? '',
      now: differs ? now : null,
      days: known?.days ?? [],
    }
  })
}
