import { writtenPapers } from './written-paper.ts'

/** Papers of a meeting, and of a year, that carry a number and are therefore issued. */
export const numberedMeetingPapers = ['notice', ...writtenPapers] as const
export const numberedYearPapers = ['themePlan'] as const
export type NumberedMeetingPaper = (typeof numberedMeetingPapers)[number]
export type NumberedYearPaper = (typeof numberedYearPapers)[number]
export type NumberedPaper = NumberedMeetingPaper | NumberedYearPaper

/** Which paper: of a meeting, or of a year. */
export type NumberedOf =
  | { paper: NumberedMeetingPaper; meetingId: number }
  | { paper: NumberedYearPaper; year: number }

/** The type each is issued as, by the code in its symbol (see the document types in resources). */
export const numberedPaperCodes: Record<NumberedPaper, string> = {
  notice: 'TB',
  minutes: 'BB',
  resolution: 'NQ',
  conclusionNotice: 'TB',
  themePlan: 'KH',
}

export const isNumbered = (paper: string): paper is NumberedPaper => paper in numberedPaperCodes
