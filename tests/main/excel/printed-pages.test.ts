import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layOut } from '../../../src/main/excel/layout.ts'
import type { WorkbookSpec } from '../../../src/main/excel/workbook-spec.ts'
import { reports } from '../../../src/main/reports/registry.ts'
import { workbookOf } from '../../../src/main/reports/report.ts'
import { reportSource } from '../../../src/main/reports/report-source.ts'
import { layoutOf } from '../../../src/main/resources/layout-rules.ts'
import { planWorkbook } from '../../../src/main/themes/plan-workbook.ts'
import { yearPlan } from '../../../src/main/themes/year-plan.ts'
import type { Chart } from '../../../src/shared/rules/chart.ts'
import { reportPeriod } from '../../../src/shared/rules/report-period.ts'
import { type ReportName, reportNames } from '../../../src/shared/rules/reports.ts'
import { type BookSize, startBookOffice } from '../../support/book-office.ts'
import { startProgram, type TestProgram } from '../../support/program.ts'
import { column, inFolder, libreOffice, printedPages, sheet, write } from '../../support/workbook.ts'

const today = '2026-11-21'

function databaseOf({ program }: TestProgram) {
  if ('problem' in program.office) throw new Error(program.office.problem)
  return program.office.database.db
}

/** Every report of the sample office, and the plan of its themes. */
async function sampleBooks(): Promise<[string, WorkbookSpec][]> {
  const sample = startProgram()
  try {
    await sample.call('office.openSample', {})
    const db = databaseOf(sample)
    const source = reportSource(db, today, reportPeriod('year', today))
    const books: [string, WorkbookSpec][] = [
      ['plan', planWorkbook(await yearPlan(db, 2026, today), await layoutOf(db))],
    ]
    for (const name of reportNames) books.push([name, await workbookOf(await reports[name](source), source)])
    return books
  } finally {
    sample.close()
  }
}

async function bookOf(label: string, name: ReportName, size: BookSize): Promise<[string, WorkbookSpec]> {
  const office = await startBookOffice(size)
  try {
    const period = { fromDate: '2024-01-01', toDate: '2048-12-31' }
    const source = reportSource(databaseOf(office), '2049-01-01', period)
    return [label, await workbookOf(await reports[name](source), source)]
  } finally {
    office.close()
  }
}

/** What no office has: long texts everywhere, many charts, headings within the table, a sheet as narrow as a mark. */
function oddBook(): WorkbookSpec {
  const long = 'Nâng cao chất lượng sinh hoạt chi bộ, đổi mới nội dung và cách điều hành. '
  const chart: Chart = {
    title: 'Tỷ lệ dự',
    categories: ['T1', 'T2'],
    series: [{ name: 'Dự', values: [0.5, 1] }],
    unit: 'percent',
  }
  const around = {
    head: [long.toUpperCase(), 'CHI BỘ'],
    titles: [long.repeat(3), 'Năm 2026'],
    placeAndDate: 'Hà Giang, ngày 22 tháng 11 năm 2026',
    signatures: {
      left: { lines: ['NGƯỜI LẬP'], name: 'Lê An' },
      right: { lines: ['T/M CHI BỘ', 'BÍ THƯ'], name: 'Trần Bình' },
    },
  }
  const columns = [
    column('a', { width: 30 }),
    column('b', { width: 70, heading: long.repeat(9) }),
    column('c'),
  ]
  const rows = Array.from({ length: 90 }, (_, index) => ({
    key: null,
    bold: index % 5 === 0,
    type: null,
    ...(index % 7 === 0 ? { across: true as const } : {}),
    cells: index % 7 === 0 ? [long, null, null] : ['Nguyễn Văn An', long.repeat(index % 12), 'x'],
  }))
  const notes = Array.from({ length: 40 }, (_, index) => long.repeat((index % 4) + 1))
  return {
    sheets: [
      sheet(columns, [], { ...around, key: 'long', name: 'Dài', rows, notes }),
      sheet(columns, [], {
        ...around,
        key: 'tall',
        name: 'Cao',
        rows: [{ key: null, bold: true, type: null, cells: ['x', long.repeat(200), 'x'] }],
      }),
      sheet([column('a')], [['x']], { key: 'narrow', name: 'Hẹp', charts: [chart] }),
      sheet(columns, [], { ...around, key: 'empty', name: 'Trống' }),
      ...[1, 2, 5, 9].map((count) =>
        sheet(
          [column('a', { width: 40 }), column('b', { width: 60 })],
          Array.from({ length: count * 4 }, () => ['x', long]),
          {
            ...around,
            key: `charts${count}`,
            name: `Biểu đồ ${count}`,
            notes: [long],
            charts: Array.from({ length: count }, () => chart),
          },
        ),
      ),
    ],
  }
}

// One start of LibreOffice for all of them.
test.skipIf(!libreOffice)(
  'LibreOffice prints as many pages of each workbook as were promised',
  {
    timeout: 180_000,
  },
  async () => {
    const books = new Map<string, WorkbookSpec>([
      ...(await sampleBooks()),
      await bookOf('one member', 'everything', { members: 1, months: 1 }),
      await bookOf('300 members', 'rollBook', { members: 300, months: 1 }),
      await bookOf('25 years', 'quarter', { members: 1, months: 300 }),
      ['odd', oddBook()],
    ])
    const promised = new Map(
      [...books].map(([name, spec]) => [
        name,
        layOut(spec).sheets.reduce((sum, { pages }) => sum + pages.ends.length, 0),
      ]),
    )
    await inFolder(async (folder) => {
      const paths = [...books.keys()].map((name) => join(folder, `${name}.xlsx`))
      for (const [index, spec] of [...books.values()].entries()) await write(spec, paths[index] as string)
      const printed = await printedPages(paths)
      expect(Object.fromEntries(printed)).toEqual(Object.fromEntries(promised))
    })
  },
)
