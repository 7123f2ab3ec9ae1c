import { z } from 'zod'
import type { PaperDocument } from '../documents/blocks.ts'
import { action, read } from './define.ts'
import { id } from './fields.ts'

/** 'slips': a note for each person to be asked to speak. */
export const papers = ['agenda', 'slips'] as const

const paper = z.strictObject({ paper: z.enum(papers), meetingId: id })

export const documentsContract = {
  /** The paper as blocks: what screen, print and PDF all draw. */
  'documents.get': read(paper).returns<PaperDocument>(),
  /** The paper as the printer will have it: a PDF in base64 with its number of pages. */
  'documents.pdf': action(paper).returns<{ base64: string; pages: number; fileName: string }>(),
  /** Asks where to save and writes the PDF. Null when cancelled. */
  'documents.savePdf': action(paper).returns<{ path: string } | null>(),
  /** Sends the paper to the host's print dialog; `handled` false: the screen prints it by itself. */
  'documents.print': action(paper).returns<{ handled: boolean; html: string }>(),
}
