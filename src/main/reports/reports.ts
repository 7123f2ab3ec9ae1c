import { AppError } from '../../shared/contract/errors.ts'
import type { ReportInput, reportsContract } from '../../shared/contract/reports.ts'
import type { HandlersOf, ReadContext } from '../api/context.ts'
import { writeWorkbook } from '../excel/write-workbook.ts'
import { reports } from './registry.ts'
import { factsOf, previewOf, printedSheets, reportFileName, workbookOf } from './report.ts'
import { reportSource } from './report-source.ts'

/** The reports a secretary sends upward: their figures on screen, what these are made of, and the workbooks. */
export const reportsHandlers = {
  'reports.preview': async (context, input) => {
    const { built } = await builtFor(context, input)
    return previewOf(input.report, input, built)
  },

  'reports.pages': async (context, input) => {
    const { built, source } = await builtFor(context, input)
    return built.something ? printedSheets(await workbookOf(built, source)) : []
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
