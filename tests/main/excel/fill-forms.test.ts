import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type FilledWorkbook, fillWorkbook } from '../../../src/main/excel/fill-workbook.ts'
import { readWorkbook } from '../../../src/main/excel/read-workbook.ts'
import { escapeXml } from '../../../src/main/excel/safe-text.ts'
import { columnLetter } from '../../../src/main/excel/sheet-range.ts'
import { archiveParts, changedParts } from '../../support/archive-parts.ts'
import { committeeForm, fullForm } from '../../support/committee-forms.ts'
import { cached, inFolder, libreOffice } from '../../support/workbook.ts'
import { makeZip } from '../../support/zip.ts'

const form = makeZip(fullForm())
const sheet = 'Biểu 01'
const cells = [
  { row: 12, column: 6, value: 20 },
  { row: 12, column: 7, value: 18 },
  { row: 12, column: 9, value: 'Mô hình tiết kiệm' },
  // Hidden, and behind the last cell there is.
  { row: 12, column: 10, value: 'Đủ' },
  // A formula, and a merged cell: left as they are.
  { row: 12, column: 8, value: '90%' },
]

let filled: FilledWorkbook
beforeAll(async () => {
  filled = await fillWorkbook(form, sheet, cells)
})

const sheetOf = async (bytes: Uint8Array, number: number) =>
  (await archiveParts(bytes)).get(`xl/worksheets/sheet${number}.xml`)?.toString() ?? ''

/** A sheet's XML taken apart: each cell by its address, and what stands around the cells. */
function takenApart(xml: string) {
  const cells = new Map<string, string>()
  const around = xml.replace(/<c r="([A-Z]+\d+)"(?:[^>]*\/>|.*?<\/c>)/gs, (cell, address) => {
    cells.set(address, cell)
    return ''
  })
  return { cells, around }
}

describe('a form with all that forms come with', () => {
  it('keeps every part but the filled sheet, the one that sums it up, and the word to calculate', async () => {
    expect(await changedParts(form, filled.bytes)).toEqual([
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ])
    const workbook = (await archiveParts(filled.bytes)).get('xl/workbook.xml')?.toString()
    const before = (await archiveParts(form)).get('xl/workbook.xml')?.toString()
    expect(workbook).toBe(
      before?.replace('<calcPr calcId="191029"/>', '<calcPr calcId="191029" fullCalcOnLoad="1"/>'),
    )
  })

  it('differs in the filled cells and in what formulas over them came to, and nowhere else', async () => {
    const before = takenApart(await sheetOf(form, 1))
    const after = takenApart(await sheetOf(filled.bytes, 1))
    // The filled row says no longer that it ends before the new cell.
    expect(after.around).toBe(before.around.replace('<row r="12" spans="4:10"', '<row r="12"'))
    const changed = [...after.cells].filter(([address, cell]) => before.cells.get(address) !== cell)
    expect(Object.fromEntries(changed)).toEqual({
      F12: '<c r="F12" s="1"><v>20</v></c>',
      G12: '<c r="G12" s="1"><v>18</v></c>',
      H12: '<c r="H12" s="1"><f t="shared" si="0"/></c>',
      I12: '<c r="I12" s="1" t="inlineStr"><is><t xml:space="preserve">Mô hình tiết kiệm</t></is></c>',
      J12: '<c r="J12" t="inlineStr"><is><t xml:space="preserve">Đủ</t></is></c>',
      F13: '<c r="F13" s="1"><f>SUM(F11:F12)</f></c>',
      G13: '<c r="G13" s="1"><f t="array" ref="G13:G14">G11:G12*2</f></c>',
      G14: '<c r="G14" s="1"></c>',
    })
    expect(await sheetOf(filled.bytes, 2)).toBe(
      (await sheetOf(form, 2))
        .replace("<f>'Biểu 01'!F13</f><v>12</v>", "<f>'Biểu 01'!F13</f>")
        .replace('<f>A1+Tong_so</f><v>24</v>', '<f>A1+Tong_so</f>'),
    )
  })

  it('says what it left alone and what will not be seen', () => {
    expect(filled.notes).toEqual([
      { letter: 'H', kind: 'formula', words: '' },
      { letter: 'J', kind: 'hidden', words: '' },
    ])
  })

  it('reads back without a single figure of before', async () => {
    const [first, second] = await readWorkbook(filled.bytes)
    const row = first?.rows.find(({ row }) => row === 13)?.cells
    expect([row?.E?.text, row?.F?.kind]).toEqual(['Tổng số', 'failed'])
    expect(second?.rows.map(({ cells }) => [cells.A?.text, cells.B?.text])).toEqual([
      ['', ''],
      ['12', '3'],
    ])
  })

  it.skipIf(!libreOffice)(
    'is worked out by LibreOffice even where it is set to calculate nothing',
    async () => {
      await inFolder(async (folder) => {
        const path = join(folder, 'bieu.xlsx')
        writeFileSync(path, filled.bytes)
        const shown = await cached(path)
        const rows = shown.get(sheet) ?? []
        expect(rows[11]?.slice(3)).toEqual(['2', 'Chi bộ 2', '20', '18', '90%', 'Mô hình tiết kiệm', 'Đủ'])
        expect(rows[12]?.slice(4, 7)).toEqual(['Tổng số', '32', '24'])
        expect(shown.get('Tổng hợp')?.slice(0, 2)).toEqual([
          ['32', '64'],
          ['12', '3'],
        ])
      })
    },
  )
})

describe('any form', () => {
  const spot = fc.record({ row: fc.integer({ min: 1, max: 8 }), column: fc.integer({ min: 1, max: 8 }) })
  const content = fc.oneof(fc.integer(), fc.constantFrom('Đủ', '=1+1', '<b>&', 'dòng 1\ndòng 2'))
  const filling = fc.uniqueArray(fc.tuple(spot, content), {
    maxLength: 12,
    selector: ([{ row, column }]) => `${row} ${column}`,
  })

  it('holds for another reader what it held, and what was filled', async () => {
    await fc.assert(
      fc.asyncProperty(filling, filling, async (before, cells) => {
        const bytes = makeZip(committeeForm([{ name: 'Biểu', data: rowsOf(before) }]))
        const wanted = cells.map(([at, value]) => ({ ...at, value }))
        const filled = await fillWorkbook(bytes, 'Biểu', wanted)
        const expected = new Map(
          [...before, ...cells].map(([at, value]) => [`${at.row} ${at.column}`, value]),
        )
        const workbook = new ExcelJS.Workbook()
        await workbook.xlsx.load(Uint8Array.from(filled.bytes).buffer)
        const found = new Map<string, unknown>()
        workbook.getWorksheet('Biểu')?.eachRow((row, number) => {
          row.eachCell((cell, column) => found.set(`${number} ${column}`, cell.value))
        })
        expect(found).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })

  function rowsOf(cells: readonly (readonly [{ row: number; column: number }, string | number])[]) {
    const rows = Map.groupBy(cells, ([{ row }]) => row)
    const inOrder = [...rows].toSorted(([a], [b]) => a - b)
    return inOrder
      .map(([row, of]) => {
        const xml = of
          .toSorted(([a], [b]) => a.column - b.column)
          .map(([{ column }, value]) => {
            const start = `<c r="${columnLetter(column)}${row}"`
            return typeof value === 'number'
              ? `${start}><v>${value}</v></c>`
              : `${start} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
          })
        return `<row r="${row}">${xml.join('')}</row>`
      })
      .join('')
  }
})
