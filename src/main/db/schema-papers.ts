import type { Generated } from 'kysely'
import type { PaperField, PaperParagraph, WrittenPaper } from '../../shared/rules/written-paper.ts'

export type PaperParagraphTable = {
  id: Generated<number>
  meetingId: number
  paper: WrittenPaper
  key: string
  field: PaperField
  afterKey: string | null
  style: PaperParagraph['style']
  ownText: string
  /** The user's day on which a hand first wrote it. */
  writtenOn: string
  madeFrom: string | null
  /** JSON of `PaperFact[]`. */
  madeFromFacts: string | null
}

export type CommitteeTermTable = {
  id: Generated<number>
  startsOn: string
}

export type IssuedPaperTable = {
  id: Generated<number>
  meetingId: number
  paper: WrittenPaper
  /** 0 as first issued, then 1, 2… */
  revision: number
  code: string
  number: number
  issuedOn: string
  /** As it stood on the paper then: '05-NQ/CB'. */
  symbol: string
  title: string
  reason: string
  issuedAt: string
  /** JSON of a `PaperDocument`, and of the layout it was issued with. */
  document: string
  layout: string
}
