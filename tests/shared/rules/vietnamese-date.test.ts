import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dateFromSerial,
  formatVietnameseDate,
  parseVietnameseDate,
} from '../../../src/shared/rules/vietnamese-date.ts'

test.each([
  ['31/03/2026', '2026-03-31'],
  ['1/2/2026', '2026-02-01'],
  ['1/2/26', '2026-02-01'],
  ['27/10/95', '1995-10-27'],
  ['09.08.1998', '1998-08-09'],
  ['1-2-2026', '2026-02-01'],
  ['1 – 2 – 2026', '2026-02-01'],
  ['01 / 02 / 1980', '1980-02-01'],
  ['\u00a001/02/1980 ', '1980-02-01'],
  ['01022026', '2026-02-01'],
  ['1022026', '2026-02-01'],
  ['010226', '2026-02-01'],
  ['20260201', '2026-02-01'],
  ['2026-02-01', '2026-02-01'],
  ['2026-02-01T00:00:00.000Z', '2026-02-01'],
  ['01/02/2026 17:00:00', '2026-02-01'],
  ['29/02/2024', '2024-02-29'],
  ['ngày 1 tháng 2 năm 1980', '1980-02-01'],
  ['Tháng 5/1970', '1970-05'],
  ['06/1975', '1975-06'],
  ['6-1975', '1975-06'],
  ['061975', '1975-06'],
  ['1975-06', '1975-06'],
  ['1975', '1975'],
  ['năm 1975', '1975'],
])('%j is %s', (text, date) => {
  expect(parseVietnameseDate(text, 2026)).toBe(date)
})

test.each([
  '',
  'Nam',
  '31/02/2026',
  '29/02/2026',
  '12/25/1980',
  '0/1/2026',
  '1/0/2026',
  '13/2026',
  '2/9',
  '1/2/226',
  '1/2/3/2026',
  '32012026',
  '12345',
  '01/02/1880',
  '10.557124',
  'ngày mai',
])('%j is no date', (text) => {
  expect(parseVietnameseDate(text, 2026)).toBe(null)
})

test('a year of two digits is the latest that may be meant', () => {
  expect(parseVietnameseDate('1/2/26', 2026)).toBe('2026-02-01')
  expect(parseVietnameseDate('1/2/27', 2026)).toBe('1927-02-01')
  expect(parseVietnameseDate('1/2/26', 2011)).toBe('1926-02-01')
  expect(parseVietnameseDate('1/2/31', 2046)).toBe('2031-02-01')
})

const day = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2099, 11, 31) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))

test('what is shown reads back as the same day', () => {
  fc.assert(
    fc.property(day, (date) => {
      const shown = formatVietnameseDate(date)
      expect(parseVietnameseDate(shown, 2026)).toBe(date)
      expect(parseVietnameseDate(shown.replaceAll('/', ''), 2026)).toBe(date)
      expect(parseVietnameseDate(date, 2026)).toBe(date)
    }),
  )
})

test('Excel date numbers', () => {
  expect(dateFromSerial(1)).toBe('1900-01-01')
  expect(dateFromSerial(59)).toBe('1900-02-28')
  expect(dateFromSerial(61)).toBe('1900-03-01')
  expect(dateFromSerial(29235)).toBe('1980-01-15')
  expect(dateFromSerial(45000.75)).toBe('2023-03-15')
  expect(dateFromSerial(0)).toBe(null)
  expect(dateFromSerial(4232960)).toBe(null)
  expect(dateFromSerial(Number.NaN)).toBe(null)
})

test('partial dates are shown as far as they are known', () => {
  expect(formatVietnameseDate('1975')).toBe('1975')
  expect(formatVietnameseDate('1975-06')).toBe('06/1975')
  expect(formatVietnameseDate('1975-06-12')).toBe('12/06/1975')
})
