import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type ReportName, reportNames } from '../../../src/shared/rules/reports.ts'
import { accentedLetters } from '../../support/hostile.ts'
import { parts } from '../../support/workbook.ts'

type Meant = { file: string; sheets: { name: string; texts: string[]; dates: string[]; formulas: number }[] }

const zones = { utc: 'UTC', vietNam: 'Asia/Ho_Chi_Minh', tokyo: 'Asia/Tokyo', newYork: 'America/New_York' }
const script = resolve(import.meta.dirname, '../../support/write-hostile.ts')
const seed = '20261121'
let folder: string
let meant: Meant[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vpcb-'))
  const run = promisify(execFile)
  await Promise.all(
    Object.entries(zones).map(async ([key, TZ]) => {
      mkdirSync(join(folder, key))
      // The file of all reports holds the same sheets once more.
      const names: ReportName[] = reportNames.filter((name) => key === 'utc' || name !== 'everything')
      await run(process.execPath, [script, join(folder, key), seed, ...names], {
        env: { ...process.env, TZ },
      })
    }),
  )
  meant = JSON.parse(readFileSync(join(folder, 'utc', 'meant.json'), 'utf8'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const workbooks = (zone: keyof typeof zones) =>
  readdirSync(join(folder, zone)).filter((name) => name.endsWith('.xlsx'))

test('there are 134 letters with marks', () => {
  expect(new Set(accentedLetters).size).toBe(134)
})

describe('every workbook the program writes, of an office in which everything typed is hostile', () => {
  it('is the same, part by part, on a machine in any zone', async () => {
    expect(workbooks('utc')).toHaveLength(reportNames.length + 4)
    for (const zone of ['vietNam', 'tokyo', 'newYork'] as const) {
      expect(workbooks(zone)).toHaveLength(reportNames.length + 3)
      for (const file of workbooks(zone)) {
        const [here, there] = await Promise.all([zone, 'utc'].map((each) => parts(join(folder, each, file))))
        // The moment it was written stands in it.
        for (const [part, text] of here ?? [])
          if (part !== 'docProps/core.xml')
            expect(text === there?.get(part), `${file} ${part} in ${zone}`).toBe(true)
      }
    }
  })

  it('holds no formula and no link but ours', async () => {
    for (const file of workbooks('utc')) {
      for (const [part, xml] of await parts(join(folder, 'utc', file))) {
        expect(xml, `${file} ${part}`).not.toMatch(/<hyperlink|TargetMode|<ddeLink|<externalReference/)
        for (const [, formula = ''] of xml.matchAll(/<f[^>]*>([^<]*)<\/f>/g))
          expectOurs(formula, `${file} ${part}`)
      }
    }
    const counted = await Promise.all(
      meant.map(async ({ file, sheets }) => {
        const texts = [...(await parts(join(folder, 'utc', file)))].filter(([part]) =>
          part.includes('worksheets/'),
        )
        const found = texts.reduce((sum, [, xml]) => sum + (xml.match(/<f[ >]/g) ?? []).length, 0)
        return { file, found, meant: sheets.reduce((sum, { formulas }) => sum + formulas, 0) }
      }),
    )
    for (const { file, found, meant } of counted) expect(found, file).toBe(meant)
  })

  it('says every text as it was typed, cut and cleaned as documented, and every date as its day', async () => {
    for (const { file, sheets } of meant) {
      // A reader that is not ours.
      const workbook = new exceljs.Workbook()
      await workbook.xlsx.readFile(join(folder, 'utc', file))
      expect(workbook.worksheets).toHaveLength(sheets.length)
      for (const [index, sheet] of sheets.entries()) {
        const read = { texts: new Set<string>(), dates: [] as string[] }
        workbook.worksheets[index]?.eachRow((row) =>
          row.eachCell(({ value, master, address }) => {
            if (master.address !== address) return
            if (typeof value === 'string') read.texts.add(value)
            if (value instanceof Date) read.dates.push(value.toISOString().slice(0, 10))
          }),
        )
        const at = `${file} ${sheet.name}`
        for (const text of sheet.texts) {
          const wanted = documented(text)
          if (wanted !== '')
            expect(read.texts.has(wanted), `${at}: ${JSON.stringify(text.slice(0, 80))}`).toBe(true)
        }
        expect(read.dates.sort(), at).toEqual(sheet.dates.sort())
      }
    }
  })
})

/** What `safe-text.ts` says becomes of a text, put down a second time. */
function documented(text: string): string {
  const legal = [...text.toWellFormed().replace(/\r\n?/g, '\n')]
    .filter((each) => each === '\t' || each === '\n' || (each >= ' ' && !'\u007f\ufffe\uffff'.includes(each)))
    .join('')
  if (legal.length <= 32_700) return legal
  const cut = legal.slice(0, 32_700 - '…(xem tiếp)'.length)
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…(xem tiếp)`
}

/** Our formulas are made of functions, places and a few marks of our own; nothing else can stand in one. */
function expectOurs(formula: string, at: string) {
  const plain = formula
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
  const texts = [...plain.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text)
  for (const text of texts)
    expect(text, `${at}: ${plain}`).toMatch(/^([xMSPK]?|Lượt|Phút|>0|Tới trang|#'[^']{1,31}'![A-Z]+\d+)$/)
  const rest = plain.replaceAll(/"[^"]*"/g, '').replaceAll(/'[^']{1,31}'!/g, '')
  expect(rest, `${at}: ${plain}`).toMatch(
    /^(IF|SUM|SUMIF|COUNTIF|COUNTBLANK|SUMPRODUCT|AVERAGE|MAX|MIN|AND|OR|HYPERLINK|ROUND|COUNTA|COUNT|\$?[A-Z]{1,3}\$?\d+|\d+|[-+*/(),:={}<>])*$/,
  )
}
