import { describe, expect, it } from 'vitest'
import type { FilledCell } from '../../../src/main/excel/fill-sheet.ts'
import { fillWorkbook } from '../../../src/main/excel/fill-workbook.ts'
import { readWorkbook } from '../../../src/main/excel/read-workbook.ts'
import { archiveParts } from '../../support/archive-parts.ts'
import { committeeForm, type SheetOfForm } from '../../support/committee-forms.ts'
import { makeZip } from '../../support/zip.ts'

const sentence = 'Mô hình thu gom rác thải tại nguồn của tổ đảng thôn Đông, gắn với tuyến đường hoa'
const at = (column: string, value: string | number, row = 2): FilledCell => ({
  row,
  column: column.charCodeAt(0) - 64,
  value,
})

async function told(sheet: Omit<SheetOfForm, 'name'>, cells: FilledCell[], raiseRow = false) {
  const form = makeZip(committeeForm([{ name: 'Biểu', ...sheet }]))
  const { bytes, notes } = await fillWorkbook(form, 'Biểu', cells, { raiseRow })
  const xml = (await archiveParts(bytes)).get('xl/worksheets/sheet1.xml')?.toString() ?? ''
  return {
    notes: notes.map(({ letter, kind }) => `${letter} ${kind}`),
    row: /<row r="2"[^>]*>/.exec(xml)?.[0],
  }
}

const cols =
  '<cols><col min="1" max="1" width="10.7" customWidth="1"/><col min="2" max="2" width="30.7"/></cols>'

describe('a text longer than its row', () => {
  const fixed = {
    before: cols,
    data: '<row r="2" ht="15.75" customHeight="1"><c r="A2" s="1"/><c r="B2" s="1"/><c r="C2" s="3"/></row>',
  }

  it('is told where the form fixed the height, and the row raised only on demand', async () => {
    expect(await told(fixed, [at('A', 'vừa'), at('B', sentence), at('C', sentence)])).toEqual({
      notes: ['B low'],
      row: '<row r="2" ht="15.75" customHeight="1">',
    })
    expect(await told(fixed, [at('A', 'vừa'), at('B', sentence)], true)).toEqual({
      notes: [],
      row: '<row r="2" ht="47.25" customHeight="1">',
    })
    expect((await told(fixed, [at('A', 'vừa')], true)).row).toBe('<row r="2" ht="15.75" customHeight="1">')
  })

  it('makes a row higher whose height the form leaves to its text', async () => {
    const free = { ...fixed, data: fixed.data.replace(' customHeight="1"', '') }
    expect(await told(free, [at('B', sentence)])).toEqual({ notes: [], row: '<row r="2" ht="47.25">' })
    expect((await told(free, [at('B', 'vừa')])).row).toBe('<row r="2" ht="15.75">')
  })

  it('is told in merged cells, which no program makes higher by itself', async () => {
    const merged = {
      before: cols,
      data: '<row r="2" ht="15.75"><c r="A2" s="1"/><c r="B2" s="1"/></row><row r="3" ht="15.75"/>',
      after: '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>',
    }
    expect(await told(merged, [at('B', sentence)])).toEqual({
      notes: ['B low'],
      row: '<row r="2" ht="15.75">',
    })
    expect(await told(merged, [at('B', sentence)], true)).toEqual({
      notes: [],
      row: '<row r="2" ht="31.5" customHeight="1">',
    })
  })
})

describe('a text wider than its column', () => {
  const data = (cells: string) => ({ before: cols, data: `<row r="2">${cells}</row>` })

  it('is told where something stands beside it, not where it may run over', async () => {
    expect((await told(data('<c r="B2"/>'), [at('A', sentence)])).notes).toEqual([])
    expect((await told(data('<c r="B2"><v>1</v></c>'), [at('A', sentence)])).notes).toEqual(['A narrow'])
    expect((await told(data('<c r="B2"/>'), [at('A', sentence), at('B', 1)])).notes).toEqual(['A narrow'])
    // From the middle it runs over to both sides, and to the left of A is nothing.
    expect((await told(data('<c r="A2" s="4"/>'), [at('A', sentence)])).notes).toEqual(['A narrow'])
  })

  it('is told of a number too, unless it is fitted into its cell', async () => {
    const narrow = {
      before: '<cols><col min="1" max="2" width="2.7"/></cols>',
      data: '<row r="2"><c r="B2" s="3"/></row>',
    }
    expect((await told(narrow, [at('A', 12_345), at('B', 12_345)])).notes).toEqual(['A narrow'])
    expect((await told(narrow, [at('A', 1)])).notes).toEqual([])
  })
})

it('tells of what cannot be seen, what is replaced and what the form would not take', async () => {
  const sheet = {
    before: '<cols><col min="3" max="3" width="9" hidden="1"/></cols>',
    data: '<row r="2"><c r="A2" t="inlineStr"><is><t>cũ</t></is></c><c r="B2"><v>7</v></c></row><row r="4" hidden="1"/>',
    after:
      '<dataValidations><dataValidation type="whole" sqref="D2:D9"><formula1>0</formula1></dataValidation><dataValidation type="list" sqref="E2"><formula1>"Tốt, Khá"</formula1></dataValidation></dataValidations>',
  }
  const { notes } = await told(sheet, [
    at('A', 'mới'),
    at('B', 7),
    at('C', 1),
    at('D', '15/15'),
    at('E', 'Giỏi'),
    at('A', 1, 4),
  ])
  expect(notes).toEqual(['A holds', 'C hidden', 'D unfitting', 'E unfitting', 'A hidden'])
  expect((await told(sheet, [at('D', 15), at('E', 'Khá')])).notes).toEqual([])
})

it('leaves locked cells of a protected sheet alone', async () => {
  const sheet = {
    data: '<row r="2"><c r="A2"/><c r="B2" s="2"/><c r="C2"/><c r="D2"/></row>',
    after:
      '<sheetProtection sheet="1" objects="1"/><protectedRanges><protectedRange sqref="C2" name="mo"/><protectedRange sqref="D2" password="CC1A" name="khoa"/></protectedRanges>',
  }
  const cells = [at('A', 1), at('B', 2), at('C', 3), at('D', 4)]
  expect((await told(sheet, cells)).notes).toEqual(['A locked', 'D locked'])
  const open = { ...sheet, after: '<sheetProtection formatCells="0"/>' }
  expect((await told(open, cells)).notes).toEqual([])
})

it('writes a share as a number where the form shows numbers as shares, so that its formulas count it', async () => {
  const data = '<row r="2"><c r="A2" s="6"/><c r="B2" s="7"/><c r="C2"/><c r="D2" s="6"/></row>'
  const form = makeZip(committeeForm([{ name: 'Biểu', data }]))
  const cells = [at('A', '100%'), at('B', '91,7%'), at('C', '91,7%'), at('D', '11/12 (Đạt 91,7%)')]
  const { bytes } = await fillWorkbook(form, 'Biểu', cells)
  const [sheet] = await readWorkbook(bytes)
  expect(Object.values(sheet?.rows[0]?.cells ?? {}).map(({ number, text }) => number ?? text)).toEqual([
    1,
    0.917,
    '91,7%',
    '11/12 (Đạt 91,7%)',
  ])
})
