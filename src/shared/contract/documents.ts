import { z } from 'zod'
import type { PaperDocument } from '../documents/blocks.ts'
import type { PaperLayout } from '../documents/paper-layout.ts'
import { type Paper, type PaperStanding, papers, yearPapers } from '../documents/papers.ts'
import { action, read } from './define.ts'
import { id } from './fields.ts'

/** A paper of a meeting as it stands, one of a year, or one as it was issued. */
const paper = z.union([
  z.strictObject({ paper: z.enum(papers), meetingId: id }),
  z.strictObject({ paper: z.enum(yearPapers), year: z.int().min(1900).max(2200) }),
  z.strictObject({ paper: z.literal('issued'), issuedId: id }),
])

export const documentsContract = {
  /** Every paper of a meeting in order, with where it stands. */
  'documents.list': read(z.strictObject({ meetingId: id })).returns<({ paper: Paper } & PaperStanding)[]>(),
  /** The paper as blocks with the layout they are drawn in: what screen, print, PDF and Word all draw. */
  'documents.get': read(paper).returns<PaperDocument & { layout: PaperLayout }>(),
  /** The paper as the printer will have it: a PDF in base64 with its number of pages. */
  'documents.pdf': action(paper).returns<{ base64: string; pages: number; fileName: string }>(),
  /** Asks where to save and writes the PDF. Null when cancelled. */
  'documents.savePdf': action(paper).returns<{ path: string } | null>(),
  /** Asks where to save and writes the same as a Word file. Null when cancelled. */
  'documents.saveWord': action(paper).returns<{ path: string } | null>(),
  /** Sends the paper to the host's print dialog; `handled` false: the screen prints it by itself. */
  'documents.print': action(paper).returns<{ handled: boolean; html: string }>(),
}
