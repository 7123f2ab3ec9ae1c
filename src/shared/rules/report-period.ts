/** Stretches of the calendar that reports are asked for, from the shortest on. */
export const reportStretches = ['month', 'quarter', 'halfYear', 'year'] as const
export type ReportStretch = (typeof reportStretches)[number]

export const reportStretchNames: Record<ReportStretch, string> = {
  month: 'Tháng',
  quarter: 'Quý',
  halfYear: '6 tháng',
  year: 'Năm',
}

const months: Record<ReportStretch, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 }

/** First and last day, both included. */
export type ReportPeriod = { fromDate: string; toDate: string }

/** The month, quarter, half-year or year that a day ('YYYY-MM-DD') lies in; `steps` later, or earlier below zero. */
export function reportPeriod(stretch: ReportStretch, day: string, steps = 0): ReportPeriod {
  const length = months[stretch]
  const month = Number(day.slice(5, 7)) - 1
  const first = month - (month % length) + steps * length
  const year = Number(day.slice(0, 4))
  const iso = (ofMonth: number, dayOfMonth: number) =>
    new Date(Date.UTC(year, ofMonth, dayOfMonth)).toISOString().slice(0, 10)
  // Day 0 of a month is the last one of the month before.
  return { fromDate: iso(first, 1), toDate: iso(first + length, 0) }
}

/** Which stretch of the calendar a period is, or null when it is none. */
export function stretchOf(period: ReportPeriod): ReportStretch | null {
  return (
    reportStretches.find((stretch) => {
      const whole = reportPeriod(stretch, period.fromDate)
      return whole.fromDate === period.fromDate && whole.toDate === period.toDate
    }) ?? null
  )
}

/** What people call a period: "Tháng 11/2026", "Quý IV/2026", "6 tháng đầu năm 2026", "Năm 2026"; null for others. */
export function reportPeriodName(period: ReportPeriod): string | null {
  const year = period.fromDate.slice(0, 4)
  const month = Number(period.fromDate.slice(5, 7))
  switch (stretchOf(period)) {
    case 'month':
      return `Tháng ${month}/${year}`
    case 'quarter':
      return `Quý ${['I', 'II', 'III', 'IV'][Math.floor(month / 3)]}/${year}`
    case 'halfYear':
      return `6 tháng ${month === 1 ? 'đầu' : 'cuối'} năm ${year}`
    case 'year':
      return `Năm ${year}`
    case null:
      return null
  }
}
