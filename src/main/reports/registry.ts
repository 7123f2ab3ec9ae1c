import type { ReportName } from '../../shared/rules/reports.ts'
import { membersReport } from './members-report.ts'
import type { Report } from './report.ts'
import { rollBookReport } from './roll-book-report.ts'
import { speakingReport } from './speaking-report.ts'
import { yearReport } from './year-report.ts'

const single = {
  rollBook: rollBookReport,
  speaking: speakingReport,
  members: membersReport,
} satisfies Partial<Record<ReportName, Report>>

/** Every report the program can put together, by name. */
export const reports: Readonly<Record<ReportName, Report>> = {
  ...single,
  everything: yearReport(Object.entries(single) as [keyof typeof single, Report][]),
}
