import type { Kysely } from 'kysely'
import type { ReportPeriod } from '../../shared/rules/report-period.ts'
import { pointsText, type ScoreLevel } from '../../shared/rules/score.ts'
import type { Schema } from '../db/schema.ts'

/** The score of a meeting as it was given, line by line. */
export type Score = {
  total: number
  /** Null while lines are missing. */
  level: ScoreLevel | null
  missing: number
  lines: { title: string; maximum: number; points: number | null; evidence: string; reason: string }[]
}

/** The scores of the period's meetings, by meeting. */
export async function readScores(
  db: Kysely<Schema>,
  { fromDate, toDate }: ReportPeriod,
): Promise<Map<number, Score>> {
  const scores = await db
    .selectFrom('meetingScore')
    .innerJoin('meeting', 'meeting.id', 'meetingScore.meetingId')
    .where('meeting.removedAt', 'is', null)
    .where('meeting.heldOn', '>=', fromDate)
    .where('meeting.heldOn', '<=', toDate)
    .select(['meetingId', 'total', 'level', 'missing'])
    .execute()
  const lines = await db
    .selectFrom('scoreLine')
    .innerJoin('meeting', 'meeting.id', 'scoreLine.meetingId')
    .where('meeting.removedAt', 'is', null)
    .where('meeting.heldOn', '>=', fromDate)
    .where('meeting.heldOn', '<=', toDate)
    .orderBy('scoreLine.position')
    .select(['scoreLine.meetingId', 'scoreLine.title', 'maximum', 'points', 'evidence', 'reason'])
    .execute()
  const linesOf = Map.groupBy(lines, ({ meetingId }) => meetingId)
  return new Map(
    scores.map(({ meetingId, ...score }) => [
      meetingId,
      {
        ...score,
        lines: (linesOf.get(meetingId) ?? []).map(({ meetingId: _, ...line }) => line),
      },
    ]),
  )
}

/** Line by line why points were lost: by hand where somebody said so, else what the facts say. */
export function explainLost({ lines, missing }: Score): string {
  const lost = lines.flatMap(({ title, maximum, points, evidence, reason }) => {
    if (points === null || points >= maximum) return []
    const why = reason || evidence
    return [
      `${title}: trừ ${pointsText(Math.round((maximum - points) * 100) / 100)}${why === '' ? '' : ` (${why})`}`,
    ]
  })
  return [...lost, ...(missing > 0 ? [`còn ${missing} dòng chưa chấm`] : [])].join('; ')
}
