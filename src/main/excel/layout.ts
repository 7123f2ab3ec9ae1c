import type { Chart } from '../../shared/rules/chart.ts'
import { pictureSize } from './chart-picture.ts'
import { dateContent } from './date-content.ts'
import { addressOf, type Grid, gridOf } from './grid.ts'
import { type Look, letteringOf, type Part } from './looks.ts'
import { cellText, pageFooter, sheetNames } from './safe-text.ts'
import { type SheetPages, sheetPages, unitPoints } from './sheet-pages.ts'
import { lineHeight, linesOf, widthOf } from './text-lines.ts'
import type { Cell, SheetColumn, SheetRow, SheetSpec, Signature, WorkbookSpec } from './workbook-spec.ts'

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

/** Excel draws no row higher than 409 points. */
const highestRow = 408
/** What a body cell leaves free at its left and right, and one whose text is centred, in points. */
const padding = { body: 13, centered: 4 }
/** Points per dot of the screen. */
const dot = 0.75
/** What is lost by ending a page between two rows: see `paginate`. Nothing between most rows of the table. */
const holds = {
  nothing: 0,
  /** Between two charts, or a chart and what stands above it. */
  chart: 1,
  note: 2,
  /** Between the table and its notes. */
  table: 3,
  /** The last row of the table should not come alone to the page of the signature. */
  lastRows: 5,
  /** Between the signature and whatever stands above it. */
  signature: 20,
  /** Between the table and its totals, or a heading within the table and its first row. */
  totals: 30,
  /** What is one thing: head, title and headings; a signature. */
  whole: 100,
}
/** About how wide a head or a signature needs to be, in characters. */
const blockWidth = 46

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

/** Holds the last row placed to what comes after it. */
function hold({ rows }: PlacedSheet, much: number): void {
  const row = rows.at(-1)
  if (row) row.hold = Math.max(row.hold, much)
}

/** Holds the last two rows of the table together, and a heading between them. */
function holdLastRows(rows: readonly SheetRow[], { rows: placed }: PlacedSheet): void {
  const lastButOne = rows.findLastIndex(
    (row, index) => !row.across && rows.slice(index + 1).some((later) => !later.across),
  )
  if (lastButOne < 0) return
  for (const row of placed.slice(lastButOne - rows.length, -1)) row.hold = Math.max(row.hold, holds.lastRows)
}

function look(part: Part, centered = false): Look {
  return { part, type: 'text', bold: false, centered }
}

function textCell(column: number, text: string, part: Part, centered = false): PlacedCell {
  return { column, content: cellText(text) || null, look: look(part, centered) }
}

function addRow({ rows }: PlacedSheet, height: number, cells: PlacedCell[] = [], held = holds.whole): void {
  rows.push({ height: Math.min(height, highestRow), hold: held, cells })
}

/** The points some columns, counted from 1, leave to a text. */
function roomOf(widths: readonly number[], from: number, to: number, free: number): number {
  const width = widths.slice(from - 1, to).reduce((sum, each) => sum + each, 0)
  return width * unitPoints.narrowest - free
}

/** Adds a row holding texts, each across a stretch of columns, and held to the next one. */
function placeTexts(
  placed: PlacedSheet,
  texts: { from: number; to: number; text: string; part: Part; bold?: boolean }[],
): void {
  const row = placed.rows.length + 1
  const cells = texts.map(({ from, text, part, bold = false }) => {
    const cell = textCell(from, text, part, part !== 'note')
    return { ...cell, look: { ...cell.look, bold } }
  })
  let height = 0
  for (const [index, { from, to, text }] of texts.entries()) {
    if (to > from) placed.merges.push([row, from, row, to])
    const lettering = letteringOf((cells[index] as PlacedCell).look)
    const lines = linesOf(text, roomOf(placed.widths, from, to, padding.centered), lettering)
    height = Math.max(height, lines * lineHeight(lettering))
  }
  addRow(placed, height, cells)
}

type Block = { from: number; to: number }

/**
 * The first columns that together are wide enough for these lines; the last ones from the right side. No more than
 * half of them, unless the block stands alone there and needs them.
 */
function blockFor(
  widths: readonly number[],
  side: 'left' | 'right',
  lines: readonly { text: string; part: Part }[],
  alone: boolean,
): Block {
  const need = Math.max(
    0,
    ...lines.map(({ text, part }) => widthOf(text, letteringOf({ part, bold: true })) + padding.centered),
  )
  // The middle one of an odd number is the right side's.
  const half = Math.max(1, side === 'left' ? Math.floor(widths.length / 2) : Math.ceil(widths.length / 2))
  const ordered = side === 'left' ? widths : widths.toReversed()
  let count = 0
  for (let sum = 0; count < widths.length; count++) {
    const enough = sum * unitPoints.narrowest >= need
    if (count >= half ? enough || !alone : enough && sum >= blockWidth) break
    sum += ordered[count] as number
  }
  return side === 'left' ? { from: 1, to: count } : { from: widths.length - count + 1, to: widths.length }
}

function placeTop(sheet: SheetSpec, placed: PlacedSheet): void {
  const all = { from: 1, to: sheet.columns.length }
  const left = blockFor(
    placed.widths,
    'left',
    sheet.head.map((text) => ({ text, part: 'head' })),
    true,
  )
  for (const [index, text] of sheet.head.entries()) {
    // The cell's own name, the last line, is the bold one.
    placeTexts(placed, [{ ...left, text, part: 'head', bold: index === sheet.head.length - 1 }])
  }
  for (const [index, text] of sheet.titles.entries()) {
    placeTexts(placed, [{ ...all, text, part: index === 0 ? 'title' : 'subtitle' }])
  }
  if (placed.rows.length > 0) addRow(placed, 6)
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
  const lettering = letteringOf(look('heading'))
  const linesAcross = (text: string, from: number, to: number) =>
    linesOf(text, roomOf(placed.widths, from, to, padding.centered), lettering)
  const ofGroups = placed.merges
    .filter(([row, , bottom]) => rows === 2 && row === top && bottom === top)
    .map(([, from, , to]) => linesAcross(columns[from - 1]?.group ?? '', from, to))
  const above = Math.max(1, ...ofGroups)
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
  let lines = 1
  const placedCells = columns.map((column, index): PlacedCell => {
    const cell = cells[index] as Cell
    const content = contentOf(cell, column, row, own)
    const ofColumn = across ? acrossLook : (looks[index] as Look)
    if (typeof content === 'string') {
      const { left, centered } = across ? own.rooms.across : (own.rooms.columns[index] as Room)
      lines = Math.max(lines, linesOf(content, ofColumn.centered ? centered : left, letteringOf(ofColumn)))
    }
    const ofNumbers = type !== null && isNumber(content)
    return { column: index + 1, content, look: ofNumbers ? { ...ofColumn, type } : ofColumn }
  })
  if (across) placed.merges.push([row, 1, row, columns.length])
  const height = lineHeight(letteringOf(acrossLook)) * lines + 3
  addRow(placed, height, placedCells, across ? holds.totals : holds.nothing)
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

function placeBottom(sheet: SheetSpec, placed: PlacedSheet): void {
  const all = { from: 1, to: sheet.columns.length }
  if (sheet.notes.length > 0) {
    hold(placed, holds.table)
    addRow(placed, 6)
  }
  for (const text of sheet.notes) {
    placeTexts(placed, [{ ...all, text, part: 'note' }])
    const row = placed.rows.at(-1)
    if (row) row.hold = holds.note
  }
  for (const chart of sheet.charts ?? []) {
    hold(placed, holds.chart)
    const width = Math.min(pictureSize.width, (roomOf(placed.widths, 1, placed.widths.length, 0) - 6) / dot)
    const size = { width, height: (pictureSize.height * width) / pictureSize.width }
    addRow(placed, size.height * dot + 10.5, [], holds.nothing)
    placed.charts.push({ chart, row: placed.rows.length, size })
  }
  const { left, right } = sheet.signatures
  if (!left && !right) return
  hold(placed, holds.signature)
  addRow(placed, 10.5)
  const block = (side: 'left' | 'right', signature: Signature | null, date: string): Block =>
    blockFor(
      placed.widths,
      side,
      [
        { text: date, part: 'placeAndDate' },
        { text: signature?.name ?? '', part: 'signatureName' },
        ...(signature?.lines ?? []).map((text) => ({ text, part: 'signatureFirst' as const })),
      ],
      !left || !right,
    )
  const rightSide = block('right', right, sheet.placeAndDate)
  const sides = [
    { signature: left, ...block('left', left, '') },
    { signature: right, ...rightSide },
  ].flatMap(({ signature, from, to }) => (signature ? [{ signature, from, to }] : []))
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
  addRow(placed, 52.5)
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
