import { addDays, daysBetween } from './calendar.ts'
import type { MeetingKind } from './meeting.ts'
import { type RuleSet, ruleSetName } from './rule-set.ts'
import { type Thresholds, usageSource } from './thresholds.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'

/** What is done before a meeting, in the order of Hướng dẫn 42-HD/BTCTW of 28/10/2025 as digests have it. */
export const preparationSteps = [
  'assign',
  'draft',
  'committee',
  'notice',
  'noticeUpper',
  'ask',
  'papers',
] as const
export type PreparationStep = (typeof preparationSteps)[number]

export const preparationStepNames: Record<PreparationStep, string> = {
  assign: 'Phân công người chuẩn bị nội dung, dự thảo nghị quyết',
  draft: 'Có dự thảo nghị quyết',
  committee: 'Họp chi ủy thống nhất nội dung',
  notice: 'Gửi thông báo đến từng đảng viên',
  noticeUpper: 'Báo cấp ủy viên cấp trên theo dõi chi bộ',
  ask: 'Mời trước người phát biểu',
  papers: 'Gửi tài liệu đến đảng viên',
}

/** The committee and an extraordinary meeting are called at short notice and without the long way. */
const stepsOf: Record<MeetingKind, readonly PreparationStep[]> = {
  regular: preparationSteps,
  regularThemed: preparationSteps,
  // A theme is concluded, not resolved on: there is no resolution to be drafted.
  themed: preparationSteps.filter((step) => step !== 'draft'),
  committee: ['notice'],
  extraordinary: ['notice', 'noticeUpper', 'papers'],
}

/**
 * Where a step stands: `done` in time, `doneLate` after its day, `planned` for a day to come,
 * `open`, `late`, or `unrecorded` once the meeting has been held without a word of it.
 */
export type StepState = 'done' | 'doneLate' | 'planned' | 'open' | 'late' | 'unrecorded'

export type StepStanding = {
  step: PreparationStep
  dueOn: string
  /** The rule that sets the day, by number and date, or that it is usage. */
  source: string
  byRule: boolean
  doneOn: string | null
  /** The day was found among the meetings or the people asked, not written down by hand. */
  found: boolean
  state: StepState
  /** Days after the due day, 0 when not late. */
  lateDays: number
  note: string
}

/** What is known of a meeting's preparation; days are ISO. */
export type PreparationFacts = {
  recorded: readonly { step: PreparationStep; doneOn: string | null; note: string }[]
  /** The day on which a hand first wrote on the meeting's resolution. */
  draftOn: string | null
  /** The latest committee meeting of the same period up to the meeting's day. */
  committeeOn: string | null
  /** Of those to be asked to speak: how many, and the day of the last asking once all are asked. */
  asks: { count: number; allAskedOn: string | null }
}

/** Every step of a meeting's preparation with its day and where it stands on `today`. */
export function preparationOf(
  meeting: { kind: MeetingKind; heldOn: string },
  facts: PreparationFacts,
  ruleSet: RuleSet | null,
  thresholds: Thresholds,
  today: string,
): StepStanding[] {
  const papersRule = ruleSet?.values.papersDaysBefore
  const daysBefore: Record<PreparationStep, number> = {
    assign: thresholds.assignDaysBefore,
    draft: thresholds.draftDaysBefore,
    committee: thresholds.committeeDaysBefore,
    notice: thresholds.noticeDaysBefore,
    noticeUpper: thresholds.noticeDaysBefore,
    ask: thresholds.askDaysBefore,
    papers: papersRule?.value ?? thresholds.papersDaysBefore,
  }
  const foundOn: { readonly [Step in PreparationStep]?: string | null } = {
    draft: facts.draftOn,
    committee: facts.committeeOn,
    ask: facts.asks.allAskedOn,
  }
  return stepsOf[meeting.kind].map((step) => {
    const recorded = facts.recorded.find((each) => each.step === step)
    const doneOn = recorded?.doneOn ?? foundOn[step] ?? null
    const dueOn = addDays(meeting.heldOn, -daysBefore[step])
    const byRule = step === 'papers' && papersRule !== undefined
    return {
      step,
      dueOn,
      source: byRule && ruleSet ? ruleSetName(ruleSet) : usageSource,
      byRule,
      doneOn,
      found: doneOn !== null && !recorded?.doneOn,
      ...stepState(doneOn, dueOn, meeting.heldOn, today),
      note: recorded?.note ?? '',
    }
  })
}

/** Where a step stands on `today`, of a meeting that is past after `heldOn`. */
export function stepState(
  doneOn: string | null,
  dueOn: string,
  heldOn: string,
  today: string,
): { state: StepState; lateDays: number } {
  if (doneOn !== null) {
    const lateDays = Math.max(0, daysBetween(dueOn, doneOn))
    if (doneOn > today) return { state: 'planned', lateDays }
    return { state: lateDays > 0 ? 'doneLate' : 'done', lateDays }
  }
  if (today > heldOn) return { state: 'unrecorded', lateDays: 0 }
  const lateDays = Math.max(0, daysBetween(dueOn, today))
  return { state: lateDays > 0 ? 'late' : 'open', lateDays }
}

/** Where a step stands, in words: "Chậm 2 ngày, hạn 25/11/2026". */
export function standingWords(
  standing: Pick<StepStanding, 'dueOn' | 'doneOn' | 'state' | 'lateDays'>,
  today: string,
): string {
  const due = formatVietnameseDate(standing.dueOn)
  const done = standing.doneOn && formatVietnameseDate(standing.doneOn)
  switch (standing.state) {
    case 'done':
      return `Xong ngày ${done}`
    case 'doneLate':
      return `Xong ngày ${done}, chậm ${standing.lateDays} ngày`
    case 'planned':
      return `Định ngày ${done}${standing.lateDays > 0 ? `, chậm ${standing.lateDays} ngày` : ''}`
    case 'late':
      return `Chậm ${standing.lateDays} ngày, hạn ${due}`
    case 'unrecorded':
      return `Không ghi ngày xong, hạn ${due}`
    case 'open': {
      const days = daysBetween(today, standing.dueOn)
      return `Hạn ${due}, ${days === 0 ? 'hôm nay' : `còn ${days} ngày`}`
    }
  }
}
