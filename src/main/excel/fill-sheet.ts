import { cellText, escapeUnderscoreX, escapeXml } from './safe-text.ts'
import { columnLetter, type Merge, parseAddress, parseRange } from './sheet-range.ts'
import { type Edit, edited, type Place, placesIn } from './xml-places.ts'

/** What a cell is to hold: a number, or a text that stays a text whatever it looks like. */
export type FilledCell = { row: number; column: number; value: string | number }

/**
 * A sheet's XML with some cells filled, each with the style it had; every other character stays. A cell with a
 * formula, part of an array of formulas, or covered by another it is merged with is left alone: `skipped` names it. What
 * formulas of the sheet came to before is dropped: programs that show it without calculating would show it still.
 */
export function fillSheet(
  xml: string,
  cells: readonly FilledCell[],
): { xml: string; skipped: string[]; formulas: boolean } {
  const places = placesIn(xml, ['sheetData', 'row', 'c', 'f', 'v', 'mergeCell'])
  const sheetData = places.find(({ name }) => name === 'sheetData')
  if (!sheetData) return { xml, skipped: cells.map(addressOf), formulas: false }
  const rows = numbered(
    places.filter(({ name, parent }) => name === 'row' && parent === sheetData),
    (place) => Number(place.attributes.r),
  )
  const formulas = places.filter(({ name }) => name === 'f')
  const guarded = [
    ...formulas.flatMap((place) => guardedBy(place)),
    ...places.flatMap((place) => (place.name === 'mergeCell' ? covered(place) : [])),
  ]
  const withFormula = new Set(formulas.map(({ parent }) => parent))
  const cellsOf = Map.groupBy(
    places.filter(({ name }) => name === 'c'),
    ({ parent }) => parent,
  )
  const skipped: string[] = []
  const edits: Edit[] = []
  const prefix = sheetData.tag.slice(0, sheetData.tag.indexOf(':') + 1)
  for (const [rowNumber, wanted] of Map.groupBy(cells, ({ row }) => row)) {
    const row = rows.find(({ number }) => number === rowNumber)?.place
    const there = numbered(row ? (cellsOf.get(row) ?? []) : [], (place) => columnOf(place))
    const inserted: { after: number; column: number; text: string }[] = []
    for (const cell of wanted.toSorted((a, b) => a.column - b.column)) {
      const place = there.find(({ number }) => number === cell.column)?.place
      if (guarded.some((range) => holds(range, cell)) || (place && withFormula.has(place))) {
        skipped.push(addressOf(cell))
        continue
      }
      const text = cellXml(prefix, cell, place ? place.attributes.s : row?.attributes.s)
      if (place) edits.push({ start: place.start, end: place.end, text })
      else {
        const before = there.findLast(({ number }) => number < cell.column)?.place
        inserted.push({ after: before?.end ?? row?.inside ?? 0, column: cell.column, text })
      }
    }
    edits.push(...insertions(xml, prefix, sheetData, rows, row, rowNumber, inserted))
  }
  if (edits.length > 0)
    for (const { name, parent, start, end, inside, insideEnd } of places)
      if (name === 'v' && withFormula.has(parent) && inside < insideEnd) edits.push({ start, end, text: '' })
  return { xml: edited(xml, edits), skipped, formulas: formulas.length > 0 }
}

type Numbered = { number: number; place: Place }

/** Rows and cells may leave out their number: then they stand one after the last. */
function numbered(places: readonly Place[], numberOf: (place: Place) => number): Numbered[] {
  let last = 0
  return places.map((place) => {
    const written = numberOf(place)
    last = Number.isInteger(written) && written > 0 ? written : last + 1
    return { number: last, place }
  })
}

const columnOf = ({ attributes }: Place) => parseAddress(attributes.r ?? '')?.column ?? Number.NaN

/** Cells that were not there: into their row at their places, or in a row of their own, each place edited once. */
function insertions(
  xml: string,
  prefix: string,
  sheetData: Place,
  rows: readonly Numbered[],
  row: Place | undefined,
  rowNumber: number,
  inserted: readonly { after: number; text: string }[],
): Edit[] {
  if (inserted.length === 0) return []
  const closed = (place: Place) => xml.slice(place.start, place.inside).endsWith('/>')
  const all = inserted.map(({ text }) => text).join('')
  if (row && closed(row)) return [opened(xml, row, all)]
  if (row)
    return [...Map.groupBy(inserted, ({ after }) => after)].map(([after, at]) => ({
      start: after,
      end: after,
      text: at.map(({ text }) => text).join(''),
    }))
  const whole = `<${prefix}row r="${rowNumber}">${all}</${prefix}row>`
  if (closed(sheetData)) return [opened(xml, sheetData, whole)]
  const before = rows.findLast(({ number }) => number < rowNumber)?.place
  const at = before?.end ?? sheetData.inside
  return [{ start: at, end: at, text: whole }]
}

/** An element that closed itself, opened for what it now holds. */
function opened(xml: string, { start, inside, tag }: Place, content: string): Edit {
  const tagText = xml.slice(start, inside).replace(/\s*\/>$/, '>')
  return { start, end: inside, text: `${tagText}${content}</${tag}>` }
}

function guardedBy({ attributes }: Place): Merge[] {
  const range =
    attributes.t === 'array' || attributes.t === 'dataTable' ? parseRange(attributes.ref ?? '') : null
  return range ? [range] : []
}

/** The cells of a merge but its first, which holds what all of them show. */
function covered({ attributes }: Place): Merge[] {
  const range = parseRange(attributes.ref ?? '')
  if (!range) return []
  const { firstRow, firstColumn, lastRow, lastColumn } = range
  return [
    { firstRow, lastRow: firstRow, firstColumn: firstColumn + 1, lastColumn },
    { firstRow: firstRow + 1, lastRow, firstColumn, lastColumn },
  ]
}

const holds = (range: Merge, { row, column }: FilledCell) =>
  row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn

const addressOf = ({ row, column }: FilledCell) => `${columnLetter(column)}${row}`

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
