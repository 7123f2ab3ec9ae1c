import { z } from 'zod'
import type { MemberAttendance } from './attendance.ts'
import { action, read } from './define.ts'
import { isoDate } from './fields.ts'

const period = z.strictObject({ fromDate: isoDate, toDate: isoDate })

/** The roll book's figures before it is written: meetings of the cell, those of the committee apart. */
export type RollBookSummary = {
  /** Whose roll was called or in which somebody spoke. */
  meetings: number
  /** Committee meetings, which stand on sheets of their own and in none of these figures. */
  committeeMeetings: number
  /** Held by today without a mark or a turn. */
  uncalled: number
  obliged: number
  present: number
  excused: number
  unexcused: number
  unmarked: number
  turns: number
  speakingSeconds: number
  /** By given name; whoever belonged to the cell during the period. */
  members: (MemberAttendance & { turns: number; speakingSeconds: number })[]
}

export const reportsContract = {
  'reports.rollBook': read(period).returns<RollBookSummary>(),
  /** Asks where to save, then writes `Sổ theo dõi dự sinh hoạt và phát biểu` as a job. Null when cancelled. */
  'reports.exportRollBook': action(period).returns<{ jobId: string } | null>(),
}
