import type { Chart } from '../../shared/rules/chart.ts'
import { dateContent } from './date-content.ts'
import { addressOf, type Grid, gridOf } from './grid.ts'
import { cellText, pageFooter, sheetNames } from './safe-text.ts'
import type {
  Cell,
  ColumnType,
  SheetColumn,
  SheetRow,
  SheetSpec,
  Signature,
  WorkbookSpec,
} from './workbook-spec.ts'

/** Where everything stands: what the writer draws and what the check after writing expects to find. */
export type PlacedWorkbook = { sheets: PlacedSheet[] }

export type PlacedSheet = {
  name: string
  /** In characters, column by column. */
  widths: number[]
  rows: PlacedRow[]
  /** Top, left, bottom, right; counted from 1. */
  merges: [number, number, number, number][]
  /** First and last row of the headings: frozen, and repeated on every page. */
  headings: [number, number]
  frozenColumns: number
  footer: string
  /** A little too tall for one page: drawn smaller, so that the signature does not stand alone on the next. */
  onePage: boolean
  /** Each with the row it stands in. */
  charts: { chart: Chart; row: number }[]
}

/** Rows follow each other from row 1; `height` in points. */
export type PlacedRow = { height: number; cells: PlacedCell[] }

export type Content = string | number | null | { formula: string; value: string | number }

export type PlacedCell = { column: number; content: Content; look: Look }

export type Part =
  | 'head'
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'body'
  | 'total'
  | 'note'
  | 'placeAndDate'
  | 'signatureFirst'
  | 'signatureLine'
  | 'signatureName'

/** What a cell is, for the writer to choose font, border and number format. */
export type Look = { part: Part; type: ColumnType; bold: boolean; centered: boolean }

const lineHeight = 15
/** Excel draws no row higher than 409 points. */
const mostLines = 27
/** Height of a chart's picture, in points: 280 dots of the screen. */
const pictureHeight = 210
/** About how wide a head or a signature needs to be, in characters. */
const blockWidth = 46

/** Places a workbook on the grid, applies every guard to its values and turns references into addresses. */
export function layOut(spec: WorkbookSpec): PlacedWorkbook {
  const names = sheetNames(spec.sheets.map((sheet) => sheet.name))
  const grids = new Map(spec.sheets.map((sheet, index) => [sheet.key, gridOf(sheet, names[index] as string)]))
  return { sheets: spec.sheets.map((sheet) => placeSheet(sheet, grids)) }
}

function placeSheet(sheet: SheetSpec, grids: ReadonlyMap<string, Grid>): PlacedSheet {
  const grid = grids.get(sheet.key) as Grid
  const placed: PlacedSheet = {
    name: grid.name,
    widths: sheet.columns.map((column) => column.width),
    rows: [],
    merges: [],
    headings: [grid.firstRow - grid.headingRows, grid.firstRow - 1],
    frozenColumns: sheet.frozenColumns,
    footer: pageFooter(sheet.footer),
    onePage: false,
    charts: [],
  }
  placeTop(sheet, placed)
  placeHeadings(sheet.columns, grid.headingRows, placed)
  const own = { sheet, grid, grids, looks: sharedLooks(sheet.columns) }
  for (const row of sheet.rows) placeRow(row, 'body', own, placed)
  for (const row of sheet.totals) placeRow(row, 'total', own, placed)
  placeBottom(sheet, placed)
  placed.onePage = pagesTall(placed) < mostShrunk
  return placed
}

/** Points of an A4 sheet lying across, inside the margins of `drawWorkbook`. */
const page = { width: 770, height: 509 }
const mostShrunk = 1.3

/** About how many pages tall a sheet is once it is fitted to the page's width. */
function pagesTall({ widths, rows }: PlacedSheet): number {
  const width = widths.reduce((sum, each) => sum + each * 5.25 + 3.75, 0)
  const height = rows.reduce((sum, row) => sum + row.height, 0)
  return (height * Math.min(1, page.width / width)) / page.height
}

function look(part: Part, centered = false): Look {
  return { part, type: 'text', bold: false, centered }
}

function textCell(column: number, text: string, part: Part, centered = false): PlacedCell {
  return { column, content: cellText(text) || null, look: look(part, centered) }
}

/** Adds a row holding texts, each across a stretch of columns. */
function placeTexts(
  placed: PlacedSheet,
  texts: { from: number; to: number; text: string; part: Part }[],
): void {
  const row = placed.rows.length + 1
  let lines = 1
  for (const { from, to, text } of texts) {
    if (to > from) placed.merges.push([row, from, row, to])
    const width = placed.widths.slice(from - 1, to).reduce((sum, each) => sum + each, 0)
    lines = Math.max(lines, linesOf(text, width))
  }
  placed.rows.push({
    height: lineHeight * lines,
    cells: texts.map(({ from, text, part }) => textCell(from, text, part, part !== 'note')),
  })
}

/** The first columns that together are wide enough for a block of text; the last ones from the right side. */
function stretch(widths: readonly number[], side: 'left' | 'right'): { from: number; to: number } {
  // The middle one of an odd number is the right side's.
  const half = Math.max(1, side === 'left' ? Math.floor(widths.length / 2) : Math.ceil(widths.length / 2))
  const ordered = side === 'left' ? widths : widths.toReversed()
  let count = 0
  for (let sum = 0; count < half && sum < blockWidth; count++) sum += ordered[count] as number
  return side === 'left' ? { from: 1, to: count } : { from: widths.length - count + 1, to: widths.length }
}

function placeTop(sheet: SheetSpec, placed: PlacedSheet): void {
  const all = { from: 1, to: sheet.columns.length }
  const left = stretch(placed.widths, 'left')
  for (const [index, text] of sheet.head.entries()) {
    placeTexts(placed, [{ ...left, text, part: 'head' }])
    const cell = placed.rows.at(-1)?.cells[0]
    // The cell's own name, the last line, is the bold one.
    if (cell && index === sheet.head.length - 1) cell.look.bold = true
  }
  for (const [index, text] of sheet.titles.entries()) {
    placeTexts(placed, [{ ...all, text, part: index === 0 ? 'title' : 'subtitle' }])
    const row = placed.rows.at(-1)
    if (row && index === 0) row.height *= 1.4
  }
  if (placed.rows.length > 0) placed.rows.push({ height: 6, cells: [] })
}

function placeHeadings(columns: readonly SheetColumn[], rows: number, placed: PlacedSheet): void {
  const top = placed.rows.length + 1
  const groups: PlacedCell[] = []
  const headings: PlacedCell[] = []
  let groupFrom = 1
  for (const [index, column] of columns.entries()) {
    const at = index + 1
    const alone = rows === 2 && column.group === null
    headings.push(textCell(at, alone ? '' : column.heading, 'heading', true))
    if (rows === 1) continue
    if (alone) {
      groups.push(textCell(at, column.heading, 'heading', true))
      placed.merges.push([top, at, top + 1, at])
      continue
    }
    const begins = index === 0 || columns[index - 1]?.group !== column.group
    const ends = columns[index + 1]?.group !== column.group
    if (begins) groupFrom = at
    groups.push(textCell(at, begins ? (column.group as string) : '', 'heading', true))
    if (ends && at > groupFrom) placed.merges.push([top, groupFrom, top, at])
  }
  const inGroups = columns.filter((column) => rows === 1 || column.group !== null)
  const alone = columns.filter((column) => rows === 2 && column.group === null)
  const below = Math.max(1, ...inGroups.map((column) => linesOf(column.heading, column.width)))
  const tall = Math.max(1, ...alone.map((column) => linesOf(column.heading, column.width)))
  if (rows === 2) placed.rows.push({ height: lineHeight * 1.25, cells: groups })
  placed.rows.push({ height: lineHeight * Math.max(below, rows === 2 ? tall - 1 : 1) + 4, cells: headings })
}

type Own = {
  sheet: SheetSpec
  grid: Grid
  grids: ReadonlyMap<string, Grid>
  looks: (part: Part, bold: boolean) => readonly Look[]
}

function placeRow({ cells, bold, type, across }: SheetRow, part: Part, own: Own, placed: PlacedSheet): void {
  const { columns } = own.sheet
  if (cells.length !== columns.length) {
    throw new RangeError(`Sheet "${own.sheet.key}": ${cells.length} cells for ${columns.length} columns`)
  }
  const row = placed.rows.length + 1
  const looks = own.looks(part, bold || part === 'total')
  let lines = 1
  const placedCells = columns.map((column, index): PlacedCell => {
    const cell = cells[index] as Cell
    const content = contentOf(cell, column, row, own)
    const width = across ? placed.widths.reduce((sum, each) => sum + each, 0) : column.width
    if (typeof content === 'string' && content.length > width) {
      lines = Math.max(lines, linesOf(content, width))
    }
    const ofColumn = across ? acrossLook : (looks[index] as Look)
    const ofNumbers = type !== null && isNumber(content)
    return { column: index + 1, content, look: ofNumbers ? { ...ofColumn, type } : ofColumn }
  })
  if (across) placed.merges.push([row, 1, row, columns.length])
  placed.rows.push({ height: lineHeight * Math.min(lines, mostLines) + 3, cells: placedCells })
}

const acrossLook: Look = { part: 'body', type: 'text', bold: true, centered: false }

function isNumber(content: Content): boolean {
  return typeof content === 'number' || (typeof content === 'object' && content !== null)
}

/** The looks of a row's cells, one object for all rows alike, so that the writer knows them again at once. */
function sharedLooks(columns: readonly SheetColumn[]): Own['looks'] {
  const known = new Map<string, Look[]>()
  return (part, bold) => {
    const key = `${part} ${bold}`
    const looks =
      known.get(key) ?? columns.map(({ type, centered }): Look => ({ part, type, bold, centered }))
    known.set(key, looks)
    return looks
  }
}

function contentOf(cell: Cell, column: SheetColumn, row: number, own: Own): Content {
  if (cell === null) return null
  if (typeof cell === 'object') {
    const formula = cell.formula.map((part) =>
      typeof part === 'string'
        ? part
        : part.map((reference) => addressOf(reference, row, own.grid, own.grids)).join(','),
    )
    const value = plain(cell.value ?? '', own)
    return { formula: formula.join(''), value: typeof value === 'string' ? cellText(value) : value }
  }
  if (typeof cell === 'number') return column.type === 'text' ? String(plain(cell, own)) : plain(cell, own)
  return (column.type === 'date' ? dateContent(cell) : cellText(cell)) || null
}

function plain<V extends string | number>(value: V, own: Own): V {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`Sheet "${own.sheet.key}" holds a number that is not finite`)
  }
  return value
}

/** A letter of Times New Roman 11 beside Excel's unit of width, the figure 0 of its own font. */
const usualLetter = 0.92

/** About how many lines a text takes in a column of that many characters, broken between words. */
function linesOf(text: string, width: number): number {
  const room = Math.max(width / usualLetter, 1)
  let lines = 0
  for (const line of text.split('\n')) {
    let used = 0
    lines++
    for (const word of line.split(' ')) {
      const together = used === 0 ? word.length : used + 1 + word.length
      if (together <= room) used = together
      else {
        lines += (used === 0 ? 0 : 1) + Math.ceil(word.length / room) - 1
        used = word.length % room
      }
    }
  }
  return lines
}

function placeBottom(sheet: SheetSpec, placed: PlacedSheet): void {
  const all = { from: 1, to: sheet.columns.length }
  if (sheet.notes.length > 0) placed.rows.push({ height: 6, cells: [] })
  for (const text of sheet.notes) placeTexts(placed, [{ ...all, text, part: 'note' }])
  for (const chart of sheet.charts ?? []) {
    placed.rows.push({ height: pictureHeight + 10, cells: [] })
    placed.charts.push({ chart, row: placed.rows.length })
  }
  const { left, right } = sheet.signatures
  if (!left && !right) return
  placed.rows.push({ height: 10, cells: [] })
  const sides = [
    { signature: left, ...stretch(placed.widths, 'left') },
    { signature: right, ...stretch(placed.widths, 'right') },
  ].flatMap(({ signature, from, to }) => (signature ? [{ signature, from, to }] : []))
  const rightSide = stretch(placed.widths, 'right')
  if (sheet.placeAndDate !== '') {
    placeTexts(placed, [{ ...rightSide, text: sheet.placeAndDate, part: 'placeAndDate' }])
  }
  const lines = (signature: Signature) => signature.lines.length
  for (let line = 0; line < Math.max(...sides.map(({ signature }) => lines(signature))); line++) {
    const part = line === 0 ? 'signatureFirst' : 'signatureLine'
    placeTexts(
      placed,
      sides.flatMap(({ signature, from, to }) => {
        const text = signature.lines[line]
        return text === undefined ? [] : [{ from, to, text, part } as const]
      }),
    )
  }
  placed.rows.push({ height: lineHeight * 3.5, cells: [] })
  placeTexts(
    placed,
    sides.map(({ signature, from, to }) => ({
      from,
      to,
      text: signature.name,
      part: 'signatureName' as const,
    })),
  )
}
