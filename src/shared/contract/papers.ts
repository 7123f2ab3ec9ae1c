import { z } from 'zod'
import type { StandingParagraph } from '../rules/paper-edits.ts'
import type { Term, UsedNumber } from '../rules/paper-number.ts'
import type { Paste } from '../rules/paste-pack.ts'
import { type MissingFact, type PaperField, writtenPapers } from '../rules/written-paper.ts'
import { read, write } from './define.ts'
import { id, isoDate, nothing, paperNumber, requiredText } from './fields.ts'

const paper = z.strictObject({ paper: z.enum(writtenPapers), meetingId: id })
const key = z.string().min(1).max(80)
const place = paper.extend({ key })
/** A roll of a big cell is one paragraph, so it may be long. */
const ownText = z
  .string()
  .max(20_000, 'Quá dài (tối đa 20.000 ký tự)')
  .refine((value) => !value.includes('\0'), 'Có ký tự không hợp lệ')

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

export type PaperInHand = {
  paragraphs: StandingParagraph[]
  fields: { field: PaperField; filled: boolean }[]
  missing: MissingFact[]
  /** Newest first. */
  issued: IssuedPaper[]
  /** Whether the paper now says something else than the last issue of it. */
  changedSinceIssue: boolean
}

export type PaperNumbers = {
  abbreviation: string
  terms: Term[]
  /** Given to papers of this type, here or outside the program, in any term, first issues only. */
  used: UsedNumber[]
  /** Why a cell may not issue this type by the rule of the day, or null. */
  refusal: string | null
}

export const papersContract = {
  /** A paper as it stands: computed from the facts, with what a hand wrote. */
  'papers.get': read(paper).returns<PaperInHand>(),
  /** Writes a paragraph by hand. A text equal to the computed one gives the paragraph back to the facts. */
  'papers.write': write('Sửa đoạn văn bản', place.extend({ text: ownText })).returns<null>(),
  /** Adds a paragraph of one's own behind another. */
  'papers.add': write(
    'Thêm đoạn văn bản',
    paper.extend({ afterKey: key, text: requiredText('nội dung đoạn') }),
  ).returns<{ key: string }>(),
  /** Leaves a paragraph out of the paper; one added by hand is gone. */
  'papers.leaveOut': write('Bỏ đoạn văn bản', place).returns<null>(),
  /** Gives a paragraph back to the facts. */
  'papers.takeComputed': write('Lấy lại đoạn theo dữ kiện', place).returns<null>(),
  /** Keeps what a hand wrote and takes note of what the facts say now. */
  'papers.keepOwn': write('Giữ đoạn đã sửa', place).returns<null>(),
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
    paper.extend({ number: paperNumber, issuedOn: isoDate }),
  ).returns<{
    id: number
  }>(),
  /** Issues a paper again under its number, with the reason; what was issued before stays as it was. */
  'papers.revise': write(
    'Ban hành lại văn bản',
    paper.extend({ issuedOn: isoDate, reason: requiredText('lý do sửa') }),
  ).returns<{ id: number }>(),
  'papers.pastePack': read(z.strictObject({ meetingId: id })).returns<Paste[]>(),
  'terms.list': read(nothing).returns<Term[]>(),
  'terms.add': write('Ghi nhiệm kỳ chi ủy', z.strictObject({ startsOn: isoDate })).returns<{ id: number }>(),
  'terms.remove': write('Xóa nhiệm kỳ chi ủy', z.strictObject({ id })).returns<null>(),
}
