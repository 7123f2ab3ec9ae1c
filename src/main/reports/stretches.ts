import { lastDayOf } from '../../shared/rules/calendar.ts'
import type { MeetingKind } from '../../shared/rules/meeting.ts'
import type { GivenTask, MeetingDetail } from './meeting-details.ts'
import type { Entry, Noted, ReportSource, Speech } from './report-source.ts'
import type { BookMeeting, BookMember } from './roll-book.ts'
import type { Score } from './scores.ts'

/** What was noted of some months of a period. */
export type Stretch = {
  /** '10/2026', 'Quý IV/2026'; '' for all of them together. */
  label: string
  members: readonly BookMember[]
  /** The day members are counted on: the last meeting's, or the last day there is. */
  day: string
  meetings: readonly BookMeeting[]
  details: readonly MeetingDetail[]
  entries: readonly Entry[]
  speeches: readonly Speech[]
  tasks: readonly GivenTask[]
  scores: ReadonlyMap<number, Score>
}

const themedKinds: readonly MeetingKind[] = ['themed', 'regularThemed']

export function isThemed({ kind }: { kind: MeetingKind }): boolean {
  return themedKinds.includes(kind)
}

/** Month of a period -> the label of the stretch it belongs to. */
export const byMonth = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`
export const byQuarter = (month: string) =>
  `Quý ${['I', 'II', 'III', 'IV'][Math.ceil(Number(month.slice(5)) / 3) - 1]}/${month.slice(0, 4)}`

/**
 * The period cut into stretches, oldest first, those without a meeting too as long as they have begun; and all of it
 * together. A meeting belongs to the month it was for.
 */
export async function stretchesOf(
  source: ReportSource,
  labelOf: (month: string) => string,
): Promise<{ each: Stretch[]; all: Stretch }> {
  const noted = await source.noted()
  const details = [...(await source.details()).values()]
  const tasks = await source.tasks()
  const scores = await source.scores()
  const [until = source.today] = [source.toDate, source.today].sort()
  const begun = monthsBetween(source.fromDate, until)
  const months = [...new Set([...begun, ...noted.meetings.map(({ period }) => period)])].sort()
  const monthsOf = Map.groupBy(months, labelOf)
  const each = [...monthsOf].map(([label, within]) =>
    cut(noted, { details, tasks, scores }, label, lastDay(source, within.at(-1) ?? ''), (period) =>
      within.includes(period),
    ),
  )
  const all = cut(noted, { details, tasks, scores }, '', lastDay(source, months.at(-1) ?? ''), () => true)
  return { each, all }
}

function cut(
  { book, meetings, entries, speeches }: Noted,
  { details, tasks, scores }: Pick<Stretch, 'details' | 'tasks' | 'scores'>,
  label: string,
  lastDay: string,
  belongs: (period: string) => boolean,
): Stretch {
  const held = meetings.filter(({ period }) => belongs(period))
  return {
    label,
    members: book.members,
    day: held.at(-1)?.heldOn ?? lastDay,
    meetings: held,
    details: details.filter(({ period }) => belongs(period)),
    entries: entries.filter(({ meeting }) => belongs(meeting.period)),
    speeches: speeches.filter(({ meeting }) => belongs(meeting.period)),
    tasks: tasks.filter(({ period }) => belongs(period)),
    scores,
  }
}

/** The last day of a month, but not one that is still to come or outside the period. */
function lastDay({ today, toDate }: ReportSource, month: string): string {
  const [first = toDate] = [month === '' ? toDate : lastDayOf(month), toDate, today].sort()
  return first
}

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); ) {
    months.push(month)
    const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1))
    month = next.toISOString().slice(0, 7)
  }
  return months
}
