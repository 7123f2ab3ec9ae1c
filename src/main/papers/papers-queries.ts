import type { Kysely } from 'kysely'
import type { PaperDocument } from '../../shared/documents/blocks.ts'
import { writtenDocument } from '../../shared/documents/written-paper.ts'
import { conclusionNoticeParagraphs } from '../../shared/rules/conclusion-notice.ts'
import type { MeetingRecord } from '../../shared/rules/meeting-record.ts'
import { minutesParagraphs } from '../../shared/rules/minutes.ts'
import {
  type ParagraphEdit,
  type StandingParagraph,
  standingParagraphs,
} from '../../shared/rules/paper-edits.ts'
import { resolutionParagraphs } from '../../shared/rules/resolution.ts'
import {
  type PaperFact,
  type PaperParagraph,
  paperFields,
  type WrittenPaper,
} from '../../shared/rules/written-paper.ts'
import type { Schema } from '../db/schema.ts'
import { type Issue, numberInHead } from '../documents/issue.ts'
import {
  letterhead,
  meetingExcerpt,
  meetingFacts,
  meetingInText,
  meetingSigners,
} from '../documents/meeting-facts.ts'
import { signingOf } from '../documents/signing.ts'
import { meetingRecord } from './meeting-record.ts'

type Db = Kysely<Schema>
/** The open database and the day it is: what is still to come is judged by today. */
export type At = { db: Db; today: string }
export type PaperOf = { paper: WrittenPaper; meetingId: number }

const rules: Record<WrittenPaper, (record: MeetingRecord) => PaperParagraph[]> = {
  minutes: minutesParagraphs,
  resolution: resolutionParagraphs,
  conclusionNotice: conclusionNoticeParagraphs,
}

/** What was read of meetings while one question was being answered: the list of papers asks about all of them. */
const readFor = new WeakMap<At, Map<number, Promise<MeetingRecord>>>()

function recordFor(at: At, meetingId: number): Promise<MeetingRecord> {
  const known = readFor.get(at) ?? new Map<number, Promise<MeetingRecord>>()
  readFor.set(at, known)
  const found = known.get(meetingId) ?? meetingRecord(at.db, meetingId, at.today)
  known.set(meetingId, found)
  return found
}

/** A paper as it stands, with the facts it was made of. Throws `not-found` and `cell-missing`. */
export async function paperInHand(
  at: At,
  { paper, meetingId }: PaperOf,
): Promise<{ record: MeetingRecord; paragraphs: StandingParagraph[] }> {
  const record = await recordFor(at, meetingId)
  const edits = await editsOf(at.db, { paper, meetingId })
  return { record, paragraphs: standingParagraphs(rules[paper](record), edits, paperFields[paper]) }
}

async function editsOf(db: Db, { paper, meetingId }: PaperOf): Promise<ParagraphEdit[]> {
  const rows = await db
    .selectFrom('paperParagraph')
    .select(['key', 'field', 'afterKey', 'style', 'ownText', 'madeFrom', 'madeFromFacts'])
    .where('meetingId', '=', meetingId)
    .where('paper', '=', paper)
    .orderBy('id')
    .execute()
  return rows.map(({ madeFrom, madeFromFacts, ...row }) => ({
    ...row,
    madeFrom:
      madeFrom === null || madeFromFacts === null
        ? null
        : { text: madeFrom, facts: JSON.parse(madeFromFacts) as PaperFact[] },
  }))
}

/**
 * The paper as blocks. Before it is issued it has room for a number, and its day is the meeting's: a resolution is
 * passed there. Minutes bear no day in their head, it stands in their text.
 */
export async function paperDocument(at: At, of: PaperOf, issue: Issue): Promise<PaperDocument> {
  const { record, paragraphs } = await paperInHand(at, of)
  const facts = await meetingFacts(at.db, of.meetingId)
  const { paper } = of
  const symbol = numberInHead(of.paper, issue, facts.cell.abbreviation)
  return writtenDocument(of.paper, paragraphs, {
    letterhead: letterhead(facts, symbol, paper === 'minutes' ? null : (issue?.issuedOn ?? record.heldOn)),
    excerpt: excerptOf(of.paper, record),
    ...(paper === 'minutes'
      ? {
          left: { behalf: null, office: 'Người ghi biên bản', name: record.minuteTaker?.fullName ?? '' },
          right: { behalf: null, office: 'Chủ trì', name: record.chair?.fullName ?? '' },
        }
      : {
          left: null,
          right: (await signingOf(at.db, { paper, meetingId: of.meetingId }, meetingSigners(facts)))
            .signature,
        }),
  })
}

function excerptOf(paper: WrittenPaper, record: MeetingRecord): string {
  if (paper === 'conclusionNotice') return `Kết luận tại buổi ${meetingInText(record)}`
  const theme = record.theme.trim()
  const excerpt = meetingExcerpt(record)
  return paper === 'minutes' && theme !== '' ? `${excerpt}: “${theme}”` : excerpt
}
