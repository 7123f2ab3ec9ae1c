import { type Merge, parseAddress, parseRange } from './sheet-range.ts'
import { type Place, placesIn } from './xml-places.ts'

export type CellPlace = { column: number; place: Place; formula: Place | null; value: Place | null }
export type RowPlace = { row: number; place: Place; cells: CellPlace[] }

/** Where what can be filled stands in a sheet's XML, and what of the sheet has a say in it. */
export type SheetPlaces = {
  xml: string
  /** How the sheet's own elements are written: 'x:', or nothing. */
  prefix: string
  data: Place
  rows: RowPlace[]
  merges: Merge[]
  /** Cells that one formula fills together: an array's, a data table's. */
  arrays: Merge[]
  columns: { first: number; last: number; attributes: Place['attributes'] }[]
  format: Place['attributes']
  /** Ranges that may be changed although the sheet is protected; null where it is not. */
  unlocked: Merge[] | null
  validations: { ranges: Merge[]; type: string; list: string | null }[]
}

const names = [
  'sheetData',
  'row',
  'c',
  'f',
  'v',
  'mergeCell',
  'col',
  'sheetFormatPr',
  'sheetProtection',
  'protectedRange',
  'dataValidation',
  'formula1',
]

/** Finds them; null for a part that has no rows at all, such as a sheet of one chart. Throws AppError('file-damaged'). */
export function sheetPlaces(xml: string): SheetPlaces | null {
  const byName = Map.groupBy(placesIn(xml, names), ({ name }) => name)
  const all = (name: string) => byName.get(name) ?? []
  const data = all('sheetData')[0]
  if (!data) return null
  const cellsOf = Map.groupBy(all('c'), ({ parent }) => parent)
  const formulaOf = new Map(all('f').map((place) => [place.parent, place]))
  const allowedIn = new Map(all('formula1').map((place) => [place.parent, place]))
  const valueIn = new Map(all('v').map((place) => [place.parent, place]))
  const rows = numbered(
    all('row').filter(({ parent }) => parent === data),
    ({ attributes }) => Number(attributes.r),
  ).map(({ number, place }) => ({
    row: number,
    place,
    cells: numbered(
      cellsOf.get(place) ?? [],
      ({ attributes }) => parseAddress(attributes.r ?? '')?.column ?? Number.NaN,
    ).map((cell) => ({
      column: cell.number,
      place: cell.place,
      formula: formulaOf.get(cell.place) ?? null,
      value: valueIn.get(cell.place) ?? null,
    })),
  }))
  const protection = all('sheetProtection')[0]
  return {
    xml,
    prefix: data.tag.slice(0, data.tag.indexOf(':') + 1),
    data,
    rows,
    merges: all('mergeCell').flatMap(({ attributes }) => rangesOf(attributes.ref)),
    arrays: all('f').flatMap(({ attributes }) =>
      attributes.t === 'array' || attributes.t === 'dataTable' ? rangesOf(attributes.ref) : [],
    ),
    columns: all('col').map(({ attributes }) => ({
      first: Number(attributes.min),
      last: Number(attributes.max),
      attributes,
    })),
    format: all('sheetFormatPr')[0]?.attributes ?? {},
    unlocked:
      protection && isTrue(protection.attributes.sheet)
        ? all('protectedRange').flatMap(({ attributes }) =>
            (attributes.password ?? attributes.hashValue) ? [] : rangesOf(attributes.sqref),
          )
        : null,
    validations: all('dataValidation').map((place) => {
      const formula = allowedIn.get(place)
      return {
        ranges: rangesOf(place.attributes.sqref),
        type: place.attributes.type ?? 'none',
        list: formula ? plainXml(xml.slice(formula.inside, formula.insideEnd)) : null,
      }
    }),
  }
}

/** Rows and cells may leave out their number: then they stand one after the last. */
function numbered(places: readonly Place[], numberOf: (place: Place) => number) {
  let last = 0
  return places.map((place) => {
    const written = numberOf(place)
    last = Number.isInteger(written) && written > 0 ? written : last + 1
    return { number: last, place }
  })
}

function rangesOf(text: string | undefined): Merge[] {
  return (text ?? '').split(/\s+/).flatMap((part) => (part === '' ? [] : (parseRange(part) ?? [])))
}

export const isTrue = (attribute: string | undefined) => attribute === '1' || attribute === 'true'

export type Spot = { row: number; column: number }

export const holds = (range: Merge, { row, column }: Spot) =>
  row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn

/** The merge a cell lies in, or null. */
export function mergeAt({ merges }: SheetPlaces, spot: Spot): Merge | null {
  return merges.find((merge) => holds(merge, spot)) ?? null
}

/** A cell's number of style: its own, else its row's, else its column's. */
export function styleAt(sheet: SheetPlaces, { row, column }: Spot): string | undefined {
  const line = sheet.rows.find((each) => each.row === row)
  const cell = line?.cells.find((each) => each.column === column)
  if (cell) return cell.place.attributes.s
  return line?.place.attributes.s ?? columnAt(sheet, column)?.style
}

export function columnAt({ columns }: SheetPlaces, column: number): Place['attributes'] | undefined {
  return columns.find(({ first, last }) => column >= first && column <= last)?.attributes
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The text that stands between two tags; markup within it stays as it is. */
export function plainXml(xml: string): string {
  return xml.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
