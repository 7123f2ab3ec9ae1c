import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cellText,
  escapeUnderscoreX,
  pageFooter,
  sheetNames,
  unescapeUnderscoreX,
} from '../../../src/main/excel/safe-text.ts'

describe('cellText', () => {
  test.each([
    ['Nguyễn Thị Ẫm', 'Nguyễn Thị Ẫm'],
    ['một\r\nhai\rba\n', 'một\nhai\nba\n'],
    ['a\u0000b\u0008c\u000bd\u001fe\u007ff', 'abcdef'],
    ['a\ufffeb\uffffc', 'abc'],
    ['a\ud800b', 'a\ufffdb'],
    ['\ttab', '\ttab'],
  ])('%j becomes %j', (text, clean) => {
    expect(cellText(text)).toBe(clean)
  })

  test('cuts what Excel cannot hold, says so, and leaves no half character', () => {
    expect(cellText('a'.repeat(32_700))).toHaveLength(32_700)
    const cut = cellText('a'.repeat(32_701))
    expect(cut).toHaveLength(32_700)
    expect(cut.endsWith('a…(xem tiếp)')).toBe(true)
    const pairs = cellText(`b${'😀'.repeat(20_000)}`)
    expect(pairs.isWellFormed()).toBe(true)
    expect(pairs.length).toBeLessThanOrEqual(32_700)
  })
})

test('an underscore code survives the way to Excel and back', () => {
  const text = fc.string({
    unit: fc.constantFrom('_', 'x', '0', '4', '1', '5', 'F', 'f', 'g'),
    maxLength: 30,
  })
  fc.assert(fc.property(text, (each) => unescapeUnderscoreX(escapeUnderscoreX(each)) === each))
  expect(escapeUnderscoreX('_x0041_')).toBe('_x005F_x0041_')
  expect(escapeUnderscoreX('_x41_')).toBe('_x41_')
})

describe('sheetNames', () => {
  test.each([
    ['Điểm danh', 'Điểm danh'],
    ['Quý 1/2026: [a]*?\\', 'Quý 1 2026 a'],
    ["'Bí thư'", 'Bí thư'],
    ['', 'Trang'],
    ['History', 'Trang History'],
    ['Tổng hợp đảng viên theo từng tháng', 'Tổng hợp đảng viên theo từng th'],
  ])('%j becomes %j', (wish, name) => {
    expect(sheetNames([wish])).toEqual([name])
  })

  test('are legal and different from each other whatever was wished', () => {
    const wish = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('A', 'a', 'a '.repeat(20), 'history'),
    )
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
        const names = sheetNames(wishes)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wishes.length)
        for (const name of names) {
          expect(name).toMatch(/^[^/\\?*[\]:']{1,31}$/u)
          expect(name).not.toMatch(/^history$/i)
        }
      }),
    )
  })
})

describe('pageFooter', () => {
  test('holds the text at the left and the page number at the right', () => {
    expect(pageFooter('Chi bộ A&B')).toBe(
      '&L&"Times New Roman,Regular"&10 Chi bộ A&&B&R&"Times New Roman,Regular"&10 Trang &P/&N',
    )
    expect(pageFooter('')).toBe('&R&"Times New Roman,Regular"&10 Trang &P/&N')
  })

  test('is never longer than Excel allows nor cut within a command', () => {
    const text = fc.string({ unit: fc.constantFrom('&', 'P', '1', 'ộ', ' ', '\n'), maxLength: 400 })
    fc.assert(
      fc.property(text, (each) => {
        const footer = pageFooter(each)
        expect(footer.length).toBeLessThanOrEqual(255)
        const left = footer.replace(/&R&"Times New Roman,Regular"&10 Trang &P\/&N$/, '')
        expect(left.replace('&L&"Times New Roman,Regular"&10 ', '').replaceAll('&&', '')).not.toContain('&')
      }),
    )
  })
})
