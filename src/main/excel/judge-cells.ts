import type { FormNote, FormNoteKind } from '../../shared/rules/form-note.ts'
import { fitOf } from './cell-room.ts'
import type { CellStyles } from './cell-styles.ts'
import { type FilledCell, leftAlone, type RowHeights } from './fill-sheet.ts'
import type { SheetRow } from './read-sheet.ts'
import { holds, type SheetPlaces, type Spot, styleAt } from './sheet-places.ts'
import { columnLetter } from './sheet-range.ts'

/** `rows`: the sheet as it was read. */
export type Form = { sheet: SheetPlaces; styles: CellStyles; rows: readonly SheetRow[]; raiseRow: boolean }

/**
 * Which cells may be filled, what is to be told of them and of those that may not, and which rows are made higher:
 * those whose height the form leaves to their text, others only with `raiseRow`.
 */
export function judgedCells(
  cells: readonly FilledCell[],
  form: Form,
): { free: FilledCell[]; notes: FormNote[]; heights: RowHeights } {
  const { sheet, styles, rows, raiseRow } = form
  const notes: FormNote[] = []
  const textAt = ({ row, column }: Spot) =>
    rows.find((each) => each.row === row)?.cells[columnLetter(column)]?.text ?? ''
  const tell = (cell: FilledCell, kind: FormNoteKind) =>
    notes.push({ letter: columnLetter(cell.column), kind, words: textAt(cell) })
  const free = cells.flatMap((cell) => {
    const why = leftAlone(sheet, cell) ?? (isLocked(form, cell) ? 'locked' : null)
    if (why) tell(cell, why)
    return why === null ? [asShare(form, cell)] : []
  })
  const isFilled = ({ row, column }: Spot) => free.some((cell) => cell.row === row && cell.column === column)
  const isEmpty = (spot: Spot) => !isFilled(spot) && textAt(spot) === '' && !hasFormula(sheet, spot)
  const heights = new Map<number, { height: number; fixed: boolean }>()
  for (const cell of free) {
    const before = textAt(cell)
    if (before !== '' && before !== String(cell.value)) tell(cell, 'holds')
    if (isUnfitting(sheet, cell)) tell(cell, 'unfitting')
    const { fits, needs, grows } = fitOf({ sheet, styles, isEmpty }, cell)
    if (fits === 'low' && (grows || raiseRow)) {
      const before = heights.get(cell.row) ?? { height: 0, fixed: false }
      const height = Math.min(Math.ceil(needs / 0.75) * 0.75, tallestRow)
      heights.set(cell.row, {
        height: Math.max(height, before.height),
        fixed: !grows || before.fixed,
      })
    } else if (fits !== 'whole') tell(cell, fits)
  }
  return { free, notes, heights }
}

/** A share as a number where the form shows numbers as shares: then its sums and averages count it. */
function asShare({ sheet, styles }: Form, cell: FilledCell): FilledCell {
  const [, whole, fraction = ''] = /^(\d+)(?:,(\d+))?%$/.exec(String(cell.value)) ?? []
  if (whole === undefined || !styles.styleOf(styleAt(sheet, cell)).percent) return cell
  return { ...cell, value: Number(`${whole}.${fraction}e-2`) }
}

/** Excel's own, in points. */
const tallestRow = 409.5

function hasFormula({ rows }: SheetPlaces, { row, column }: Spot): boolean {
  const cell = rows.find((each) => each.row === row)?.cells.find((each) => each.column === column)
  return cell?.formula != null
}

function isLocked({ sheet, styles }: Form, cell: FilledCell): boolean {
  if (sheet.unlocked === null || sheet.unlocked.some((range) => holds(range, cell))) return false
  return styles.styleOf(styleAt(sheet, cell)).locked
}

/** Whether a form's own check of what is typed there would refuse it, as far as that can be told. */
function isUnfitting({ validations }: SheetPlaces, cell: FilledCell): boolean {
  return validations.some(({ ranges, type, list }) => {
    if (!ranges.some((range) => holds(range, cell))) return false
    if (type === 'whole' || type === 'decimal') return typeof cell.value !== 'number'
    const choices = type === 'list' ? /^"(.*)"$/s.exec(list ?? '')?.[1] : undefined
    return choices !== undefined && !choices.split(',').some((choice) => choice.trim() === String(cell.value))
  })
}
