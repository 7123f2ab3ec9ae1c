import type { Kysely } from 'kysely'
import { type SheetLine, sheetLines, totalOf } from '../../shared/rules/score.ts'
import { type Judgement, judge } from '../../shared/rules/score-facts.ts'
import type { Schema } from '../db/schema.ts'
import { linesOf } from '../db/scores.ts'
import { levelSteps } from '../resources/score-sheets.ts'
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
    .values(
      judged.map(({ line, judgement }, index) => ({
        meetingId: meeting.id,
        position: index + 1,
        criterion: line.id,
        groupTitle: line.groupTitle,
        title: line.title,
        maximum: line.maximum,
        points: judgement.points,
        computed: judgement.points,
        evidence: judgement.evidence,
        reason: '',
      })),
    )
    .execute()
  await settle(db, meeting.id)
}

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
    .where('kind', 'in', ['themed', 'regularThemed'])
    .where('removedAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  return themed !== undefined
}

export type JudgedLine = { line: SheetLine; judgement: Judgement }

export async function judgedLines(
  db: Db,
  meeting: ScoredMeeting,
  sheet: Parameters<typeof sheetLines>[0],
  themed: boolean,
  today: string,
): Promise<JudgedLine[]> {
  const facts = await scoreFactsOf(db, meeting, today)
  return sheetLines(sheet, themed).map((line) => ({ line, judgement: judge(line, facts) }))
}
