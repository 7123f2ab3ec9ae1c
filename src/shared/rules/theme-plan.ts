import { daysBetween } from './calendar.ts'
import { quoted } from './quoted.ts'
import { type RuleSet, ruleSetName } from './rule-set.ts'
import {
  daysOfPlan,
  liesInQuarter,
  quarterName,
  stepsBefore,
  type ThemeForm,
  type ThemeOrigin,
  themeStepNames,
} from './theme.ts'
import { lateStepWords, type ThemeStepStanding } from './theme-steps.ts'
import type { Thresholds } from './thresholds.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'

/** Somebody who prepares; `gone`: no longer of the cell on the session's day. */
export type Preparer = { memberId: number; fullName: string; gone: boolean }

/** A theme as the year's board shows it. */
export type PlannedTheme = {
  id: number
  year: number
  quarter: number
  month: number | null
  position: number
  title: string
  kind: string
  origin: ThemeOrigin
  form: ThemeForm
  lead: Preparer | null
  contributors: Preparer[]
  /** The day of its meeting, else the planned one. */
  sessionDay: string | null
  /** Its meeting with the month ('YYYY-MM') that this belongs to; null where there is none or it was removed. */
  meeting: { id: number; period: string } | null
  steps: ThemeStepStanding[]
}

/** A themed session of a quarter that no theme of the plan is treated in. */
export type LooseSession = { meetingId: number; title: string; heldOn: string; held: boolean }

/** The day a theme's session was held, or null. */
export function heldOn(theme: Pick<PlannedTheme, 'steps'>): string | null {
  return theme.steps.find(({ step }) => step === 'held')?.doneOn ?? null
}

/** What is amiss with a theme, in words; what matters most first. */
export function themeProblems(theme: PlannedTheme): string[] {
  const { year, quarter, meeting, sessionDay } = theme
  if (heldOn(theme) !== null) return lateStepWords(theme.steps)
  const gone = [theme.lead, ...theme.contributors].flatMap((person) =>
    person?.gone ? [person.fullName] : [],
  )
  const planned = meeting?.period ?? sessionDay
  const dues = theme.steps.filter(
    ({ step, dueOn }) =>
      stepsBefore.includes(step) && dueOn !== null && sessionDay !== null && dueOn > sessionDay,
  )
  return [
    ...(gone.length > 0
      ? [`${gone.join(', ')} không còn ở chi bộ vào ngày sinh hoạt, cần phân công lại`]
      : []),
    ...(planned !== null && !liesInQuarter(planned, year, quarter)
      ? [`Buổi sinh hoạt ngoài ${quarterName(quarter)}/${year}`]
      : []),
    ...dues.map(
      ({ step, dueOn }) =>
        `Hạn ${themeStepNames[step].toLowerCase()} ${formatVietnameseDate(dueOn ?? '')} muộn hơn ngày sinh hoạt`,
    ),
    ...lateStepWords(theme.steps),
  ]
}

/**
 * How a quarter stands: `held` enough, `overdue` when most of it has gone without a session, `missing` when fewer
 * themes are planned than the rule asks, `planned`, or `none` where no rule asks for any.
 */
export type QuarterState = 'held' | 'overdue' | 'missing' | 'planned' | 'none'

export type QuarterStanding = { state: QuarterState; sentence: string; source: string | null }

/** How a quarter of a year's plan stands on `today`, in words. `ruleSet`: the one in force at its end. */
export function quarterStanding(
  plan: { year: number; quarter: number; themes: readonly PlannedTheme[]; loose: readonly LooseSession[] },
  ruleSet: RuleSet | null,
  thresholds: Thresholds,
  today: string,
): QuarterStanding {
  const { themes, loose } = plan
  const least = ruleSet?.values.themedSessionsPerQuarter?.value ?? 0
  const source = ruleSet && least > 0 ? ruleSetName(ruleSet) : null
  const held =
    themes.filter((theme) => heldOn(theme) !== null).length + loose.filter((session) => session.held).length
  const planned = themes.length + loose.length
  const answer = (state: QuarterState, sentence: string): QuarterStanding => ({ state, sentence, source })
  if (held > 0 && held >= least) return answer('held', `Đã sinh hoạt ${held} buổi chuyên đề`)
  if (least === 0)
    return planned > 0
      ? answer('planned', `Có ${planned} chuyên đề, chưa sinh hoạt`)
      : answer('none', 'Không có chuyên đề')
  const { fromDate, toDate } = daysOfPlan(plan.year, plan.quarter, null)
  const gone = percentGone(fromDate, toDate, today)
  const most = thresholds.themeQuarterPercent
  const how =
    planned === 0
      ? 'chưa có chuyên đề nào'
      : held === 0
        ? 'chưa sinh hoạt chuyên đề'
        : `mới sinh hoạt ${held} trên ít nhất ${least} buổi`
  if (today > toDate) return answer('overdue', `Quý đã hết, ${how}`)
  if (gone >= most && gone > 0) return answer('overdue', `Đã qua ${gone}% của quý, ${how}`)
  if (planned < least)
    return answer(
      'missing',
      planned === 0
        ? `Chưa có chuyên đề, cần ít nhất ${least} buổi`
        : `Mới có ${planned} chuyên đề, cần ít nhất ${least} buổi`,
    )
  return answer('planned', `Có ${planned} chuyên đề, chưa sinh hoạt`)
}

/** How much of a stretch of days has gone by at the beginning of `today`, in whole percent from 0 to 100. */
export function percentGone(fromDate: string, toDate: string, today: string): number {
  const gone = daysBetween(fromDate, today) / (daysBetween(fromDate, toDate) + 1)
  return Math.floor(Math.min(1, Math.max(0, gone)) * 100)
}

/** How a plan still to be held is mentioned elsewhere: "“Tiết kiệm điện” dự kiến ngày 20/11/2026". */
export function plannedInWords(theme: { title: string; sessionDay: string | null }): string {
  return theme.sessionDay === null
    ? `${quoted(theme.title)} chưa định ngày`
    : `${quoted(theme.title)} dự kiến ngày ${formatVietnameseDate(theme.sessionDay)}`
}
