import { addDays, daysBetween, lastDayOf } from './calendar.ts'
import type { MeetingKind } from './meeting.ts'
import { type ReportPeriod, reportPeriod } from './report-period.ts'
import { type ReportName, reportWords } from './reports.ts'

/**
 * What a due day is counted from: the month before the period, its last month, the month after; or the next
 * regular meeting, at which what the period decided is gone through. */
export const dueAnchors = ['before', 'last', 'after', 'meeting'] as const
export type DueAnchor = (typeof dueAnchors)[number]

export const dueAnchorNames: Readonly<Record<DueAnchor, string>> = {
  before: 'Ngày của tháng trước kỳ',
  last: 'Ngày của tháng cuối kỳ',
  after: 'Ngày của tháng sau kỳ',
  meeting: 'Số ngày sau buổi kế tiếp',
}

/**
 * To whom a report goes and when. `day` is the day of the month (a month without it has its last day), or how many
 * days after the meeting; null while no day is set.
 */
export type DueRule = { report: ReportName; recipient: string; anchor: DueAnchor; day: number | null }

export type CalendarMeeting = { kind: MeetingKind; heldOn: string }

/** One report that is waited for. */
export type ReportDue = ReportPeriod & { report: ReportName; recipient: string; dueOn: string }

const regular: readonly MeetingKind[] = ['regular', 'regularThemed']

/**
 * The day a report of a period is due, or null where no day is set, its meeting has not been planned, or it follows
 * a meeting and the period had none whose resolution could be gone through.
 */
export function dueDay(
  rule: DueRule,
  period: ReportPeriod,
  meetings: readonly CalendarMeeting[],
): string | null {
  if (rule.day === null) return null
  switch (rule.anchor) {
    case 'before':
      return dayOf(addDays(period.fromDate, -1), rule.day)
    case 'last':
      return dayOf(period.toDate, rule.day)
    case 'after':
      return dayOf(addDays(period.toDate, 1), rule.day)
    case 'meeting': {
      const days = meetings.filter(({ kind }) => regular.includes(kind)).map(({ heldOn }) => heldOn)
      const [first] = days.filter((heldOn) => heldOn > period.toDate).sort()
      return first === undefined || !days.some((heldOn) => within(period, heldOn))
        ? null
        : addDays(first, rule.day)
    }
  }
}

function dayOf(anyDay: string, day: number): string {
  const month = anyDay.slice(0, 7)
  const wished = `${month}-${String(day).padStart(2, '0')}`
  const last = lastDayOf(month)
  return wished > last ? last : wished
}

function within({ fromDate, toDate }: ReportPeriod, day: string): boolean {
  return fromDate <= day && day <= toDate
}

/** How long after its day a report that was not sent is still asked for, in days. */
const forgottenAfter = 62

/**
 * The reports that are waited for, the earliest first: those past their day that were not sent, as long as the cell
 * met in their period (an office that has just begun owes nothing for the time before), and of each report the next.
 */
export function reportsDue(
  rules: readonly DueRule[],
  sent: readonly (ReportPeriod & { report: string })[],
  meetings: readonly CalendarMeeting[],
  today: string,
): ReportDue[] {
  const done = new Set(sent.map(({ report, fromDate, toDate }) => `${report} ${fromDate} ${toDate}`))
  return rules
    .flatMap((rule) => {
      const { report, recipient } = rule
      const waiting = [-3, -2, -1, 0, 1, 2].flatMap((steps): ReportDue[] => {
        const period = reportPeriod(reportWords[report].usual, today, steps)
        const dueOn = dueDay(rule, period, meetings)
        if (dueOn === null || done.has(`${report} ${period.fromDate} ${period.toDate}`)) return []
        return [{ report, recipient, ...period, dueOn }]
      })
      const late = waiting.filter(
        ({ dueOn, ...period }) =>
          dueOn < today &&
          daysBetween(dueOn, today) <= forgottenAfter &&
          // What announces a period is of no use once the period has begun.
          (rule.anchor === 'before'
            ? period.fromDate > today
            : meetings.some(({ heldOn }) => within(period, heldOn) && heldOn <= today)),
      )
      return [...late, ...waiting.filter(({ dueOn }) => dueOn >= today).slice(0, 1)]
    })
    .sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1))
}

/** How a due day stands, in words: "quá hạn 3 ngày", "hạn hôm nay", "còn 5 ngày". */
export function dueWords(dueOn: string, today: string): string {
  if (dueOn < today) return `quá hạn ${daysBetween(dueOn, today)} ngày`
  return dueOn === today ? 'hạn hôm nay' : `còn ${daysBetween(today, dueOn)} ngày`
}
