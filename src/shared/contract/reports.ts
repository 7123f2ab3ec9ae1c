import { z } from 'zod'
import type { Chart } from '../rules/chart.ts'
import { type FactUnit, type ReportName, reportNames } from '../rules/reports.ts'
import { action, read } from './define.ts'
import { reportPeriod } from './fields.ts'

/** Given by the program with the figures. */
const key = z.string().max(200)
const report = z.strictObject({ report: z.enum(reportNames), ...reportPeriod })
const figure = z.strictObject({
  report: z.enum(reportNames),
  ...reportPeriod,
  table: key,
  row: key,
  column: key,
})

/** How a column's values are meant; the same words as the workbook's (`ColumnType`). */
export type FigureType = 'text' | 'integer' | 'decimal' | 'percent' | 'date' | 'minutes'

export type PreviewColumn = {
  key: string
  heading: string
  /** Neighbours with the same group stand under one heading. */
  group: string | null
  type: FigureType
  centered: boolean
  /** In characters. */
  width: number
}

/** `facts`: the figure can be opened to see what it is made of. */
export type PreviewCell = { value: string | number | null; facts: boolean }
export type PreviewRow = { key: string; bold: boolean; type: FigureType | null; cells: PreviewCell[] }

export type PreviewTable = {
  key: string
  /** The sheet's name. */
  name: string
  title: string
  columns: PreviewColumn[]
  rows: PreviewRow[]
  totals: PreviewRow[]
  notes: string[]
  charts: Chart[]
  /** How many columns stay in sight when the table is scrolled sideways. */
  frozenColumns: number
}

/** A report's figures before it is written. */
export type ReportPreview = {
  title: string
  /** False while nothing of the period is noted: then there is nothing to write either. */
  something: boolean
  tables: PreviewTable[]
}

/** One recorded fact: its words, the screen it stands on, and what it adds to the figure. */
export type Fact = { text: string; path: string; amount: number }
export type FactList = { heading: string; unit: FactUnit; sum: number; facts: Fact[] }

/** What a figure is made of: one list it is the sum of; two where it is the share of the first in the second. */
export type FigureFacts = { value: string | number | null; lists: FactList[] }

/** A sheet of a report's workbook as it prints on A4. */
export type PrintedSheet = { name: string; orientation: 'landscape' | 'portrait'; pages: number }

export type ReportInput = { report: ReportName; fromDate: string; toDate: string }

export const reportsContract = {
  'reports.preview': read(report).returns<ReportPreview>(),
  /** How many pages each sheet prints; none where there is nothing to write. Takes longer than the preview. */
  'reports.pages': read(report).returns<PrintedSheet[]>(),
  /** The facts behind one figure of a preview. Throws AppError('not-found') for a cell that has none. */
  'reports.facts': read(figure).returns<FigureFacts>(),
  /** Asks where to save, then writes the report's workbook as a job. Null when cancelled. */
  'reports.export': action(report).returns<{ jobId: string } | null>(),
}
