import { z } from 'zod'
import { numberedMeetingPapers, numberedYearPapers } from '../rules/numbered-paper.ts'
import type { Term, UsedNumber } from '../rules/paper-number.ts'
import { read, write } from './define.ts'
import { id, isoDate, nothing, paperNumber, requiredText } from './fields.ts'

/** A paper that carries a number: of a meeting, or of a year. */
const numbered = z.union([
  z.strictObject({ paper: z.enum(numberedMeetingPapers), meetingId: id }),
  z.strictObject({ paper: z.enum(numberedYearPapers), year: z.int().min(1900).max(2200) }),
])

/** One issue of a paper; the first has revision 0 and no reason. */
export type IssuedPaper = {
  id: number
  revision: number
  number: number
  /** '05-NQ/CB' */
  symbol: string
  issuedOn: string
  reason: string
  issuedAt: string
}

export type IssuesOf = {
  /** Newest first. */
  issued: IssuedPaper[]
  /** Whether the paper now says something else than the last issue of it. */
  changedSinceIssue: boolean
  /** How many facts it still lacks. */
  missing: number
}

export type PaperNumbers = {
  abbreviation: string
  terms: Term[]
  /** Given to papers of this type, here or outside the program, in any term, first issues only. */
  used: UsedNumber[]
  /** Why a cell may not issue this type by the rule of the day, or null. */
  refusal: string | null
}

export const issuingContract = {
  /** Whether a paper was issued, and how it stands now. */
  'papers.issues': read(z.strictObject({ of: numbered })).returns<IssuesOf>(),
  /**
   * What a number of a type is chosen from; `issuedOn` decides the rule in force, a number noted as given outside
   * the program does not count where it is the one to be corrected.
   */
  'papers.numbers': read(
    z.strictObject({ code: z.string().max(10), issuedOn: isoDate, exceptOutsideId: id.nullable() }),
  ).returns<PaperNumbers>(),
  /** Issues a paper as it stands, for the first time. Warnings on the number are the screen's: nothing is blocked. */
  'papers.issue': write(
    'Ban hành văn bản',
    z.strictObject({ of: numbered, number: paperNumber, issuedOn: isoDate }),
  ).returns<{ id: number }>(),
  /** Issues a paper again under its number, with the reason; what was issued before stays as it was. */
  'papers.revise': write(
    'Ban hành lại văn bản',
    z.strictObject({ of: numbered, issuedOn: isoDate, reason: requiredText('lý do sửa') }),
  ).returns<{ id: number }>(),
  'terms.list': read(nothing).returns<Term[]>(),
  'terms.add': write('Ghi nhiệm kỳ chi ủy', z.strictObject({ startsOn: isoDate })).returns<{ id: number }>(),
  'terms.remove': write('Xóa nhiệm kỳ chi ủy', z.strictObject({ id })).returns<null>(),
}
