/** Cells merged into one; rows from 1, columns from 1 (A). */
export type Merge = { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number }

export const lastSheetRow = 1_048_576
export const lastSheetColumn = 16_384

/** 1 -> 'A', 27 -> 'AA'. */
export function columnLetter(column: number): string {
  const before = Math.floor((column - 1) / 26)
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  return before > 0 ? columnLetter(before) + letter : letter
}

/** 'A' -> 1, 'AA' -> 27. */
export function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/** 'C12' -> column 3, row 12; null for anything a sheet has no place for. */
export function parseAddress(text: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text)
  if (!match) return null
  const column = columnNumber(match[1] ?? '')
  const row = Number(match[2])
  return column <= lastSheetColumn && row <= lastSheetRow ? { row, column } : null
}

/** 'A1:C3' or 'A1' as a range; whole columns ('A:C') and rows ('1:3') reach to the sheet's end. */
export function parseRange(text: string): Merge | null {
  const [from = '', to = from] = text.split(':')
  const start = parseAddress(from) ?? parseAddress(/^\d+$/.test(from) ? `A${from}` : `${from}1`)
  const end = parseAddress(to) ?? parseAddress(/^\d+$/.test(to) ? `XFD${to}` : `${to}${lastSheetRow}`)
  if (!start || !end) return null
  return {
    firstRow: Math.min(start.row, end.row),
    lastRow: Math.max(start.row, end.row),
    firstColumn: Math.min(start.column, end.column),
    lastColumn: Math.max(start.column, end.column),
  }
}

/** How many cells a range covers. */
export function cellCount(range: Merge): number {
  return (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1)
}
