import { z } from 'zod'
import { type DueRule, dueAnchors, type ReportDue } from '../rules/report-calendar.ts'
import { reportNames } from '../rules/reports.ts'
import { read, write } from './define.ts'
import { id, nothing, reportPeriod, textUpTo } from './fields.ts'

const rule = z.strictObject({
  report: z.enum(reportNames),
  recipient: textUpTo(200),
  anchor: z.enum(dueAnchors),
  day: z.int().min(1, 'Hãy nhập số từ 1 đến 31').max(31, 'Hãy nhập số từ 1 đến 31').nullable(),
})
const reportOfPeriod = z.strictObject({ report: z.enum(reportNames), ...reportPeriod })

export type ReportCalendar = {
  /** The earliest first. */
  due: ReportDue[]
  /** Every report's rule, with where its usual day was read. */
  rules: (DueRule & { source: string })[]
  /** The last ones sent, the newest first. */
  sent: { id: number; report: string; fromDate: string; toDate: string; sentOn: string }[]
}

export const reportCalendarContract = {
  'reportCalendar.get': read(nothing).returns<ReportCalendar>(),
  'reportCalendar.setDue': write('Đặt hạn báo cáo', rule).returns<null>(),
  'reportCalendar.markSent': write('Đánh dấu đã gửi báo cáo', reportOfPeriod).returns<null>(),
  /** Takes back that a report was sent: it is waited for again. */
  'reportCalendar.unmarkSent': write('Bỏ đánh dấu đã gửi báo cáo', z.strictObject({ id })).returns<null>(),
}
