import { z } from 'zod'
import { action, read } from './define.ts'
import { isoDate } from './fields.ts'

const period = z.strictObject({ fromDate: isoDate, toDate: isoDate })

/** The roll book's figures before it is written. */
export type RollBookSummary = {
  meetings: number
  members: number
  obliged: number
  present: number
  excused: number
  unexcused: number
  unmarked: number
  turns: number
  speakingMinutes: number
}

export const reportsContract = {
  'reports.rollBook': read(period).returns<RollBookSummary>(),
  /** Asks where to save, then writes `Sổ theo dõi dự sinh hoạt và phát biểu` as a job. Null when cancelled. */
  'reports.exportRollBook': action(period).returns<{ jobId: string } | null>(),
}
