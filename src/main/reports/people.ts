import type { Kysely } from 'kysely'
import type { RolePeriod, Sex, StatusPeriod } from '../../shared/rules/member.ts'
import { type MovementKind, movementsOf } from '../../shared/rules/movement.ts'
import { sortByGivenName } from '../../shared/rules/person-name.ts'
import type { ReportPeriod } from '../../shared/rules/report-period.ts'
import type { Schema } from '../db/schema.ts'

/** Somebody of the register as its list tells of them. */
export type Person = {
  id: number
  fullName: string
  sex: Sex | null
  birthDate: string | null
  cardNumber: string | null
  identityNumber: string | null
  admittedOn: string | null
  officialOn: string | null
  job: string
  politicalTheory: string
  residenceCell: string
  statuses: (StatusPeriod & { note: string })[]
  roles: RolePeriod[]
}

/** Something that changed a member's place in the cell, on its day. */
export type Moved = { kind: MovementKind; on: string; person: Person }

/** Who came, went or changed within a period, by day. */
export function movesWithin(people: readonly Person[], { fromDate, toDate }: ReportPeriod): Moved[] {
  return people
    .flatMap((person) => movementsOf(person).map((movement) => ({ ...movement, person })))
    .filter(({ on }) => fromDate <= on && on <= toDate)
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
}

/** All members not removed, by given name. */
export async function readPeople(db: Kysely<Schema>): Promise<Person[]> {
  const people = await db
    .selectFrom('member')
    .where('removedAt', 'is', null)
    .select([
      'id',
      'fullName',
      'sex',
      'birthDate',
      'cardNumber',
      'identityNumber',
      'admittedOn',
      'officialOn',
      'job',
      'politicalTheory',
      'residenceCell',
    ])
    .execute()
  const statuses = await db
    .selectFrom('memberStatus')
    .select(['memberId', 'status', 'fromDate', 'toDate', 'note'])
    .orderBy('fromDate')
    .execute()
  const roles = await db.selectFrom('memberRole').select(['memberId', 'role', 'fromDate', 'toDate']).execute()
  const statusesOf = Map.groupBy(statuses, ({ memberId }) => memberId)
  const rolesOf = Map.groupBy(roles, ({ memberId }) => memberId)
  return sortByGivenName(people, ({ fullName }) => fullName).map((person) => ({
    ...person,
    statuses: statusesOf.get(person.id) ?? [],
    roles: rolesOf.get(person.id) ?? [],
  }))
}
