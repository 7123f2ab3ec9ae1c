import { describe, expect, it } from 'vitest'
import { addMonths, monthsBetween, shiftDate, workingDay } from '../../../src/main/sample/months.ts'

describe('months', () => {
  it.each([
    ['2026-11', 3, '2027-02'],
    ['2026-01', -1, '2025-12'],
    ['2026-12', 0, '2026-12'],
  ])('%s and %i more is %s', (from, count, to) => {
    expect(addMonths(from, count)).toBe(to)
    expect(monthsBetween(from, to)).toBe(count)
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['1975', 14, '1976'],
    ['1975-06', -7, '1974-11'],
  ])('%s moved by %i months is %s', (date, months, moved) => {
    expect(shiftDate(date, months)).toBe(moved)
  })

  it('waits for Monday where the day is at the weekend', () => {
    expect(workingDay('2026-11', 3)).toBe('2026-11-03')
    expect(workingDay('2026-10', 3)).toBe('2026-10-05')
    expect(workingDay('2026-05', 3)).toBe('2026-05-04')
  })
})
