import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  reportPeriod,
  reportPeriodName,
  reportStretches,
  stretchOf,
} from '../../../src/shared/rules/report-period.ts'

test.each([
  ['month', '2026-11-21', 0, '2026-11-01', '2026-11-30', 'Tháng 11/2026'],
  ['month', '2024-03-31', -1, '2024-02-01', '2024-02-29', 'Tháng 2/2024'],
  ['quarter', '2026-11-21', 0, '2026-10-01', '2026-12-31', 'Quý IV/2026'],
  ['quarter', '2026-01-01', -1, '2025-10-01', '2025-12-31', 'Quý IV/2025'],
  ['halfYear', '2026-06-30', 0, '2026-01-01', '2026-06-30', '6 tháng đầu năm 2026'],
  ['halfYear', '2026-06-30', 1, '2026-07-01', '2026-12-31', '6 tháng cuối năm 2026'],
  ['year', '2026-11-21', 0, '2026-01-01', '2026-12-31', 'Năm 2026'],
] as const)('the %s of %s, %i further, is %s to %s: %s', (stretch, day, steps, fromDate, toDate, name) => {
  expect(reportPeriod(stretch, day, steps)).toEqual({ fromDate, toDate })
  expect(reportPeriodName({ fromDate, toDate })).toBe(name)
  expect(stretchOf({ fromDate, toDate })).toBe(stretch)
})

test('days that are no stretch of the calendar have no name', () => {
  expect(reportPeriodName({ fromDate: '2026-01-02', toDate: '2026-01-31' })).toBeNull()
  expect(stretchOf({ fromDate: '2026-02-01', toDate: '2026-04-30' })).toBeNull()
})

test('stretches follow each other without a gap, and forth and back is the same one', () => {
  const day = fc
    .date({
      min: new Date('1930-01-01T00:00:00Z'),
      max: new Date('2199-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(
      fc.constantFrom(...reportStretches),
      day,
      fc.integer({ min: -30, max: 30 }),
      (stretch, on, steps) => {
        const here = reportPeriod(stretch, on)
        expect(here.fromDate <= on && on <= here.toDate).toBe(true)
        const next = reportPeriod(stretch, on, 1)
        expect(Date.parse(next.fromDate) - Date.parse(here.toDate)).toBe(86_400_000)
        const there = reportPeriod(stretch, on, steps)
        expect(reportPeriod(stretch, there.fromDate, -steps)).toEqual(here)
      },
    ),
  )
})
