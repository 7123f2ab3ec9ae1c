import { AppError } from '../../shared/contract/errors.ts'
import type { reportCalendarContract } from '../../shared/contract/report-calendar.ts'
import { reportPeriodName } from '../../shared/rules/report-period.ts'
import { type ReportName, reportWords } from '../../shared/rules/reports.ts'
import type { HandlersOf } from '../api/context.ts'
import { dueRules, reportsDueOn } from '../resources/report-calendar.ts'

/** What is due to whom, the days each cell sets for itself, and what has been sent. */
export const reportCalendarHandlers = {
  'reportCalendar.get': async ({ db, today }) => ({
    due: await reportsDueOn(db, today),
    rules: await dueRules(db),
    sent: await db
      .selectFrom('reportSent')
      .select(['id', 'report', 'fromDate', 'toDate', 'sentOn'])
      .orderBy('sentOn', 'desc')
      .orderBy('id', 'desc')
      .limit(12)
      .execute(),
  }),

  'reportCalendar.setDue': async ({ db, describe }, { report, recipient, anchor, day }) => {
    describe(`Đặt hạn báo cáo: ${reportWords[report].label}`)
    await db
      .insertInto('reportDue')
      .values({ report, recipient, anchor, day })
      .onConflict((conflict) => conflict.column('report').doUpdateSet({ recipient, anchor, day }))
      .execute()
    return null
  },

  'reportCalendar.markSent': async ({ db, today, describe }, { report, fromDate, toDate }) => {
    const period = reportPeriodName({ fromDate, toDate }) ?? ''
    describe(`Đã gửi: ${reportWords[report].label} ${period}`.trim())
    await db
      .insertInto('reportSent')
      .values({ report, fromDate, toDate, sentOn: today })
      .onConflict((conflict) => conflict.columns(['report', 'fromDate', 'toDate']).doNothing())
      .execute()
    return null
  },

  'reportCalendar.unmarkSent': async ({ db, describe }, { id }) => {
    const sent = await db.selectFrom('reportSent').selectAll().where('id', '=', id).executeTakeFirst()
    if (!sent) throw new AppError('not-found')
    const label = reportWords[sent.report as ReportName]?.label ?? sent.report
    describe(`Chưa gửi: ${label} ${reportPeriodName(sent) ?? ''}`.trim())
    await db.deleteFrom('reportSent').where('id', '=', id).execute()
    return null
  },
} satisfies HandlersOf<typeof reportCalendarContract>
