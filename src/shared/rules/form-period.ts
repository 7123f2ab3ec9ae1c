import { firstDayOf, lastDayOf } from './calendar.ts'
import { fold } from './fold.ts'
import { type ReportPeriod, reportPeriod } from './report-period.ts'
import { parseVietnameseDate } from './vietnamese-date.ts'

const romans: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }
const spelled: Readonly<Record<string, number>> = { sau: 6, chin: 9, ba: 3 }

/** A stretch of a year: its first month from 0, and how many months it has. */
type Months = { first: number; count: number }

/** How titles name a stretch, in folded words; the groups are what `months` is given. */
const patterns: readonly { words: RegExp; months: (...groups: string[]) => Months | null }[] = [
  {
    words: /\b(\d{1,2}|ba|sau|chin) thang (dau|cuoi)(?: cua)?(?: nam)?\b/,
    months: (number = '', end = '') => {
      const count = spelled[number] ?? Number(number)
      if (count < 1 || count > 12) return null
      return { first: end === 'dau' ? 0 : 12 - count, count }
    },
  },
  {
    words: /\bquy (iv|iii|ii|i|[1-4])\b/,
    months: (name = '') => ({ first: ((romans[name] ?? Number(name)) - 1) * 3, count: 3 }),
  },
  {
    // "ngày 15 tháng 6" is a day, "từ tháng 1 đến tháng 6" goes on.
    words: /(?<!ngay \d{1,2} )\bthang (\d{1,2})(?: (?:den|-) (?:het )?thang (\d{1,2}))?\b/,
    months: (from = '', to = from) => {
      const first = Number(from) - 1
      const count = Number(to) - first
      return first < 0 || Number(to) > 12 || count < 1 ? null : { first, count }
    },
  },
  { words: /\b(?:ca )?nam(?= (?:19|20)\d\d\b)/, months: () => ({ first: 0, count: 12 }) },
]

const day = '((?:(?:ngay|thang|nam|\\d[\\d/.]*(?:-\\d+)*) ?)+)'
const spanned = new RegExp(`\\btu ${day}(?:den|-) (?:het )?${day}`)

/**
 * The period a form's title asks for, or null where it says none: "quý III/2026", "6 tháng đầu năm 2026", "tháng
 * 10/2026", "năm 2025", "từ ngày 01/12/2025 đến ngày 31/05/2026". A title without its year means the last such
 * stretch that has begun by `today`.
 */
export function periodOfTitle(title: string, today: string): ReportPeriod | null {
  const text = fold(title.replaceAll('–', '-'))
  const between = text.match(spanned)
  if (between) {
    const [from, to] = [between[1], between[2]].map((day = '') =>
      parseVietnameseDate(day, Number(today.slice(0, 4))),
    )
    const period = from && to ? { fromDate: firstDayOf(from), toDate: lastDayOf(to) } : null
    if (period && period.fromDate <= period.toDate) return period
  }
  for (const { words, months } of patterns) {
    const found = text.match(words)
    const stretch = found && months(...found.slice(1))
    if (!found || !stretch) continue
    const after = text.slice((found.index ?? 0) + found[0].length)
    const year = after.match(/(?<!\d)((?:19|20)\d\d)(?!\d)/)?.[1]
    if (year) return periodIn(Number(year), stretch)
    const thisYear = periodIn(Number(today.slice(0, 4)), stretch)
    return thisYear.fromDate <= today ? thisYear : periodIn(Number(today.slice(0, 4)) - 1, stretch)
  }
  return null
}

/**
 * What of a form's period a heading speaks of: the whole, unless it names a part of it ("Tháng 3" among its months,
 * "Quý I") or some stretch that is not in it. One that counts up "đến tháng 3" is taken to be of the whole.
 */
export function periodOfHeading(heading: string, period: ReportPeriod): ReportPeriod | 'outside' {
  if (/\b(?:den|luy ke)\b/.test(fold(heading))) return period
  const named = periodOfTitle(heading, period.toDate)
  if (!named || (named.fromDate <= period.fromDate && named.toDate >= period.toDate)) return period
  return named.fromDate >= period.fromDate && named.toDate <= period.toDate ? named : 'outside'
}

function periodIn(year: number, { first, count }: Months): ReportPeriod {
  const month = (number: number) => reportPeriod('month', `${year}-${String(number + 1).padStart(2, '0')}-01`)
  return { fromDate: month(first).fromDate, toDate: month(first + count - 1).toDate }
}
