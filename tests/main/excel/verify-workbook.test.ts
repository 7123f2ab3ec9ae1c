import { expect, test } from 'vitest'
import { drawWorkbook } from '../../../src/main/excel/draw-workbook.ts'
import { layOut } from '../../../src/main/excel/layout.ts'
import { verifyWorkbook } from '../../../src/main/excel/verify-workbook.ts'
import { type Cell, formula, type SheetSpec } from '../../../src/main/excel/workbook-spec.ts'
import { column, sheet } from '../../support/workbook.ts'

const book = (cells: Cell[], rest: Partial<SheetSpec> = {}) =>
  layOut({
    sheets: [
      sheet(
        [column('a', { type: 'integer' })],
        cells.map((cell) => [cell]),
        rest,
      ),
    ],
  })

const written: Cell[] = ['An', 1, formula(1)`SUM(${{ column: 'a', row: 'all' }})`, null, 'Bình']

test.each<[string, Cell[], Partial<SheetSpec>]>([
  ['another text', ['an', 1, written[2] as Cell, null, 'Bình'], {}],
  ['another number', ['An', 2, written[2] as Cell, null, 'Bình'], {}],
  ['a text instead of a number', ['An', '1', written[2] as Cell, null, 'Bình'], {}],
  ['another formula', ['An', 1, formula(1)`SUM(1)`, null, 'Bình'], {}],
  ['another cached value', ['An', 1, formula(2)`SUM(${{ column: 'a', row: 'all' }})`, null, 'Bình'], {}],
  ['a value instead of a formula', ['An', 1, 1, null, 'Bình'], {}],
  ['a cell where there is none', ['An', 1, written[2] as Cell, 'x', 'Bình'], {}],
  ['a cell more at the end', [...written, 'Chi'], {}],
  ['a cell less at the end', written.slice(0, -1), {}],
  ['another sheet name', written, { name: 'Khác' }],
])('a file that differs by %s is found out', async (_, cells, rest) => {
  const bytes = await drawWorkbook(book(written), () => undefined)
  await verifyWorkbook(book(written), bytes)
  await expect(verifyWorkbook(book(cells, rest), bytes)).rejects.toThrow(/^Written/)
})

test('a file cut off anywhere is found out', async () => {
  const bytes = await drawWorkbook(book(written), () => undefined)
  for (const kept of [0, 10, 1000, 4000, bytes.length - 1])
    await expect(verifyWorkbook(book(written), bytes.subarray(0, kept))).rejects.toThrow()
})

test('a byte changed in any part is found out', async () => {
  const bytes = await drawWorkbook(book(written), () => undefined)
  const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length + 40
  const changed = Buffer.from(bytes)
  changed.writeUInt8((bytes.readUInt8(at) + 1) % 256, at)
  await expect(verifyWorkbook(book(written), changed)).rejects.toThrow()
})
