import { z } from 'zod'
import { roles, sexes, statuses } from '../rules/member.ts'
import { isoDate, partialDate, requiredText, text } from './fields.ts'

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

/** What a secretary keeps about one person. Numbers of card, identity and file are text. */
const personFields = z.strictObject({
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
  statuses: z.array(statusPeriod).min(1, 'Chưa có diện sinh hoạt').max(200),
})

/** A member of the register, with their roles over time. */
export const memberFields = personFields.extend({ roles: z.array(rolePeriod).max(200) })
export type MemberFields = z.infer<typeof memberFields>

/**
 * A person as read from a list; periods are proposed from dates, kinds and notes. A list knows at most the role of
 * its own day; null: it says nothing about it.
 */
export const listedMember = personFields.extend({ role: z.enum(roles).nullable() })
export type ListedMember = z.infer<typeof listedMember>
