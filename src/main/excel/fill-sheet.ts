import { cellText, escapeUnderscoreX, escapeXml } from './safe-text.ts'
import { holds, mergeAt, type RowPlace, type SheetPlaces, styleAt } from './sheet-places.ts'
import { columnLetter, type Merge } from './sheet-range.ts'
import type { Edit, Place } from './xml-places.ts'

/** What a cell is to hold: a number, or a text that stays a text whatever it looks like. */
export type FilledCell = { row: number; column: number; value: string | number }

/** Rows' new heights in points. `fixed`: kept whatever the row will hold; else whoever edits the row fits it anew. */
export type RowHeights = ReadonlyMap<number, { height: number; fixed: boolean }>
type RowHeight = { height: number; fixed: boolean } | undefined

/** Why a cell is left alone: it holds a formula or is part of an array of them, or is covered by a merge; else null. */
export function leftAlone(sheet: SheetPlaces, cell: FilledCell): 'formula' | 'covered' | null {
  const row = sheet.rows.find(({ row }) => row === cell.row)
  const there = row?.cells.find(({ column }) => column === cell.column)
  if (there?.formula || sheet.arrays.some((range) => holds(range, cell))) return 'formula'
  const merge = mergeAt(sheet, cell)
  return merge && !isFirst(merge, cell) ? 'covered' : null
}

const isFirst = ({ firstRow, firstColumn }: Merge, { row, column }: FilledCell) =>
  row === firstRow && column === firstColumn

/** What fills these cells in a sheet's XML, each with the style it had; every other character stays. */
export function fillEdits(sheet: SheetPlaces, cells: readonly FilledCell[], heights: RowHeights): Edit[] {
  const edits: Edit[] = []
  for (const [rowNumber, wanted] of Map.groupBy(cells, ({ row }) => row)) {
    const row = sheet.rows.find(({ row }) => row === rowNumber)
    const inserted: { after: number; column: number; text: string }[] = []
    for (const cell of wanted.toSorted((a, b) => a.column - b.column)) {
      const place = row?.cells.find(({ column }) => column === cell.column)?.place
      const text = cellXml(sheet.prefix, cell, styleAt(sheet, cell))
      if (place) edits.push({ start: place.start, end: place.end, text })
      else {
        const before = row?.cells.findLast(({ column }) => column < cell.column)?.place
        inserted.push({ after: before?.end ?? row?.place.inside ?? 0, column: cell.column, text })
      }
    }
    const height = heights.get(rowNumber)
    edits.push(...(row ? intoRow(sheet, row, inserted, height) : newRow(sheet, rowNumber, inserted, height)))
  }
  return edits
}

type Inserted = { after: number; column: number; text: string }

const isClosed = (xml: string, { inside }: Place) => xml.startsWith('/>', inside - 2)

/** A row's tag where it changes, and the cells that were not there, each place edited once. */
function intoRow(
  { xml }: SheetPlaces,
  { place }: RowPlace,
  inserted: readonly Inserted[],
  height: RowHeight,
): Edit[] {
  const before = xml.slice(place.start, place.inside)
  let tag = withHeight(before, height)
  // How far a row reaches is written only to be quick; what is wrong there some programs believe.
  if (inserted.length > 0) tag = withoutAttribute(tag, 'spans')
  const edit = (text: string) => ({ start: place.start, end: place.inside, text })
  if (isClosed(xml, place) && inserted.length > 0)
    return [edit(`${opened(tag)}${inserted.map(({ text }) => text).join('')}</${place.tag}>`)]
  const first = inserted.filter(({ after }) => after === place.inside)
  const later = Map.groupBy(
    inserted.filter(({ after }) => after !== place.inside),
    ({ after }) => after,
  )
  const begun = tag + first.map(({ text }) => text).join('')
  return [
    ...(begun === before ? [] : [edit(begun)]),
    ...[...later].map(([after, at]) => ({
      start: after,
      end: after,
      text: at.map(({ text }) => text).join(''),
    })),
  ]
}

function newRow(
  { xml, prefix, data, rows }: SheetPlaces,
  rowNumber: number,
  inserted: readonly Inserted[],
  height: RowHeight,
): Edit[] {
  if (inserted.length === 0) return []
  const tag = withHeight(`<${prefix}row r="${rowNumber}">`, height)
  const whole = `${tag}${inserted.map(({ text }) => text).join('')}</${prefix}row>`
  if (isClosed(xml, data)) {
    const text = `${opened(xml.slice(data.start, data.inside))}${whole}</${data.tag}>`
    return [{ start: data.start, end: data.inside, text }]
  }
  const at = rows.findLast(({ row }) => row < rowNumber)?.place.end ?? data.inside
  return [{ start: at, end: at, text: whole }]
}

/** An element's tag that closed itself, opened for what it now holds. */
const opened = (tag: string) => tag.replace(/\s*\/>$/, '>')

function withHeight(tag: string, height: RowHeight): string {
  if (height === undefined) return tag
  const bare = withoutAttribute(withoutAttribute(tag, 'ht'), 'customHeight')
  const fixed = height.fixed ? ' customHeight="1"' : ''
  return bare.replace(/\s*(\/?>)$/, ` ht="${Number(height.height)}"${fixed}$1`)
}

export function withoutAttribute(tag: string, name: string): string {
  return tag.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '')
}

export const addressOf = ({ row, column }: Omit<FilledCell, 'value'>) => `${columnLetter(column)}${row}`

/** What a text comes to in a cell: legal characters, not too long. */
export function filledText(text: string): string {
  return cellText(text)
}

function cellXml(prefix: string, cell: FilledCell, style: string | undefined): string {
  const start = `<${prefix}c r="${addressOf(cell)}"${style === undefined ? '' : ` s="${Number(style)}"`}`
  if (typeof cell.value === 'number') {
    if (!Number.isFinite(cell.value)) throw new RangeError(`${cell.value} is no number for a cell`)
    return `${start}><${prefix}v>${cell.value}</${prefix}v></${prefix}c>`
  }
  const text = escapeXml(escapeUnderscoreX(filledText(cell.value)))
  return `${start} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is></${prefix}c>`
}
