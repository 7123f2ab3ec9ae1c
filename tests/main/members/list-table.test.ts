import { expect, test } from 'vitest'
import type { SheetData } from '../../../src/main/excel/read-workbook.ts'
import { columnLetter, parseRange } from '../../../src/main/excel/sheet-range.ts'
import { findTable, mergedCell } from '../../../src/main/members/list-table.ts'

const sheetOf = (rows: readonly (readonly string[])[], merges: readonly string[] = []): SheetData => ({
  name: 'Trang',
  hidden: false,
  rows: rows.flatMap((texts, index) => {
    const cells = texts.flatMap((text, i) =>
      text === '' ? [] : [[columnLetter(i + 1), { text, kind: 'text' as const, number: null }] as const],
    )
    return cells.length > 0 ? [{ row: index + 1, cells: Object.fromEntries(cells) }] : []
  }),
  merges: merges.flatMap((ref) => parseRange(ref) ?? []),
})
const found = (sheet: SheetData) => {
  const table = findTable(sheet)
  return table && { rows: table.headingRows, columns: table.columns.map(({ column }) => column) }
}

test('titles stand above, sub-headings below their merged heading', () => {
  const sheet = sheetOf(
    [
      ['ĐẢNG BỘ TRƯỜNG'],
      ['DANH SÁCH ĐẢNG VIÊN'],
      [],
      ['TT', 'Họ và tên', 'Ngày vào Đảng', '', 'Ghi chú'],
      ['', '', 'Dự bị', 'Chính thức', ''],
      ['1', 'Lê Thị Ánh', '01/02/2005', '01/02/2006', ''],
    ],
    ['A1:E1', 'A4:A5', 'B4:B5', 'C4:D4', 'E4:E5'],
  )
  expect(found(sheet)).toEqual({
    rows: [4, 5],
    columns: ['ordinal', 'fullName', 'admittedOn', 'officialOn', 'note'],
  })
  expect(findTable(sheet)?.columns[3]?.heading).toBe('Ngày vào Đảng – Chính thức')
  expect(findTable(sheet)?.rows.map(({ row }) => row)).toEqual([6])
})

test('people under a heading are no second heading', () => {
  const sheet = sheetOf([
    ['STT', 'Họ và tên', 'Chi bộ'],
    ['', 'Lê Thị Ánh', 'Chi bộ 1'],
  ])
  expect(found(sheet)?.rows).toEqual([1])
})

test('the heading that says most wins, and columns without heading are shown', () => {
  const sheet = sheetOf([
    ['Đảng viên', 'Ghi chú'],
    ['STT', 'Họ và tên', 'Ngày sinh', 'Số thẻ'],
    ['1', 'Lê Thị Ánh', '1980', '10.557124', 'x'],
  ])
  expect(found(sheet)).toEqual({
    rows: [2],
    columns: ['ordinal', 'fullName', 'birthDate', 'cardNumber', null],
  })
})

test('without a name the first row of texts is offered, without texts nothing', () => {
  expect(found(sheetOf([['a', 'b', 'c']]))).toEqual({ rows: [1], columns: [null, null, null] })
  expect(findTable(sheetOf([['a', 'b'], ['c']]))).toBe(null)
  expect(findTable(sheetOf([]))).toBe(null)
})

test('a merged cell shows the value of its first cell everywhere', () => {
  const sheet = sheetOf(
    [
      ['Chi bộ 1', 'x'],
      ['', 'y'],
      ['', 'z'],
    ],
    ['A1:A2'],
  )
  const second = sheet.rows[1]
  const third = sheet.rows[2]
  if (!second || !third) throw new Error('rows missing')
  expect(mergedCell(sheet, second, 'A')).toMatchObject({ address: 'A1', cell: { text: 'Chi bộ 1' } })
  expect(mergedCell(sheet, second, 'B')).toMatchObject({ address: 'B2', cell: { text: 'y' } })
  expect(mergedCell(sheet, third, 'A')).toBe(null)
})
