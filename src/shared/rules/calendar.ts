/** Arithmetic of days as ISO text, which alone means midnight UTC; never a local Date, whose midnight belongs to another day elsewhere. */

const dayMilliseconds = 86_400_000

/** '2026-03-01', -1 -> '2026-02-28'. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMilliseconds).toISOString().slice(0, 10)
}

/** How many days lie from one day to another: '2026-02-28', '2026-03-01' -> 1. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMilliseconds
}

/** The same day of another year; 29 February becomes 28. */
export function addYears(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0')
  const sameDay = `${year}${date.slice(4)}`
  return sameDay.endsWith('-02-29') && !isLeapYear(Number(year)) ? `${year}-02-28` : sameDay
}

/** The same day of a month that lies so many months on, or its last day where it has no such day. */
export function addMonthsTo(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
  const last = lastDayOf(first.slice(0, 7))
  const sameDay = `${first.slice(0, 7)}${date.slice(7)}`
  return sameDay < last ? sameDay : last
}

/** The first day that a whole or partial date can mean: '1975' -> '1975-01-01'. */
export function firstDayOf(date: string): string {
  return date + '-01-01'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6)
}

/** The last day that a whole or partial date can mean: '2026-02' -> '2026-02-28'. */
export function lastDayOf(date: string): string {
  if (date.length === 10) return date
  const [year = 0, month = 12] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
