import { describe, expect, test } from 'vitest'
import { layOut, type PlacedSheet } from '../../../src/main/excel/layout.ts'
import { formula, type SheetSpec } from '../../../src/main/excel/workbook-spec.ts'
import type { Chart } from '../../../src/shared/rules/chart.ts'
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

  test('who gets the sheet left of the signature, in the rows it leaves to the pen', () => {
    const placed = first(
      place(
        sheet([column('a', { width: 60 }), column('b', { width: 60 })], [['1', '2']], {
          signatures: {
            left: { recipients: ['Nơi nhận:', '- Đảng ủy;', '- Đảng viên;', '- Lưu Chi bộ.'] },
            right: { lines: ['T/M CHI BỘ', 'BÍ THƯ'], name: 'Trần Bình' },
          },
        }),
      ),
    )
    const foot = placed.rows.slice(-6)
    expect(foot.map((row) => row.cells.map((cell) => [cell.column, cell.content]))).toEqual([
      [
        [1, 'Nơi nhận:'],
        [2, 'T/M CHI BỘ'],
      ],
      [
        [1, '- Đảng ủy;'],
        [2, 'BÍ THƯ'],
      ],
      [[1, '- Đảng viên;']],
      [[1, '- Lưu Chi bộ.']],
      [],
      [[2, 'Trần Bình']],
    ])
    expect(foot.slice(2, 5).reduce((sum, { height }) => sum + height, 0)).toBe(52.5)
    // All of the foot stands on one page.
    expect(foot.slice(0, -1).every(({ hold }) => hold === foot[0]?.hold)).toBe(true)
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

describe('pages', () => {
  const rows = (count: number, text = 'x') => Array.from({ length: count }, () => [text, text])
  const wide = [column('a', { width: 70 }), column('b', { width: 70 })]
  const signed: Partial<SheetSpec> = {
    head: ['ĐẢNG BỘ', 'CHI BỘ'],
    titles: ['SỔ'],
    notes: ['Ghi chú'],
    totals: [{ key: null, bold: true, type: null, cells: ['Tổng số', null] }],
    placeAndDate: 'Hà Giang, ngày 22 tháng 11 năm 2026',
    signatures: { left: null, right: { lines: ['T/M CHI BỘ', 'BÍ THƯ'], name: 'Trần Bình' } },
  }
  const chart: Chart = { title: 'Biểu đồ', categories: ['1', '2'], series: [], unit: 'integer' }
  const ofPart = ({ rows: placed }: PlacedSheet, part: string) =>
    placed.flatMap(({ cells }, index) => (cells.some(({ look }) => look.part === part) ? [index + 1] : []))

  test.each(Array.from({ length: 60 }, (_, index) => index + 20))(
    'of %d rows the signature, the totals and at least two rows are on the last',
    (count) => {
      const placed = first(place(sheet(wide, rows(count), signed)))
      const { ends } = placed.pages
      const lastPage = ends.at(-2) ?? 0
      expect(ofPart(placed, 'body').filter((row) => row > lastPage).length).toBeGreaterThanOrEqual(2)
      expect(ofPart(placed, 'total').every((row) => row > lastPage)).toBe(true)
    },
  )

  test('a heading within the table is none of the two', () => {
    const grouped = Array.from({ length: 60 }, (_, index) => ({
      key: null,
      bold: false,
      type: null,
      ...(index % 2 === 0 ? { across: true as const } : {}),
      cells: index % 2 === 0 ? ['Quý', null] : ['x', 'y'],
    }))
    const { headings, pages } = first(place(sheet(wide, [], { ...signed, rows: grouped })))
    const lastPage = pages.ends.at(-2) ?? 0
    expect(lastPage).toBeGreaterThan(0)
    expect(lastPage).toBeLessThanOrEqual(headings[1] + 56)
  })

  test('a heading within the table never ends a page', () => {
    const grouped = Array.from({ length: 90 }, (_, index) => ({
      key: null,
      bold: false,
      type: null,
      ...(index % 3 === 0 ? { across: true as const } : {}),
      cells: index % 3 === 0 ? ['Quý', null] : ['x'.repeat(index), 'y'],
    }))
    const placed = first(place(sheet(wide, [], { ...signed, rows: grouped })))
    expect(placed.pages.ends.length).toBeGreaterThan(2)
    for (const end of placed.pages.ends) {
      expect(
        placed.merges.some(([row]) => row === end && (placed.rows[end - 1]?.cells.length ?? 0) > 1),
      ).toBe(false)
    }
  })

  test('charts take their pages whole, are no wider than the sheet, and the last has the signature with it', () => {
    const narrow = [column('a', { width: 40 }), column('b', { width: 30 })]
    const placed = first(
      place(sheet(narrow, rows(30), { ...signed, charts: Array.from({ length: 7 }, () => chart) })),
    )
    for (const { row, size } of placed.charts) {
      expect(size.width * 0.75).toBeLessThan(70 * 5.25)
      expect(size.height * 0.75).toBeLessThan(placed.rows[row - 1]?.height ?? 0)
    }
    const last = placed.charts.at(-1)?.row ?? 0
    expect(last).toBeGreaterThan(placed.pages.ends.at(-2) ?? 0)
  })

  test('lie across, stand upright where the sheet is narrow, and are drawn smaller where that saves a page', () => {
    const pagesOf = (...spec: Parameters<typeof sheet>) => first(place(sheet(...spec))).pages
    expect(pagesOf(wide, rows(5))).toEqual({ orientation: 'landscape', scale: 97, ends: [6] })
    expect(pagesOf([column('a', { width: 90 })], [['x']])).toMatchObject({
      orientation: 'portrait',
      scale: 100,
    })
    const little = pagesOf(wide, rows(30))
    expect(little.ends).toEqual([31])
    expect(little.scale).toBeGreaterThan(70)
    expect(pagesOf(wide, rows(60)).ends.length).toBeGreaterThan(1)
  })

  test('a text has the lines it needs in the letters its cell is set in', () => {
    const text = 'Nâng cao chất lượng sinh hoạt chi bộ'
    const heights = (['head', 'titles', 'notes'] as const).map(
      (where) => first(place(sheet([column('a', { width: 30 })], [], { [where]: [text] }))).rows,
    )
    expect(heights.map((of, index) => of[index < 2 ? 0 : 2]?.height)).toEqual([31.5, 37.5, 30])
    const body = first(place(sheet([column('a', { width: 30 })], [[text], ['x']])))
    expect(body.rows.slice(1).map(({ height }) => height)).toEqual([33, 18])
    const groups = [column('a', { width: 7, group: text }), column('b', { width: 90, group: 'x' })]
    expect(first(place(sheet(groups, []))).rows[0]?.height).toBe(15 * 7 + 3.75)
  })

  test('a text too long for the highest row there is stands in smaller letters', () => {
    const sizes = [900, 1_500, 2_500, 9_000].map((length) => {
      const placed = first(place(sheet([column('a', { width: 40 })], [['chi bộ '.repeat(length / 7)]])))
      expect(placed.rows[1]?.height).toBeLessThanOrEqual(409)
      return placed.rows[1]?.cells[0]?.look.size
    })
    expect(sizes).toEqual([undefined, 9, 7.5, 6])
  })
})
