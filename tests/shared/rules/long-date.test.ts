import { expect, it } from 'vitest'
import { longDate, longMonth, longTime, weekday } from '../../../src/shared/rules/long-date.ts'

it.each([
  ['2026-02-05', 'ngày 05 tháng 02 năm 2026', 'thứ Năm'],
  ['2026-01-31', 'ngày 31 tháng 01 năm 2026', 'thứ Bảy'],
  ['2026-03-09', 'ngày 09 tháng 3 năm 2026', 'thứ Hai'],
  ['2026-11-22', 'ngày 22 tháng 11 năm 2026', 'Chủ nhật'],
  ['1954-10-10', 'ngày 10 tháng 10 năm 1954', 'Chủ nhật'],
])('%s is %s, a %s', (date, long, day) => {
  expect(longDate(date)).toBe(long)
  expect(weekday(date)).toBe(day)
})

it('writes a month in the same manner', () => {
  expect(longMonth('2026-02')).toBe('tháng 02 năm 2026')
  expect(longMonth('2026-11')).toBe('tháng 11 năm 2026')
})

it('writes a time of day with its minutes, a full hour without', () => {
  expect(longTime('14:05')).toBe('14 giờ 05 phút')
  expect(longTime('08:00')).toBe('08 giờ')
})
