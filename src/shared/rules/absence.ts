import type { AttendanceState } from './attendance.ts'

/** A limit of absences with the rule it comes from, by number and date. */
export type AbsenceLimit = { value: number; source: string }

export type AbsenceLimits = {
  /** Excused absences in a row that nobody should exceed in a year. */
  excusedInARow: AbsenceLimit | null
  /** Months of a year with an unexcused absence at which the cell considers removal. */
  unexcusedMonths: AbsenceLimit | null
}

/** One meeting that somebody was obliged to come to; `period` is 'YYYY-MM', `state` null without a mark. */
export type PastMeeting = { period: string; state: AttendanceState | null }

export type AbsenceForecast = {
  memberId: number
  fullName: string
  kind: 'excusedInARow' | 'unexcusedMonths'
  /** The number they would come to by being absent, or have come to already. */
  count: number
  sentence: string
  source: string
}

/**
 * Who would pass the limit of excused absences in a row, or reach that of months with an unexcused one, by being
 * absent from the meeting of `period`. `past`: the meetings of the same year before it that each was obliged to
 * come to and whose roll was called, oldest first; one without a mark ends a row. Answers in the order handed in.
 */
export function absenceForecasts(
  people: readonly { memberId: number; fullName: string; past: readonly PastMeeting[] }[],
  period: string,
  limits: AbsenceLimits,
): AbsenceForecast[] {
  return people.flatMap(({ memberId, fullName, past }) => {
    const found: AbsenceForecast[] = []
    const { excusedInARow, unexcusedMonths } = limits
    const row = past.length - 1 - past.findLastIndex((meeting) => meeting.state !== 'excused')
    if (excusedInARow && row + 1 > excusedInARow.value) {
      found.push({
        memberId,
        fullName,
        kind: 'excusedInARow',
        count: row + 1,
        sentence: `đã vắng có lý do ${row} lần liên tiếp; vắng lần này là lần thứ ${row + 1}, quá ${excusedInARow.value} lần trong năm`,
        source: excusedInARow.source,
      })
    }
    const months = new Set(past.flatMap((meeting) => (meeting.state === 'unexcused' ? [meeting.period] : [])))
    const already = months.size
    const withThis = months.add(period).size
    if (unexcusedMonths && withThis >= unexcusedMonths.value) {
      found.push({
        memberId,
        fullName,
        kind: 'unexcusedMonths',
        count: withThis,
        sentence:
          already === withThis
            ? `đã vắng không lý do ${already} tháng trong năm`
            : `đã vắng không lý do ${already} tháng trong năm; vắng không lý do lần này là tháng thứ ${withThis}`,
        source: unexcusedMonths.source,
      })
    }
    return found
  })
}

/** The longest row of excused absences among meetings in their order; a meeting without a mark ends a row. */
export function longestExcusedRow(past: readonly PastMeeting[]): number {
  let row = 0
  let longest = 0
  for (const { state } of past) {
    row = state === 'excused' ? row + 1 : 0
    longest = Math.max(longest, row)
  }
  return longest
}
