import { z } from 'zod'
import { action, read, write } from './define.ts'
import { reportPeriod } from './fields.ts'

/** Everything of a period in one folder: its reports and, where wished, the papers issued in it. */
export const packContract = {
  /** Whether papers go along, as it was chosen last, and how many were issued in the period. */
  'pack.get': read(z.strictObject(reportPeriod)).returns<{ withPapers: boolean; papers: number }>(),
  'pack.choose': write('Chọn bộ báo cáo', z.strictObject({ withPapers: z.boolean() })).returns<null>(),
  /**
   * Asks for a folder, then writes every report of the period into a new one there, as a job; papers as PDF and for
   * Word into a folder within. Null when cancelled.
   */
  'pack.export': action(z.strictObject({ ...reportPeriod, withPapers: z.boolean() })).returns<{
    jobId: string
  } | null>(),
}
