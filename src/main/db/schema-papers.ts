import type { Generated } from 'kysely'
import type { NumberedPaper } from '../../shared/rules/numbered-paper.ts'
import type { SignedPaper, SigningForm } from '../../shared/rules/signing.ts'
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
  /** What it is of: a meeting, or a year. */
  meetingId: number | null
  year: number | null
  paper: NumberedPaper
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

/** A number given on paper before the program was in use, or to a paper made elsewhere. */
export type OutsidePaperTable = {
  id: Generated<number>
  /** The type as it stands in the symbol: 'CV'. */
  code: string
  number: number
  issuedOn: string
  title: string
}

/** Who signs a kind of paper (neither a meeting nor a year), or one paper. */
export type SigningTable = {
  id: Generated<number>
  paper: SignedPaper
  meetingId: number | null
  year: number | null
  /** Null: as is usual for it. */
  form: SigningForm | null
  /** Null: whoever holds the office that signs in this form. */
  memberId: number | null
  /** Empty: the office the signer holds. */
  office: Generated<string>
}
