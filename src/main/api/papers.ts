import type { PaperDocument } from '../../shared/documents/blocks.ts'
import type { PaperLayout } from '../../shared/documents/paper-layout.ts'
import type { Paper, PaperStanding, YearPaper } from '../../shared/documents/papers.ts'
import type { WrittenPaper } from '../../shared/rules/written-paper.ts'
import { agendaDocument, agendaStanding } from '../agenda/agenda-document.ts'
import { blankSignInDocument, signInDocument, signInStandings } from '../attendance/sign-in-document.ts'
import type { Issue } from '../documents/issue.ts'
import { paperDocument } from '../papers/papers-queries.ts'
import { missingFacts, paperStanding } from '../papers/standing.ts'
import { noticeDocument, noticeStanding } from '../preparation/notice-document.ts'
import { slipsDocument, slipsStanding } from '../preparation/slips-document.ts'
import { runningSheetDocument, runningSheetStanding } from '../running/running-sheet-document.ts'
import { scoreDocument, scoreStanding } from '../scores/score-document.ts'
import { planDocument } from '../themes/plan-document.ts'
import { themeSlipsDocument } from '../themes/theme-slips-document.ts'
import type { ReadContext } from './context.ts'

/** What a feature owes for each of its papers. */
type PaperMaker = {
  /** Throws where it cannot be made; `issue` is the number and day of one that carries a number. A paper that keeps the layout it was issued in carries it along. */
  document: (
    context: ReadContext,
    meetingId: number,
    issue: Issue,
  ) => Promise<PaperDocument | (PaperDocument & { layout: PaperLayout })>
  standing: (context: ReadContext, meetingId: number) => Promise<PaperStanding>
  /** How many facts it still lacks, where it knows. */
  missing?: (context: ReadContext, meetingId: number) => Promise<number>
}

/** Papers of every feature, so they are joined here: a feature knows its own blocks and no other's. */
export const paperMakers: Record<Paper, PaperMaker> = {
  notice: {
    document: ({ db, today }, meetingId, issue) => noticeDocument(db, meetingId, today, issue),
    standing: ({ db }, meetingId) => noticeStanding(db, meetingId),
  },
  agenda: {
    document: ({ db, today }, meetingId) => agendaDocument(db, meetingId, today),
    standing: ({ db }, meetingId) => agendaStanding(db, meetingId),
  },
  slips: {
    document: ({ db }, meetingId) => slipsDocument(db, meetingId),
    standing: ({ db }, meetingId) => slipsStanding(db, meetingId),
  },
  blankSignIn: {
    document: ({ db }, meetingId) => blankSignInDocument(db, meetingId),
    standing: async ({ db }, meetingId) => (await signInStandings(db, meetingId)).blank,
  },
  runningSheet: {
    document: ({ db, now }, meetingId) => runningSheetDocument(db, meetingId, now()),
    standing: ({ db }, meetingId) => runningSheetStanding(db, meetingId),
  },
  signIn: {
    document: ({ db }, meetingId) => signInDocument(db, meetingId),
    standing: async ({ db }, meetingId) => (await signInStandings(db, meetingId)).filled,
  },
  score: {
    document: ({ db }, meetingId) => scoreDocument(db, meetingId),
    standing: ({ db }, meetingId) => scoreStanding(db, meetingId),
  },
  minutes: written('minutes'),
  resolution: written('resolution'),
  conclusionNotice: written('conclusionNotice'),
}

/** A paper written from the facts of the meeting and by hand. */
function written(paper: WrittenPaper): PaperMaker {
  return {
    document: (context, meetingId, issue) => paperDocument(context, { paper, meetingId }, issue),
    standing: (context, meetingId) => paperStanding(context, { paper, meetingId }),
    missing: (context, meetingId) => missingFacts(context, { paper, meetingId }),
  }
}

/** Papers of a year; each throws where it cannot be made. */
export const yearPaperMakers: Record<
  YearPaper,
  (context: ReadContext, year: number, issue: Issue) => Promise<PaperDocument>
> = {
  themePlan: ({ db, today }, year, issue) => planDocument(db, year, today, issue),
  themeSlips: ({ db, today }, year) => themeSlipsDocument(db, year, today),
}
