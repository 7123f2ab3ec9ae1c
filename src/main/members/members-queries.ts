import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { Member, MemberRow } from '../../shared/contract/members.ts'
import { sortByGivenName } from '../../shared/rules/person-name.ts'
import type { Schema } from '../db/schema.ts'

/** Every member not removed as they stand on a day, by given name. */
export async function listMembers(db: Kysely<Schema>, date: string): Promise<MemberRow[]> {
  const rows = await db
    .selectFrom('member')
    .leftJoin('memberStatus', (join) =>
      join
        .onRef('memberStatus.memberId', '=', 'member.id')
        .on('memberStatus.fromDate', '<=', date)
        .on((on) => on.or([on('memberStatus.toDate', 'is', null), on('memberStatus.toDate', '>=', date)])),
    )
    .leftJoin('memberRole', (join) =>
      join
        .onRef('memberRole.memberId', '=', 'member.id')
        .on('memberRole.fromDate', '<=', date)
        .on((on) => on.or([on('memberRole.toDate', 'is', null), on('memberRole.toDate', '>=', date)])),
    )
    .where('member.removedAt', 'is', null)
    .select((select) => [
      'member.id',
      'member.fullName',
      'member.fullNameFolded',
      'member.sex',
      'member.birthDate',
      'member.cardNumber',
      'member.admittedOn',
      'member.officialOn',
      'member.job',
      'memberStatus.status',
      'memberStatus.fromDate as statusFromDate',
      select.fn.coalesce('memberRole.role', select.val('member' as const)).as('role'),
    ])
    .execute()
  return sortByGivenName(rows, (row) => row.fullName)
}

/** One member with all periods, oldest first. Throws AppError('not-found'). */
export async function readMember(db: Kysely<Schema>, id: number): Promise<Member> {
  const member = await db
    .selectFrom('member')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!member) throw new AppError('not-found')
  const statuses = await db
    .selectFrom('memberStatus')
    .select(['status', 'fromDate', 'toDate', 'note'])
    .where('memberId', '=', id)
    .orderBy('fromDate')
    .execute()
  const roles = await db
    .selectFrom('memberRole')
    .select(['role', 'fromDate', 'toDate'])
    .where('memberId', '=', id)
    .orderBy('fromDate')
    .execute()
  const { fullNameFolded, removedAt, ...person } = member
  return { ...person, statuses, roles }
}

/** Every member not removed with all periods, by id: for comparing many at once. */
export async function readAllMembers(db: Kysely<Schema>): Promise<(Member & { fullNameFolded: string })[]> {
  const members = await db.selectFrom('member').selectAll().where('removedAt', 'is', null).execute()
  const statuses = await db.selectFrom('memberStatus').selectAll().orderBy('fromDate').execute()
  const roles = await db.selectFrom('memberRole').selectAll().orderBy('fromDate').execute()
  const statusesOf = Map.groupBy(statuses, ({ memberId }) => memberId)
  const rolesOf = Map.groupBy(roles, ({ memberId }) => memberId)
  return members.map(({ removedAt, ...person }) => ({
    ...person,
    statuses: (statusesOf.get(person.id) ?? []).map(({ id, memberId, ...period }) => period),
    roles: (rolesOf.get(person.id) ?? []).map(({ id, memberId, ...period }) => period),
  }))
}
