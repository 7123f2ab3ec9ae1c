import { type ReportName, reportWords } from '../../shared/rules/reports.ts'
import { formula, rekeyed, type SheetSpec } from '../excel/workbook-spec.ts'
import { surroundings } from './book-words.ts'
import { breathe } from './breathe.ts'
import { type BuiltReport, contentsKey, periodWords, type Report, sheetsOf } from './report.ts'
import type { ReportSource } from './report-source.ts'
import { plain, type ReportTable, tableOf, textColumn } from './report-table.ts'
import type { RollBook } from './roll-book.ts'

type Part = { name: ReportName; built: BuiltReport }

/**
 * Every other report in one workbook, before them a sheet of contents whose links lead within the workbook only.
 * Reports of which nothing is noted are left out.
 */
export function yearReport(others: readonly [ReportName, Report][]): Report {
  return async (source) => {
    const parts: Part[] = []
    for (const [name, report] of others) {
      const built = await report(source)
      await breathe()
      if (built.something) parts.push({ name, built })
    }
    const { book } = await source.noted()
    return {
      something: parts.length > 0,
      tables: [await contentsTable(parts)],
      sheets: () => sheetsTogether(parts, book, source),
    }
  }
}

function contentsTable(parts: readonly Part[]): Promise<ReportTable> {
  return tableOf<Part>(
    {
      key: 'contents',
      name: 'Mục lục',
      title: 'Mục lục',
      notes: ['Mỗi báo cáo là một hoặc nhiều trang của cùng một tệp, trang đầu là mục lục có đường dẫn.'],
      frozenColumns: 0,
    },
    [
      {
        key: 'ordinal',
        heading: 'STT',
        group: null,
        width: 8,
        type: 'integer',
        centered: true,
        total: 'none',
        of: (_, index) => plain(index + 1),
      },
      textColumn('name', 'Báo cáo', ({ name }) => reportWords[name].title, { width: 60 }),
      textColumn('about', 'Nội dung', ({ name }) => reportWords[name].about, { width: 60 }),
    ],
    parts.map((slice) => ({ key: slice.name, slice })),
    null,
  )
}

async function* sheetsTogether(
  parts: readonly Part[],
  book: RollBook,
  source: ReportSource,
): AsyncGenerator<SheetSpec, undefined> {
  const sheets: { name: ReportName; sheet: SheetSpec }[] = []
  for (const { name, built } of parts) {
    for await (const sheet of sheetsOf(built, book)) {
      const together = rekeyed(sheet, (key) => `${name} ${key}`)
      sheets.push({ name, sheet: together })
      yield together
    }
  }
  yield {
    ...surroundings(book),
    key: contentsKey,
    name: 'Mục lục',
    titles: ['BÁO CÁO TỔNG HỢP CỦA CHI BỘ', periodWords(source).replace(/^./, (c) => c.toUpperCase())],
    columns: [
      { key: 'ordinal', heading: 'STT', group: null, width: 8, type: 'integer', centered: true },
      { key: 'report', heading: 'Báo cáo', group: null, width: 58, type: 'text', centered: false },
      { key: 'sheet', heading: 'Trang', group: null, width: 40, type: 'text', centered: false },
      { key: 'link', heading: 'Mở', group: null, width: 16, type: 'text', centered: true },
    ],
    rows: sheets.map(({ name, sheet }, index) => {
      const first = sheet.columns[0]?.key ?? ''
      return {
        key: null,
        bold: false,
        type: null,
        cells: [
          index + 1,
          reportWords[name].title,
          sheet.name,
          formula(
            'Tới trang',
          )`HYPERLINK("#${{ sheet: sheet.key, column: first, row: 'headings' }}","Tới trang")`,
        ],
      }
    }),
    totals: [],
    notes: [],
    frozenColumns: 0,
  }
}
