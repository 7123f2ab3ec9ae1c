import { type Kysely, sql } from 'kysely'
import type { SpeakingChart } from '../../shared/contract/speaking.ts'
import { presentStates } from '../../shared/rules/attendance.ts'
import { addYears } from '../../shared/rules/calendar.ts'
import { sortByGivenName } from '../../shared/rules/person-name.ts'
import type { TurnKind } from '../../shared/rules/speaking.ts'
import { speakingChart } from '../../shared/rules/speaking-chart.ts'
import type { Schema } from '../db/schema.ts'

const years = 2

/** The chart of two years up to an ISO day, of the cell's own meetings: the committee's are another circle. */
export async function chartOf(db: Kysely<Schema>, toDate: string): Promise<SpeakingChart> {
  const meetings = await db
    .selectFrom('meeting')
    .where('removedAt', 'is', null)
    .where('kind', '<>', 'committee')
    .where('heldOn', '>', addYears(toDate, -years))
    .where('heldOn', '<=', toDate)
    .orderBy('heldOn')
    .orderBy('id')
    .select(['id', 'kind', 'heldOn'])
    .execute()
  const ids = meetings.map(({ id }) => id)
  const people = await db
    .selectFrom('member')
    .where('removedAt', 'is', null)
    .select(['id', 'fullName'])
    .execute()
  // One row a meeting: rows of single marks would be thousands.
  const those = (came: boolean) =>
    sql<
      string | null
    >`group_concat(CASE WHEN (state IN (${sql.join(presentStates)})) = ${Number(came)} THEN memberId END)`
  const rolls = await db
    .selectFrom('attendance')
    .where('meetingId', 'in', ids)
    .groupBy('meetingId')
    .select(['meetingId', those(true).as('came'), those(false).as('absent')])
    .execute()
  const turns = await db
    .selectFrom('speakingTurn')
    .where('meetingId', 'in', ids)
    .where('memberId', 'is not', null)
    .groupBy(['meetingId', 'memberId', 'kind'])
    .select(['meetingId', 'memberId', 'kind', sql<number>`count(*)`.as('turns')])
    .execute()
  const nameOf = new Map(people.map((person) => [person.id, person.fullName]))
  const rows = speakingChart(
    sortByGivenName(people, (person) => person.fullName).map((person) => person.id),
    meetings,
    rolls.map(({ meetingId, came, absent }) => ({ meetingId, came: idsOf(came), absent: idsOf(absent) })),
    turns.flatMap(({ memberId, ...turn }) => (memberId === null ? [] : [said(turn, memberId)])),
  )
  return { meetings, members: rows.map((row) => ({ ...row, fullName: nameOf.get(row.memberId) ?? '' })) }
}

const idsOf = (together: string | null) => together?.split(',').map(Number) ?? []
const said = (turn: { meetingId: number; kind: TurnKind; turns: number }, memberId: number) => ({
  ...turn,
  memberId,
})
