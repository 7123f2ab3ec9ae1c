import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { MemberFields } from '../../shared/contract/member-fields.ts'
import { fold } from '../../shared/rules/fold.ts'
import { overlap } from '../../shared/rules/period.ts'
import { normaliseName } from '../../shared/rules/person-name.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { Schema } from '../db/schema.ts'

/** Puts a new person into the register and answers their id. Throws as `updateMember` does. */
export async function createMember(db: Kysely<Schema>, fields: MemberFields): Promise<number> {
  const { id } = await db
    .insertInto('member')
    .values(personOf(fields))
    .returning('id')
    .executeTakeFirstOrThrow()
  await savePeriods(db, id, fields)
  return id
}

/**
 * Puts everything about a person as given. Throws AppError: 'not-found', 'card-number-taken', 'periods-overlap',
 * 'period-invalid', with the fields at fault.
 */
export async function updateMember(db: Kysely<Schema>, id: number, fields: MemberFields): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('member')
    .set(personOf(fields))
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new AppError('not-found')
  await savePeriods(db, id, fields)
}

/** The columns of the person alone: the name made regular, empty numbers as none. */
function personOf(fields: MemberFields) {
  const { statuses, roles, ...person } = fields
  const fullName = normaliseName(fields.fullName)
  return {
    ...person,
    fullName,
    fullNameFolded: fold(fullName),
    cardNumber: person.cardNumber?.trim() || null,
    identityNumber: person.identityNumber?.trim() || null,
    fileNumber: person.fileNumber?.trim() || null,
  }
}

/** Checks what no single column can, and puts the periods as given. */
async function savePeriods(db: Kysely<Schema>, id: number, fields: MemberFields): Promise<void> {
  refuseOverlap('statuses', fields.statuses)
  refuseOverlap('roles', fields.roles)
  const { cardNumber } = personOf(fields)
  if (cardNumber !== null) {
    const other = await db
      .selectFrom('member')
      .select('fullName')
      .where('cardNumber', '=', cardNumber)
      .where('id', '<>', id)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    if (other)
      throw new AppError('card-number-taken', { cardNumber: `Số thẻ này đã ghi cho ${other.fullName}` })
  }
  await db.deleteFrom('memberStatus').where('memberId', '=', id).execute()
  await db
    .insertInto('memberStatus')
    .values(fields.statuses.map((period) => ({ memberId: id, ...period })))
    .execute()
  await db.deleteFrom('memberRole').where('memberId', '=', id).execute()
  if (fields.roles.length > 0)
    await db
      .insertInto('memberRole')
      .values(fields.roles.map((period) => ({ memberId: id, ...period })))
      .execute()
}

function refuseOverlap(
  field: 'statuses' | 'roles',
  periods: readonly { fromDate: string; toDate: string | null }[],
): void {
  const backwards = periods.findIndex(({ fromDate, toDate }) => toDate !== null && toDate < fromDate)
  if (backwards >= 0)
    throw new AppError('period-invalid', {
      [`${field}.${backwards}.toDate`]: 'Ngày kết thúc trước ngày bắt đầu',
    })
  const pair = overlap(periods)
  if (pair) {
    const index = periods.indexOf(pair[1])
    throw new AppError('periods-overlap', {
      [`${field}.${index}.fromDate`]: `Trùng với giai đoạn từ ${formatVietnameseDate(pair[0].fromDate)}`,
    })
  }
}
