import { z } from 'zod'
import type { Role, Sex, Status } from '../rules/member.ts'
import { read, write } from './define.ts'
import { id, isoDate } from './fields.ts'
import { type MemberFields, memberFields } from './member-fields.ts'
import { importContract } from './members-import.ts'

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
