import type { ListColumn } from '../../shared/rules/list-column.ts'
import type { SheetCell, SheetRow } from '../excel/read-sheet.ts'
import type { SheetData } from '../excel/read-workbook.ts'
import { columnLetter, columnNumber, type Merge } from '../excel/sheet-range.ts'
import { columnOfHeading } from './list-headings.ts'

/** A list found in a sheet: where its heading stands and what each column is headed. */
export type ListTable = {
  headingRows: number[]
  columns: { letter: string; heading: string; column: ListColumn | null }[]
  rows: SheetRow[]
  /** How many columns were understood; 0 when no heading row was recognised. */
  understood: number
}

const nameColumns: readonly (ListColumn | null)[] = [
  'fullName',
  'nameWithSexAndBirth',
  'familyAndMiddleName',
  'givenName',
]
/** Offices put titles above; further down than this no list begins. */
const lastHeadingRow = 60

/**
 * Finds the list in a sheet. Where no heading names people, the first row with three texts counts as the
 * heading so that the user can say what the columns are; null when there is no such row either.
 */
export function findTable(sheet: SheetData): ListTable | null {
  const merges = sheet.merges.filter((merge) => merge.firstRow <= lastHeadingRow)
  const heads = sheet.rows.filter(({ row }) => row <= lastHeadingRow)
  let best: { rows: SheetRow[]; columns: ListTable['columns']; understood: number } | null = null
  for (const head of heads) {
    const rows = headingRowsFrom(head, heads, merges)
    const columns = headingColumns(rows, merges)
    const understood = columns.filter(({ column }) => column !== null && column !== 'ignore').length
    const hasName = columns.some(({ column }) => nameColumns.includes(column))
    if (hasName && understood >= 2 && understood > (best?.understood ?? 0))
      best = { rows, columns, understood }
  }
  if (!best) {
    const head = heads.find(
      ({ cells }) => Object.values(cells).filter(({ kind }) => kind === 'text').length >= 3,
    )
    if (!head) return null
    best = { rows: [head], columns: headingColumns([head], merges), understood: 0 }
  }
  const lastRow = Math.max(...best.rows.map(({ row }) => row))
  const rows = sheet.rows.filter(({ row }) => row > lastRow)
  return {
    headingRows: best.rows.map(({ row }) => row),
    columns: withUnheadedColumns(best.columns, rows),
    rows,
    understood: best.understood,
  }
}

/** The value that a cell shows when it belongs to a merge: the one of the merge's first cell. */
export function mergedCell(
  sheet: SheetData,
  row: SheetRow,
  letter: string,
): { cell: SheetCell; address: string } | null {
  const own = row.cells[letter]
  if (own) return { cell: own, address: `${letter}${row.row}` }
  const merge = mergeAt(sheet.merges, row.row, columnNumber(letter))
  if (!merge) return null
  const first = columnLetter(merge.firstColumn)
  const cell = sheet.rows.find((other) => other.row === merge.firstRow)?.cells[first]
  return cell ? { cell, address: `${first}${merge.firstRow}` } : null
}

function mergeAt(merges: readonly Merge[], row: number, column: number): Merge | undefined {
  return merges.find(
    (merge) =>
      merge.firstRow <= row &&
      row <= merge.lastRow &&
      merge.firstColumn <= column &&
      column <= merge.lastColumn,
  )
}

/** A heading may go on below: its cells are merged downwards, or split into sub-headings of a merged one. */
function headingRowsFrom(head: SheetRow, heads: readonly SheetRow[], merges: readonly Merge[]): SheetRow[] {
  const own = merges.filter((merge) => merge.firstRow === head.row)
  const mergedDown = Math.max(head.row, ...own.map((merge) => merge.lastRow))
  const below = heads.find(({ row }) => row === head.row + 1)
  const nameLetter = Object.keys(head.cells).find((letter) =>
    nameColumns.includes(columnOfHeading(head.cells[letter]?.text ?? '')),
  )
  const isSubHeading =
    below !== undefined &&
    nameLetter !== undefined &&
    below.cells[nameLetter] === undefined &&
    Object.values(below.cells).length >= 2 &&
    Object.values(below.cells).every(({ kind, text }) => kind === 'text' && !/\d/.test(text))
  const last = isSubHeading ? Math.max(mergedDown, below.row) : mergedDown
  // A name merged over a long block is no heading of that height.
  return heads.filter(({ row }) => row >= head.row && row <= Math.min(last, head.row + 3))
}

function headingColumns(rows: readonly SheetRow[], merges: readonly Merge[]): ListTable['columns'] {
  const top = rows[0]
  if (!top) return []
  const letters = new Set(rows.flatMap(({ cells }) => Object.keys(cells)))
  for (const merge of merges)
    if (merge.firstRow === top.row && top.cells[columnLetter(merge.firstColumn)] && merge.lastColumn < 200)
      for (let column = merge.firstColumn; column <= merge.lastColumn; column++)
        letters.add(columnLetter(column))
  const sorted = [...letters].sort((a, b) => columnNumber(a) - columnNumber(b))
  const columns = sorted.map((letter) => {
    const texts = rows.map((row) => {
      if (row.cells[letter]) return row.cells[letter].text
      const merge = mergeAt(merges, row.row, columnNumber(letter))
      const spreads = merge && merge.firstRow === row.row
      return spreads ? (row.cells[columnLetter(merge.firstColumn)]?.text ?? '') : ''
    })
    // Two-row headings without merges: the sub-heading belongs to the heading on its left.
    if (texts[0] === '' && texts.some((text) => text !== '')) texts[0] = headingOnTheLeft(top, letter)
    const heading = texts.filter((text) => text.trim() !== '').join(' – ')
    return { letter, heading, column: columnOfHeading(heading) ?? columnOfHeading(texts.at(-1) ?? '') }
  })
  return nameInTwoColumns(columns)
}

function headingOnTheLeft(top: SheetRow, letter: string): string {
  const left = Object.keys(top.cells)
    .filter((other) => columnNumber(other) < columnNumber(letter))
    .sort((a, b) => columnNumber(b) - columnNumber(a))[0]
  return left ? (top.cells[left]?.text ?? '') : ''
}

/** 'Họ và tên' merged over two columns heads the family name with the middle, and the given name. */
function nameInTwoColumns(columns: ListTable['columns']): ListTable['columns'] {
  const names = columns.filter(({ column }) => column === 'fullName')
  const [first, second] = names
  if (!first || !second || columnNumber(second.letter) !== columnNumber(first.letter) + 1) return columns
  if (first.heading !== second.heading) return columns
  return columns.map((column) =>
    column === first
      ? { ...column, column: 'familyAndMiddleName' as const }
      : column === second
        ? { ...column, column: 'givenName' as const }
        : column,
  )
}

/** Columns that hold values but stand under no heading are shown too, for the user to name. */
function withUnheadedColumns(columns: ListTable['columns'], rows: readonly SheetRow[]): ListTable['columns'] {
  const headed = new Set(columns.map(({ letter }) => letter))
  const others = new Set(
    rows.flatMap(({ cells }) => Object.keys(cells)).filter((letter) => !headed.has(letter)),
  )
  return [...columns, ...[...others].map((letter) => ({ letter, heading: '', column: null }))].sort(
    (a, b) => columnNumber(a.letter) - columnNumber(b.letter),
  )
}
