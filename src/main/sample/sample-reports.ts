import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { reportsDueOn } from '../resources/report-calendar.ts'

/** The sample's secretary sends reports in time, but for the one that fell due last. */
export async function insertSentReports(db: Kysely<Schema>, today: string): Promise<void> {
  const late = (await reportsDueOn(db, today)).filter(({ dueOn }) => dueOn < today)
  const sent = late
    .slice(0, -1)
    .map(({ report, fromDate, toDate, dueOn }) => ({ report, fromDate, toDate, sentOn: dueOn }))
  if (sent.length > 0) await db.insertInto('reportSent').values(sent).execute()
}
