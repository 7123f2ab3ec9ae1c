import type { Chart } from '../../shared/rules/chart.ts'

/**
 * A workbook as plain JSON: what it says, not how it is drawn. `layOut` places it on the grid, `drawWorkbook`
 * draws that grid with exceljs, `verifyWorkbook` reads the saved file back and compares.
 */
export type WorkbookSpec = { sheets: SheetSpec[] }

/** Who signs below a sheet: lines above the name ('T/M CHI BỘ', 'BÍ THƯ'), then the name. */
export type Signature = { lines: string[]; name: string }

/** Who gets the sheet: 'Nơi nhận:' and its lines, as they are to stand. */
export type RecipientLines = { recipients: string[] }

/** How a column's values are kept and shown. */
export type ColumnType =
  /** Kept as text whatever it looks like: names, card numbers, marks. */
  | 'text'
  | 'integer'
  /** One decimal. */
  | 'decimal'
  /** A fraction (0.917), shown as 91,7%. */
  | 'percent'
  /** ISO text: a full day becomes a real date, '1975' and '1975-06' stay text. */
  | 'date'
  /** A number of minutes, with fractions of a minute; shown with two decimals. */
  | 'minutes'

export type Value = string | number | null

/**
 * A cell or a range, named by what stands there, so that no builder counts rows and letters.
 * `row` is a key from `rows` or `totals`; 'this' (the default) is the formula's own row, 'all' every row of
 * `rows`, 'headings' the row of the columns' headings. `toColumn` and `toRow` make it a range. `sheet` is another sheet's key.
 */
export type Reference = { column: string; toColumn?: string; row?: string; toRow?: string; sheet?: string }

/** Text of the formula and the cells it names, in turns, with the value the program itself worked out. */
export type Formula = { formula: (string | Reference[])[]; value: Value }

export type Cell = Value | Formula

export type SheetColumn = {
  key: string
  heading: string
  /** Neighbours with the same group stand under one merged heading. */
  group: string | null
  /** In characters, as Excel counts them. */
  width: number
  type: ColumnType
  /** Text is left-aligned unless it is a short mark. */
  centered: boolean
}

/** A column that stands in no group. */
export function sheetColumn(
  key: string,
  heading: string,
  width: number,
  type: ColumnType,
  centered: boolean,
): SheetColumn {
  return { key, heading, group: null, width, type, centered }
}

/**
 * Cells in the order of the columns. A row that formulas elsewhere name has a key; `type` says what its numbers are
 * where they are not what their columns hold, as in a line of totals under marks. `across`: the first cell stands
 * over the whole width, as a heading of the rows that follow; the others are empty.
 */
export type SheetRow = {
  key: string | null
  bold: boolean
  type: ColumnType | null
  across?: true
  cells: Cell[]
}

export type SheetSpec = {
  key: string
  /** As wished; the writer makes it legal and unique. */
  name: string
  /** Upper body and cell, one line each, above the table on the left. */
  head: string[]
  /** The first line is the title in capitals, the rest stand below it in italics. */
  titles: string[]
  columns: SheetColumn[]
  rows: SheetRow[]
  totals: SheetRow[]
  /** Legend and remarks under the table, one line each. */
  notes: string[]
  /** Drawn below the notes, a picture each. */
  charts?: Chart[]
  /** Place and date above the right signature; '' for none. */
  placeAndDate: string
  signatures: { left: Signature | RecipientLines | null; right: Signature | null }
  /** How many columns stay in sight when the sheet is scrolled sideways. */
  frozenColumns: number
  /** Text at the left of the page's foot; the page number stands at the right. */
  footer: string
}

// A symbol cannot come out of JSON, a database or a file; it marks what `formula` made, and stays behind on the way
// to the other process.
const ours = Symbol('made by formula')

/**
 * The only maker of formulas: formula(12)`SUM(${{ column: 'turns', row: 'all' }})`. Its text comes from our
 * source, its operands are references; so nothing a person typed can ever become part of a formula.
 * A list of references stands as arguments: SUM(A1,C1).
 */
export function formula(value: Value) {
  return (texts: TemplateStringsArray, ...operands: (Reference | Reference[])[]): Formula => {
    const parts: Formula['formula'] = []
    for (const [index, text] of texts.entries()) {
      parts.push(text)
      const operand = operands[index]
      if (operand !== undefined) parts.push(Array.isArray(operand) ? operand : [operand])
    }
    const made: Formula & { [ours]: true } = { formula: parts, value, [ours]: true }
    return made
  }
}

/** A sheet under another key, in a workbook where the sheets it names go by others too. */
export function rekeyed(sheet: SheetSpec, key: (key: string) => string): SheetSpec {
  const named = (reference: Reference): Reference =>
    reference.sheet === undefined ? reference : { ...reference, sheet: key(reference.sheet) }
  const cell = (each: Cell): Cell =>
    each !== null && typeof each === 'object'
      ? {
          ...each,
          formula: each.formula.map((part) => (typeof part === 'string' ? part : part.map(named))),
        }
      : each
  const row = (each: SheetRow) => ({ ...each, cells: each.cells.map(cell) })
  return { ...sheet, key: key(sheet.key), rows: sheet.rows.map(row), totals: sheet.totals.map(row) }
}

/** Refuses a specification holding anything but primitives and formulas made by `formula`. */
export function assertOwnFormulas(spec: WorkbookSpec): void {
  for (const sheet of spec.sheets) {
    for (const row of [...sheet.rows, ...sheet.totals]) {
      for (const cell of row.cells) {
        if (cell !== null && typeof cell === 'object' && !(ours in cell)) {
          throw new TypeError(`Sheet "${sheet.key}" holds a cell that is neither a value nor our formula`)
        }
      }
    }
  }
}
