import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateContent } from '../../../src/main/excel/date-content.ts'
import { dateFromSerial } from '../../../src/shared/rules/vietnamese-date.ts'

test.each([
  ['1900-03-01', 61],
  ['1900-02-28', '28/02/1900'],
  ['1975-06-01', 27_546],
  ['2026-11-22', 46_348],
  ['0001-01-01', '01/01/0001'],
  ['1975', '1975'],
  ['1975-06', '06/1975'],
  ['2026-02-30', '30/02/2026'],
  ['khoảng 1950\u0000', 'khoảng 1950'],
])('%j is kept as %j', (date, content) => {
  expect(dateContent(date)).toBe(content)
})

test('every day that becomes a number is the day the reader of workbooks makes of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 109_000 }), (serial) => {
      expect(dateContent(dateFromSerial(serial) ?? '')).toBe(serial)
    }),
  )
})
