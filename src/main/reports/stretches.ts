import { lastDayOf } from '../../shared/rules/calendar.ts'
import type { MeetingRemark } from '../db/remarks.ts'
import { breathe, outOfBreath } from './breathe.ts'
import type { GivenTask, MeetingDetail } from './meeting-details.ts'
import type { Moved } from './people.ts'
import type { Entry, ReportSource, Speech } from './report-source.ts'
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
  remarks: readonly MeetingRemark[]
  /** Who was admitted to the Party in the cell. */
  admissions: readonly Moved[]
  scores: ReadonlyMap<number, Score>
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
  const remarks = await source.remarks()
  const admissions = (await source.moves()).filter(({ kind }) => kind === 'admitted')
  const scores = await source.scores()
  const [until = source.today] = [source.toDate, source.today].sort()
  const begun = monthsBetween(source.fromDate, until)
  // Whatever was noted belongs to some stretch, or the sums would come to more than the stretches.
  const noteworthy = [
    ...[...noted.meetings, ...tasks, ...remarks, ...details.filter(({ minutes }) => minutes !== null)].map(
      ({ period }) => period,
    ),
    ...admissions.map(({ on }) => on.slice(0, 7)),
  ]
  const months = [...new Set([...begun, ...noteworthy])].sort()
  const byMonth = {
    meetings: Map.groupBy(noted.meetings, ({ period }) => period),
    details: Map.groupBy(details, ({ period }) => period),
    entries: Map.groupBy(noted.entries, ({ meeting }) => meeting.period),
    speeches: Map.groupBy(noted.speeches, ({ meeting }) => meeting.period),
    tasks: Map.groupBy(tasks, ({ period }) => period),
    remarks: Map.groupBy(remarks, ({ period }) => period),
    admissions: Map.groupBy(admissions, ({ on }) => on.slice(0, 7)),
  }
  const stretch = (label: string, within: readonly string[]): Stretch => {
    const of = <T>(groups: ReadonlyMap<string, T[]>) => within.flatMap((month) => groups.get(month) ?? [])
    const meetings = of(byMonth.meetings)
    return {
      label,
      members: noted.book.members,
      day: meetings.at(-1)?.heldOn ?? lastDay(source, within.at(-1) ?? ''),
      meetings,
      details: of(byMonth.details),
      entries: of(byMonth.entries),
      speeches: of(byMonth.speeches),
      tasks: of(byMonth.tasks),
      remarks: of(byMonth.remarks),
      admissions: of(byMonth.admissions),
      scores,
    }
  }
  const each: Stretch[] = []
  for (const [label, within] of Map.groupBy(months, labelOf)) {
    if (outOfBreath()) await breathe()
    each.push(stretch(label, within))
  }
  await breathe()
  return { each, all: stretch('', months) }
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
