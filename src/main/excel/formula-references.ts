import { lastSheetColumn, lastSheetRow, type Merge, parseAddress, parseRange } from './sheet-range.ts'

/** A range that a formula reads; `sheet` null is the formula's own. What is `fixed` does not move with the formula. */
export type Reference = Merge & {
  sheet: string | null
  fixed: { firstRow: boolean; lastRow: boolean; firstColumn: boolean; lastColumn: boolean }
}

/** What a formula reads: ranges and names; `unclear` where it cannot be told from its text. */
export type Reading = { references: Reference[]; names: string[]; unclear: boolean }

/** These read what their text does not say. */
const unclearFunctions = /^(?:INDIRECT|OFFSET|GETPIVOTDATA|ANCHORARRAY|CALL|EVALUATE)$/

const sheetPart = String.raw`(?:'((?:[^']|'')+)'|([\p{L}_\\][\p{L}\p{N}_.\\]*))!`
const cell = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`
const area = String.raw`${cell}(?::${cell})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`
const token = new RegExp(
  [
    '(?<text>"(?:[^"]|"")*")',
    String.raw`(?<error>#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!))`,
    // Another workbook, by number: nothing of it is filled.
    String.raw`(?<outside>(?:'(?:[^']|'')*\[\d+\](?:[^']|'')*'|\[\d+\][\p{L}\p{N}_.]*)!(?:(?:${area})(?![\p{L}\p{N}_.(])|[\p{L}\p{N}_.]+))`,
    String.raw`(?:${sheetPart})?(?<area>${area})(?![\p{L}\p{N}_.(!])`,
    String.raw`(?<number>\d+(?:\.\d*)?(?:E[+-]?\d+)?)(?![\p{L}_])`,
    String.raw`(?<call>[\p{L}_\\][\p{L}\p{N}_.\\]*)\(`,
    String.raw`(?:${sheetPart})?(?<name>[\p{L}_\\][\p{L}\p{N}_.\\?]*)`,
    String.raw`(?<sign>[-+*/^&=<>%(),;{}\s])`,
  ].join('|'),
  'uy',
)

/** What a formula reads, by its text as it stands in the file, without marks of XML. */
export function referencesIn(formula: string): Reading {
  const reading: Reading = { references: [], names: [], unclear: false }
  token.lastIndex = 0
  while (token.lastIndex < formula.length) {
    const found = token.exec(formula)
    // A table's columns, sheets from one to another, ranges worked out: whatever is not plainly a range.
    if (!found) return { ...reading, unclear: true }
    const { area, call, name } = found.groups ?? {}
    if (area !== undefined) {
      const sheet = found[4]?.replaceAll("''", "'") ?? found[5] ?? null
      const reference = referenceOf(area, sheet)
      // 'First:Last'!A1 goes through several sheets.
      if (!reference || sheet?.includes(':')) return { ...reading, unclear: true }
      reading.references.push(reference)
    } else if (call !== undefined) {
      if (unclearFunctions.test(call.replace(/^_xl\w+\./, '').toUpperCase())) reading.unclear = true
    } else if (name !== undefined && !/^(?:TRUE|FALSE)$/i.test(name)) reading.names.push(name)
  }
  return reading
}

function referenceOf(area: string, sheet: string | null): Reference | null {
  const range = parseRange(area.replaceAll('$', ''))
  if (!range) return null
  const [from = '', to = from] = area.split(':')
  const whole = parseAddress(from) ? null : /\d/.test(from) ? 'rows' : 'columns'
  const column = (text: string) => whole === 'rows' || /^\$[A-Z]/.test(text)
  const row = (text: string) => whole === 'columns' || /\$\d/.test(text)
  return {
    ...range,
    sheet,
    fixed: { firstRow: row(from), lastRow: row(to), firstColumn: column(from), lastColumn: column(to) },
  }
}

/** The same reference as it reads in a formula that many cells share, so many rows and columns further on. */
export function shifted(reference: Reference, rows: number, columns: number): Reference {
  const { fixed } = reference
  const within = (value: number, last: number) => Math.min(Math.max(value, 1), last)
  return {
    ...reference,
    firstRow: within(reference.firstRow + (fixed.firstRow ? 0 : rows), lastSheetRow),
    lastRow: within(reference.lastRow + (fixed.lastRow ? 0 : rows), lastSheetRow),
    firstColumn: within(reference.firstColumn + (fixed.firstColumn ? 0 : columns), lastSheetColumn),
    lastColumn: within(reference.lastColumn + (fixed.lastColumn ? 0 : columns), lastSheetColumn),
  }
}
