import type { MeetingKind } from './meeting.ts'
import type { confidences } from './rule-set.ts'
import type { ScoreFactName, ScoreScale } from './score-facts.ts'

/** The kinds of meetings that are scored. */
export const scoredKinds = ['regular', 'regularThemed', 'themed'] as const satisfies readonly MeetingKind[]
export type ScoredKind = (typeof scoredKinds)[number]

/** Whether a meeting is scored: committee and extraordinary ones are not. */
export const isScored = <M extends { kind: MeetingKind }>(meeting: M): meeting is M & { kind: ScoredKind } =>
  scoredKinds.some((kind) => kind === meeting.kind)

export const scoreLevels = ['good', 'fair', 'average', 'poor'] as const
export type ScoreLevel = (typeof scoreLevels)[number]

export const scoreLevelNames: Record<ScoreLevel, string> = {
  good: 'Tốt',
  fair: 'Khá',
  average: 'Trung bình',
  poor: 'Kém',
}

/** One line of a score sheet. Points are whole or decimal, from 0 up to its maximum. */
export type Criterion = {
  /** Unique within its sheet. */
  id: string
  title: string
  /** The steps in words, as the sheet has them; '' where it has but the maximum. */
  rule: string
  /** What the sheet leaves undefined, and how it is taken here; '' where it leaves nothing open. */
  gap: string
  maximum: number
  /** The maximum in a month with a themed session; 0 in either: the line is not on that month's sheet. */
  maximumThemed: number
  /** What is known that speaks for this line, the first of them measured by `scale`. */
  facts: readonly ScoreFactName[]
  /** Null: a person decides, the facts are only told. */
  scale: ScoreScale | null
}

/** A sheet as dated data; `title` is '' for lines that stand in no group. */
export type ScoreSheet = {
  id: string
  name: string
  /** First day it holds, ISO. */
  validFrom: string
  /** The kinds of meetings it is meant for; it is taken for them without being asked for. */
  kinds: readonly ScoredKind[]
  source: string
  confidence: (typeof confidences)[number]
  note: string
  groups: readonly { title: string; criteria: readonly Criterion[] }[]
}

/** A line as it stands on the sheet of one meeting. */
export type SheetLine = Omit<Criterion, 'maximumThemed'> & { groupTitle: string }

/** The lines of a sheet for a month with or without a themed session, those that do not count left out. */
export function sheetLines(sheet: Pick<ScoreSheet, 'groups'>, themed: boolean): SheetLine[] {
  return sheet.groups.flatMap((group) =>
    group.criteria.flatMap(({ maximum, maximumThemed, ...criterion }) => {
      const most = themed ? maximumThemed : maximum
      return most > 0 ? [{ ...criterion, maximum: most, groupTitle: group.title }] : []
    }),
  )
}

/** Where a level begins, from the highest on. */
export type LevelSteps = readonly { level: ScoreLevel; from: number }[]

/** The level of a total: Tốt from 90, Khá from 70, Trung bình from 50 (Hướng dẫn 42-HD/BTCTW of 28/10/2025, mục II). */
export function levelOf(total: number, steps: LevelSteps): ScoreLevel {
  return steps.find(({ from }) => total >= from)?.level ?? 'poor'
}

export type ScoreTotal = {
  /** Points given so far. */
  total: number
  /** Lines without points yet. */
  missing: number
  /** Null while a line is missing: a sheet half filled has no level. */
  level: ScoreLevel | null
}

/** Adds up the points of a sheet's lines; hundredths, so that tenths add up as people write them. */
export function totalOf(lines: readonly { points: number | null }[], steps: LevelSteps): ScoreTotal {
  const hundredths = lines.reduce((sum, { points }) => sum + Math.round((points ?? 0) * 100), 0)
  const total = hundredths / 100
  const missing = lines.filter(({ points }) => points === null).length
  return { total, missing, level: missing > 0 || lines.length === 0 ? null : levelOf(total, steps) }
}

/** Points in Vietnamese writing: "4,5". */
export function pointsText(points: number): string {
  return String(points).replace('.', ',')
}

/** Reads points as people type them, "4", "4,5" or "4.5"; null for what is none, undefined for nothing typed. */
export function readPoints(typed: string): number | null | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  return /^\d{1,3}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : null
}

/**
 * Why a line lost points, in words: what was written by hand, else what the facts say. Null where it lost none or
 * has none yet. Every lost point is to be explained upward (column "Thuyết minh điểm trừ" of the monthly table).
 */
export function lossWords(line: {
  points: number | null
  maximum: number
  title: string
  reason: string
  evidence: string
}): string | null {
  if (line.points === null || line.points >= line.maximum) return null
  const lost = pointsText(Math.round((line.maximum - line.points) * 100) / 100)
  const why = line.reason.trim() || line.evidence
  return `${line.title}: trừ ${lost} điểm${why === '' ? '' : ` (${why})`}`
}
