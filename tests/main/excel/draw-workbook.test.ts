import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellText } from '../../../src/main/excel/safe-text.ts'
import { type Cell, formula } from '../../../src/main/excel/workbook-spec.ts'
import {
  cached,
  cellsOf,
  column,
  inFolder,
  libreOffice,
  parts,
  recalculated,
  sheet,
  write,
  writtenCells,
} from '../../support/workbook.ts'

const evil = [
  '=1+1',
  '+84912345678',
  '-2+3',
  '@SUM(A1)',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://xau.example","bấm")',
  'javascript:alert(1)',
  'http://xau.example/',
  '{=1+1}',
  '\t=1+1',
  '<f>1+1</f>',
  '</v></c><c r="Z1"><f>1</f></c>',
  ']]><x/>',
  '&#x41;&amp;<!-- -->',
  '_x0041_',
  '_x005F_x0041_',
  '__proto__',
  'constructor',
  ' hai  đầu ',
  'dòng 1\r\ndòng 2\rdòng 3\n',
  'NFD: Nguyễn'.normalize('NFD'),
  '00123',
  '123456789012345678',
  '\u0000\u0001\u000b\u001f\u007f',
  'trước\ufffesau\uffff',
  '\ud800 lẻ \udc00',
  '😀'.repeat(3),
  'a'.repeat(40_000),
]

const hostile = fc.oneof(
  fc.constantFrom(...evil),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(...'=+-@\t\r\n"\'<>&;_x0041{}|!\u0000\ufffe\uffff\ud800'),
    maxLength: 20,
  }),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@'), fc.string({ unit: 'grapheme', maxLength: 20 }))
    .map((p) => p.join('')),
)

describe('what people typed', () => {
  test('10,000 hostile strings come back as texts, with no formula and no link but ours', async () => {
    const perSheet = 2_000
    const rows = fc.sample(hostile, { numRuns: 10_000, seed: 42 }).map((text): Cell[] => [text])
    const sheets = Array.from({ length: rows.length / perSheet }, (_, index) =>
      sheet([column('text')], rows.slice(index * perSheet, (index + 1) * perSheet), {
        key: `sheet${index}`,
        name: `=${index}`,
        head: evil.slice(0, 3),
        titles: evil.slice(3, 5),
        notes: evil.slice(5, 9),
        footer: '=A&B',
      }),
    )
    await inFolder(async (folder) => {
      const path = join(folder, 'thu.xlsx')
      await write({ sheets }, path)
      const { cells } = await cellsOf(path)
      expect(cells.flat().filter((cell) => cell.formula !== null)).toEqual([])
      const first = 3 + 2 + 1 + 1
      for (const [index, ofSheet] of cells.entries()) {
        const body = new Map(ofSheet.map((cell) => [cell.address, cell.value]))
        for (let row = 0; row < perSheet; row++) {
          const wanted = cellText(String(rows[index * perSheet + row]?.[0]))
          expect(body.get(`A${first + 1 + row}`) ?? '').toBe(wanted)
        }
      }
      for (const [name, xml] of await parts(path)) {
        expect(xml, name).not.toMatch(/<hyperlink|TargetMode|<f[ >/]|<ddeLink|<externalReference/)
      }
    })
  })

  test('an object that came with data is refused instead of becoming a formula', async () => {
    const imported = { formula: 'HYPERLINK("http://xau.example")', value: 'bấm' } as unknown as Cell
    await expect(writtenCells({ sheets: [sheet([column('text')], [[imported]])] })).rejects.toThrow()
  })

  test('card and phone numbers are text, with the text format', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'thu.xlsx')
      await write({ sheets: [sheet([column('card')], [['038053000001'], ['+84912345678']])] }, path)
      const { cells } = await cellsOf(path)
      expect(cells[0]?.map((cell) => cell.value)).toEqual(['card', '038053000001', '+84912345678'])
      const styles = (await parts(path)).get('xl/styles.xml') ?? ''
      expect(styles).toContain('numFmtId="49"')
    })
  })
})

describe('dates', () => {
  // Serial numbers worked out by hand from 1/1/1900 = 1 and Excel's 29/2/1900.
  const serials = [
    ['1900-03-01', 61],
    ['1955-07-01', 20_271],
    ['1960-01-01', 21_916],
    ['1975-06-01', 27_546],
    ['1980-01-15', 29_235],
    ['2026-11-22', 46_348],
  ] as const
  const texts = [
    ['1899-12-31', '31/12/1899'],
    ['1890-05-19', '19/05/1890'],
    ['1975', '1975'],
    ['1975-06', '06/1975'],
    ['2026-02-30', '30/02/2026'],
    ['khoảng 1950', 'khoảng 1950'],
  ] as const

  test.each(['UTC', 'Asia/Ho_Chi_Minh', 'Asia/Tokyo', 'America/New_York'])(
    'are the same days on a machine in %s',
    async (zone) => {
      await inFolder(async (folder) => {
        const path = join(folder, 'ngay.xlsx')
        const script = resolve(import.meta.dirname, '../../support/write-dates.ts')
        const cases = [...serials, ...texts]
        execFileSync(process.execPath, [script, path, ...cases.map(([date]) => date)], {
          env: { ...process.env, TZ: zone },
        })
        const { cells } = await cellsOf(path)
        expect(cells[0]?.slice(1).map((cell) => cell.value)).toEqual(cases.map(([, value]) => value))
      })
    },
  )

  test.skipIf(!libreOffice)('are shown as those days by LibreOffice', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'ngay.xlsx')
      await write(
        {
          sheets: [
            sheet(
              [column('date', { type: 'date' })],
              serials.map(([date]) => [date]),
            ),
          ],
        },
        path,
      )
      const rows = (await recalculated(path)).get('Trang') ?? []
      const shown = serials.map(([date]) => date.split('-').reverse().join('/'))
      expect(rows.slice(1, 1 + serials.length).map((row) => row[0])).toEqual(shown)
    })
  })
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  '%s is refused',
  async (number) => {
    const plain = sheet([column('n', { type: 'integer' })], [[number]])
    await expect(writtenCells({ sheets: [plain] })).rejects.toThrow('not finite')
    const cached = sheet([column('n', { type: 'integer' })], [[formula(number)`1/0`]])
    await expect(writtenCells({ sheets: [cached] })).rejects.toThrow('not finite')
  },
)

test('pages are A4, scaled to their width, with their breaks, repeated headings, numbers and an exact print area', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'thu.xlsx')
    const columns = [
      column('name', { heading: 'Họ và tên' }),
      column('a', { group: 'Tháng 3' }),
      column('b', { group: 'Tháng 3' }),
    ]
    const spec = sheet(columns, [['An', 'x', 'K']], {
      name: 'Điểm danh',
      titles: ['SỔ'],
      frozenColumns: 1,
      footer: 'Chi bộ A&B',
    })
    await write({ sheets: [spec] }, path)
    const files = await parts(path)
    const xml = files.get('xl/worksheets/sheet1.xml') ?? ''
    expect(xml).toMatch(/<pageSetup paperSize="9" orientation="portrait"[^>]* scale="100"/)
    expect(xml).not.toContain('<rowBreaks')
    expect(xml).not.toContain('fitToPage="1"')
    const long = sheet(
      [...columns, column('gist', { width: 100 })],
      Array.from({ length: 70 }, () => ['An', 'x', 'K', 'y']),
    )
    const longPath = join(folder, 'dai.xlsx')
    await write({ sheets: [long] }, longPath)
    const longXml = (await parts(longPath)).get('xl/worksheets/sheet1.xml')
    expect(longXml).toMatch(/<pageSetup paperSize="9" orientation="landscape"[^>]* scale="99"/)
    expect(longXml).toMatch(
      /<rowBreaks count="2" manualBreakCount="2"><brk id="27" [^>]*man="1"\/><brk id="52" [^>]*man="1"\/><\/rowBreaks>/,
    )
    expect(xml).toContain(
      '<pane xSplit="1" ySplit="4" topLeftCell="B5" activePane="bottomRight" state="frozen"/>',
    )
    for (const merge of ['A1:C1', 'A3:A4', 'B3:C3']) expect(xml).toContain(`<mergeCell ref="${merge}"/>`)
    expect(xml).toContain('Chi bộ A&amp;&amp;B')
    expect(xml).toContain('Trang &amp;P/&amp;N')
    const book = files.get('xl/workbook.xml')?.replaceAll('&apos;', "'") ?? ''
    expect(book).toContain(">'Điểm danh'!$A$1:$C$5<")
    expect(book).toContain(">'Điểm danh'!$3:$4<")
    // A column's width is counted in figures of the first font.
    expect(files.get('xl/styles.xml')).toMatch(
      /<fonts[^>]*><font><sz val="11"\/><name val="Times New Roman"\/><\/font>/,
    )
  })
})

test('the parts of a sheet stand in the order Excel asks for, a sheet with a picture and one without', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'thu.xlsx')
    const chart = {
      title: 'Tỷ lệ dự',
      unit: 'integer' as const,
      categories: ['Quý I', 'Quý II'],
      series: [{ name: 'Buổi', values: [3, 4] }],
    }
    const rows = Array.from({ length: 99 }, () => ['x', 'y'])
    const one = sheet([column('a'), column('b')], rows, { titles: ['SỔ'], charts: [chart] })
    const two = sheet([column('a')], [], { key: 'two', name: 'Hai' })
    await write({ sheets: [one, two] }, path)
    const files = await parts(path)
    const order = (part: string) => {
      const xml = (files.get(part) ?? '').replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>')
      const names = 'sheetPr|dimension|sheetViews|sheetFormatPr|cols|sheetData|mergeCells|[a-z]+Margins'
      const all = xml.matchAll(
        new RegExp(`<(${names}|printOptions|pageSetup|headerFooter|rowBreaks|drawing)[ />]`, 'g'),
      )
      return [...all].map(([, name]) => name)
    }
    const before = ['dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData']
    const page = ['printOptions', 'pageMargins', 'pageSetup', 'headerFooter']
    expect(order('xl/worksheets/sheet1.xml')).toEqual([
      ...before,
      'mergeCells',
      ...page,
      'rowBreaks',
      'drawing',
    ])
    expect(order('xl/worksheets/sheet2.xml')).toEqual([...before, ...page])
    expect([...files.keys()][0]).toBe('[Content_Types].xml')
    expect([...files.keys()].filter((name) => name.endsWith('/'))).toEqual([])
    expect(files.get('xl/drawings/drawing1.xml')).toContain('<xdr:oneCellAnchor')
  })
})

test('a file that is already there is never written over', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'thu.xlsx')
    const spec = { sheets: [sheet([column('a')], [['x']])] }
    await write(spec, path)
    await expect(write(spec, path)).rejects.toMatchObject({ code: 'EEXIST' })
  })
})

test.skipIf(!libreOffice)('LibreOffice works out our formulas, whatever value was cached', async () => {
  const marks = ['x', 'M', 'S', 'P', 'K', '–', '(x)', null]
  const range = { column: 'm0', toColumn: 'm7' }
  const columns = [
    ...marks.map((_, index) => column(`m${index}`)),
    column('came', { type: 'integer' }),
    column('blank', { type: 'integer' }),
    column('rate', { type: 'percent' }),
  ]
  const row = [
    ...marks,
    formula(99)`SUMPRODUCT(COUNTIF(${range},{"x","M","S"}))`,
    formula(99)`COUNTBLANK(${range})`,
    formula(99)`IF(${{ column: 'blank' }}=0,"",${{ column: 'came' }}/4)`,
  ]
  await inFolder(async (folder) => {
    const path = join(folder, 'thu.xlsx')
    const total = [...marks.map(() => null), formula(0)`SUM(${{ column: 'came', row: 'all' }})`, null, null]
    await write(
      {
        sheets: [
          sheet(columns, [row, row], { totals: [{ key: 't', bold: true, type: null, cells: total }] }),
        ],
      },
      path,
    )
    expect((await cached(path)).get('Trang')?.[1]?.at(-3)).toBe('99')
    const rows = (await recalculated(path)).get('Trang') ?? []
    expect(rows[1]?.slice(-3)).toEqual(['3', '1', '75.0%'])
    expect(rows[3]?.at(-3)).toBe('6')
  })
})
