import { setImmediate } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { PastMeeting } from '../../shared/rules/absence.ts'
import {
  type AttendanceState,
  callsRoll,
  cameTo,
  type ReasonKind,
  type RollMark,
  type RollMeeting,
  type RollMember,
} from '../../shared/rules/attendance.ts'
import type { Role, RolePeriod, Status, StatusPeriod } from '../../shared/rules/member.ts'
import { type MeetingDay, obligationOn, type Standing, standingOn } from '../../shared/rules/obligation.ts'
import { sortByGivenName } from '../../shared/rules/person-name.ts'
import { type Voters, votersOf } from '../../shared/rules/vote.ts'
import type { Schema } from './schema.ts'

/** A member towards one meeting, with the mark they have there (`state` is null without one). */
export type RollRow = Standing & {
  memberId: number
  fullName: string
  state: AttendanceState | null
  lateMinutes: number | null
  atTime: string | null
  agendaItemId: number | null
  /** The number of that item on the agenda, from 1. */
  itemNumber: number | null
  reasonKind: ReasonKind | null
  note: string
  paper: string
}

type StandingRow = {
  memberId: number
  fullName: string
  status: Status | null
  statusFrom: string | null
  statusTo: string | null
  role: Role | null
  roleFrom: string | null
  roleTo: string | null
  state: AttendanceState | null
  lateMinutes: number | null
  atTime: string | null
  agendaItemId: number | null
  itemNumber: number | null
  reasonKind: ReasonKind | null
  note: string | null
  paper: string | null
}

/** Every member not removed towards one meeting, those off its roll too, in no order. */
export async function standingsAt(
  db: Kysely<Schema>,
  meeting: MeetingDay & { id: number },
  memberId?: number,
): Promise<RollRow[]> {
  // Written out: building this query anew each time took a fifth of the time of calling a roll, and every mark asks it.
  // Periods of one person never overlap, so the last one to begin decides: it holds the day or has ended before it.
  const { rows } = await sql<StandingRow>`
    SELECT member.id AS memberId, member.fullName,
      memberStatus.status, memberStatus.fromDate AS statusFrom, memberStatus.toDate AS statusTo,
      memberRole.role, memberRole.fromDate AS roleFrom, memberRole.toDate AS roleTo,
      attendance.state, attendance.lateMinutes, attendance.reasonKind, attendance.note,
      attendance.paper, attendance.atTime, attendance.agendaItemId,
      CASE WHEN item.id IS NOT NULL THEN (SELECT count(*) FROM agendaItem AS earlier
        WHERE earlier.meetingId = item.meetingId AND earlier.position <= item.position) END AS itemNumber
    FROM member
    LEFT JOIN memberStatus ON memberStatus.id = (
      SELECT id FROM memberStatus AS earlier
      WHERE earlier.memberId = member.id AND earlier.fromDate <= ${meeting.heldOn}
      ORDER BY earlier.fromDate DESC LIMIT 1)
    LEFT JOIN memberRole ON memberRole.id = (
      SELECT id FROM memberRole AS earlier
      WHERE earlier.memberId = member.id AND earlier.fromDate <= ${meeting.heldOn}
      ORDER BY earlier.fromDate DESC LIMIT 1)
    LEFT JOIN attendance ON attendance.memberId = member.id AND attendance.meetingId = ${meeting.id}
    LEFT JOIN agendaItem AS item ON item.id = attendance.agendaItemId
    WHERE member.removedAt IS NULL ${memberId === undefined ? sql`` : sql`AND member.id = ${memberId}`}
  `.execute(db)
  return rows.map((row) => ({
    ...standingOn(
      {
        statuses:
          row.status && row.statusFrom
            ? [{ status: row.status, fromDate: row.statusFrom, toDate: row.statusTo }]
            : [],
        roles:
          row.role && row.roleFrom ? [{ role: row.role, fromDate: row.roleFrom, toDate: row.roleTo }] : [],
      },
      meeting,
    ),
    memberId: row.memberId,
    fullName: row.fullName,
    state: row.state,
    lateMinutes: row.lateMinutes,
    atTime: row.atTime,
    agendaItemId: row.agendaItemId,
    itemNumber: row.itemNumber,
    reasonKind: row.reasonKind,
    note: row.note ?? '',
    paper: row.paper ?? '',
  }))
}

/**
 * The roll of a meeting by given name, those obliged to come before those apart. Somebody off the roll is on it only
 * while they have a mark, which a later correction of their status left behind.
 */
export async function rollAt(db: Kysely<Schema>, meeting: MeetingDay & { id: number }): Promise<RollRow[]> {
  const rows = await standingsAt(db, meeting)
  const onRoll = rows.filter((row) => row.place !== 'off' || row.state !== null)
  const sorted = sortByGivenName(onRoll, (row) => row.fullName)
  const apart = sorted.filter((row) => row.place !== 'obliged')
  return apart.length === 0 ? sorted : [...sorted.filter((row) => row.place === 'obliged'), ...apart]
}

/** Who can vote at the meeting of these rows; `called` is false while nobody has a mark but an excuse. */
export function quorumOf(rows: readonly RollRow[]): Voters & { called: boolean } {
  const voters = votersOf(
    rows.map(({ place, status, state }) => ({ place, status, came: state !== null && cameTo(state) })),
  )
  return { ...voters, called: rows.some((row) => callsRoll(row.state)) }
}

type NotedStatus = StatusPeriod & { note: string }

/** What `attendanceSummary` needs for the meetings held in a period, both days included. */
export type RollBook = {
  /** All members not removed, by given name. */
  members: (RollMember & { fullName: string; statuses: NotedStatus[] })[]
  /** Oldest first; `period` is 'YYYY-MM'. */
  meetings: (RollMeeting & { period: string })[]
  marks: RollMark[]
}

/**
 * The calendar years of a period, within its days, each in a turn of its own: tens of thousands of rows read at once
 * would hold up everything else.
 */
export async function* yearByYear(
  fromDate: string,
  toDate: string,
): AsyncGenerator<{ fromDate: string; toDate: string }, undefined> {
  const [first, last] = [fromDate, toDate].map((date) => Number(date.slice(0, 4))) as [number, number]
  for (let year = first; year <= last; year++) {
    if (year > first) await setImmediate()
    yield {
      fromDate: year === first ? fromDate : `${year}-01-01`,
      toDate: year === last ? toDate : `${year}-12-31`,
    }
  }
}

/** Everybody with their periods, the meetings between two days and their marks, read a year at a time. */
export async function rollBook(db: Kysely<Schema>, fromDate: string, toDate: string): Promise<RollBook> {
  const people = await db
    .selectFrom('member')
    .select(['id', 'fullName'])
    .where('removedAt', 'is', null)
    .execute()
  const statuses = await db
    .selectFrom('memberStatus')
    .select(['memberId', 'status', 'fromDate', 'toDate', 'note'])
    .execute()
  const roles = await db.selectFrom('memberRole').select(['memberId', 'role', 'fromDate', 'toDate']).execute()
  const meetings = await db
    .selectFrom('meeting')
    .select(['id', 'kind', 'heldOn', 'period'])
    .where('removedAt', 'is', null)
    .where('heldOn', '>=', fromDate)
    .where('heldOn', '<=', toDate)
    .orderBy('heldOn')
    .orderBy('id')
    .execute()
  const marks: RollMark[] = []
  for await (const ofYear of yearByYear(fromDate, toDate)) {
    const found = await db
      .selectFrom('attendance')
      .innerJoin('meeting', 'meeting.id', 'attendance.meetingId')
      .where('meeting.removedAt', 'is', null)
      .where('meeting.heldOn', '>=', ofYear.fromDate)
      .where('meeting.heldOn', '<=', ofYear.toDate)
      .select(['attendance.meetingId', 'attendance.memberId', 'attendance.state'])
      .execute()
    for (const mark of found) marks.push(mark)
  }
  const statusesOf = byMember<NotedStatus>(statuses)
  const rolesOf = byMember<RolePeriod>(roles)
  return {
    members: sortByGivenName(people, (person) => person.fullName).map((person) => ({
      ...person,
      statuses: statusesOf.get(person.id) ?? [],
      roles: rolesOf.get(person.id) ?? [],
    })),
    meetings,
    marks,
  }
}

/**
 * Of a roll book: what each member's marks were at those meetings of the cell, among the ones handed in, that they
 * were obliged to come to and whose roll was called. A committee's meetings are never among them.
 */
export function markedPast(
  book: RollBook,
): (member: RollBook['members'][number], meetings: RollBook['meetings']) => PastMeeting[] {
  const marks = Map.groupBy(book.marks, (mark) => mark.meetingId)
  const states = new Map(
    [...marks].map(([meetingId, list]) => [
      meetingId,
      {
        called: list.some((mark) => callsRoll(mark.state)),
        of: new Map(list.map((mark) => [mark.memberId, mark.state])),
      },
    ]),
  )
  return (member, meetings) =>
    meetings.flatMap((meeting) => {
      const there = states.get(meeting.id)
      if (meeting.kind === 'committee' || !there?.called) return []
      if (obligationOn(member, meeting).place !== 'obliged') return []
      return [{ period: meeting.period, state: there.of.get(member.id) ?? null }]
    })
}

function byMember<P>(periods: readonly (P & { memberId: number })[]): Map<number, P[]> {
  const map = new Map<number, P[]>()
  for (const period of periods) {
    const list = map.get(period.memberId)
    if (list) list.push(period)
    else map.set(period.memberId, [period])
  }
  return map
}
