import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layOut } from '../../../src/main/excel/layout.ts'
import { reports } from '../../../src/main/reports/registry.ts'
import { previewOf, workbookOf } from '../../../src/main/reports/report.ts'
import { reportSource } from '../../../src/main/reports/report-source.ts'
import { reportPeriod } from '../../../src/shared/rules/report-period.ts'
import { type ReportName, reportNames } from '../../../src/shared/rules/reports.ts'
import { startBookOffice } from '../../support/book-office.ts'
import { evaluate } from '../../support/evaluate.ts'
import { startProgram, type TestProgram } from '../../support/program.ts'
import { cached, inFolder, libreOffice, recalculated, write } from '../../support/workbook.ts'

const today = '2026-11-21'
let sample: TestProgram
let book: TestProgram

beforeAll(async () => {
  sample = startProgram()
  await sample.call('office.openSample', {})
  book = await startBookOffice({ members: 16, months: 14, committee: true })
})
afterAll(() => {
  sample.close()
  book.close()
})

/** The sample office over its year, and a book that has everything the roll may say. */
const offices = {
  sample: { of: () => sample, period: reportPeriod('year', today) },
  book: { of: () => book, period: { fromDate: '2024-01-01', toDate: '2025-02-28' } },
}

async function build(name: ReportName, office: keyof typeof offices) {
  const { of, period } = offices[office]
  const { office: open } = of().program
  if ('problem' in open) throw new Error(open.problem)
  const source = reportSource(open.database.db, today, period)
  const built = await reports[name](source)
  const spec = await workbookOf(built, source)
  return { built, spec, period }
}

const cases = reportNames.flatMap((name) =>
  (Object.keys(offices) as (keyof typeof offices)[]).map((office) => [name, office] as const),
)

describe.each(cases)('%s of the %s office', (name, office) => {
  test('every figure is what its facts come to', async () => {
    const { built } = await build(name, office)
    for (const table of built.shown?.() ?? built.tables) {
      for (const row of [...table.rows, ...table.totals]) {
        for (const [index, figure] of row.cells.entries()) {
          if (!figure.lists) continue
          const at = `${table.key} ${row.key} ${table.columns[index]?.key}`
          const lists = figure.lists()
          for (const { sum, facts } of lists) {
            expect(
              facts.reduce((all, fact) => all + fact.amount, 0),
              at,
            ).toBeCloseTo(sum, 9)
            expect(facts.every(({ text, path }) => text !== '' && path.startsWith('/'))).toBe(true)
          }
          const [first, second] = lists
          if (typeof figure.value !== 'number') continue
          const whole = second && (row.type ?? table.columns[index]?.type) === 'percent' ? second.sum : 1
          expect(figure.value * whole, at).toBeCloseTo(first?.sum ?? Number.NaN, 9)
        }
      }
    }
  })

  test('every formula comes to what was cached, worked out by a reader of our own', async () => {
    const { spec } = await build(name, office)
    const formulas = evaluate(spec)
    for (const { at, result, cached: written } of formulas) {
      if (typeof result === 'number' && typeof written === 'number') {
        expect(written, at).toBeCloseTo(result, 9)
      } else expect(written, at).toBe(result)
    }
  })
})

// One workbook holds every report's sheets, so one run of LibreOffice works them all out.
test.skipIf(!libreOffice).each(Object.keys(offices) as (keyof typeof offices)[])(
  'LibreOffice works out the same from the files of the %s office',
  { timeout: 180_000 },
  async (office) => {
    const { spec } = await build('everything', office)
    await inFolder(async (folder) => {
      const path = join(folder, 'bao-cao.xlsx')
      await write(spec, path)
      const anew = await recalculated(path)
      expect(anew.size).toBe(spec.sheets.length)
      expect(anew).toEqual(await cached(path))
    })
  },
)

test('rows and tables of a preview can be told apart, which is how a figure is opened', async () => {
  for (const [name, office] of cases) {
    const { built, period } = await build(name, office)
    const { tables, title } = previewOf(name, period, built)
    expect(title).not.toBe('')
    expect(new Set(tables.map(({ key }) => key)).size).toBe(tables.length)
    for (const { key, rows, totals, columns } of tables) {
      const keys = [...rows, ...totals].map((row) => row.key)
      expect(new Set(keys).size, key).toBe(keys.length)
      for (const row of [...rows, ...totals]) expect(row.cells, key).toHaveLength(columns.length)
    }
  }
})

test.each([
  ['rollBook', 'Điểm danh'],
  ['quarter', 'Báo cáo theo tháng'],
  ['themes', 'Kế hoạch và kết quả'],
] as const)(
  'of %s the widest sheet of a year is printed no smaller than three quarters',
  async (name, of) => {
    const { spec } = await build(name, 'sample')
    const placed = layOut(spec).sheets.find((sheet) => sheet.name === of)
    expect(placed?.pages.scale).toBeGreaterThanOrEqual(75)
  },
)
