import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FilledCell } from '../../../src/main/excel/fill-sheet.ts'
import { calculatedOnLoad, fillWorkbook } from '../../../src/main/excel/fill-workbook.ts'
import { readWorkbook } from '../../../src/main/excel/read-workbook.ts'
import { runExcelProcess } from '../../../src/main/excel/run-excel-process.ts'
import { archiveParts, changedParts } from '../../support/archive-parts.ts'
import { chartForm } from '../../support/chart-form.ts'
import { hostileWorkbooks } from '../../support/hostile-workbooks.ts'
import { textRows, textWorkbook, workbookParts } from '../../support/workbook-bytes.ts'
import { makeZip } from '../../support/zip.ts'

const upperForm = readFileSync('tests/samples/bieu-tong-hop-6-thang.xlsx')
const upperSheet = 'Biểu 6 tháng'

async function sheetXml(bytes: Uint8Array): Promise<string> {
  return (await archiveParts(bytes)).get('xl/worksheets/sheet1.xml')?.toString('utf8') ?? ''
}

const own = (letter: string, value: string | number): FilledCell => ({
  row: 7,
  column: letter.charCodeAt(0) - 64,
  value,
})

describe('the form of an upper committee', () => {
  it('has its cells filled in their own style, the row made as high as they need, and not a byte else is touched', async () => {
    const { bytes, notes } = await fillWorkbook(upperForm, upperSheet, [
      own('C', 15),
      own('D', '15/15 (Đạt 100%)'),
      own('F', 'Mô hình "Sạch & Xanh" <tổ 3>'),
    ])
    expect(notes).toEqual([])
    expect(await changedParts(upperForm, bytes)).toEqual(['xl/worksheets/sheet1.xml'])
    const cell = (address: string, content: string) => `<c r="${address}" s="3"${content}</c>`
    const text = (words: string) => ` t="inlineStr"><is><t xml:space="preserve">${words}</t></is>`
    const before = await sheetXml(upperForm)
    expect(await sheetXml(bytes)).toBe(
      before
        // The form leaves the row's height to its text, which takes four lines in so narrow a column.
        .replace('<row r="7">', '<row r="7" ht="63">')
        .replace('<c r="C7" s="3" t="n"></c>', cell('C7', '><v>15</v>'))
        .replace('<c r="D7" s="3" t="n"></c>', cell('D7', text('15/15 (Đạt 100%)')))
        .replace('<c r="F7" s="3" t="n"></c>', cell('F7', text('Mô hình "Sạch &amp; Xanh" &lt;tổ 3&gt;'))),
    )
  })

  it('keeps its formulas and what lies under a merge, and says so', async () => {
    const { bytes, notes } = await fillWorkbook(upperForm, upperSheet, [
      { row: 9, column: 3, value: 99 },
      { row: 3, column: 5, value: 'che' },
      own('E', 'vào được'),
    ])
    expect(notes.map(({ letter, kind }) => [letter, kind])).toEqual([
      ['C', 'formula'],
      ['E', 'covered'],
    ])
    expect(await sheetXml(bytes)).toContain('<c r="C9" s="3"><f>SUM(C6:C8)</f><v></v></c>')
  })

  it('keeps chart, shape and stored parts, and is told to calculate when it is opened', async () => {
    const form = makeZip(chartForm())
    const { bytes } = await fillWorkbook(form, 'Biểu', [
      { row: 4, column: 3, value: 15 },
      { row: 4, column: 5, value: 'Tốt' },
    ])
    expect(await changedParts(form, bytes)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    const workbook = (await archiveParts(bytes)).get('xl/workbook.xml')?.toString()
    expect(workbook).toContain('</sheets><calcPr fullCalcOnLoad="1"/></workbook>')
    // Whoever shows it without calculating shall not see the old sum.
    expect(await sheetXml(bytes)).toContain('<f>SUM(C3:C4)</f></c>')
  })
})

describe('cells that are not there yet', () => {
  const fill = async (data: string, cells: FilledCell[]) =>
    sheetXml((await fillWorkbook(makeZip(workbookParts([{ data }])), 'Trang', cells)).bytes)
  const at = (row: number, column: number): FilledCell => ({ row, column, value: row * 10 + column })

  it('come into their row and column, in rows new or empty too', async () => {
    expect(
      await fill('<row r="2" s="4"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5"/>', [
        at(2, 1),
        at(2, 3),
        at(2, 5),
        at(2, 6),
        at(4, 2),
        at(5, 1),
        at(1, 1),
      ]),
    ).toContain(
      '<sheetData><row r="1"><c r="A1"><v>11</v></c></row>' +
        '<row r="2" s="4"><c r="A2" s="4"><v>21</v></c><c r="B2"><v>1</v></c><c r="C2" s="4"><v>23</v></c>' +
        '<c r="D2"><v>2</v></c><c r="E2" s="4"><v>25</v></c><c r="F2" s="4"><v>26</v></c></row>' +
        '<row r="4"><c r="B4"><v>42</v></c></row><row r="5"><c r="A5"><v>51</v></c></row></sheetData>',
    )
  })

  it('come right before one that is filled too', async () => {
    expect(await fill('<row r="1"><c r="A1"/><c r="C1"/></row>', [at(1, 2), at(1, 3)])).toContain(
      '<c r="A1"/><c r="B1"><v>12</v></c><c r="C1"><v>13</v></c>',
    )
  })

  it('look as their row or their column does', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const cols = '<cols><col min="1" max="2" width="9" style="3"/></cols>'
    const whole = `<worksheet xmlns="${main}">${cols}<sheetData><row r="2" s="4"/></sheetData></worksheet>`
    const form = makeZip(workbookParts([{ whole }]))
    const { bytes } = await fillWorkbook(form, 'Trang', [at(1, 2), at(1, 3), at(2, 1)])
    expect(await sheetXml(bytes)).toContain(
      '<row r="1"><c r="B1" s="3"><v>12</v></c><c r="C1"><v>13</v></c></row><row r="2" s="4"><c r="A2" s="4">',
    )
  })

  it('find their place where rows and cells carry no numbers, and in a sheet with a prefix', async () => {
    expect(
      await fill(
        textRows([
          ['một', 'hai'],
          ['ba', null, 'bốn'],
        ]),
        [at(2, 2)],
      ),
    ).toContain('<c r="B2"><v>22</v></c>')
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const whole = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    const form = makeZip(workbookParts([{ whole }]))
    const { bytes } = await fillWorkbook(form, 'Trang', [at(1, 2), at(2, 1)])
    expect(await sheetXml(bytes)).toContain(
      '<x:c r="B1"><x:v>12</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>21</x:v></x:c></x:row>',
    )
    expect(await fill('', [at(1, 1)])).toContain('<row r="1"><c r="A1"><v>11</v></c></row>')
  })

  it('are not made inside an array of formulas', async () => {
    const data =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>0</v></c></row><row r="2"><c r="A2"><v>0</v></c></row>'
    const form = makeZip(workbookParts([{ data }]))
    expect((await fillWorkbook(form, 'Trang', [at(2, 1)])).notes).toEqual([
      { letter: 'A', kind: 'formula', words: '0' },
    ])
  })
})

it('makes no formula and no link of any text, and reads back what was written', async () => {
  const form = textWorkbook([
    ['STT', 'Tên chi bộ', 'Ghi chú'],
    [1, 'Chi bộ 1', null],
  ])
  const hostile = fc.oneof(
    fc.string({ maxLength: 40, unit: 'grapheme' }),
    fc.constantFrom(
      '=1+1',
      '+84912345678',
      '@SUM(A1)',
      '</t></is></c><c r="Z9"><f>1</f></c>',
      ']]>&amp;<f>',
      '_x0041_',
      '\u0000\uFFFE\uD800',
      'Ẫ'.repeat(40_000),
      'https://vidu.vn',
    ),
  )
  await fc.assert(
    fc.asyncProperty(hostile, async (value) => {
      const { bytes } = await fillWorkbook(form, 'Trang', [{ row: 2, column: 3, value }])
      const xml = await sheetXml(bytes)
      expect(xml).not.toMatch(/<f[\s>]/)
      expect(xml).not.toContain('hyperlink')
      const [sheet] = await readWorkbook(bytes)
      expect((sheet?.rows[1]?.cells.C?.text ?? '').length).toBeLessThanOrEqual(32_767)
    }),
    { numRuns: 60 },
  )
})

it('is calculated when it is opened, whatever the settings say', () => {
  const book = (more: string) => `<workbook xmlns="x"><sheets/>${more}</workbook>`
  expect(calculatedOnLoad(book('<calcPr calcId="1" fullCalcOnLoad="0"/>'))).toBe(
    book('<calcPr calcId="1" fullCalcOnLoad="1"/>'),
  )
  expect(calculatedOnLoad(book('<calcPr fullCalcOnLoad="true"></calcPr>'))).toBe(
    book('<calcPr fullCalcOnLoad="true"></calcPr>'),
  )
  expect(calculatedOnLoad(book('<definedNames><definedName name="a">b</definedName></definedNames>'))).toBe(
    book('<definedNames><definedName name="a">b</definedName></definedNames><calcPr fullCalcOnLoad="1"/>'),
  )
})

describe('what is refused', () => {
  it('is a workbook with macros, a sheet that is not there, and what the reader refuses', async () => {
    const withMacros = chartForm().map((part) =>
      part.name === '[Content_Types].xml'
        ? { ...part, data: String(part.data).replace('sheet.main+xml', 'sheet.macroEnabled.main+xml') }
        : part,
    )
    const cells = [{ row: 4, column: 3, value: 1 }]
    await expect(fillWorkbook(makeZip(withMacros), 'Biểu', cells)).rejects.toMatchObject({
      code: 'form-with-macros',
    })
    await expect(fillWorkbook(upperForm, 'Khác', cells)).rejects.toMatchObject({ code: 'not-found' })
    await expect(fillWorkbook(Buffer.from('%PDF-1.7'), 'Biểu', cells)).rejects.toMatchObject({
      code: 'file-not-workbook',
    })
  })

  it('is done in a process of its own', async () => {
    const { bytes } = await runExcelProcess<'fill'>({
      kind: 'fill',
      bytes: upperForm,
      sheet: upperSheet,
      cells: [own('C', 15)],
      raiseRow: false,
    })
    expect(await changedParts(upperForm, bytes)).toEqual(['xl/worksheets/sheet1.xml'])
  })
})

describe('a file meant to break the reader', () => {
  // Refused by the very guards of the reader, which has its own tests for each; or plain enough to be filled.
  const told = ['file-encrypted', 'file-is-xls', null]
  it.each(hostileWorkbooks.filter(({ code }) => told.includes(code)))('$name', async ({ make, code }) => {
    const bytes = make()
    const sheet = code === null ? (await readWorkbook(bytes))[0]?.name : 'Trang'
    const filling = fillWorkbook(bytes, sheet ?? '', [{ row: 3, column: 2, value: 'vào' }])
    if (code !== null) await expect(filling).rejects.toMatchObject({ code })
    else await expect(filling).resolves.toMatchObject({ notes: expect.any(Array) })
  })
})
