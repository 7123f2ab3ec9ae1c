import type { Kysely } from 'kysely'
import { type Role, roles } from '../../shared/rules/member.ts'
import { attendingStatuses } from '../../shared/rules/obligation.ts'
import { compareByGivenName } from '../../shared/rules/person-name.ts'
import type { Schema } from './schema.ts'

export type Officer = { memberId: number; fullName: string; role: Role }

/** The statuses, of any member, by which somebody takes part in the cell's meetings on an ISO day. */
function attendingOn(db: Kysely<Schema>, date: string) {
  return db
    .selectFrom('memberStatus')
    .select('memberStatus.memberId')
    .where('memberStatus.status', 'in', attendingStatuses)
    .where('memberStatus.fromDate', '<=', date)
    .where((eb) => eb.or([eb('memberStatus.toDate', 'is', null), eb('memberStatus.toDate', '>=', date)]))
}

/** Whether a member takes part in the cell's meetings on an ISO day. */
export async function takesPartOn(db: Kysely<Schema>, memberId: number, date: string): Promise<boolean> {
  const found = await attendingOn(db, date)
    .innerJoin('member', 'member.id', 'memberStatus.memberId')
    .where('memberStatus.memberId', '=', memberId)
    .where('member.removedAt', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Who holds an office of the cell on an ISO day and takes part in its meetings then: secretary, deputies,
 * committee members, each by given name.
 */
export async function officersOn(db: Kysely<Schema>, date: string): Promise<Officer[]> {
  const officers = await db
    .selectFrom('memberRole')
    .innerJoin('member', 'member.id', 'memberRole.memberId')
    .select(['memberRole.memberId', 'member.fullName', 'memberRole.role'])
    .where('memberRole.role', '<>', 'member')
    .where('memberRole.fromDate', '<=', date)
    .where((eb) => eb.or([eb('memberRole.toDate', 'is', null), eb('memberRole.toDate', '>=', date)]))
    .where('member.removedAt', 'is', null)
    .where('member.id', 'in', attendingOn(db, date))
    .execute()
  return officers.sort(
    (a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || compareByGivenName(a.fullName, b.fullName),
  )
}

/** Everybody who takes part in the cell's meetings on an ISO day: its officers first, the others by given name. */
export async function takingPartOn(db: Kysely<Schema>, date: string): Promise<Officer[]> {
  const officers = await officersOn(db, date)
  const others = await db
    .selectFrom('member')
    .select(['id as memberId', 'fullName'])
    .where('removedAt', 'is', null)
    .where('id', 'in', attendingOn(db, date))
    .execute()
  const holding = new Set(officers.map(({ memberId }) => memberId))
  return [
    ...officers,
    ...others
      .filter(({ memberId }) => !holding.has(memberId))
      .map((person) => ({ ...person, role: 'member' as const }))
      .sort((a, b) => compareByGivenName(a.fullName, b.fullName)),
  ]
}
