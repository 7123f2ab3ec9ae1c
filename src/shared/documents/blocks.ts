/** A stretch of text in one style. */
export type Run = { text: string; bold: boolean; italic: boolean }

export type Column = { heading: string; widthPercent: number; align: 'left' | 'center' | 'right' }

/** A row of cells, one per column, or a heading over the rows that follow it. */
export type TableRow = { kind: 'cells'; cells: string[] } | { kind: 'group'; text: string }

/**
 * For whom somebody signs: T/M, on behalf of the cell or its committee ('cell': whichever of them the layout has a
 * cell's papers signed for; 'cellItself': the cell whatever the layout says); K/T, for the holder of an office
 * ('bí thư'), which a collective never uses; T/L, by order of a body ('chi ủy').
 */
export type Behalf =
  | { form: 'T/M'; body: 'cell' | 'cellItself' | 'committee' }
  | { form: 'K/T'; office: string }
  | { form: 'T/L'; body: string }

/** Who signs: on whose behalf (null: for themselves), as what ('Bí thư', 'Chủ trì'), room for the pen, the name. */
export type Signature = { behalf: Behalf | null; office: string; name: string }

/** "Nơi nhận:" with its lines, without dashes and stops: the drawing sets those. */
export type Recipients = { recipients: string[] }

/** The pieces a printed document is made of. Every drawing (screen, paper, PDF, Word) reads these. */
export type Block =
  /** The head of a Party document: upper body and cell on the left, the Party's name, place and date on the right. */
  | {
      kind: 'letterhead'
      upperBody: string
      body: string
      /** '05-NQ/CB', or null for papers without a number. The word before it is the drawing's. */
      number: string | null
      /** 'Hà Giang, ngày 05 tháng 02 năm 2026', or null. */
      placeAndDate: string | null
    }
  /** Type in capitals, excerpt below it, then the rule of hyphens. */
  | { kind: 'title'; type: string; excerpt: string }
  /** What a decision rests on ('Căn cứ Điều lệ Đảng'), without dashes and stops. */
  | { kind: 'bases'; bases: string[] }
  /** Level 1: 'I. Đánh giá…'; level 2: '1. Công tác…'. */
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; runs: Run[]; indent: boolean }
  /** Items one under the other, marked '1. 2.', 'a) b)' in the order of Party documents, or '- '. */
  | { kind: 'list'; marker: 'number' | 'letter' | 'dash'; items: Run[][] }
  /**
   * `leastRowMm`: how high a row is at least, for the pen; null as high as its words.
   * `total`: the last row, its label over all columns but the last.
   */
  | {
      kind: 'table'
      columns: Column[]
      rows: TableRow[]
      leastRowMm: number | null
      total: { label: string; value: string } | null
    }
  /** A note for one person, several on a page, each above a line to cut along and never torn apart. */
  | { kind: 'slip'; body: string; title: string; runs: Run[][] }
  /** What follows begins on a new page. */
  | { kind: 'pageBreak' }
  /** The foot of a document, never torn apart; the left side may be missing. */
  | { kind: 'closing'; left: Signature | Recipients | null; right: Signature }

export type PaperDocument = {
  /** Name of the paper for the window and the file, without extension. */
  name: string
  blocks: Block[]
}
