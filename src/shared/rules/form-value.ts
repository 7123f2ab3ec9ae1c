import { figureText } from './figure-text.ts'
import { type FormFigure, formWords, placeOfFigure } from './form-figure.ts'

/** A table of the summary report, as far as a form needs it. */
type Figures = {
  key: string
  columns: readonly { key: string; type: Parameters<typeof figureText>[1] }[]
  rows: readonly Row[]
  totals: readonly Row[]
}
type Row = { key: string; cells: readonly { value: string | number | null; facts: boolean }[] }

/** `cell`: what is written; `shown`: the same as people read it; `facts`: whether it can be opened. */
export type FormValue = { cell: string | number | null; shown: string; facts: boolean }

/** What a figure comes to in a form: counts as numbers, shares and words as text. */
export function formValue(tables: readonly Figures[], figure: FormFigure): FormValue {
  const { table: key, row: rowKey, column } = placeOfFigure(figure)
  const table = tables.find((each) => each.key === key)
  const index = table?.columns.findIndex((each) => each.key === column) ?? -1
  const row = table && [...table.rows, ...table.totals].find((each) => each.key === rowKey)
  const cell = row?.cells[index]
  const type = table?.columns[index]?.type ?? 'text'
  const value = cell?.value ?? null
  const isCount = typeof value === 'number' && type !== 'percent'
  const shown = formWords(
    figureText(isCount ? Math.round(value) : value, type === 'minutes' ? 'integer' : type),
  )
  return { cell: isCount ? Math.round(value) : shown, shown, facts: cell?.facts ?? false }
}
