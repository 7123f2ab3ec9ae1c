import { expect, test } from 'vitest'
import { isDateFormat, numberText } from '../../../src/main/excel/number-format.ts'

test.each<[number, string | undefined, boolean]>([
  [14, undefined, true],
  [22, undefined, true],
  [0, undefined, false],
  [20, undefined, false],
  [164, 'dd/mm/yyyy', true],
  [164, '[$-42A]dd "tháng" mm "năm" yyyy', true],
  [164, 'mm/yyyy;@', true],
  [164, 'mmm', true],
  [164, 'h:mm:ss', false],
  [164, '#,##0 "đồng/ngày"', false],
  [164, '[Red]0.00', false],
  [164, '@', false],
  [164, 'General', false],
])('format %i %j is a date: %s', (id, code, isDate) => {
  expect(isDateFormat(id, code)).toBe(isDate)
})

test.each<[number, string | undefined, string]>([
  [4232960, undefined, '4232960'],
  [4232960, '00000000', '04232960'],
  [4.23296, '00.000000', '04.232960'],
  [26.456424, '0', '26.456424'],
  [0.1 + 0.2, undefined, '0.3'],
  [10.557124000000002, undefined, '10.557124'],
  [123456789012, '#,##0', '123456789012'],
  [-5, '000', '-5'],
])('%f under %j reads %s', (value, code, text) => {
  expect(numberText(value, code)).toBe(text)
})
