import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../shared/contract/errors.ts'
import type { ReportInput, reportsContract } from '../../shared/contract/reports.ts'
import type { HandlersOf, ReadContext } from '../api/context.ts'
import type { SheetSpec, WorkbookSpec } from '../excel/workbook-spec.ts'
import { writeWorkbook } from '../excel/write-workbook.ts'
import { reports } from './registry.ts'
import { type BuiltReport, factsOf, previewOf, reportFileName, sheetsOf } from './report.ts'
import { type ReportSource, reportSource } from './report-source.ts'

/** The reports a secretary sends upward: their figures on screen, what these are made of, and the workbooks. */
export const reportsHandlers = {
  'reports.preview': async (context, input) => {
    const { built } = await builtFor(context, input)
    return previewOf(input.report, input, built)
  },

  'reports.facts': async (context, { table, row, column, ...input }) => {
    const { built } = await builtFor(context, input)
    const facts = factsOf(built, { table, row, column })
    if (!facts) throw new AppError('not-found')
    return facts
  },

  'reports.export': async (context, input) => {
    const { built, source } = await builtFor(context, input)
    if (!built.something) throw new AppError('nothing-to-report')
    const path = await context.host.chooseSavePath('report', reportFileName(input.report, input))
    if (path === null) return null
    const jobId = context.jobs.start(async (control) => {
      await writeWorkbook(await workbookOf(built, source), path, control)
      return path
    })
    return { jobId }
  },
} satisfies HandlersOf<typeof reportsContract>

async function builtFor({ db, today }: ReadContext, { report, fromDate, toDate }: ReportInput) {
  if (fromDate > toDate) throw new AppError('period-invalid')
  const source = reportSource(db, today, { fromDate, toDate })
  return { source, built: await reports[report](source) }
}

/** A book of many years must not keep the screen waiting while it is put together. */
async function workbookOf(built: BuiltReport, source: ReportSource): Promise<WorkbookSpec> {
  const { book } = await source.noted()
  const sheets: SheetSpec[] = []
  for (const sheet of sheetsOf(built, book)) {
    sheets.push(sheet)
    await setImmediate()
  }
  return { sheets }
}
