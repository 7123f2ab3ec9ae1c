import { reportPeriod } from './report-period.ts'

/** Whose theme it is: handed down from above, or the cell's own. */
export const themeOrigins = ['upper', 'cell'] as const
export type ThemeOrigin = (typeof themeOrigins)[number]

export const themeOriginNames: Record<ThemeOrigin, string> = {
  upper: 'Chủ đề năm của cấp trên',
  cell: 'Chuyên đề riêng của chi bộ',
}

export const themeForms = ['leadPaper', 'talk', 'story', 'visit'] as const
export type ThemeForm = (typeof themeForms)[number]

export const themeFormNames: Record<ThemeForm, string> = {
  leadPaper: 'Báo cáo đề dẫn và thảo luận',
  talk: 'Nói chuyện, tọa đàm',
  story: 'Kể chuyện',
  visit: 'Đi thực tế, tham quan',
}

/** The way of a theme in its order (Hướng dẫn 42-HD/BTCTW of 28/10/2025 as digests have it). */
export const themeSteps = ['outline', 'draft', 'approval', 'sent', 'held', 'concluded', 'reported'] as const
export type ThemeStep = (typeof themeSteps)[number]

export const themeStepNames: Record<ThemeStep, string> = {
  outline: 'Đề cương',
  draft: 'Dự thảo',
  approval: 'Chi ủy duyệt',
  sent: 'Gửi đến đảng viên',
  held: 'Sinh hoạt chuyên đề',
  concluded: 'Kết luận',
  reported: 'Báo cáo cấp trên',
}

/** What lies before the session; the others follow it. */
export const stepsBefore: readonly ThemeStep[] = ['outline', 'draft', 'approval', 'sent']

export const quarters = [1, 2, 3, 4] as const

/** 2 -> 'Quý II'. */
export function quarterName(quarter: number): string {
  return `Quý ${['I', 'II', 'III', 'IV'][quarter - 1]}`
}

/** The quarter of a month from 1 to 12. */
export function quarterOf(month: number): number {
  return Math.ceil(month / 3)
}

/** The months of a quarter: 2 -> [4, 5, 6]. */
export function monthsOf(quarter: number): number[] {
  return [quarter * 3 - 2, quarter * 3 - 1, quarter * 3]
}

/** First and last day of a quarter, or of one of its months. */
export function daysOfPlan(year: number, quarter: number, month: number | null) {
  const first = `${year}-${String(month ?? quarter * 3 - 2).padStart(2, '0')}-01`
  return reportPeriod(month === null ? 'quarter' : 'month', first)
}

/** Whether a day or a month ('YYYY-MM') lies in a quarter. */
export function liesInQuarter(day: string, year: number, quarter: number): boolean {
  return day.startsWith(`${year}-`) && quarterOf(Number(day.slice(5, 7))) === quarter
}

/**
 * The day by which people are judged who prepare a theme: that of its session, or as long as there is none the day
 * nearest to `today` of the month or quarter it is planned for.
 */
export function judgedDay(
  theme: { year: number; quarter: number; month: number | null; sessionDay: string | null },
  today: string,
): string {
  if (theme.sessionDay !== null) return theme.sessionDay
  const { fromDate, toDate } = daysOfPlan(theme.year, theme.quarter, theme.month)
  return today < fromDate ? fromDate : today > toDate ? toDate : today
}
