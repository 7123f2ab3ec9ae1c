import { AppError } from '../../shared/contract/errors.ts'
import type { ReadForm } from '../../shared/contract/forms.ts'
import { fold } from '../../shared/rules/fold.ts'
import {
  figureOfHeadings,
  formFingerprint,
  isNameHeading,
  isOrdinalHeading,
  isPersonHeading,
  isSameCell,
} from '../../shared/rules/form-figure.ts'
import { periodOfTitle } from '../../shared/rules/form-period.ts'
import type { SheetData } from '../excel/read-workbook.ts'
import { columnLetter, columnNumber } from '../excel/sheet-range.ts'

/**
 * Understands the table of a form: its headings, the rows of the cells, the own one among them. `sheet` null: the
 * first that has such a table. The own row is found only among those that follow the headings without a gap and before
 * a sum: a name below the table may stand under a signature. Throws `form-not-found`, `form-of-people`.
 */
export function readForm(
  sheets: readonly SheetData[],
  sheet: string | null,
  { cellName, today }: { cellName: string; today: string },
): ReadForm {
  const visible = sheets.filter(({ hidden }) => !hidden)
  for (const data of visible.filter(({ name }) => sheet === null || name === sheet)) {
    const found = tableIn(data)
    if (!found) continue
    const { columns, rows, above, nameLetter, bodyEnd } = found
    const own = rows.filter(({ name }) => isSameCell(name, cellName))
    const only = own.length === 1 ? own[0] : undefined
    return {
      sheets: visible.map(({ name }) => name),
      sheet: data.name,
      title: above.reduce((longest, text) => (text.length > longest.length ? text : longest), ''),
      period: periodOfTitle(above.join('\n'), today),
      fingerprint: formFingerprint(columns.map(({ heading }) => heading)),
      // Number and name say whose row it is: they are never filled.
      columns: columns.filter(({ heading }) => !isOrdinalHeading(heading) && !isNameHeading(heading)),
      rows,
      ownRow: only && only.row <= bodyEnd ? only.row : null,
      nameLetter,
      cellName,
    }
  }
  if (visible.some(({ rows }) => rows.some(listsPeople))) throw new AppError('form-of-people')
  throw new AppError('form-not-found')
}

/** `above`: the lines over the headings; `bodyEnd`: the last row before a gap or a sum. */
type Table = Pick<ReadForm, 'columns' | 'rows' | 'nameLetter'> & { above: string[]; bodyEnd: number }

const fewestHeadings = 3

const listsPeople = ({ cells }: SheetData['rows'][number]) =>
  Object.values(cells).some(({ text }) => isPersonHeading(text))

function tableIn(sheet: SheetData): Table | null {
  const textAt = textsOf(sheet)
  for (const line of sheet.rows) {
    const { row, cells } = line
    const letters = Object.keys(cells).filter((letter) => cells[letter]?.text.trim() !== '')
    const named = letters.find((letter) => isNameHeading(cells[letter]?.text ?? ''))
    if (!named || letters.length < fewestHeadings || listsPeople(line)) continue
    const last = lastHeadingRow(sheet, row)
    const width = Math.max(
      ...letters.map(columnNumber),
      ...sheet.merges.flatMap((merge) => (merge.firstRow === row ? [merge.lastColumn] : [])),
    )
    const columns: Table['columns'] = []
    for (let column = 1; column <= width; column++) {
      const lines = new Set<string>()
      for (let line = row; line <= last; line++) lines.add(textAt(line, column))
      const heading = [...lines].filter((text) => text !== '').join(', ')
      if (heading === '') continue
      columns.push({
        position: columns.length + 1,
        letter: columnLetter(column),
        heading,
        suggested: figureOfHeadings([...lines].filter((text) => text !== '')),
      })
    }
    return {
      columns,
      nameLetter: named,
      above: linesAbove(sheet, row),
      ...bodyOf(
        sheet,
        last,
        named,
        letters.find((letter) => isOrdinalHeading(cells[letter]?.text ?? '')),
      ),
    }
  }
  return null
}

/** The rows that carry a name, those that wait for one, and where the table seems to end. */
function bodyOf(
  sheet: SheetData,
  headings: number,
  nameLetter: string,
  ordinalLetter: string | undefined,
): Pick<Table, 'rows' | 'bodyEnd'> {
  const rows: Table['rows'] = []
  let bodyEnd = headings
  let ended = false
  for (const { row, cells } of sheet.rows.filter(({ row }) => row > headings)) {
    const textIn = (letter: string | undefined) =>
      (cells[letter ?? '']?.text ?? '').replace(/\s+/g, ' ').trim()
    const name = textIn(nameLetter).slice(0, 200)
    const isSum = [name, textIn(ordinalLetter)].some((text) => /^(tong|cong)\b/.test(fold(text)))
    ended ||= row > bodyEnd + 1 || (isSum && rows.length > 0)
    if (!ended) bodyEnd = row
    const waits = !ended && name === '' && /^\d+\.?$/.test(textIn(ordinalLetter))
    if (!isSum && (waits || /\p{L}/u.test(name))) rows.push({ row, name })
  }
  // A form for one cell alone may have nothing below its headings.
  return rows.length > 0 ? { rows, bodyEnd } : { rows: [{ row: bodyEnd + 1, name: '' }], bodyEnd }
}

/** The text of a place, that of the whole merge it lies in. */
function textsOf({ rows, merges }: SheetData): (row: number, column: number) => string {
  const byRow = new Map(rows.map((each) => [each.row, each.cells]))
  return (row, column) => {
    const merge = merges.find(
      ({ firstRow, lastRow, firstColumn, lastColumn }) =>
        row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn,
    )
    const cell = byRow.get(merge?.firstRow ?? row)?.[columnLetter(merge?.firstColumn ?? column)]
    return (cell?.text ?? '').replace(/\s+/g, ' ').trim()
  }
}

/** Headings reach as far down as their own merges do; one merged only sideways heads a row of its own below. */
function lastHeadingRow({ merges }: SheetData, row: number): number {
  const own = merges.filter(({ firstRow }) => firstRow === row)
  const down = Math.max(row, ...own.map(({ lastRow }) => lastRow))
  const heads = own.some(
    ({ firstColumn, lastColumn, lastRow }) => lastColumn > firstColumn && lastRow === row,
  )
  return heads && down === row ? row + 1 : down
}

function linesAbove({ rows }: SheetData, row: number): string[] {
  const cells = rows.filter((each) => each.row < row).flatMap(({ cells }) => Object.values(cells))
  return cells.map(({ text }) => text.trim()).filter((text) => text !== '')
}
