import { z } from 'zod'
import type { Role } from '../rules/member.ts'
import {
  type SignedPaper,
  type SigningForm,
  signedMeetingPapers,
  signedPapers,
  signedYearPapers,
  signingForms,
} from '../rules/signing.ts'
import { read, write } from './define.ts'
import { id, nothing, textUpTo } from './fields.ts'

/** A kind of paper (what holds for each that says nothing else), or one of a meeting or of a year. */
const signed = z.union([
  z.strictObject({ paper: z.enum(signedPapers) }),
  z.strictObject({ paper: z.enum(signedMeetingPapers), meetingId: id }),
  z.strictObject({ paper: z.enum(signedYearPapers), year: z.int().min(1900).max(2200) }),
])

/** How a paper is signed. */
export type Signing = {
  paper: SignedPaper
  form: SigningForm
  /** Who was chosen by name; null: whoever holds the office. */
  signer: { memberId: number; fullName: string } | null
  /** What was written as their office; empty: the one they hold. */
  office: string
  /** As it stands on the paper: the lines above the name, and the name (empty: nobody holds the office). */
  lines: string[]
  name: string
  /** What usage says where the form is not usual for such a paper. */
  advice: string | null
}

/** Somebody who may be chosen to sign. */
export type Signer = { memberId: number; fullName: string; role: Role }

export const signingContract = {
  'signing.get': read(z.strictObject({ of: signed })).returns<Signing>(),
  /** How every kind of paper is signed today. */
  'signing.list': read(nothing).returns<Signing[]>(),
  /** Who may sign a paper: those who take part on its day, the officers first. */
  'signing.people': read(z.strictObject({ of: signed })).returns<Signer[]>(),
  /** Chooses the whole of it; what holds anyway is kept as no choice. */
  'signing.choose': write(
    'Chữ ký',
    z.strictObject({
      of: signed,
      form: z.enum(signingForms),
      memberId: id.nullable(),
      office: textUpTo(100),
    }),
  ).returns<null>(),
}
