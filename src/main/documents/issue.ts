import { type NumberedPaper, numberedPaperCodes } from '../../shared/rules/numbered-paper.ts'
import { paperSymbol } from '../../shared/rules/paper-number.ts'

/** Number and day a paper is issued under; null while it is not. */
export type Issue = { number: number; issuedOn: string } | null

/** "05-NQ/CB": the number in a paper's head, with room for a pen while it is not issued. */
export function numberInHead(paper: NumberedPaper, issue: Issue, abbreviation: string): string {
  return paperSymbol(issue?.number ?? null, numberedPaperCodes[paper], abbreviation)
}
