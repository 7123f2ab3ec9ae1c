import type { Kysely } from 'kysely'
import type { ScoreLine } from '../../shared/contract/scores.ts'
import { themedKinds } from '../../shared/rules/meeting.ts'
import { type SheetLine, sheetLines, totalOf } from '../../shared/rules/score.ts'
import { type Judgement, judge } from '../../shared/rules/score-judgement.ts'
import type { Schema } from '../db/schema.ts'
import { type GivenLine, linesOf } from '../db/scores.ts'
import { levelSteps } from '../resources/score-sheets.ts'
import { daysOfLine, evidenceOf } from './score-evidence.ts'
import { type ScoredMeeting, scoreFactsOf } from './score-facts.ts'
import type { completeSheet } from './sheets.ts'

type Db = Kysely<Schema>

/** Writes the score of a meeting by a sheet as the facts of `today` give it. */
export async function insertScore(
  db: Db,
  meeting: ScoredMeeting,
  sheet: Awaited<ReturnType<typeof completeSheet>>,
  today: string,
): Promise<void> {
  const judged = await judgedLines(db, meeting, sheet, await isThemedMonth(db, meeting), today)
  await db
    .insertInto('meetingScore')
    .values({
      meetingId: meeting.id,
      sheet: sheet.id,
      sheetName: sheet.name,
      total: 0,
      missing: judged.length,
    })
    .execute()
  await db
    .insertInto('scoreLine')
    .values(judged.map((each, index) => newRow(meeting.id, each, index + 1)))
    .execute()
  await settle(db, meeting.id)
}

const newRow = (meetingId: number, { line, judgement }: JudgedLine, position: number) => ({
  meetingId,
  position,
  criterion: line.id,
  groupTitle: line.groupTitle,
  title: line.title,
  maximum: line.maximum,
  points: judgement.points,
  computed: judgement.points,
  evidence: judgement.evidence,
  reason: '',
})

/** Brings the total of a score to what its lines add up to. */
export async function settle(db: Db, meetingId: number): Promise<void> {
  await db
    .updateTable('meetingScore')
    .set(totalOf(await linesOf(db, meetingId), levelSteps))
    .where('meetingId', '=', meetingId)
    .execute()
}

/** Gives the maximum to every line without points; answers how many there were. */
export async function fillRest(db: Db, meetingId: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('scoreLine')
    .set((eb) => ({ points: eb.ref('maximum') }))
    .where('meetingId', '=', meetingId)
    .where('points', 'is', null)
    .executeTakeFirst()
  await settle(db, meetingId)
  return Number(numUpdatedRows)
}

/** Whether the maxima of a month with a themed session hold: this meeting has one, or its month another with one. */
export async function isThemedMonth(db: Db, { period }: ScoredMeeting): Promise<boolean> {
  const themed = await db
    .selectFrom('meeting')
    .where('period', '=', period)
    .where('kind', 'in', themedKinds)
    .where('removedAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  return themed !== undefined
}

/** A line with what the facts give it, and the days that may be entered for it. */
export type JudgedLine = { line: SheetLine; judgement: Judgement; days: ScoreLine['days'] }

/** Every line of a sheet with what the facts of `today` give it; `themed`: by a themed month’s maxima. */
export async function judgedLines(
  db: Db,
  meeting: ScoredMeeting,
  sheet: Parameters<typeof sheetLines>[0],
  themed: boolean,
  today: string,
): Promise<JudgedLine[]> {
  const evidence = await evidenceOf(db, meeting, today)
  const facts = await scoreFactsOf(db, meeting, evidence)
  return sheetLines(sheet, themed).map((line) => ({
    line,
    judgement: judge(line, facts),
    days: daysOfLine(line.facts, evidence),
  }))
}

/** Whether a score has the lines and maxima its sheet has by now: a themed session may have come to its month since. */
export function haveMaximaOf(given: readonly GivenLine[], judged: readonly JudgedLine[]): boolean {
  return (
    given.length === judged.length &&
    judged.every(({ line }) =>
      given.some((each) => each.criterion === line.id && each.maximum === line.maximum),
    )
  )
}

/** Gives a score the lines and maxima of its sheet; points stay as far as they are not above their maximum. */
export async function takeUpMaxima(db: Db, meetingId: number, judged: readonly JudgedLine[]): Promise<void> {
  const given = new Map((await linesOf(db, meetingId)).map((line) => [line.criterion, line]))
  const ids = judged.map(({ line }) => line.id)
  await db
    .deleteFrom('scoreLine')
    .where('meetingId', '=', meetingId)
    .where('criterion', 'not in', ids)
    .execute()
  for (const [index, each] of judged.entries()) {
    const { id, maximum } = each.line
    const line = given.get(id)
    if (!line) {
      await db
        .insertInto('scoreLine')
        .values(newRow(meetingId, each, index + 1))
        .execute()
      continue
    }
    const atMost = (points: number | null) => points && Math.min(points, maximum)
    await db
      .updateTable('scoreLine')
      .set({
        position: index + 1,
        maximum,
        points: atMost(line.points),
        computed: atMost(line.computed),
      })
      .where('meetingId', '=', meetingId)
      .where('criterion', '=', id)
      .execute()
  }
}

/** Puts what the facts say by now into the lines of a score; points given by hand stay. */
export async function takeUp(db: Db, meetingId: number, judged: readonly JudgedLine[]): Promise<void> {
  for (const line of await linesOf(db, meetingId)) {
    const now = judged.find((each) => each.line.id === line.criterion)?.judgement
    if (!now) continue
    const byHand = line.points !== null && line.points !== line.computed
    const computed = now.points === null ? null : Math.min(now.points, line.maximum)
    await db
      .updateTable('scoreLine')
      .set({ computed, evidence: now.evidence, ...(byHand ? {} : { points: computed ?? line.points }) })
      .where('meetingId', '=', meetingId)
      .where('criterion', '=', line.criterion)
      .execute()
  }
  await settle(db, meetingId)
}
