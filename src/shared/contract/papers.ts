import { z } from 'zod'
import type { StandingParagraph } from '../rules/paper-edits.ts'
import type { Paste } from '../rules/paste-pack.ts'
import { type MissingFact, type PaperField, writtenPapers } from '../rules/written-paper.ts'
import { read, write } from './define.ts'
import { id, requiredText, textUpTo } from './fields.ts'

const paper = z.strictObject({ paper: z.enum(writtenPapers), meetingId: id })
const key = z.string().min(1).max(80)
const place = paper.extend({ key })
/** A roll of a big cell is one paragraph, so it may be long. */
const ownText = textUpTo(20_000)

export type PaperInHand = {
  paragraphs: StandingParagraph[]
  fields: { field: PaperField; filled: boolean }[]
  missing: MissingFact[]
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
  'papers.pastePack': read(z.strictObject({ meetingId: id })).returns<Paste[]>(),
}
