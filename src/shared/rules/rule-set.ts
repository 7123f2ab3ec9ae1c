import type { MeetingKind } from './meeting.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'

export const ruleValueNames = [
  'minimumMinutesRegular',
  'minimumMinutesRegularThemed',
  'papersDaysBefore',
  'reportDaysAfter',
  'attendancePercentAbove',
  'excusedAbsencesInARow',
  'themedSessionsPerQuarter',
  'unexcusedMonthsInYear',
] as const
export type RuleValueName = (typeof ruleValueNames)[number]

export const ruleUnits = ['minutes', 'days', 'percent', 'times', 'months'] as const
export const confidences = ['certain', 'likely', 'unsure'] as const

/** One figure of a rule, with where it was read and how sure that is. */
export type RuleValue = {
  value: number
  unit: (typeof ruleUnits)[number]
  source: string
  confidence: (typeof confidences)[number]
  note: string
}

/**
 * A guidance on cell meetings as dated data. A value that is not established is absent, never guessed.
 * Numbers repeat between years ("12-HD/BTCTW" exists twice), so a rule is named by number and date.
 */
export type RuleSet = {
  id: string
  /** Kind of document: 'Hướng dẫn'. */
  kind: string
  number: string
  /** Day it was issued, ISO. */
  date: string
  /** First day it holds, ISO; it holds until the next one's first day. */
  validFrom: string
  title: string
  note: string
  values: { readonly [Name in RuleValueName]?: RuleValue }
}

/** The rule-set in force on a day: the newest that already holds. Null before the first known one. */
export function ruleSetOn(ruleSets: readonly RuleSet[], date: string): RuleSet | null {
  let found: RuleSet | null = null
  for (const ruleSet of ruleSets) {
    if (ruleSet.validFrom <= date && (found === null || ruleSet.validFrom > found.validFrom)) found = ruleSet
  }
  return found
}

/** How a rule is cited: "Hướng dẫn 42-HD/BTCTW ngày 28/10/2025". */
export function ruleSetName(ruleSet: RuleSet): string {
  return `${ruleSet.kind} ${ruleSet.number} ngày ${formatVietnameseDate(ruleSet.date)}`
}

/** For which figure of a rule-set a kind of meeting is measured; the others have no established minimum. */
const minimumNames: { readonly [Kind in MeetingKind]?: RuleValueName } = {
  regular: 'minimumMinutesRegular',
  regularThemed: 'minimumMinutesRegularThemed',
}

export type MeetingMinimum = { minutes: number; rule: string }

/**
 * The least length, in minutes, of a meeting of this kind held on this day, and the rule that says so.
 * Null where no rule in force sets one: a themed meeting alone, a committee or an extraordinary meeting,
 * and any meeting before the first known rule.
 */
export function minimumOn(
  ruleSets: readonly RuleSet[],
  kind: MeetingKind,
  heldOn: string,
): MeetingMinimum | null {
  const ruleSet = ruleSetOn(ruleSets, heldOn)
  const name = minimumNames[kind]
  const value = ruleSet && name ? ruleSet.values[name] : undefined
  return ruleSet && value ? { minutes: value.value, rule: ruleSetName(ruleSet) } : null
}

/** Minutes missing to the minimum; 0 when it is reached or there is none. */
export function minutesMissing(totalMinutes: number, minimum: MeetingMinimum | null): number {
  return minimum === null ? 0 : Math.max(0, minimum.minutes - totalMinutes)
}
