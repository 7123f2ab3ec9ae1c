import { addDays } from './calendar.ts'

/** A stretch of days, both ends included; open when `toDate` is null. Dates are ISO days ('2026-03-31'). */
export type Period = { fromDate: string; toDate: string | null }

/** Whether a day lies in a period, both its ends included. */
export function contains(period: Period, date: string): boolean {
  return period.fromDate <= date && (period.toDate === null || date <= period.toDate)
}

/** The period a day falls in. Periods of one person never overlap (see `overlap`). */
export function periodOn<P extends Period>(periods: readonly P[], date: string): P | undefined {
  return periods.find((period) => contains(period, date))
}

/** The first two periods that share a day, or null when all are apart. */
export function overlap<P extends Period>(periods: readonly P[]): [P, P] | null {
  const sorted = [...periods].sort((a, b) => (a.fromDate < b.fromDate ? -1 : 1))
  for (let i = 1; i < sorted.length; i++) {
    const before = sorted[i - 1] as P
    const after = sorted[i] as P
    if (before.toDate === null || after.fromDate <= before.toDate) return [before, after]
  }
  return null
}

/** Lays a period over others: where they share days the new one holds, what stood before and after remains. */
export function layOver<P extends Period>(periods: readonly P[], over: P): P[] {
  const kept = periods.flatMap((period) => {
    const before = { ...period, toDate: earlier(period.toDate, addDays(over.fromDate, -1)) }
    const after = over.toDate && { ...period, fromDate: later(period.fromDate, addDays(over.toDate, 1)) }
    return [before, ...(after ? [after] : [])].filter(
      ({ fromDate, toDate }) => toDate === null || fromDate <= toDate,
    )
  })
  return [...kept, over].sort((a, b) => (a.fromDate < b.fromDate ? -1 : 1))
}

function earlier(a: string | null, b: string): string {
  return a !== null && a < b ? a : b
}

function later(a: string, b: string): string {
  return a > b ? a : b
}
