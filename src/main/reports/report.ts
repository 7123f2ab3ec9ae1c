import type { FigureFacts, PreviewRow, PrintedSheet, ReportPreview } from '../../shared/contract/reports.ts'
import type { ReportPeriod } from '../../shared/rules/report-period.ts'
import { reportPeriodName } from '../../shared/rules/report-period.ts'
import { type ReportName, reportWords } from '../../shared/rules/reports.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { placedSheets } from '../excel/layout.ts'
import type { SheetSpec, WorkbookSpec } from '../excel/workbook-spec.ts'
import { surroundings } from './book-words.ts'
import { breathe } from './breathe.ts'
import type { ReportSource } from './report-source.ts'
import { cellOf, chartsOf, type ReportRow, type ReportTable } from './report-table.ts'
import type { RollBookData } from './roll-book.ts'

/** A report put together for a period, its figures still joined to their facts. */
export type BuiltReport = {
  /** Whether anything of the period is noted. */
  something: boolean
  tables: ReportTable[]
  /** The tables a screen shows where these are more: put together only for somebody who looks. */
  shown?: () => ReportTable[]
  /** Sheets of its own where the workbook says more than the tables; else each table is a sheet. */
  sheets?: () => AsyncIterable<SheetSpec>
}

/** The sheet that lists the others: made after them, it stands before them. */
export const contentsKey = 'contents'

/** Reads what it needs and puts the report together. */
export type Report = (source: ReportSource) => Promise<BuiltReport>

/** The same report, put together once for each source: a pack needs it in a file of its own and among all others. */
export function remembered(report: Report): Report {
  const known = new WeakMap<ReportSource, Promise<BuiltReport>>()
  return (source) => {
    const found = known.get(source) ?? report(source)
    known.set(source, found)
    return found
  }
}

/** "Thống kê phát biểu trong sinh hoạt chi bộ, Quý IV/2026". */
export function reportTitle(name: ReportName, period: ReportPeriod): string {
  return `${reportWords[name].title}, ${periodWords(period)}`
}

/** "quý IV/2026", or "từ 05/03/2026 đến 31/03/2026" for days that make no period. */
export function periodWords(period: ReportPeriod): string {
  const name = reportPeriodName(period)
  if (name) return name.charAt(0).toLowerCase() + name.slice(1)
  return `từ ${formatVietnameseDate(period.fromDate)} đến ${formatVietnameseDate(period.toDate)}`
}

/** A name that tells two periods apart and that every file system takes. */
export function reportFileName(name: ReportName, { fromDate, toDate }: ReportPeriod): string {
  const day = (date: string) => date.split('-').reverse().join('.')
  return `${reportWords[name].title} ${day(fromDate)} - ${day(toDate)}.xlsx`
}

/** What the screen shows before anything is written. */
export function previewOf(name: ReportName, period: ReportPeriod, built: BuiltReport): ReportPreview {
  const row = ({ key, bold, type, cells }: ReportRow): PreviewRow => ({
    key,
    bold,
    type,
    cells: cells.map(({ value, lists }) => ({ value, facts: lists !== null })),
  })
  return {
    title: reportTitle(name, period),
    something: built.something,
    tables: (built.shown?.() ?? built.tables).map((table) => ({
      key: table.key,
      name: table.name,
      title: table.title,
      columns: table.columns,
      rows: table.rows.map(row),
      totals: table.totals.map(row),
      notes: table.notes,
      charts: table.rows.length > 1 ? chartsOf(table) : [],
      frozenColumns: table.frozenColumns,
    })),
  }
}

/** The facts of one cell, or null where nothing is counted. */
export function factsOf(
  built: BuiltReport,
  at: { table: string; row: string; column: string },
): FigureFacts | null {
  const named = (tables: readonly ReportTable[]) => tables.find((each) => each.key === at.table)
  const table = named(built.tables) ?? named(built.shown?.() ?? [])
  const column = table?.columns.findIndex((each) => each.key === at.column) ?? -1
  const row = table && [...table.rows, ...table.totals].find((each) => each.key === at.row)
  const figure = row?.cells[column]
  return figure?.lists ? { value: figure.value, lists: figure.lists() } : null
}

/** The sheets of a report's workbook, one by one, so that a long one does not hold up the program. */
export async function* sheetsOf(
  built: BuiltReport,
  data: RollBookData,
): AsyncGenerator<SheetSpec, undefined> {
  if (built.sheets) yield* built.sheets()
  else for (const table of built.tables) yield sheetOf(table, data)
}

function sheetOf(table: ReportTable, data: RollBookData): SheetSpec {
  const row = ({ key, bold, type, cells }: ReportRow) => ({ key, bold, type, cells: cells.map(cellOf) })
  return {
    ...surroundings(data, table.sentUpward),
    key: table.key,
    name: table.name,
    titles: [table.title.toLocaleUpperCase('vi'), periodWords(data).replace(/^./, (c) => c.toUpperCase())],
    columns: table.columns,
    rows: table.rows.map(row),
    totals: table.totals.map(row),
    notes: table.notes,
    charts: table.rows.length > 1 ? chartsOf(table) : [],
    frozenColumns: table.frozenColumns,
  }
}

/** A report's whole workbook. A book of many years must not keep the screen waiting while it is put together. */
export async function workbookOf(built: BuiltReport, source: ReportSource): Promise<WorkbookSpec> {
  const { book } = await source.noted()
  const sheets: SheetSpec[] = []
  for await (const sheet of sheetsOf(built, book)) {
    if (sheet.key === contentsKey) sheets.unshift(sheet)
    else sheets.push(sheet)
    await breathe()
  }
  return { sheets }
}

/** What the sheets of a workbook print: the very pages its writer will set. */
export async function printedSheets(spec: WorkbookSpec): Promise<PrintedSheet[]> {
  const sheets: PrintedSheet[] = []
  for (const { name, pages } of placedSheets(spec)) {
    sheets.push({ name, orientation: pages.orientation, pages: pages.ends.length })
    await breathe()
  }
  return sheets
}
