import { expect, test } from 'vitest'
import {
  addDays,
  addMonthsTo,
  addYears,
  daysBetween,
  firstDayOf,
  lastDayOf,
} from '../../../src/shared/rules/calendar.ts'

test.each([
  ['2026-03-01', -1, '2026-02-28'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['1975-06-01', 0, '1975-06-01'],
])('%s plus %i days is %s', (date, days, other) => {
  expect(addDays(date, days)).toBe(other)
  expect(daysBetween(date, other)).toBe(days)
})

test.each([
  ['2024-02-29', 1, '2025-02-28'],
  ['2024-02-29', 4, '2028-02-29'],
  ['2026-03-31', 1, '2027-03-31'],
])('%s plus %i years is %s', (date, years, other) => {
  expect(addYears(date, years)).toBe(other)
})

test.each([
  ['1975', '1975-01-01', '1975-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['2026-03-09', '2026-03-09', '2026-03-09'],
])('%s reaches from %s to %s', (date, first, last) => {
  expect(firstDayOf(date)).toBe(first)
  expect(lastDayOf(date)).toBe(last)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-05-31', 6, '2026-11-30'],
  ['2026-11-17', -9, '2026-02-17'],
  ['2026-11-17', 3, '2027-02-17'],
])('%s so many months on: %i, %s', (date, months, other) => {
  expect(addMonthsTo(date, months)).toBe(other)
})
