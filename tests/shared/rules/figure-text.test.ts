import { expect, test } from 'vitest'
import { figureText } from '../../../src/shared/rules/figure-text.ts'

test.each([
  [0.9166, 'percent', '91,7%'],
  [1, 'percent', '100,0%'],
  [3200, 'integer', '3.200'],
  [1234567, 'integer', '1.234.567'],
  [0, 'integer', '0'],
  [92.5, 'integer', '92,50'],
  [2.5, 'minutes', '2,50'],
  [1234.5, 'decimal', '1.234,5'],
  [-1234.5, 'decimal', '-1.234,5'],
  [-0.001, 'decimal', '0,0'],
  ['2026-03-05', 'date', '05/03/2026'],
  ['1975', 'date', '1975'],
  ['09.900122', 'text', '09.900122'],
  ['', 'percent', ''],
  [null, 'integer', ''],
] as const)('%s as %s is "%s"', (value, type, text) => {
  expect(figureText(value, type)).toBe(text)
})
