import type { Kysely } from 'kysely'
import type { SpeakingTotal, Turn } from '../../shared/contract/speaking.ts'
import { cameTo } from '../../shared/rules/attendance.ts'
import type { MeetingDay } from '../../shared/rules/obligation.ts'
import { sortByGivenName } from '../../shared/rules/person-name.ts'
import { type SpokenTurn, speakingTotals, unnamedSpeaker } from '../../shared/rules/speaking.ts'
import { standingsAt } from '../db/roll.ts'
import type { Schema } from '../db/schema.ts'

/** The turns of a meeting in the order they were noted. */
export async function turnsOf(db: Kysely<Schema>, meetingId: number): Promise<Turn[]> {
  return db
    .selectFrom('speakingTurn')
    .leftJoin('member', 'member.id', 'speakingTurn.memberId')
    .leftJoin('agendaItem', 'agendaItem.id', 'speakingTurn.agendaItemId')
    .where('speakingTurn.meetingId', '=', meetingId)
    .orderBy('speakingTurn.id')
    .select((eb) => [
      'speakingTurn.id',
      'speakingTurn.agendaItemId',
      'agendaItem.title as agendaItemTitle',
      'speakingTurn.memberId',
      eb.fn.coalesce('member.fullName', 'speakingTurn.guestName', eb.val(unnamedSpeaker)).as('speakerName'),
      'speakingTurn.guestName',
      'speakingTurn.kind',
      'speakingTurn.startedAt',
      'speakingTurn.stoppedAt',
      'speakingTurn.speakingSeconds',
      'speakingTurn.gist',
    ])
    .execute()
}

/** Somebody who appears among the totals even when silent. */
type Listed = { memberId: number; fullName: string }

/** What everybody who had to come or came spoke at one meeting. */
export async function meetingTotals(
  db: Kysely<Schema>,
  meeting: MeetingDay & { id: number },
): Promise<SpeakingTotal[]> {
  const roll = await standingsAt(db, meeting)
  const attended = new Map<number, number>()
  for (const { memberId, state } of roll) if (state !== null && cameTo(state)) attended.set(memberId, 1)
  const listed = roll.filter(({ place, memberId }) => place === 'obliged' || attended.has(memberId))
  const turns = await db
    .selectFrom('speakingTurn')
    .where('meetingId', '=', meeting.id)
    .select(['meetingId', 'memberId', 'guestName', 'speakingSeconds'])
    .orderBy('id')
    .execute()
  return totalRows(db, listed, attended, turns)
}

/** Totals by given name, guests after, the unnamed last. Whoever spoke is there, listed or not, so that the column adds up. */
async function totalRows(
  db: Kysely<Schema>,
  listed: readonly Listed[],
  attended: ReadonlyMap<number, number>,
  turns: readonly SpokenTurn[],
): Promise<SpeakingTotal[]> {
  const nameOf = new Map(listed.map(({ memberId, fullName }) => [memberId, fullName]))
  const { members, guests, unnamed } = speakingTotals([...nameOf.keys()], turns)
  const others = members.flatMap(({ memberId }) => (nameOf.has(memberId) ? [] : [memberId]))
  if (others.length > 0) {
    const names = await db.selectFrom('member').select(['id', 'fullName']).where('id', 'in', others).execute()
    for (const { id, fullName } of names) nameOf.set(id, fullName)
  }
  const rows = members.map(({ memberId, turns, speakingSeconds, meetings }) => ({
    memberId,
    guestName: null,
    speakerName: nameOf.get(memberId) ?? '',
    turns,
    speakingSeconds,
    meetings,
    attended: attended.get(memberId) ?? 0,
  }))
  return [
    ...sortByGivenName(rows, (row) => row.speakerName),
    ...guests.map(({ guestName, ...counts }) => ({
      memberId: null,
      guestName,
      speakerName: guestName,
      ...counts,
      attended: 0,
    })),
    ...(unnamed.turns > 0
      ? [{ memberId: null, guestName: null, speakerName: unnamedSpeaker, ...unnamed, attended: 0 }]
      : []),
  ]
}
