import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../shared/contract/errors.ts'
import type { reportsContract } from '../../shared/contract/reports.ts'
import type { HandlersOf, ReadContext } from '../api/context.ts'
import type { SheetSpec } from '../excel/workbook-spec.ts'
import { writeWorkbook } from '../excel/write-workbook.ts'
import { type RollBookData, readRollBook } from './roll-book.ts'
import { rollBookSummary } from './roll-book-summary.ts'
import { committeeMeetings, countedMeetings, rollBookSheets } from './roll-book-workbook.ts'

/** The reports a secretary sends upward: their figures on screen, and the workbook. */
export const reportsHandlers = {
  'reports.rollBook': async (context, period) => rollBookSummary(await bookOf(context, period)),

  'reports.exportRollBook': async (context, period) => {
    const data = await bookOf(context, period)
    if (countedMeetings(data).length + committeeMeetings(data).length === 0)
      throw new AppError('nothing-to-report')
    const path = await context.host.chooseSavePath('report', fileName(period))
    if (path === null) return null
    const jobId = context.jobs.start(async (control) => {
      const sheets: SheetSpec[] = []
      for (const sheet of rollBookSheets(data)) {
        sheets.push(sheet)
        // A book of many years must not keep the screen waiting while it is put together.
        await setImmediate()
      }
      await writeWorkbook({ sheets }, path, control)
      return path
    })
    return { jobId }
  },
} satisfies HandlersOf<typeof reportsContract>

type Days = { fromDate: string; toDate: string }

async function bookOf({ db, today }: ReadContext, { fromDate, toDate }: Days): Promise<RollBookData> {
  if (fromDate > toDate) throw new AppError('period-invalid')
  return readRollBook(db, today, fromDate, toDate)
}

/** The days stand in the name, so that two periods do not overwrite each other. */
function fileName({ fromDate, toDate }: Days): string {
  const day = (date: string) => date.split('-').reverse().join('.')
  return `Sổ theo dõi dự sinh hoạt và phát biểu ${day(fromDate)} - ${day(toDate)}.xlsx`
}
