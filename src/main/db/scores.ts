import type { Kysely } from 'kysely'
import type { MeetingKind } from '../../shared/rules/meeting.ts'
import { lossWords, type ScoreLevel } from '../../shared/rules/score.ts'
import type { Schema } from './schema.ts'

/** A line of a meeting's score as it was given. */
export type GivenLine = {
  criterion: string
  groupTitle: string
  title: string
  maximum: number
  points: number | null
  computed: number | null
  evidence: string
  reason: string
}

/** The lines of a meeting's score in the order of its sheet; none while it is not scored. */
export function linesOf(db: Kysely<Schema>, meetingId: number): Promise<GivenLine[]> {
  return db
    .selectFrom('scoreLine')
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .select(['criterion', 'groupTitle', 'title', 'maximum', 'points', 'computed', 'evidence', 'reason'])
    .execute()
}

/** The score of a meeting for whoever writes it down: a paper, a report. */
export type MeetingScore = {
  meetingId: number
  kind: MeetingKind
  period: string
  heldOn: string
  sheetName: string
  total: number
  /** Lines without points yet; while there are any, `level` is null. */
  missing: number
  level: ScoreLevel | null
  /** Points by group of the sheet, in its order; a line in no group stands by itself. */
  groups: { title: string; points: number; maximum: number }[]
  /** Why points were lost, a sentence for each line that lost any. */
  losses: string[]
}

/** The scores of the meetings held in a period, both days included, oldest first; those not scored are not there. */
export async function scoresBetween(
  db: Kysely<Schema>,
  fromDate: string,
  toDate: string,
): Promise<MeetingScore[]> {
  const scores = await db
    .selectFrom('meetingScore')
    .innerJoin('meeting', 'meeting.id', 'meetingScore.meetingId')
    .where('meeting.removedAt', 'is', null)
    .where('meeting.heldOn', '>=', fromDate)
    .where('meeting.heldOn', '<=', toDate)
    .orderBy('meeting.heldOn')
    .orderBy('meeting.id')
    .select(['meetingId', 'kind', 'period', 'heldOn', 'sheetName', 'total', 'missing', 'level'])
    .execute()
  const lines = await db
    .selectFrom('scoreLine')
    .innerJoin('meeting', 'meeting.id', 'scoreLine.meetingId')
    .where('meeting.heldOn', '>=', fromDate)
    .where('meeting.heldOn', '<=', toDate)
    .orderBy('scoreLine.meetingId')
    .orderBy('scoreLine.position')
    .select(['meetingId', 'groupTitle', 'title', 'maximum', 'points', 'evidence', 'reason'])
    .execute()
  const linesByMeeting = Map.groupBy(lines, (line) => line.meetingId)
  return scores.map((score) => {
    const own = linesByMeeting.get(score.meetingId) ?? []
    const groups = Map.groupBy(own, (line) => line.groupTitle || line.title)
    return {
      ...score,
      groups: [...groups].map(([title, members]) => ({
        title,
        points: sum(members.map((line) => line.points ?? 0)),
        maximum: sum(members.map((line) => line.maximum)),
      })),
      losses: own.flatMap((line) => lossWords(line) ?? []),
    }
  })
}

/** The score of one meeting, or null while it is not scored. */
export async function scoreOfMeeting(db: Kysely<Schema>, meetingId: number): Promise<MeetingScore | null> {
  const meeting = await db
    .selectFrom('meeting')
    .select('heldOn')
    .where('id', '=', meetingId)
    .executeTakeFirst()
  if (!meeting) return null
  const scores = await scoresBetween(db, meeting.heldOn, meeting.heldOn)
  return scores.find((score) => score.meetingId === meetingId) ?? null
}

const sum = (numbers: readonly number[]) =>
  numbers.reduce((total, number) => total + Math.round(number * 100), 0) / 100
