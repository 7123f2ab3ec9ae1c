import { expect, test } from 'vitest'
import type { Content, PlacedSheet } from '../../../src/main/excel/layout.ts'
import { mergesXml, rowsXml, sheetRange, textList } from '../../../src/main/excel/sheet-rows.ts'

const look = { part: 'body', type: 'text', bold: false, centered: false } as const

function sheet(rows: Content[][], rest: Partial<PlacedSheet> = {}): PlacedSheet {
  return {
    name: 'Trang',
    widths: Array.from({ length: 28 }, () => 10),
    rows: rows.map((contents) => ({
      height: 16.5,
      hold: 0,
      cells: contents.map((content, index) => ({ column: index + 1, content, look })),
    })),
    merges: [],
    headings: [1, 1],
    frozenColumns: 0,
    footer: '',
    pages: { orientation: 'landscape', scale: 100, ends: [rows.length] },
    charts: [],
    ...rest,
  }
}

const rowsOf = (rows: Content[][]) =>
  [...rowsXml(sheet(rows), { styleOf: () => 7, textOf: textList().numberOf })].map((row) =>
    row.replace(/^<row r="\d+" ht="16.5" customHeight="1">/, '').replace(/<\/row>$/, ''),
  )

test.each<[string, Content, string]>([
  ['nothing', null, '<c r="A1" s="7"/>'],
  ['a text', 'An & <b>', '<c r="A1" s="7" t="s"><v>0</v></c>'],
  ['a number', -12.5, '<c r="A1" s="7"><v>-12.5</v></c>'],
  ['a formula of a number', { formula: 'B1<C1', value: 3 }, '<c r="A1" s="7"><f>B1&lt;C1</f><v>3</v></c>'],
  [
    'a formula of a text',
    { formula: '"a"&B1', value: '_x0041_<' },
    '<c r="A1" s="7" t="str"><f>"a"&amp;B1</f><v>_x005F_x0041_&lt;</v></c>',
  ],
  [
    'a formula that says nothing',
    { formula: 'B1', value: '' },
    '<c r="A1" s="7" t="str"><f>B1</f><v></v></c>',
  ],
])('%s as a cell', (_, content, xml) => {
  expect(rowsOf([[content]])).toEqual([xml])
})

test('rows and columns are numbered, and a text stands in the list once', () => {
  const rows = [['x', ...Array.from({ length: 26 }, () => null), 'M'], [], ['M', 'x']]
  const [first = '', second, third] = rowsOf(rows)
  expect(first.startsWith('<c r="A1" s="7" t="s"><v>0</v></c><c r="B1" s="7"/>')).toBe(true)
  expect(first.endsWith('<c r="AA1" s="7"/><c r="AB1" s="7" t="s"><v>1</v></c>')).toBe(true)
  expect(second).toBe('')
  expect(third).toBe('<c r="A3" s="7" t="s"><v>1</v></c><c r="B3" s="7" t="s"><v>0</v></c>')
})

test('merged cells are counted and named by their corners; a sheet without any says nothing', () => {
  expect(mergesXml(sheet([]))).toBe('')
  const merges: PlacedSheet['merges'] = [
    [1, 1, 1, 28],
    [3, 2, 4, 2],
  ]
  expect(mergesXml(sheet([], { merges }))).toBe(
    '<mergeCells count="2"><mergeCell ref="A1:AB1"/><mergeCell ref="B3:B4"/></mergeCells>',
  )
})

test('a sheet reaches from A1 to its last cell', () => {
  expect(sheetRange(sheet([['x'], ['y']]))).toBe('A1:AB2')
  expect(sheetRange(sheet([], { widths: [] }))).toBe('A1:A1')
})

test('the list of texts counts cells and texts, and keeps spaces and line ends', () => {
  const list = textList()
  expect(['x', ' hai', 'x', 'a\nb', '_x0041_', '&'].map(list.numberOf)).toEqual([0, 1, 0, 2, 3, 4])
  const xml = list.xml()
  expect(xml).toContain(' count="6" uniqueCount="5">')
  expect(xml).toContain(
    '<si><t>x</t></si><si><t xml:space="preserve"> hai</t></si><si><t xml:space="preserve">a\nb</t></si><si><t>_x005F_x0041_</t></si><si><t>&amp;</t></si></sst>',
  )
})
