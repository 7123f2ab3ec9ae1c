import { withoutAttribute } from './fill-sheet.ts'
import { type Reading, type Reference, referencesIn, shifted } from './formula-references.ts'
import { type CellPlace, holds, plainXml, type SheetPlaces, type Spot } from './sheet-places.ts'
import { type Merge, parseRange } from './sheet-range.ts'
import type { Edit } from './xml-places.ts'

/** A workbook's sheets by name, and what its names stand for. */
export type Sheets = ReadonlyMap<string, SheetPlaces>
export type DefinedNames = ReadonlyMap<string, readonly string[]>

/** More than this to follow, and every formula counts as depending on what was filled. */
const most = { formulas: 20_000, stale: 2_000 }

/** A cell with a formula: what it reads (null: nobody can tell), and the cells it fills. */
type Formula = { sheet: string; reads: Reference[] | null; fills: Merge }

/**
 * Takes away what formulas came to before: those that read what was filled, or read such formulas; and where it cannot
 * be told, as with INDIRECT or a table's columns, those too. Programs that show a workbook without calculating would
 * show the old values still; a formula without one is worked out by whoever opens it. Empty: nothing was stale.
 */
export function staleValues(
  sheets: Sheets,
  names: DefinedNames,
  filledSheet: string,
  filled: readonly Spot[],
): Map<string, Edit[]> {
  if (filled.length === 0) return new Map()
  const formulas = [...sheets].flatMap(([name, sheet]) => formulasOf(name, sheet, names))
  const stale = formulas.length > most.formulas ? formulas : dependants(formulas, filledSheet, filled)
  const edits = new Map<string, Edit[]>()
  for (const [name, of] of Map.groupBy(stale, ({ sheet }) => sheet)) {
    const sheet = sheets.get(name)
    const values = sheet ? withoutValues(sheet, of) : []
    if (values.length > 0) edits.set(name, values)
  }
  return edits
}

function formulasOf(name: string, sheet: SheetPlaces, names: DefinedNames): Formula[] {
  const shared = new Map<string, { reading: Reading; at: Spot }>()
  return sheet.rows.flatMap(({ row, cells }) =>
    cells.flatMap(({ column, formula }): Formula[] => {
      if (!formula) return []
      const { t, si = '', ref = '' } = formula.attributes
      const own = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }
      const fills = (t === 'array' || t === 'dataTable' ? parseRange(ref) : null) ?? own
      const text = plainXml(sheet.xml.slice(formula.inside, formula.insideEnd))
      const first = t === 'shared' && text === '' ? shared.get(si) : undefined
      const reading = first?.reading ?? referencesIn(text)
      if (t === 'shared' && text !== '') shared.set(si, { reading, at: { row, column } })
      // A formula that is only somewhere else, and a table of trials, say nothing of what they read.
      const unknown = (text === '' && !first) || t === 'dataTable' || reading.unclear
      const behind = unknown ? null : namedReferences(reading.names, names)
      if (behind === null) return [{ sheet: name, reads: null, fills }]
      const moved = first
        ? reading.references.map((each) => shifted(each, row - first.at.row, column - first.at.column))
        : reading.references
      return [{ sheet: name, reads: [...moved, ...behind], fills }]
    }),
  )
}

/** What names stand for, through names of names; null where one is unknown, or moves with whoever uses it. */
function namedReferences(wanted: readonly string[], names: DefinedNames): Reference[] | null {
  const seen = new Set<string>()
  const open = [...wanted]
  const references: Reference[] = []
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const key = name.toLowerCase()
    if (seen.has(key)) continue
    seen.add(key)
    const texts = names.get(key)
    if (!texts) return null
    for (const text of texts) {
      const reading = referencesIn(text)
      if (reading.unclear || reading.references.some((each) => each.sheet === null || !isFixed(each)))
        return null
      references.push(...reading.references)
      open.push(...reading.names)
    }
  }
  return references
}

const isFixed = ({ fixed }: Reference) => Object.values(fixed).every(Boolean)

/** The formulas that read a filled cell, or a formula that does, however far off. */
function dependants(
  formulas: readonly Formula[],
  sheet: string,
  filled: readonly Spot[],
): readonly Formula[] {
  const stale: Formula[] = []
  let waiting = formulas.filter(({ reads }) => reads !== null)
  let latest: { sheet: string; range: Merge }[] = filled.map(({ row, column }) => ({
    sheet,
    range: { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column },
  }))
  let found = formulas.filter(({ reads }) => reads === null)
  while (latest.length > 0 || found.length > 0) {
    stale.push(...found)
    if (stale.length > most.stale) return formulas
    latest.push(...found.map(({ sheet, fills }) => ({ sheet, range: fills })))
    const readers = new Set(waiting.filter((formula) => latest.some((cell) => readsAny(formula, cell))))
    waiting = waiting.filter((formula) => !readers.has(formula))
    found = [...readers]
    latest = []
  }
  return stale
}

function readsAny(formula: Formula, { sheet, range }: { sheet: string; range: Merge }): boolean {
  return (formula.reads ?? []).some(
    (read) =>
      (read.sheet ?? formula.sheet).toLowerCase() === sheet.toLowerCase() &&
      read.firstRow <= range.lastRow &&
      read.lastRow >= range.firstRow &&
      read.firstColumn <= range.lastColumn &&
      read.lastColumn >= range.firstColumn,
  )
}

/** The values of these formulas' cells taken away, with the word what kind of value it was. */
function withoutValues(sheet: SheetPlaces, formulas: readonly Formula[]): Edit[] {
  const ranges = formulas.map(({ fills }) => fills)
  const single = new Set(ranges.map((range) => `${range.firstRow} ${range.firstColumn}`))
  const wide = ranges.filter(
    (range) => range.firstRow !== range.lastRow || range.firstColumn !== range.lastColumn,
  )
  const isStale = (row: number, column: number) =>
    single.has(`${row} ${column}`) || wide.some((range) => holds(range, { row, column }))
  return sheet.rows.flatMap(({ row, cells }) =>
    cells.flatMap((cell) => (isStale(row, cell.column) ? withoutValue(sheet.xml, cell) : [])),
  )
}

function withoutValue(xml: string, { place, value }: CellPlace): Edit[] {
  if (!value || value.inside === value.insideEnd) return []
  return [
    {
      start: place.start,
      end: place.inside,
      text: withoutAttribute(xml.slice(place.start, place.inside), 't'),
    },
    { start: value.start, end: value.end, text: '' },
  ]
}
