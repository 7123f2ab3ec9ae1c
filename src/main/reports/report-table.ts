import type { Fact, FactList } from '../../shared/contract/reports.ts'
import type { Chart } from '../../shared/rules/chart.ts'
import { figureText } from '../../shared/rules/figure-text.ts'
import type { FactUnit } from '../../shared/rules/reports.ts'
import {
  type Cell,
  type ColumnType,
  type Formula,
  formula,
  type SheetColumn,
  type Value,
} from '../excel/workbook-spec.ts'
import { breathe, outOfBreath } from './breathe.ts'

/**
 * A cell of a report: what stands there, how the workbook works it out (else the value stands as it is), and the
 * facts it is made of. Lists are called for only when somebody opens the figure.
 */
export type Figure = { value: Value; formula: Formula | null; lists: (() => FactList[]) | null }

export type ReportRow = { key: string; bold: boolean; type: ColumnType | null; cells: Figure[] }

/** One table of a report: a sheet of the workbook and a table of the preview, from the same figures. */
export type ReportTable = {
  key: string
  /** The sheet's name. */
  name: string
  title: string
  columns: SheetColumn[]
  rows: ReportRow[]
  totals: ReportRow[]
  notes: string[]
  /** Its sheet names who gets it: the forms of the upper bodies do. */
  sentUpward?: true
  frozenColumns: number
  /** Pictures of some of its columns, a column of bars for each row. */
  charts?: TableChart[]
}

export type TableChart = { title: string; categories: string; series: string[] }

/** A value that nothing is counted for. */
export function plain(value: Value): Figure {
  return { value, formula: null, lists: null }
}

/** How many things there are, each a fact. */
export function counted<T>(
  heading: string,
  unit: FactUnit,
  things: readonly T[],
  toFact: (thing: T) => Omit<Fact, 'amount'>,
): Figure {
  return {
    value: things.length,
    formula: null,
    lists: () => [
      { heading, unit, sum: things.length, facts: things.map((thing) => ({ ...toFact(thing), amount: 1 })) },
    ],
  }
}

/** What things come to together. */
export function summed<T>(
  heading: string,
  unit: FactUnit,
  things: readonly T[],
  amountOf: (thing: T) => number,
  toFact: (thing: T) => Omit<Fact, 'amount'>,
): Figure {
  const sum = things.reduce((total, thing) => total + amountOf(thing), 0)
  return {
    value: sum,
    formula: null,
    lists: () => [
      { heading, unit, sum, facts: things.map((thing) => ({ ...toFact(thing), amount: amountOf(thing) })) },
    ],
  }
}

const listsOf = (figure: Figure) => figure.lists?.() ?? []

/** The share of one figure of the row in another, by the columns they stand in; empty while the whole is nothing. */
export function shareOf(partColumn: string, wholeColumn: string): FigureColumn<unknown>['of'] {
  return (_slice, _index, row) => {
    const [part, whole] = [row(partColumn), row(wholeColumn)]
    const value = Number(whole.value) === 0 ? '' : Number(part.value) / Number(whole.value)
    const [partCell, wholeCell] = [{ column: partColumn }, { column: wholeColumn }]
    return {
      value,
      formula: formula(value)`IF(${wholeCell}=0,"",${partCell}/${wholeCell})`,
      lists: () => [...listsOf(part), ...listsOf(whole)],
    }
  }
}

/** Words made of figures: "15/15 (100%)" opens both. */
export function told(value: string, ...figures: Figure[]): Figure {
  return { value, formula: null, lists: () => figures.flatMap(listsOf) }
}

/**
 * A column and how each row's slice of the facts fills it. `total`: the last row holds the column's sum as a formula,
 * its own figure over everything (a share), or nothing.
 */
export type FigureColumn<Slice> = SheetColumn & {
  /** `row` answers the figure of a column that stands before this one. */
  of: (slice: Slice, index: number, row: (key: string) => Figure) => Figure
  total: 'sum' | 'own' | 'none'
}

/**
 * Builds a table whose rows are slices of the same facts, and whose last row is all of them together. A row of 25 years
 * adds up tens of thousands of facts, so it breathes between its cells.
 */
export async function tableOf<Slice>(
  about: Pick<ReportTable, 'key' | 'name' | 'title' | 'notes' | 'sentUpward' | 'frozenColumns' | 'charts'>,
  columns: readonly FigureColumn<Slice>[],
  slices: readonly { key: string; slice: Slice }[],
  all: Slice | null,
): Promise<ReportTable> {
  const label = columns.findIndex((column) => column.key === 'name')
  const total = (column: FigureColumn<Slice>, index: number, slice: Slice, row: (key: string) => Figure) => {
    if (index === label) return plain('TỔNG SỐ')
    if (column.total === 'none') return plain(null)
    const own = column.of(slice, slices.length, row)
    if (column.total === 'own') return own
    return { ...own, formula: formula(own.value)`SUM(${{ column: column.key, row: 'all' }})` }
  }
  const rows: ReportRow[] = []
  for (const [index, { key, slice }] of slices.entries()) {
    const cells = await rowOf(columns, (column, _, row) => column.of(slice, index, row))
    rows.push({ key, bold: false, type: null, cells })
  }
  const totals: ReportRow[] = []
  if (all !== null) {
    const cells = await rowOf(columns, (column, index, row) => total(column, index, all, row))
    totals.push({ key: 'sum', bold: true, type: null, cells })
  }
  return {
    ...about,
    columns: columns.map(({ of: _, total: __, ...column }) => column),
    rows,
    totals,
  }
}

/** The figures of a row from the left on. */
async function rowOf<Column extends SheetColumn>(
  columns: readonly Column[],
  of: (column: Column, index: number, row: (key: string) => Figure) => Figure,
): Promise<Figure[]> {
  const made = new Map<string, Figure>()
  const row = (key: string) => {
    const figure = made.get(key)
    if (!figure) throw new Error(`no column ${key} stands before`)
    return figure
  }
  for (const [index, column] of columns.entries()) {
    if (outOfBreath()) await breathe()
    made.set(column.key, of(column, index, row))
  }
  return [...made.values()]
}

/** A table's charts with the values they show. */
export function chartsOf(table: ReportTable): Chart[] {
  const values = (key: string) => {
    const index = table.columns.findIndex((column) => column.key === key)
    return table.rows.map((row) => row.cells[index]?.value ?? null)
  }
  return (table.charts ?? []).map(({ title, categories, series }) => ({
    title,
    unit: table.columns.find(({ key }) => key === series[0])?.type === 'percent' ? 'percent' : 'integer',
    categories: values(categories).map((value) => figureText(value, typeOf(table, categories))),
    series: series.map((key) => ({
      name: table.columns.find((column) => column.key === key)?.heading ?? '',
      values: values(key).map((value) => (typeof value === 'number' ? value : null)),
    })),
  }))
}

function typeOf(table: ReportTable, key: string): ColumnType {
  return table.columns.find((column) => column.key === key)?.type ?? 'text'
}

/** What the workbook writes for a figure. */
export function cellOf(figure: Figure): Cell {
  return figure.formula ?? figure.value
}

type Shape = Partial<Pick<SheetColumn, 'group' | 'width' | 'centered' | 'type'>>

/** The two columns every list begins with. */
export function ordinalColumn<Slice>(): FigureColumn<Slice> {
  return {
    key: 'ordinal',
    heading: 'STT',
    group: null,
    width: 5.5,
    type: 'integer',
    centered: true,
    total: 'none',
    of: (_, index) => plain(index + 1),
  }
}

/** A column of words; the one called `name` carries the label of the total. */
export function textColumn<Slice>(
  key: string,
  heading: string,
  of: (slice: Slice) => Value,
  shape: Shape = {},
): FigureColumn<Slice> {
  return {
    key,
    heading,
    group: null,
    width: 16,
    type: 'text',
    centered: false,
    ...shape,
    total: 'none',
    of: (slice) => plain(of(slice)),
  }
}

/** A column of numbers; its total is their sum. */
export function numberColumn<Slice>(
  key: string,
  heading: string,
  of: FigureColumn<Slice>['of'],
  shape: Shape & { total?: FigureColumn<Slice>['total'] } = {},
): FigureColumn<Slice> {
  return {
    key,
    heading,
    group: null,
    width: 9.5,
    type: 'integer',
    centered: true,
    total: 'sum',
    ...shape,
    of,
  }
}
