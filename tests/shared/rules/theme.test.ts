import { describe, expect, it, test } from 'vitest'
import {
  daysOfPlan,
  judgedDay,
  liesInQuarter,
  monthsOf,
  quarterName,
  quarterOf,
} from '../../../src/shared/rules/theme.ts'

test('quarters have their names and months', () => {
  expect([1, 2, 3, 4].map(quarterName)).toEqual(['Quý I', 'Quý II', 'Quý III', 'Quý IV'])
  expect([1, 3, 4, 6, 7, 9, 10, 12].map(quarterOf)).toEqual([1, 1, 2, 2, 3, 3, 4, 4])
  for (let month = 1; month <= 12; month++) expect(monthsOf(quarterOf(month))).toContain(month)
})

test('a plan has the days of its quarter, or of its month', () => {
  expect(daysOfPlan(2026, 1, null)).toEqual({ fromDate: '2026-01-01', toDate: '2026-03-31' })
  expect(daysOfPlan(2028, 1, 2)).toEqual({ fromDate: '2028-02-01', toDate: '2028-02-29' })
})

test.each([
  ['2026-04-01', true],
  ['2026-06-30', true],
  ['2026-07-01', false],
  ['2025-05-01', false],
  ['2026-05', true],
])('%s lies in the second quarter of 2026: %s', (day, lies) => {
  expect(liesInQuarter(day, 2026, 2)).toBe(lies)
})

describe('people are judged by', () => {
  const theme = { year: 2026, quarter: 2, month: null, sessionDay: null }
  it.each([
    ['2026-01-05', '2026-04-01'],
    ['2026-05-05', '2026-05-05'],
    ['2026-09-05', '2026-06-30'],
  ])('the day of the plan nearest to %s without a session: %s', (today, day) => {
    expect(judgedDay(theme, today)).toBe(day)
  })
  it('the session’s day where it is known', () => {
    expect(judgedDay({ ...theme, sessionDay: '2026-06-20' }, '2026-05-05')).toBe('2026-06-20')
  })
})
