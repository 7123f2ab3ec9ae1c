import type { PlacedCell, PlacedSheet } from './layout.ts'
import { type Look, letteringOf, type Part } from './looks.ts'
import { cellText } from './safe-text.ts'
import { unitPoints } from './sheet-pages.ts'
import { lineHeight, linesOf } from './text-lines.ts'

/** Excel draws no row higher than 409 points. */
const highestRow = 408
/** What a body cell leaves free at its left and right, and one whose text is centred, in points. */
export const padding = { body: 13, centered: 4 }
/** What is lost by ending a page between two rows: see `paginate`. Nothing between most rows of the table. */
export const holds = {
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

/** Holds the last row placed to what comes after it. */
export function hold({ rows }: PlacedSheet, much: number): void {
  const row = rows.at(-1)
  if (row) row.hold = Math.max(row.hold, much)
}

/** A text of a part, in the type that part has. */
export function look(part: Part, centered = false): Look {
  return { part, type: 'text', bold: false, centered }
}

/** A cell with a text of a part; an empty text leaves it empty. `column` from 1. */
export function textCell(column: number, text: string, part: Part, centered = false): PlacedCell {
  return { column, content: cellText(text) || null, look: look(part, centered) }
}

/** Adds a row of that many points, held to the next one unless told otherwise. */
export function addRow(
  { rows }: PlacedSheet,
  height: number,
  cells: PlacedCell[] = [],
  held = holds.whole,
): void {
  rows.push({ height: Math.min(height, highestRow), hold: held, cells })
}

/** The points some columns, counted from 1, leave to a text. */
export function roomOf(widths: readonly number[], from: number, to: number, free: number): number {
  const width = widths.slice(from - 1, to).reduce((sum, each) => sum + each, 0)
  return width * unitPoints.narrowest - free
}

/** Where a text would need more lines than a row can be high, the first of these sizes that is small enough. */
const smallerSizes = [9, 7.5, 6]

/** How high a text stands in a cell with `room` points across, and its look: smaller where it would not fit a row. */
export function fittedTo(text: string, room: number, look: Look): { height: number; look: Look } {
  const heightIn = (of: Look) => {
    const lettering = letteringOf(of)
    return linesOf(text, room, lettering) * lineHeight(lettering)
  }
  const usual = heightIn(look)
  if (usual <= highestRow) return { height: usual, look }
  let fitted = { height: usual, look }
  for (const size of smallerSizes) {
    const smaller = { ...look, size }
    fitted = { height: heightIn(smaller), look: smaller }
    if (fitted.height <= highestRow) break
  }
  return fitted
}

/** A text across a stretch of columns. */
export type PlacedText = { from: number; to: number; text: string; part: Part; bold?: boolean }

/** Parts whose texts begin at the left. */
const fromTheLeft: readonly Part[] = ['note', 'recipientsHeading', 'recipient']

/** Adds a row holding texts, at least that many points high, and held to the next one. */
export function placeTexts(placed: PlacedSheet, texts: readonly PlacedText[], least = 0): void {
  const row = placed.rows.length + 1
  const cells = texts.map(({ from, text, part, bold = false }) => {
    const cell = textCell(from, text, part, !fromTheLeft.includes(part))
    return { ...cell, look: { ...cell.look, bold } }
  })
  let height = least
  for (const [index, { from, to, text }] of texts.entries()) {
    if (to > from) placed.merges.push([row, from, row, to])
    const cell = cells[index] as PlacedCell
    const fitted = fittedTo(text, roomOf(placed.widths, from, to, padding.centered), cell.look)
    cell.look = fitted.look
    height = Math.max(height, fitted.height)
  }
  addRow(placed, height, cells)
}
