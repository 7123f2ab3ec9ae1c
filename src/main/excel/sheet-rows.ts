import { letters } from './grid.ts'
import type { Content, PlacedRow, PlacedSheet } from './layout.ts'
import type { Look } from './looks.ts'
import { escapeUnderscoreX, escapeXml } from './safe-text.ts'

/** What the rows of a sheet name by number: styles, and texts in the workbook's list of texts. */
export type Numbers = { styleOf: (look: Look) => number; textOf: (text: string) => number }

/** The XML of a sheet's rows, one by one, as they stand within `<sheetData>`. */
export function* rowsXml({ rows, widths }: PlacedSheet, numbers: Numbers): Generator<string, undefined> {
  const names = widths.map((_, index) => letters(index + 1))
  for (const [index, row] of rows.entries()) yield rowXml(row, index + 1, names, numbers)
}

function rowXml(
  { height, cells }: PlacedRow,
  row: number,
  names: readonly string[],
  { styleOf, textOf }: Numbers,
): string {
  let xml = `<row r="${row}" ht="${height}" customHeight="1">`
  for (const { column, content, look } of cells) {
    xml += `<c r="${names[column - 1]}${row}" s="${styleOf(look)}"${contentXml(content, textOf)}`
  }
  return `${xml}</row>`
}

/** The rest of a cell's tag, and what it holds. */
function contentXml(content: Content, textOf: Numbers['textOf']): string {
  if (content === null) return '/>'
  if (typeof content === 'string') return ` t="s"><v>${textOf(content)}</v></c>`
  if (typeof content === 'number') return `><v>${content}</v></c>`
  const { formula, value } = content
  const formulaXml = `<f>${escapeXml(formula)}</f>`
  if (typeof value === 'number') return `>${formulaXml}<v>${value}</v></c>`
  return ` t="str">${formulaXml}<v>${escapeXml(escapeUnderscoreX(value))}</v></c>`
}

/** What follows the rows: which cells are merged; nothing where none are. */
export function mergesXml({ merges }: PlacedSheet): string {
  if (merges.length === 0) return ''
  const cells = merges.map(
    ([top, left, bottom, right]) => `<mergeCell ref="${letters(left)}${top}:${letters(right)}${bottom}"/>`,
  )
  return `<mergeCells count="${merges.length}">${cells.join('')}</mergeCells>`
}

/** From the first cell to the last. */
export function sheetRange({ widths, rows }: PlacedSheet): string {
  return `A1:${letters(Math.max(1, widths.length))}${Math.max(1, rows.length)}`
}

/** The list of texts of a workbook: every text stands there once, and its cells name its number. */
export function textList(): { numberOf: (text: string) => number; xml: () => string } {
  const numbers = new Map<string, number>()
  let cells = 0
  return {
    numberOf: (text) => {
      cells++
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, numbers.size)
      return numbers.size - 1
    },
    xml: () => {
      const items = [...numbers.keys()].map((text) => {
        const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''
        return `<si><t${space}>${escapeXml(escapeUnderscoreX(text))}</t></si>`
      })
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${cells}" uniqueCount="${numbers.size}">${items.join('')}</sst>`
    },
  }
}
