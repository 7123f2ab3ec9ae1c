import { type Kysely, type SqlBool, sql } from 'kysely'
import { cameTo } from '../../shared/rules/attendance.ts'
import { hasMoment, type MarkMoment } from '../../shared/rules/lateness.ts'
import { obligationOn } from '../../shared/rules/obligation.ts'
import type { ReportPeriod } from '../../shared/rules/report-period.ts'
import { unnamedSpeaker } from '../../shared/rules/speaking.ts'
import { type MeetingRemark, remarksWhere } from '../db/remarks.ts'
import type { Schema } from '../db/schema.ts'
import { breathe, outOfBreath } from './breathe.ts'
import { type GivenTask, type MeetingDetail, readDetails, readTasks } from './meeting-details.ts'
import { type Moved, movesWithin, type Person, readPeople } from './people.ts'
import { type BookMeeting, type BookMember, type BookTurn, type RollBook, readRollBook } from './roll-book.ts'
import { countedMeetings } from './roll-book-workbook.ts'
import { readScores, type Score } from './scores.ts'
import { readSessions, type Sessions } from './themed-sessions.ts'

/**
 * One member obliged to come to one meeting whose roll was called; `state` is null without a mark, `moment` where it
 * is not known when somebody came late or left early.
 */
export type Entry = {
  meeting: BookMeeting
  member: BookMember
  state: RollBook['marks'][number]['state'] | null
  moment: MarkMoment | null
}

/** A member or guest who spoke at one meeting, with their turns. */
export type Speech = { meeting: BookMeeting; turn: BookTurn; name: string }

/** The cell's meetings of a period with what was noted of each; committee meetings are not among them. */
export type Noted = {
  book: RollBook
  meetings: BookMeeting[]
  entries: Entry[]
  speeches: Speech[]
}

/** Where reports read from. Reports written together share what was read. */
export type ReportSource = ReportPeriod & {
  db: Kysely<Schema>
  today: string
  noted: () => Promise<Noted>
  /** Every meeting not removed within the period, those to come and the committee's too, by id, oldest first. */
  details: () => Promise<Map<number, MeetingDetail>>
  /** Tasks given by the period's meetings, in the order they were given. */
  tasks: () => Promise<GivenTask[]>
  /** Tasks given before the period and still open when it began. */
  earlierTasks: () => Promise<GivenTask[]>
  /** What the period's meetings noted beside votes, conclusions and tasks. */
  remarks: () => Promise<MeetingRemark[]>
  /** The register, and who came, went or changed within the period. */
  people: () => Promise<Person[]>
  moves: () => Promise<Moved[]>
  /** Themed sessions planned for the period's quarters, and those that fall into the period. */
  sessions: () => Promise<Sessions>
  /** Scores of the period's meetings, by meeting. */
  scores: () => Promise<Map<number, Score>>
}

/** A source for one period: each thing is read when it is first asked for, and once. */
export function reportSource(db: Kysely<Schema>, today: string, period: ReportPeriod): ReportSource {
  const people = once(() => readPeople(db))
  return {
    ...period,
    db,
    today,
    people,
    moves: once(async () => movesWithin(await people(), period)),
    sessions: once(() => readSessions(db, period, today)),
    remarks: once(() =>
      remarksWhere(db, sql<boolean>`meeting.heldOn BETWEEN ${period.fromDate} AND ${period.toDate}`),
    ),
    details: once(() => readDetails(db, period)),
    tasks: once(() =>
      readTasks(db, sql<SqlBool>`meeting.heldOn BETWEEN ${period.fromDate} AND ${period.toDate}`),
    ),
    earlierTasks: once(() =>
      readTasks(
        db,
        sql<SqlBool>`meeting.heldOn < ${period.fromDate} AND (task.doneOn IS NULL OR task.doneOn >= ${period.fromDate})`,
      ),
    ),
    scores: once(() => readScores(db, period)),
    noted: once(async () => notedOf(await readRollBook(db, today, period.fromDate, period.toDate))),
  }
}

/** Done for the first who asks; whoever waited for it goes on in a turn of their own. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | null = null
  return async () => {
    found ??= work()
    const value = await found
    await breathe()
    return value
  }
}

/** What a roll book says of the meetings that count: who had to come, who spoke. */
export async function notedOf(book: RollBook): Promise<Noted> {
  const meetings = countedMeetings(book)
  const memberById = new Map(book.members.map((member) => [member.id, member]))
  const statesOf = new Map<number, Map<number, Entry['state']>>(meetings.map(({ id }) => [id, new Map()]))
  for (const { meetingId, memberId, state } of book.marks) statesOf.get(meetingId)?.set(memberId, state)
  const entries: Entry[] = []
  for (const meeting of meetings.filter(({ called }) => called)) {
    if (outOfBreath()) await breathe()
    const states = statesOf.get(meeting.id)
    const moments = book.moments.get(meeting.id)
    for (const member of book.members)
      if (obligationOn(member, meeting).place === 'obliged') {
        const state = states?.get(member.id) ?? null
        const moment = hasMoment(state) ? (moments?.get(member.id) ?? null) : null
        entries.push({ meeting, member, state, moment })
      }
  }
  if (outOfBreath()) await breathe()
  const meetingById = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  return {
    book,
    meetings,
    entries,
    speeches: book.turns.flatMap((turn): Speech[] => {
      const meeting = meetingById.get(turn.meetingId)
      if (!meeting) return []
      const name = turn.memberId === null ? turn.guestName : memberById.get(turn.memberId)?.fullName
      return [{ meeting, turn, name: name ?? unnamedSpeaker }]
    }),
  }
}

/** Whether an entry says that the member was there. */
export function came({ state }: Entry): boolean {
  return state !== null && cameTo(state)
}
