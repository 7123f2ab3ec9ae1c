import { expect, test } from 'vitest'
import { readSheet } from '../../../src/main/excel/read-sheet.ts'

const plain = { formats: [], date1904: false }
const read = (inside: string, budget = { characters: 1000, cells: 100 }) =>
  readSheet(
    (async function* () {
      yield Buffer.from(`<worksheet>${inside}</worksheet>`)
    })(),
    plain,
    ['chung'],
    budget,
  )
const rows = (data: string) => read(`<sheetData>${data}</sheetData>`)

test('rows and cells in any order and twice come out in order and once', async () => {
  const sheet = await rows(
    '<row r="5"><c r="C5"><v>3</v></c><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="5"><c r="A5"><v>9</v></c></row>',
  )
  expect(sheet.rows.map(({ row, cells }) => [row, cells.A?.text, cells.C?.text])).toEqual([
    [2, '2', undefined],
    [5, '9', '3'],
  ])
})

test('empty cells and rows are nothing, however many', async () => {
  const sheet = await rows('<row r="1"><c r="ZZ1" s="3"/><c r="A1"><v></v></c></row><row r="1048576"/>')
  expect(sheet.rows).toEqual([])
})

test('the budget of texts and cells holds over all sheets', async () => {
  const budget = { characters: 8, cells: 3 }
  await read('<sheetData><row><c t="s"><v>0</v></c></row></sheetData>', budget)
  expect(budget).toEqual({ characters: 3, cells: 2 })
  await expect(read('<sheetData><row><c t="s"><v>0</v></c></row></sheetData>', budget)).rejects.toMatchObject(
    { code: 'file-needs-too-much-memory' },
  )
  await expect(
    read('<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>', { characters: 100, cells: 1 }),
  ).rejects.toMatchObject({ code: 'file-too-many-rows' })
})

test('merges of headings are kept as they stand', async () => {
  const sheet = await read('<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="B7:B8"/></mergeCells>')
  expect(sheet.merges).toEqual([
    { firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 16_384 },
    { firstRow: 7, lastRow: 8, firstColumn: 2, lastColumn: 2 },
  ])
})
