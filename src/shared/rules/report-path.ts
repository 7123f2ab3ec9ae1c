import type { ReportPeriod } from './report-period.ts'
import type { ReportName } from './reports.ts'

/** The screen on which a report of a period is seen and written. */
export function reportPath({ report, fromDate, toDate }: ReportPeriod & { report: ReportName }): string {
  return `/bao-cao/xem/${report}/${fromDate}/${toDate}`
}
