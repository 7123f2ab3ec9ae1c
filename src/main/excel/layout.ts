import type { Chart } from '../../shared/rules/chart.ts'
import { placeBottom, placeTop } from './around-table.ts'
import { dateContent } from './date-content.ts'
import { addressOf, type Grid, gridOf } from './grid.ts'
import { type Look, letteringOf, type Part } from './looks.ts'
import { addRow, fittedTo, hold, holds, look, padding, roomOf, textCell } from './placing.ts'
import { cellText, pageFooter, sheetNames } from './safe-text.ts'
import { type SheetPages, sheetPages } from './sheet-pages.ts'
import { lineHeight, linesOf } from './text-lines.ts'
import type { Cell, SheetColumn, SheetRow, SheetSpec, WorkbookSpec } from './workbook-spec.ts'

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
  pages: SheetPages
  /** Each with the row it stands in, and its size in points of the screen (96 to the inch). */
  charts: { chart: Chart; row: number; size: { width: number; height: number } }[]
}

/** Rows follow each other from row 1; `height` in points; `hold`: what is lost by ending a page after it. */
export type PlacedRow = { height: number; hold: number; cells: PlacedCell[] }

export type Content = string | number | null | { formula: string; value: string | number }

export type PlacedCell = { column: number; content: Content; look: Look }

/** Places a workbook on the grid, applies every guard to its values and turns references into addresses. */
export function layOut(spec: WorkbookSpec): PlacedWorkbook {
  return { sheets: [...placedSheets(spec)] }
}

/** The same sheet by sheet, so that a long workbook does not hold up the program. */
export function* placedSheets(spec: WorkbookSpec): Generator<PlacedSheet, undefined> {
  const names = sheetNames(spec.sheets.map((sheet) => sheet.name))
  const grids = new Map(spec.sheets.map((sheet, index) => [sheet.key, gridOf(sheet, names[index] as string)]))
  for (const sheet of spec.sheets) yield placeSheet(sheet, grids)
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
    pages: { orientation: 'landscape', scale: 100, ends: [] },
    charts: [],
  }
  placeTop(sheet, placed)
  placeHeadings(sheet.columns, grid.headingRows, placed)
  const own = { sheet, grid, grids, looks: sharedLooks(sheet.columns), rooms: roomsOf(placed.widths) }
  for (const row of sheet.rows) placeRow(row, 'body', own, placed)
  holdLastRows(sheet.rows, placed)
  for (const row of sheet.totals) {
    hold(placed, holds.totals)
    placeRow(row, 'total', own, placed)
  }
  placeBottom(sheet, placed)
  placed.pages = sheetPages(placed.rows, placed.headings, placed.widths)
  return placed
}

/** Holds the last two rows of the table together, and a heading between them. */
function holdLastRows(rows: readonly SheetRow[], { rows: placed }: PlacedSheet): void {
  const lastButOne = rows.findLastIndex(
    (row, index) => !row.across && rows.slice(index + 1).some((later) => !later.across),
  )
  if (lastButOne < 0) return
  for (const row of placed.slice(lastButOne - rows.length, -1)) row.hold = Math.max(row.hold, holds.lastRows)
}

function placeHeadings(columns: readonly SheetColumn[], rows: number, placed: PlacedSheet): void {
  const top = placed.rows.length + 1
  const groups: PlacedCell[] = []
  const headings: PlacedCell[] = []
  const spans: { text: string; from: number; to: number }[] = []
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
    if (ends) spans.push({ text: column.group as string, from: groupFrom, to: at })
    if (ends && at > groupFrom) placed.merges.push([top, groupFrom, top, at])
  }
  const lettering = letteringOf(look('heading'))
  const linesAcross = (text: string, from: number, to: number) =>
    linesOf(text, roomOf(placed.widths, from, to, padding.centered), lettering)
  const above = Math.max(1, ...spans.map(({ text, from, to }) => linesAcross(text, from, to)))
  let below = 1
  for (const [index, { heading, group }] of columns.entries()) {
    const lines = linesAcross(heading, index + 1, index + 1)
    below = Math.max(below, rows === 2 && group === null ? lines - above : lines)
  }
  const line = lineHeight(lettering)
  if (rows === 2) addRow(placed, line * above + 3.75, groups)
  addRow(placed, line * below + 4.5, headings)
}

type Own = {
  sheet: SheetSpec
  grid: Grid
  grids: ReadonlyMap<string, Grid>
  looks: (part: Part, bold: boolean) => readonly Look[]
  rooms: { columns: Room[]; across: Room }
}

/** The points a cell leaves to its text. */
type Room = { left: number; centered: number }

function roomsOf(widths: readonly number[]): Own['rooms'] {
  const room = (from: number, to: number): Room => ({
    left: roomOf(widths, from, to, padding.body),
    centered: roomOf(widths, from, to, padding.centered),
  })
  return { columns: widths.map((_, index) => room(index + 1, index + 1)), across: room(1, widths.length) }
}

function placeRow({ cells, bold, type, across }: SheetRow, part: Part, own: Own, placed: PlacedSheet): void {
  const { columns } = own.sheet
  if (cells.length !== columns.length) {
    throw new RangeError(`Sheet "${own.sheet.key}": ${cells.length} cells for ${columns.length} columns`)
  }
  const row = placed.rows.length + 1
  const looks = own.looks(part, bold || part === 'total')
  let height = lineHeight(letteringOf(acrossLook))
  const placedCells = columns.map((column, index): PlacedCell => {
    const cell = cells[index] as Cell
    const content = contentOf(cell, column, row, own)
    const ofColumn = across ? acrossLook : (looks[index] as Look)
    if (typeof content === 'string') {
      const { left, centered } = across ? own.rooms.across : (own.rooms.columns[index] as Room)
      const fitted = fittedTo(content, ofColumn.centered ? centered : left, ofColumn)
      height = Math.max(height, fitted.height)
      return { column: index + 1, content, look: fitted.look }
    }
    const ofNumbers = type !== null && isNumber(content)
    return { column: index + 1, content, look: ofNumbers ? { ...ofColumn, type } : ofColumn }
  })
  if (across) placed.merges.push([row, 1, row, columns.length])
  addRow(placed, height + 3, placedCells, across ? holds.totals : holds.nothing)
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
