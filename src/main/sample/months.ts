import { addDays, lastDayOf } from '../../shared/rules/calendar.ts'

/** Arithmetic of months on ISO text: 'YYYY-MM' and days within them. */

/** '2026-11', 3 -> '2027-02'. */
export function addMonths(month: string, count: number): string {
  return textOf(numberOf(month) + count)
}

/** How many months lie from one to the other: '2026-11', '2027-02' -> 3. */
export function monthsBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from)
}

/** A date, whole or partial, so many months later; a day the month does not have becomes its last. */
export function shiftDate(date: string, months: number): string {
  if (date.length === 4) return String(Number(date) + Math.round(months / 12))
  const month = addMonths(date.slice(0, 7), months)
  if (date.length === 7) return month
  const sameDay = month + date.slice(7)
  const last = lastDayOf(month)
  if (sameDay > last) return last
  return sameDay
}

/** The first working day (Monday to Friday) of a month from a day of it on. */
export function workingDay(month: string, fromDay: number): string {
  const date = `${month}-${String(fromDay).padStart(2, '0')}`
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return addDays(date, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
}

function textOf(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}
