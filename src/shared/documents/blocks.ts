/** A stretch of text in one style. */
export type Run = { text: string; bold: boolean; italic: boolean }

export type Column = { heading: string; widthPercent: number; align: 'left' | 'center' | 'right' }

/** The pieces a printed document is made of. Every drawing (screen, paper, PDF, later Word) reads these. */
export type Block =
  /** The head of a Party document: upper body and cell on the left, the Party's name, place and date on the right. */
  | {
      kind: 'letterhead'
      upperBody: string
      body: string
      /** 'Số 05-NQ/CB', or null for papers without a number. */
      number: string | null
      /** 'Hà Giang, ngày 05 tháng 02 năm 2026', or null. */
      placeAndDate: string | null
    }
  /** Type in capitals, excerpt below it, then the rule of hyphens. */
  | { kind: 'title'; type: string; excerpt: string }
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; runs: Run[]; indent: boolean }
  | { kind: 'table'; columns: Column[]; rows: string[][]; totals: string[] | null }
  /** Left and right signature; either side may be missing. */
  | { kind: 'signature'; left: Signature | null; right: Signature | null }
  | { kind: 'recipients'; items: string[] }

/** Lines above the name ('T/M CHI BỘ', 'BÍ THƯ'): the first bold, the others upright; then the name in bold. */
export type Signature = { lines: string[]; name: string }

export type PaperDocument = {
  /** Name of the paper for the window and the file, without extension. */
  name: string
  blocks: Block[]
}
