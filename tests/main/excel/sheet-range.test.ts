import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cellCount,
  columnLetter,
  columnNumber,
  parseAddress,
  parseRange,
} from '../../../src/main/excel/sheet-range.ts'

test('columns go from A to XFD and back', () => {
  expect([1, 26, 27, 702, 703, 16_384].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => {
      expect(columnNumber(columnLetter(column))).toBe(column)
    }),
  )
})

test.each([
  ['C12', { row: 12, column: 3 }],
  ['$C$12', { row: 12, column: 3 }],
  ['XFD1048576', { row: 1_048_576, column: 16_384 }],
  ['XFE1', null],
  ['A1048577', null],
  ['A0', null],
  ['A-1', null],
  ['a1', null],
  ['1A', null],
  ['', null],
])('%j is %j', (text, address) => {
  expect(parseAddress(text)).toEqual(address)
})

test.each([
  ['A1:C3', 9],
  ['C3:A1', 9],
  ['B2', 1],
  ['A:C', 3 * 1_048_576],
  ['1:2', 2 * 16_384],
  ['A1:XFD20000', 20_000 * 16_384],
  ['A1:B2:C3x', 4],
])('%s holds %i cells', (text, cells) => {
  const range = parseRange(text)
  expect(range && cellCount(range)).toBe(cells)
})

test.each(['', 'A1:', ':', 'A1:ZZZ9', 'hello'])('%j is no range', (text) => {
  expect(parseRange(text)).toBeNull()
})
