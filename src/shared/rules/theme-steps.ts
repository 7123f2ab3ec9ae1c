import { addDays } from './calendar.ts'
import { type StepState, standingWords, stepState } from './preparation.ts'
import { type RuleSet, type RuleValue, ruleSetName } from './rule-set.ts'
import { stepsBefore, type ThemeStep, themeStepNames, themeSteps } from './theme.ts'
import { type Thresholds, usageSource } from './thresholds.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'

/** `undated`: no day of a session is known yet, and none was set by hand. */
export type ThemeStepState = StepState | 'undated'

export type ThemeStepStanding = {
  step: ThemeStep
  dueOn: string | null
  /** The day was set by hand, not counted from the session's. */
  dueByHand: boolean
  /** The rule that sets the day, by number and date, or that it is usage. */
  source: string
  byRule: boolean
  doneOn: string | null
  /** The day was found at the meeting, not written down by hand. */
  found: boolean
  state: ThemeStepState
  /** Days after the due day, 0 when not late. */
  lateDays: number
}

/** What is known of a theme's way; days are ISO. */
export type ThemeFacts = {
  recorded: readonly { step: ThemeStep; dueOn: string | null; doneOn: string | null }[]
  /** The session's day: the meeting's, else the planned one. */
  sessionDay: string | null
  /** Days that the meeting itself tells. */
  found: { readonly [Step in ThemeStep]?: string | null }
}

/** No day lies after it. */
const never = '9999-12-31'

/**
 * Every step of a theme with its day and where it stands on `today`. Days before the session are counted back from
 * it; its conclusion and the report upward follow the day it was really held.
 */
export function themeStepsOf(
  facts: ThemeFacts,
  ruleSet: RuleSet | null,
  thresholds: Thresholds,
  today: string,
): ThemeStepStanding[] {
  const sentRule = ruleSet?.values.papersDaysBefore
  const reportRule = ruleSet?.values.reportDaysAfter
  const daysFrom: Record<ThemeStep, number> = {
    outline: -thresholds.themeOutlineDaysBefore,
    draft: -thresholds.themeDraftDaysBefore,
    approval: -thresholds.themeApprovalDaysBefore,
    sent: -(sentRule?.value ?? thresholds.papersDaysBefore),
    held: 0,
    concluded: 0,
    reported: reportRule?.value ?? thresholds.themeReportDaysAfter,
  }
  const rules: { readonly [Step in ThemeStep]?: RuleValue | undefined } = {
    sent: sentRule,
    reported: reportRule,
  }
  const doneOf = (step: ThemeStep) =>
    facts.recorded.find((each) => each.step === step)?.doneOn ?? facts.found[step] ?? null
  const heldOn = doneOf('held')
  return themeSteps.map((step) => {
    const recorded = facts.recorded.find((each) => each.step === step)
    const before = stepsBefore.includes(step)
    const from = before || step === 'held' ? facts.sessionDay : (heldOn ?? facts.sessionDay)
    const dueByHand = recorded !== undefined && recorded.dueOn !== null
    const dueOn = recorded?.dueOn ?? (from && addDays(from, daysFrom[step]))
    const doneOn = doneOf(step)
    const byRule = !dueByHand && rules[step] !== undefined
    return {
      step,
      dueOn,
      dueByHand,
      source: dueByHand ? 'ngày tự đặt' : byRule && ruleSet ? ruleSetName(ruleSet) : usageSource,
      byRule,
      doneOn,
      found: doneOn !== null && !recorded?.doneOn,
      ...(dueOn === null
        ? { state: doneOn === null ? ('undated' as const) : ('done' as const), lateDays: 0 }
        : stepState(doneOn, dueOn, (before && heldOn) || never, today)),
    }
  })
}

/** Where a step stands, in words: "Chậm 2 ngày, hạn 25/11/2026". */
export function themeStepWords(standing: ThemeStepStanding, today: string): string {
  const { state, dueOn, doneOn, lateDays } = standing
  if (state === 'undated') return 'Chưa có hạn: chưa định ngày sinh hoạt'
  if (dueOn === null) return `Xong ngày ${doneOn && formatVietnameseDate(doneOn)}`
  return standingWords({ state, dueOn, doneOn, lateDays }, today)
}

/** The steps that are late and not done, in words: "Dự thảo chậm 3 ngày". */
export function lateStepWords(steps: readonly ThemeStepStanding[]): string[] {
  return steps
    .filter(({ state }) => state === 'late')
    .map(({ step, lateDays }) => `${themeStepNames[step]} chậm ${lateDays} ngày`)
}

/**
 * Why a step cannot be due on a day, or null: what prepares a session lies before it, papers as many days as the
 * rule in force asks, and what follows it does not lie before it.
 */
export function dueDayProblem(
  step: ThemeStep,
  dueOn: string,
  sessionDay: string | null,
  ruleSet: RuleSet | null,
): string | null {
  if (sessionDay === null) return null
  const session = formatVietnameseDate(sessionDay)
  if (!stepsBefore.includes(step))
    return dueOn < sessionDay ? `Hạn này sớm hơn ngày sinh hoạt ${session}` : null
  if (dueOn > sessionDay) return `Hạn này muộn hơn ngày sinh hoạt ${session}`
  const days = step === 'sent' ? ruleSet?.values.papersDaysBefore?.value : undefined
  if (!ruleSet || days === undefined || dueOn <= addDays(sessionDay, -days)) return null
  return `${ruleSetName(ruleSet)}: gửi trước buổi sinh hoạt ít nhất ${days} ngày, tức là chậm nhất ${formatVietnameseDate(addDays(sessionDay, -days))}`
}

/** Why a session cannot be on a day towards the deadlines set by hand, or null. */
export function sessionDayProblem(sessionDay: string, recorded: ThemeFacts['recorded']): string | null {
  const after = recorded
    .filter(({ step, dueOn }) => stepsBefore.includes(step) && dueOn !== null && dueOn > sessionDay)
    .map(({ step, dueOn }) => `${themeStepNames[step].toLowerCase()} ${formatVietnameseDate(dueOn ?? '')}`)
  if (after.length === 0) return null
  return `Ngày ${formatVietnameseDate(sessionDay)} sớm hơn hạn đã đặt: ${after.join(', ')}. Hãy sửa hạn trước, hoặc chọn ngày sau đó`
}
