import type { BookMeeting } from './roll-book.ts'

/** The meetings of one sheet: a year, or a half or a quarter of a year that holds too many for one page. */
export type BookPart = {
  /** Tells parts of one book apart. */
  key: string
  /** For the sheet's name: '2026', '2026 6T đầu', '2026 Q1'; '' where one sheet holds them all. */
  label: string
  fromDate: string
  toDate: string
  meetings: BookMeeting[]
}

type Stretch = { label: string; months: [number, number] }

const year: Stretch[] = [{ label: '', months: [1, 12] }]
const halves: Stretch[] = [
  { label: ' 6T đầu', months: [1, 6] },
  { label: ' 6T cuối', months: [7, 12] },
]
const quarters: Stretch[] = [1, 2, 3, 4].map((quarter) => ({
  label: ` Q${quarter}`,
  months: [quarter * 3 - 2, quarter * 3],
}))

/**
 * Meetings (oldest first) by calendar year; a year with more than `most` by half-years, and if a half still has more,
 * by quarters. Stretches without a meeting are left out; days stay within the period.
 */
export function bookParts(
  meetings: readonly BookMeeting[],
  { fromDate, toDate }: { fromDate: string; toDate: string },
  most: number,
): BookPart[] {
  const parts: BookPart[] = []
  for (const [ofYear, inYear] of Map.groupBy(meetings, (meeting) => meeting.heldOn.slice(0, 4))) {
    const fits = [year, halves].find((stretches) =>
      stretches.every((stretch) => within(inYear, ofYear, stretch).length <= most),
    )
    for (const stretch of fits ?? quarters) {
      const found = within(inYear, ofYear, stretch)
      if (found.length === 0) continue
      const label = `${ofYear}${stretch.label}`
      parts.push({
        key: label,
        label,
        ...common(days(ofYear, stretch), { fromDate, toDate }),
        meetings: found,
      })
    }
  }
  const only = parts.length === 1 ? parts[0] : undefined
  return only ? [{ ...only, fromDate, toDate, label: '' }] : parts
}

function within(meetings: readonly BookMeeting[], ofYear: string, stretch: Stretch): BookMeeting[] {
  const [from, to] = days(ofYear, stretch)
  return meetings.filter((meeting) => from <= meeting.heldOn && meeting.heldOn <= to)
}

/** The days both stretches have. */
function common([from, to]: [string, string], period: { fromDate: string; toDate: string }) {
  const [, fromDate = from] = [from, period.fromDate].sort()
  const [toDate = to] = [to, period.toDate].sort()
  return { fromDate, toDate }
}

function days(ofYear: string, { months: [first, last] }: Stretch): [string, string] {
  // Day 0 of the next month is the last one of this.
  const lastDay = new Date(Date.UTC(Number(ofYear), last, 0)).toISOString().slice(0, 10)
  return [`${ofYear}-${String(first).padStart(2, '0')}-01`, lastDay]
}
