import { z } from 'zod'
import { type Role, roles, type Sex, type Status, sexes, statuses } from '../rules/member.ts'
import { read, write } from './define.ts'
import { id, isoDate, partialDate, requiredText, text } from './fields.ts'
import { importContract } from './members-import.ts'

const statusPeriod = z.strictObject({
  status: z.enum(statuses),
  fromDate: isoDate,
  toDate: isoDate.nullable(),
  note: text,
})

const rolePeriod = z.strictObject({
  role: z.enum(roles),
  fromDate: isoDate,
  toDate: isoDate.nullable(),
})

/** Everything a secretary keeps about one member. Numbers of card, identity and file are text. */
export const memberFields = z.strictObject({
  fullName: requiredText('họ và tên'),
  sex: z.enum(sexes).nullable(),
  birthDate: partialDate.nullable(),
  cardNumber: text.nullable(),
  identityNumber: text.nullable(),
  fileNumber: text.nullable(),
  admittedOn: isoDate.nullable(),
  officialOn: isoDate.nullable(),
  job: text,
  politicalTheory: text,
  residenceCell: text,
  phone: text,
  note: text,
  statuses: z.array(statusPeriod).min(1, 'Chưa có diện sinh hoạt'),
  roles: z.array(rolePeriod),
})

export type MemberFields = z.infer<typeof memberFields>
export type Member = MemberFields & { id: number }

/** A line of the members' list: the person as they stand on the day asked for. */
export type MemberRow = {
  id: number
  fullName: string
  fullNameFolded: string
  sex: Sex | null
  birthDate: string | null
  cardNumber: string | null
  admittedOn: string | null
  officialOn: string | null
  job: string
  /** Null: before they came, or after their last period ended. */
  status: Status | null
  /** First day of the present status. */
  statusFromDate: string | null
  role: Role
}

export const membersContract = {
  /** All members not removed, sorted by given name, with status and role on `date`. */
  'members.list': read(z.strictObject({ date: isoDate })).returns<MemberRow[]>(),
  'members.get': read(z.strictObject({ id })).returns<Member>(),
  'members.create': write('Thêm đảng viên', memberFields).returns<Member>(),
  'members.update': write('Sửa đảng viên', memberFields.extend({ id })).returns<Member>(),
  'members.remove': write('Xóa đảng viên', z.strictObject({ id })).returns<null>(),
  ...importContract,
}
