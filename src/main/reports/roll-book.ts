import { type Kysely, sql } from 'kysely'
import { recipientsBlock, signatureLines } from '../../shared/documents/paper-words.ts'
import {
  type AttendanceSummary,
  addMemberSummaries,
  attendanceSummary,
  callsRoll,
  type RollMark,
  type RollMeeting,
} from '../../shared/rules/attendance.ts'
import { upperCommittee } from '../../shared/rules/cell.ts'
import { type MarkMoment, momentWords } from '../../shared/rules/lateness.ts'
import type { RolePeriod, StatusPeriod } from '../../shared/rules/member.ts'
import { obligationOn } from '../../shared/rules/obligation.ts'
import { sortByGivenName } from '../../shared/rules/person-name.ts'
import type { ReportPeriod } from '../../shared/rules/report-period.ts'
import type { SpokenTurn, TurnKind } from '../../shared/rules/speaking.ts'
import { officersOn } from '../db/officers.ts'
import { rollBook, yearByYear } from '../db/roll.ts'
import type { Schema } from '../db/schema.ts'
import { usualSignature } from '../documents/signing.ts'
import type { Signature } from '../excel/workbook-spec.ts'
import { layoutOf } from '../resources/layout-rules.ts'
import { breathe, outOfBreath } from './breathe.ts'

export type BookMember = {
  id: number
  fullName: string
  statuses: (StatusPeriod & { note: string })[]
  roles: readonly RolePeriod[]
}

/** `called`: somebody obliged to come has a mark other than an excuse, so the meeting counts (see `attendanceSummary`). */
export type BookMeeting = RollMeeting & { period: string; called: boolean }

/** When somebody came late or left early, where it was noted: by meeting, then by member. */
export type Moments = ReadonlyMap<number, ReadonlyMap<number, MarkMoment>>

/** Everything the roll book says, for the meetings held from `fromDate` to `toDate`. */
export type RollBookData = {
  fromDate: string
  toDate: string
  today: string
  cell: { name: string; upperBody: string; place: string }
  /** Who gets what the cell sends upward, as it stands under a sheet: 'Nơi nhận:' and its lines. */
  recipients: string[]
  /** Who signs what is made today. */
  signature: Signature
  /** All members not removed, by given name; those removed who spoke too, without a status that would count them. */
  members: BookMember[]
  /** Oldest first, committee meetings included. */
  meetings: BookMeeting[]
  marks: RollMark[]
  moments: Moments
  turns: SpokenTurn[]
}

export type BookTurn = SpokenTurn & { kind: TurnKind }

/** The same as it is read: with each turn's kind, and the secretary of the period's last day ('' where there was none). */
export type RollBook = Omit<RollBookData, 'turns'> & {
  turns: BookTurn[]
  secretary: string
  secretaryPhone: string
}

type Listed = Awaited<ReturnType<typeof rollBook>>['members']

/** The list with those removed since who spoke, at their places. */
async function withRemoved(db: Kysely<Schema>, listed: Listed, ids: ReadonlySet<number>): Promise<Listed> {
  const removed = await db
    .selectFrom('member')
    .select(['id', 'fullName'])
    .where('id', 'in', [...ids])
    .execute()
  return sortByGivenName(
    [...listed, ...removed.map((member) => ({ ...member, statuses: [], roles: [] }))],
    (member) => member.fullName,
  )
}

type Noted = MarkMoment & { meetingId: number; memberId: number }

async function readMoments(db: Kysely<Schema>, { fromDate, toDate }: ReportPeriod): Promise<Noted[]> {
  return db
    .selectFrom('attendance')
    .innerJoin('meeting', 'meeting.id', 'attendance.meetingId')
    .leftJoin('agendaItem as item', 'item.id', 'attendance.agendaItemId')
    .where('meeting.removedAt', 'is', null)
    .where('heldOn', '>=', fromDate)
    .where('heldOn', '<=', toDate)
    .where('state', 'in', ['late', 'leftEarly'])
    .select((eb) => [
      'attendance.meetingId',
      'attendance.memberId',
      'lateMinutes',
      'atTime',
      eb
        .selectFrom('agendaItem as earlier')
        .whereRef('earlier.meetingId', '=', 'item.meetingId')
        .whereRef('earlier.position', '<=', 'item.position')
        .select((count) => sql<number | null>`nullif(${count.fn.countAll()}, 0)`.as('number'))
        .as('itemNumber'),
    ])
    .execute()
}

function momentsByMeeting(noted: readonly Noted[]): Moments {
  const known = noted.filter((moment) => momentWords(moment) !== '')
  return new Map(
    [...Map.groupBy(known, ({ meetingId }) => meetingId)].map(([meetingId, ofMeeting]) => [
      meetingId,
      new Map(ofMeeting.map((moment) => [moment.memberId, moment])),
    ]),
  )
}

/** Reads the roll book in a handful of queries, however long the period. */
export async function readRollBook(
  db: Kysely<Schema>,
  today: string,
  fromDate: string,
  toDate: string,
): Promise<RollBook> {
  const { members: listed, meetings, marks } = await rollBook(db, fromDate, toDate)
  const turns: BookTurn[] = []
  const moments: Noted[] = []
  for await (const ofYear of yearByYear(fromDate, toDate)) {
    const found = await db
      .selectFrom('speakingTurn')
      .innerJoin('meeting', 'meeting.id', 'speakingTurn.meetingId')
      .where('meeting.removedAt', 'is', null)
      .where('heldOn', '>=', ofYear.fromDate)
      .where('heldOn', '<=', ofYear.toDate)
      .orderBy('heldOn')
      .orderBy('speakingTurn.id')
      .select(['speakingTurn.meetingId', 'memberId', 'guestName', 'speakingTurn.kind', 'speakingSeconds'])
      .execute()
    for (const turn of found) turns.push(turn)
    moments.push(...(await readMoments(db, ofYear)))
  }
  if (outOfBreath()) await breathe()
  const known = new Set(listed.map((member) => member.id))
  const removedSpeakers = turns.flatMap(({ memberId }) =>
    memberId === null || known.has(memberId) ? [] : [memberId],
  )
  const members =
    removedSpeakers.length === 0 ? listed : await withRemoved(db, listed, new Set(removedSpeakers))
  const found = await db.selectFrom('cell').select(['name', 'upperBody', 'place']).executeTakeFirst()
  const cell = found ?? { name: '', upperBody: '', place: '' }
  const secretary = await db
    .selectFrom('memberRole')
    .innerJoin('member', 'member.id', 'memberRole.memberId')
    .where('role', '=', 'secretary')
    .where('member.removedAt', 'is', null)
    .where('fromDate', '<=', toDate)
    .where((eb) => eb.or([eb('toDate', 'is', null), eb('toDate', '>=', toDate)]))
    .orderBy('fromDate', 'desc')
    .select(['fullName', 'phone'])
    .executeTakeFirst()

  const memberById = new Map(members.map((member) => [member.id, member]))
  const meetingById = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  const called = new Set<number>()
  for (const { meetingId, memberId, state } of marks) {
    if (called.has(meetingId) || !callsRoll(state)) continue
    const member = memberById.get(memberId)
    const meeting = meetingById.get(meetingId)
    if (member && meeting && obligationOn(member, meeting).place === 'obliged') called.add(meetingId)
  }
  if (outOfBreath()) await breathe()
  const layout = await layoutOf(db)
  const signature = usualSignature({
    officers: await officersOn(db, today),
    chairId: null,
    committeeMet: false,
  })
  return {
    fromDate,
    toDate,
    today,
    cell,
    signature: { lines: signatureLines(signature, layout).map(({ text }) => text), name: signature.name },
    recipients: recipientsBlock(
      [...(cell.upperBody === '' ? [] : [`${upperCommittee(cell.upperBody)} (để báo cáo)`]), 'Lưu Chi bộ'],
      layout,
    ),
    secretary: secretary?.fullName ?? '',
    secretaryPhone: secretary?.phone ?? '',
    members,
    meetings: meetings.map((meeting) => ({ ...meeting, called: called.has(meeting.id) })),
    marks,
    moments: momentsByMeeting(moments),
    turns,
  }
}

const meetingsAtOnce = 20

/** `attendanceSummary` of some meetings of a book, a few at a time: in 25 years there are tens of thousands of marks. */
export async function summaryOf(
  { members, marks }: Pick<RollBookData, 'members' | 'marks'>,
  meetings: readonly BookMeeting[],
): Promise<AttendanceSummary> {
  if (meetings.length <= meetingsAtOnce) return attendanceSummary(members, meetings, marks)
  const marksOf = Map.groupBy(marks, (mark) => mark.meetingId)
  let sum = attendanceSummary(members, [], [])
  for (let from = 0; from < meetings.length; from += meetingsAtOnce) {
    if (outOfBreath()) await breathe()
    const some = meetings.slice(from, from + meetingsAtOnce)
    const next = attendanceSummary(
      members,
      some,
      some.flatMap(({ id }) => marksOf.get(id) ?? []),
    )
    sum = {
      members: sum.members.map((before, index) =>
        addMemberSummaries(before, next.members[index] as (typeof next.members)[number]),
      ),
      meetings: [...sum.meetings, ...next.meetings],
    }
  }
  return sum
}
