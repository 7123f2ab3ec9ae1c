import type { Reference, SheetSpec } from './workbook-spec.ts'

/** Where the rows and columns of one sheet stand, by key; counted from 1. */
export type Grid = {
  name: string
  columns: Map<string, number>
  rows: Map<string, number>
  firstRow: number
  lastRow: number
  headingRows: number
}

/** Numbers the rows and columns of a sheet that will be called `name`. */
export function gridOf(sheet: SheetSpec, name: string): Grid {
  const headingRows = sheet.columns.some((column) => column.group !== null) ? 2 : 1
  const above =
    sheet.head.length + sheet.titles.length + (sheet.head.length + sheet.titles.length > 0 ? 1 : 0)
  const firstRow = above + headingRows + 1
  const rows = new Map<string, number>()
  for (const [index, row] of [...sheet.rows, ...sheet.totals].entries()) {
    if (row.key !== null) rows.set(row.key, firstRow + index)
  }
  return {
    name,
    columns: new Map(sheet.columns.map((column, index) => [column.key, index + 1])),
    rows,
    firstRow,
    lastRow: firstRow + sheet.rows.length - 1,
    headingRows,
  }
}

/** A reference as the formula in that row writes it: `B7`, `B7:F7`, `'Phát biểu'!B7:B20`. */
export function addressOf(
  reference: Reference,
  ownRow: number,
  own: Grid,
  grids: ReadonlyMap<string, Grid>,
): string {
  const grid = reference.sheet === undefined ? own : grids.get(reference.sheet)
  const left = grid?.columns.get(reference.column)
  const right = grid?.columns.get(reference.toColumn ?? reference.column)
  const rows = grid && rowsOf(reference, ownRow, grid)
  if (!left || !right || !rows) throw new RangeError(`A formula names nothing: ${JSON.stringify(reference)}`)
  const [first, last] = rows
  const from = `${letters(left)}${first}`
  const range = left === right && first === last ? from : `${from}:${letters(right)}${last}`
  return reference.sheet === undefined ? range : `'${grid.name}'!${range}`
}

function rowsOf(
  { row = 'this', toRow = row }: Reference,
  ownRow: number,
  grid: Grid,
): [number, number] | undefined {
  if (row === 'this') return [ownRow, ownRow]
  if (row === 'headings') return [grid.firstRow - 1, grid.firstRow - 1]
  if (row === 'all') {
    // An empty table still needs a range: its line of headings, where no number stands.
    return grid.lastRow < grid.firstRow ? [grid.lastRow, grid.lastRow] : [grid.firstRow, grid.lastRow]
  }
  const first = grid.rows.get(row)
  const last = grid.rows.get(toRow)
  return first === undefined || last === undefined ? undefined : [first, last]
}

/** 1 is A, 27 is AA. */
export function letters(column: number): string {
  let text = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text
  }
  return text
}
