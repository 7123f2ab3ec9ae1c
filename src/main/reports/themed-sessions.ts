import { type Kysely, sql } from 'kysely'
import { addMonthsTo } from '../../shared/rules/calendar.ts'
import type { ReportPeriod } from '../../shared/rules/report-period.ts'
import { daysOfPlan, quarterOf } from '../../shared/rules/theme.ts'
import { heldOn, type LooseSession, type PlannedTheme } from '../../shared/rules/theme-plan.ts'
import { lateStepWords } from '../../shared/rules/theme-steps.ts'
import type { Schema } from '../db/schema.ts'
import { looseSessions, plannedThemes } from '../db/theme-plan.ts'
import { ruleSets } from '../resources/rule-sets.ts'

/** A themed session: a theme of the plan, or a session that belongs to none. */
export type Session = {
  key: string
  /** What the quarter is judged by: one of the two. */
  from: { theme: PlannedTheme } | { loose: LooseSession }
  title: string
  leadName: string | null
  year: number
  quarter: number
  meetingId: number | null
  path: string
  /** The day of its meeting, else the planned one; null where only month or quarter are known. */
  sessionDay: string | null
  heldOn: string | null
  reportedOn: string | null
  late: string[]
}

export type Quarter = { year: number; quarter: number }

/** The quarters that have days in a period, oldest first. */
export function quartersOf({ fromDate, toDate }: ReportPeriod): Quarter[] {
  const found: Quarter[] = []
  let [year, quarter] = [Number(fromDate.slice(0, 4)), quarterOf(Number(fromDate.slice(5, 7)))]
  while (daysOfPlan(year, quarter, null).fromDate <= toDate) {
    found.push({ year, quarter })
    if (quarter < 4) quarter++
    else [year, quarter] = [year + 1, 1]
  }
  return found
}

/** What is planned for the quarters of a period, and what falls into the period itself: two views of the same. */
export type Sessions = { ofQuarters: Session[]; ofPeriod: Session[] }

/** The themed sessions of a period as they stand on `today`: by its quarters, and by their own days. */
export async function readSessions(
  db: Kysely<Schema>,
  period: ReportPeriod,
  today: string,
): Promise<Sessions> {
  const within = quartersOf(period)
  const sessions = await sessionsAround(db, period, within, today)
  const isWithin = (day: string) => period.fromDate <= day && day <= period.toDate
  return {
    ofQuarters: sessions.filter((session) =>
      within.some(({ year, quarter }) => session.year === year && session.quarter === quarter),
    ),
    // Without a day it belongs to where its quarter ends.
    ofPeriod: sessions.filter(({ sessionDay, year, quarter }) =>
      isWithin(sessionDay ?? daysOfPlan(year, quarter, null).toDate),
    ),
  }
}

/**
 * The themes of these quarters in their order and those of others whose day lies in the period, so that quarter by
 * quarter they come to the year; and the themed sessions that belong to none.
 */
async function sessionsAround(
  db: Kysely<Schema>,
  { fromDate, toDate }: ReportPeriod,
  within: readonly Quarter[],
  today: string,
): Promise<Session[]> {
  const [first, last] = [within[0], within.at(-1)]
  if (!first || !last) return []
  const place = sql`theme.year * 4 + theme.quarter`
  const day = sql`coalesce((SELECT heldOn FROM meeting
    WHERE meeting.id = theme.meetingId AND meeting.removedAt IS NULL), theme.sessionOn)`
  const themes = await plannedThemes(
    db,
    sql<boolean>`(${place} BETWEEN ${first.year * 4 + first.quarter} AND ${last.year * 4 + last.quarter}
      OR ${day} BETWEEN ${fromDate} AND ${toDate})`,
    ruleSets,
    today,
  )
  // A meeting may be held shortly before or after the month it is for.
  const month = (of: Quarter, end: 'fromDate' | 'toDate', steps: number) =>
    addMonthsTo(daysOfPlan(of.year, of.quarter, null)[end], steps).slice(0, 7)
  const loose = await looseSessions(db, month(first, 'fromDate', -1), month(last, 'toDate', 1), today)
  return [
    ...themes.map(
      (theme): Session => ({
        key: `theme${theme.id}`,
        from: { theme },
        title: theme.title,
        leadName: theme.lead?.fullName ?? null,
        year: theme.year,
        quarter: theme.quarter,
        meetingId: theme.meeting?.id ?? null,
        path: `/chuyen-de/${theme.id}`,
        sessionDay: theme.sessionDay,
        heldOn: heldOn(theme),
        reportedOn: theme.steps.find(({ step }) => step === 'reported')?.doneOn ?? null,
        late: lateStepWords(theme.steps),
      }),
    ),
    ...loose.map(
      (session): Session => ({
        key: `meeting${session.meetingId}`,
        from: { loose: session },
        title: session.title,
        leadName: null,
        year: Number(session.period.slice(0, 4)),
        quarter: quarterOf(Number(session.period.slice(5, 7))),
        meetingId: session.meetingId,
        path: `/cuoc-hop/${session.meetingId}`,
        sessionDay: session.heldOn,
        heldOn: session.held ? session.heldOn : null,
        reportedOn: null,
        late: [],
      }),
    ),
  ]
}
