import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWorkbook, type SheetData } from '../../../src/main/excel/read-workbook.ts'
import { AppError } from '../../../src/shared/contract/errors.ts'
import { workbookParts } from '../../support/workbook-bytes.ts'
import { makeZip } from '../../support/zip.ts'

/** The texts of a sheet by address, as 'A1'. */
const textsOf = (sheet: SheetData | undefined) =>
  Object.fromEntries(
    sheet?.rows.flatMap(({ row, cells }) =>
      Object.entries(cells).map(([letter, { text }]) => [`${letter}${row}`, text]),
    ) ?? [],
  )
const read = async (data: string, extra: Parameters<typeof workbookParts>[1] = {}) => {
  const [sheet] = await readWorkbook(makeZip(workbookParts([{ data }], extra)))
  return sheet
}

test('what another program wrote is read: texts, numbers, dates, formulas, links, rich text, errors', async () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Danh sách ĐV')
  sheet.getCell('A1').value = 'Họ và tên'
  sheet.getCell('B1').value = { richText: [{ text: 'Ngày ' }, { font: { bold: true }, text: 'sinh' }] }
  sheet.getCell('A2').value = 'Lê Thị Ánh\nNữ'
  sheet.getCell('B2').value = new Date(Date.UTC(1975, 5, 1))
  sheet.getCell('B2').numFmt = 'dd/mm/yyyy'
  sheet.getCell('C2').value = 4232960
  sheet.getCell('D2').value = { formula: '1+1', result: 2 }
  sheet.getCell('E2').value = { text: 'a@b.vn', hyperlink: 'mailto:a@b.vn' }
  sheet.getCell('F2').value = true
  sheet.getCell('G2').value = { error: '#N/A' }
  sheet.getCell('H2').value = 5
  sheet.getCell('H2').numFmt = '00000000'
  sheet.getCell('I2').value = 0.1 + 0.2
  sheet.mergeCells('A4:C5')
  workbook.addWorksheet('Ẩn', { state: 'hidden' }).getCell('A1').value = 'x'
  const sheets = await readWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()))

  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Danh sách ĐV', false],
    ['Ẩn', true],
  ])
  expect(textsOf(sheets[0])).toEqual({
    A1: 'Họ và tên',
    B1: 'Ngày sinh',
    A2: 'Lê Thị Ánh\nNữ',
    B2: '1975-06-01',
    C2: '4232960',
    D2: '2',
    E2: 'a@b.vn',
    F2: 'TRUE',
    G2: '',
    H2: '00000005',
    I2: '0.3',
  })
  const cells = sheets[0]?.rows[1]?.cells
  expect(cells?.B).toEqual({ text: '1975-06-01', kind: 'date', number: 27546 })
  expect(cells?.C?.kind).toBe('number')
  expect(cells?.G?.kind).toBe('failed')
  expect(sheets[0]?.merges).toEqual([{ firstRow: 4, lastRow: 5, firstColumn: 1, lastColumn: 3 }])
})

test('Vietnamese dates around the change of the time zone stay on their day', async () => {
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
  const row = [20_000, 22_000, 27_546, 27_547.999].map((serial) => `<c s="1"><v>${serial}</v></c>`).join('')
  expect(textsOf(await read(`<row>${row}</row>`, { styles }))).toEqual({
    A1: '1954-10-03',
    B1: '1960-03-25',
    C1: '1975-06-01',
    D1: '1975-06-02',
  })
})

test('formats tell dates from numbers and times', async () => {
  const codes = ['dd.mm.yyyy', '[$-42A]d "tháng" m', 'mm/yyyy', '#,##0 "đồng"', 'h:mm', '[Red]0.00', 'mmm']
  const styles = `<numFmts>${codes
    .map((code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${codes
    .map((_, i) => `<xf numFmtId="${170 + i}"/>`)
    .join('')}</cellXfs>`
  const sheet = await read(`<row>${codes.map((_, i) => `<c s="${i}"><v>45000</v></c>`).join('')}</row>`, {
    styles,
  })
  expect(Object.values(sheet?.rows[0]?.cells ?? {}).map(({ kind }) => kind)).toEqual([
    'date',
    'date',
    'date',
    'number',
    'number',
    'number',
    'date',
  ])
})

test('workbooks that count from 1904 keep their days', async () => {
  const sheet = await read('<row><c s="0"><v>26084</v></c></row>', {
    styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
    workbookPr: '<workbookPr date1904="1"/>',
  })
  expect(textsOf(sheet)).toEqual({ A1: '1975-06-01' })
})

test('shared texts, prefixes, rows and cells without addresses, escapes', async () => {
  const sharedStrings =
    '<si><t>Họ và tên</t></si><si><r><t>Lê </t></r><r><t xml:space="preserve">Ánh</t></r><rPh sb="0" eb="1"><t>レ</t></rPh></si>'
  const sheet = await read(
    '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row r="4"><c r="C4" t="str"><v>a_x000A_b_x0041_</v></c><c><v>1.5E+3</v></c></row><row><c t="inlineStr"><is><t>sau</t></is></c></row>',
    { sharedStrings },
  )
  expect(textsOf(sheet)).toEqual({ A1: 'Họ và tên', B1: 'Lê Ánh', C4: 'a\nbA', D4: '1500', A5: 'sau' })

  const prefixed = makeZip(
    workbookParts([
      {
        whole:
          '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>có tiền tố</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
      },
    ]),
  )
  expect(textsOf((await readWorkbook(prefixed))[0])).toEqual({ B2: 'có tiền tố' })
})

test('a formula that was never calculated is known as failed', async () => {
  const sheet = await read(
    '<row><c><f>A9</f></c><c t="str"><f>A9</f><v></v></c><c t="e"><v>#REF!</v></c><c/></row>',
  )
  expect(Object.entries(sheet?.rows[0]?.cells ?? {}).map(([letter, { kind }]) => [letter, kind])).toEqual([
    ['A', 'failed'],
    ['B', 'failed'],
    ['C', 'failed'],
  ])
})

test('a broken file is refused or read, never thrown about', async () => {
  const sample = readFileSync(resolve(import.meta.dirname, '../../samples/ds-dang-vien-van-phong.xlsx'))
  const answers = { read: 0, refused: 0 }
  const place = fc.nat(sample.length - 1)
  const hits = fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(hits, fc.option(place, { freq: 4 }), async (damage, cut) => {
      const bytes = Buffer.from(sample)
      for (const [at, byte] of damage) bytes[at] = byte
      try {
        await readWorkbook(cut === null ? bytes : bytes.subarray(0, cut))
        answers.read += 1
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
        answers.refused += 1
      }
    }),
    { numRuns: 400, seed: 20261015 },
  )
  expect(answers.read).toBeGreaterThan(20)
  expect(answers.refused).toBeGreaterThan(20)
})
