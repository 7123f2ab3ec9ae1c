import type { ReportName } from '../../shared/rules/reports.ts'
import { membersReport } from './members-report.ts'
import { qualityReport } from './quality-report.ts'
import { quarterReport } from './quarter-report.ts'
import { type Report, remembered } from './report.ts'
import { resolutionReport } from './resolution-report.ts'
import { rollBookReport } from './roll-book-report.ts'
import { scheduleReport } from './schedule-report.ts'
import { speakingReport } from './speaking-report.ts'
import { summaryReport } from './summary-report.ts'
import { themesReport } from './themes-report.ts'
import { yearReport } from './year-report.ts'

const single = {
  rollBook: remembered(rollBookReport),
  speaking: remembered(speakingReport),
  quality: remembered(qualityReport),
  quarter: remembered(quarterReport),
  themes: remembered(themesReport),
  summary: remembered(summaryReport),
  schedule: remembered(scheduleReport),
  members: remembered(membersReport),
  resolution: remembered(resolutionReport),
} satisfies Partial<Record<ReportName, Report>>

/** Every report the program can put together, by name. */
export const reports: Readonly<Record<ReportName, Report>> = {
  ...single,
  everything: yearReport(Object.entries(single) as [keyof typeof single, Report][]),
}
