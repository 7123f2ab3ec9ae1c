import type { Kysely } from 'kysely'
import reportDue from '../../../resources/report-due.json' with { type: 'json' }
import { addDays } from '../../shared/rules/calendar.ts'
import type { DueRule } from '../../shared/rules/report-calendar.ts'
import { type ReportDue, reportsDue } from '../../shared/rules/report-calendar.ts'
import { type ReportName, reportNames } from '../../shared/rules/reports.ts'
import type { Schema } from '../db/schema.ts'

/** A due rule with where its usual day was read; `source` is '' where nobody asks for the report by a day. */
export type KnownDueRule = DueRule & { source: string }

const usual = reportDue as (DueRule & { source: string })[]

/** Each report's rule: as this cell set it, else as usual. */
export async function dueRules(db: Kysely<Schema>): Promise<KnownDueRule[]> {
  const set = await db.selectFrom('reportDue').select(['report', 'recipient', 'anchor', 'day']).execute()
  return reportNames
    .filter((report) => report !== 'everything')
    .map((report) => {
      const known = usual.find((rule) => rule.report === report) ?? none(report)
      const own = set.find((rule) => rule.report === report)
      return own ? { ...known, ...own, report } : known
    })
}

function none(report: ReportName): KnownDueRule {
  return { report, recipient: '', anchor: 'after', day: null, source: '' }
}

/** What is waited for on a day, the earliest first. */
export async function reportsDueOn(db: Kysely<Schema>, today: string): Promise<ReportDue[]> {
  const rules = await dueRules(db)
  const sent = await db.selectFrom('reportSent').select(['report', 'fromDate', 'toDate']).execute()
  const meetings = await db
    .selectFrom('meeting')
    .where('removedAt', 'is', null)
    .where('heldOn', '>=', addDays(today, -4 * 366))
    .select(['kind', 'heldOn'])
    .execute()
  return reportsDue(rules, sent, meetings, today)
}
