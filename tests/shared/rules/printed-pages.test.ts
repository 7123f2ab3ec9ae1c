import { expect, test } from 'vitest'
import { printedPagesWords } from '../../../src/shared/rules/printed-pages.ts'

const across = (pages: number) => ({ orientation: 'landscape' as const, pages })
const upright = (pages: number) => ({ orientation: 'portrait' as const, pages })

test.each([
  [[across(3)], '3 trang A4 ngang'],
  [[across(3), across(2)], '5 trang A4 ngang'],
  [[upright(1)], '1 trang A4 dọc'],
  [[across(5), upright(1), upright(1)], '7 trang A4: 5 ngang, 2 dọc'],
])('%j print %s', (sheets, words) => {
  expect(printedPagesWords(sheets)).toBe(words)
})
