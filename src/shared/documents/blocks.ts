/** A stretch of text in one style. */
export type Run = { text: string; bold: boolean; italic: boolean }

export type Column = { heading: string; widthPercent: number; align: 'left' | 'center' | 'right' }

/** A row of cells, one per column, or a heading over the rows that follow it. */
export type TableRow = { kind: 'cells'; cells: string[] } | { kind: 'group'; text: string }

/** Who signs: lines above the name ('T/M CHI BỘ', 'BÍ THƯ'), then room for the pen, then the name. */
export type Signature = { lines: string[]; name: string }

/** "Nơi nhận:" with its lines, without dashes and stops: the drawing sets those. */
export type Recipients = { recipients: string[] }

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
  /** `total`: the last row, its label over all columns but the last. */
  | { kind: 'table'; columns: Column[]; rows: TableRow[]; total: { label: string; value: string } | null }
  /** A note for one person, several on a page, each above a line to cut along and never torn apart. */
  | { kind: 'slip'; body: string; title: string; runs: Run[][] }
  /** The foot of a document, never torn apart; the left side may be missing. */
  | { kind: 'closing'; left: Signature | Recipients | null; right: Signature }

export type PaperDocument = {
  /** Name of the paper for the window and the file, without extension. */
  name: string
  blocks: Block[]
}
