import type { Generated } from 'kysely'
import type { ScoreLevel } from '../../shared/rules/score.ts'
import type { OwnDay } from '../../shared/rules/score-facts.ts'

export type ScoreSheetTable = {
  id: Generated<number>
  name: string
  /** First day it holds; null: any day. */
  validFrom: string | null
  /** The kinds of meetings it is meant for, with a space between. */
  kinds: Generated<string>
  /** The sheet whose place it takes from `validFrom` on, by its id among all sheets. */
  replaces: string | null
}

export type ScoreCriterionTable = {
  id: Generated<number>
  scoreSheetId: number
  position: number
  groupTitle: string
  title: string
  maximum: number
  /** The maximum in a month with a themed session; null: the same. */
  maximumThemed: number | null
  /** The steps in words as the sheet has them; '' where `scale` says them. */
  rule: Generated<string>
  /** What the sheet leaves undefined, and how it is taken. */
  gap: Generated<string>
  /** The facts told beside the line, with a space between; null: those its title speaks of. */
  facts: string | null
  /** How the first of the facts becomes points, a `ScoreScale` as JSON; null: people judge. */
  scale: string | null
}

/** One row for each meeting scored, kept equal to the sum of its lines. */
export type MeetingScoreTable = {
  id: Generated<number>
  meetingId: number
  /** A sheet of the program by its id, or one of the cell's own as 'own-3'. */
  sheet: string
  sheetName: string
  total: number
  /** Lines without points yet; a level only once there are none. */
  missing: number
  level: ScoreLevel | null
}

/** What was given for a line, with what the facts said of it then. Title and maximum stay as they were. */
export type ScoreLineTable = {
  id: Generated<number>
  meetingId: number
  position: number
  criterion: string
  groupTitle: string
  title: string
  maximum: number
  points: number | null
  /** What the facts gave; null where a person decides. */
  computed: number | null
  evidence: string
  reason: string
}

/** A day entered by hand where the program could not find it. */
export type ScoreEvidenceTable = {
  id: Generated<number>
  meetingId: number
  day: OwnDay
  doneOn: string
}
