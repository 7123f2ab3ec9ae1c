import { describe, expect, test } from 'vitest'
import { layOut, type PlacedSheet } from '../../../src/main/excel/layout.ts'
import { formula, type SheetSpec } from '../../../src/main/excel/workbook-spec.ts'
import { column, sheet } from '../../support/workbook.ts'

const place = (...sheets: SheetSpec[]) => layOut({ sheets }).sheets
const first = (placed: PlacedSheet[]) => placed[0] as PlacedSheet
const contentAt = (placed: PlacedSheet, row: number, at: number) =>
  placed.rows[row - 1]?.cells.find((cell) => cell.column === at)?.content

describe('places', () => {
  test('head, titles, headings, rows, totals, notes and signatures one below the other', () => {
    const placed = first(
      place(
        sheet([column('a', { width: 60 }), column('b', { width: 60 })], [['1', '2']], {
          head: ['ĐẢNG BỘ TRƯỜNG', 'CHI BỘ ĐÀO TẠO'],
          titles: ['SỔ', 'Năm 2026'],
          totals: [{ key: null, bold: true, type: null, cells: ['Tổng', null] }],
          notes: ['Ghi chú'],
          placeAndDate: 'Hà Giang, ngày 22 tháng 11 năm 2026',
          signatures: {
            left: { lines: ['NGƯỜI LẬP'], name: 'Lê An' },
            right: { lines: ['T/M CHI BỘ', 'BÍ THƯ'], name: 'Trần Bình' },
          },
        }),
      ),
    )
    expect(placed.rows.map((row) => row.cells.map((cell) => cell.content))).toEqual([
      ['ĐẢNG BỘ TRƯỜNG'],
      ['CHI BỘ ĐÀO TẠO'],
      ['SỔ'],
      ['Năm 2026'],
      [],
      ['a', 'b'],
      ['1', '2'],
      ['Tổng', null],
      [],
      ['Ghi chú'],
      [],
      ['Hà Giang, ngày 22 tháng 11 năm 2026'],
      ['NGƯỜI LẬP', 'T/M CHI BỘ'],
      ['BÍ THƯ'],
      [],
      ['Lê An', 'Trần Bình'],
    ])
    expect(placed.headings).toEqual([6, 6])
    expect(placed.rows[11]?.cells[0]?.column).toBe(2)
  })

  test('a row across as one heading over the whole width, as tall as its words need', () => {
    const rows = [
      { key: null, bold: false, type: null, across: true as const, cells: ['Quý I năm 2026', null] },
      { key: null, bold: false, type: null, cells: ['x', 'y'] },
    ]
    const placed = first(place(sheet([column('a', { width: 9 }), column('b', { width: 9 })], [], { rows })))
    expect(placed.merges).toEqual([[2, 1, 2, 2]])
    expect(placed.rows[1]?.height).toBe(placed.rows[2]?.height)
    expect(placed.rows[1]?.cells.map(({ content, look }) => [content, look.bold, look.part])).toEqual([
      ['Quý I năm 2026', true, 'body'],
      [null, true, 'body'],
    ])
  })

  test('groups of headings over two rows, and headings without a group across both', () => {
    const placed = first(
      place(
        sheet(
          [
            column('name'),
            column('a', { group: 'T3' }),
            column('b', { group: 'T3' }),
            column('c', { group: 'T4' }),
            column('note'),
          ],
          [],
        ),
      ),
    )
    expect(placed.headings).toEqual([1, 2])
    expect(placed.rows[0]?.cells.map((cell) => cell.content)).toEqual(['name', 'T3', null, 'T4', 'note'])
    expect(placed.rows[1]?.cells.map((cell) => cell.content)).toEqual([null, 'a', 'b', 'c', null])
    expect(placed.merges).toEqual([
      [1, 1, 2, 1],
      [1, 2, 1, 3],
      [1, 5, 2, 5],
    ])
  })

  test('refuses a row that does not fit its columns', () => {
    expect(() => place(sheet([column('a')], [['x', 'y']]))).toThrow('2 cells for 1 columns')
  })
})

describe('formulas', () => {
  const table = (key: string, rest: Partial<SheetSpec> = {}) =>
    sheet([column('a'), column('b')], [], {
      key,
      name: key,
      rows: [
        { key: 'r1', bold: false, type: null, cells: [1, 2] },
        { key: 'r2', bold: false, type: null, cells: [3, 4] },
      ],
      ...rest,
    })
  const ask = (made: ReturnType<typeof formula>, ...operands: Parameters<ReturnType<typeof formula>>[1][]) =>
    first(
      place(
        table('one', {
          titles: ['Tên'],
          totals: [
            { key: 'sum', bold: true, type: null, cells: [null, made(['f(', ')'] as never, ...operands)] },
          ],
        }),
        table('Hai'),
      ),
    )

  test.each([
    [{ column: 'a' }, 'f(A6)'],
    [{ column: 'a', toColumn: 'b' }, 'f(A6:B6)'],
    [{ column: 'a', row: 'all' }, 'f(A4:A5)'],
    [{ column: 'a', toColumn: 'b', row: 'headings' }, 'f(A3:B3)'],
    [{ column: 'b', row: 'r2' }, 'f(B5)'],
    [{ column: 'a', toColumn: 'b', row: 'r1', toRow: 'r2' }, 'f(A4:B5)'],
    [{ column: 'b', row: 'r2', sheet: 'Hai' }, "f('Hai'!B3)"],
    [
      [
        { column: 'a', row: 'r1' },
        { column: 'b', row: 'r2' },
      ],
      'f(A4,B5)',
    ],
  ])('%j stands as %s', (reference, text) => {
    expect(contentAt(ask(formula(7), reference), 6, 2)).toEqual({ formula: text, value: 7 })
  })

  test.each([
    { column: 'z' },
    { column: 'a', row: 'r9' },
    { column: 'a', sheet: 'ba' },
    { column: '__proto__' },
  ])('%j names nothing and is refused', (reference) => {
    expect(() => ask(formula(7), reference)).toThrow('names nothing')
  })

  test('over an empty table they name the headings, never their own row', () => {
    const total = formula(0)`SUM(${{ column: 'a', row: 'all' }})`
    const placed = first(
      place(sheet([column('a')], [], { totals: [{ key: null, bold: true, type: null, cells: [total] }] })),
    )
    expect(contentAt(placed, 2, 1)).toEqual({ formula: 'SUM(A1)', value: 0 })
  })

  test('columns go on after Z', () => {
    const columns = Array.from({ length: 800 }, (_, index) => column(`c${index}`))
    const cells = columns.map((_, index) =>
      index === 0 ? formula(1)`${{ column: 'c26', toColumn: 'c799' }}` : null,
    )
    expect(contentAt(first(place(sheet(columns, [cells]))), 2, 1)).toEqual({ formula: 'AA2:ADT2', value: 1 })
  })
})
