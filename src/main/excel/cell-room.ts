import type { CellStyle, CellStyles } from './cell-styles.ts'
import { type FilledCell, filledText } from './fill-sheet.ts'
import { columnAt, isTrue, mergeAt, type SheetPlaces, type Spot, styleAt } from './sheet-places.ts'
import { lineHeight, linesOf, widthOf } from './text-lines.ts'

/** How a filled cell will read: whole, cut off at the row's height or the column's width, or not at all. */
export type Fit = {
  fits: 'whole' | 'low' | 'narrow' | 'hidden'
  /** The height its row would have to have, in points. */
  needs: number
  /** Whether the form leaves the row's height to what it holds. */
  grows: boolean
}

/** `isEmpty`: whether nothing stands in a cell, so that the text beside it may run over it. */
export type RoomSheet = { sheet: SheetPlaces; styles: CellStyles; isEmpty: (spot: Spot) => boolean }

/** Excel's own: a sheet that does not say. */
const usual = { width: 8, height: 15 }
/** The letters of a line within its height, as a share of their size; the rest is air. */
const inkHeight = 1.15

/** Whether what a cell is filled with can be read where it stands, by the form's own rows, columns and types. */
export function fitOf(room: RoomSheet, cell: FilledCell): Fit {
  const { sheet, styles } = room
  const merge = mergeAt(sheet, cell) ?? {
    firstRow: cell.row,
    lastRow: cell.row,
    firstColumn: cell.column,
    lastColumn: cell.column,
  }
  const grows = merge.firstRow === merge.lastRow && merge.firstColumn === merge.lastColumn
  const heights = span(merge.firstRow, merge.lastRow).map((row) => heightOf(sheet, row))
  const widths = span(merge.firstColumn, merge.lastColumn).map((column) => widthOfColumn(room, column))
  const height = sum(heights)
  const own = heightOf(sheet, cell.row)
  const fit = { needs: own, grows: grows && !isFixed(sheet, cell.row) }
  if (height === 0 || sum(widths) === 0) return { ...fit, fits: 'hidden' }
  const style = styles.styleOf(styleAt(sheet, cell))
  if (style.shrinks || style.turned) return { ...fit, fits: 'whole' }
  if (typeof cell.value === 'number') {
    const isWhole = lengthOf(String(cell.value), style) <= sum(widths) - padding(styles)
    return { ...fit, fits: isWhole ? 'whole' : 'narrow' }
  }
  const text = filledText(cell.value)
  if (!style.wraps) {
    const free = sum(widths) + (grows ? besides(room, cell, style) : 0) - padding(styles)
    return { ...fit, fits: lengthOf(text.replaceAll('\n', ' '), style) <= free ? 'whole' : 'narrow' }
  }
  const lines = linesOf(text, (sum(widths) - padding(styles)) / style.wider, style.type)
  if (lines * style.type.size * inkHeight <= height) return { ...fit, fits: 'whole' }
  return { ...fit, fits: 'low', needs: own + lines * lineHeight(style.type) - height }
}

const lengthOf = (text: string, { type, wider }: CellStyle) => widthOf(text, type) * wider

/** Room on empty cells beside one whose text is not wrapped: to the side it runs to, to both from the middle. */
function besides(room: RoomSheet, { row, column }: Spot, { side }: CellStyle): number {
  const free = (step: 1 | -1) => {
    let width = 0
    for (let at = column + step; at >= 1 && at <= column + farthest; at += step) {
      const spot = { row, column: at }
      if (!room.isEmpty(spot) || mergeAt(room.sheet, spot)) break
      width += widthOfColumn(room, at)
    }
    return width
  }
  if (side === 'center') return 2 * Math.min(free(1), free(-1))
  return free(side === 'right' ? -1 : 1)
}

/** No text that is worth measuring reaches over more columns. */
const farthest = 50

/** In points; 0 for a hidden row. */
function heightOf({ rows, format }: SheetPlaces, row: number): number {
  const attributes = rows.find((each) => each.row === row)?.place.attributes ?? {}
  if (isTrue(attributes.hidden ?? (attributes.ht === undefined ? format.zeroHeight : undefined))) return 0
  return Number(attributes.ht ?? format.defaultRowHeight ?? usual.height)
}

/** Whether a row keeps its height whatever it holds. */
function isFixed({ rows }: SheetPlaces, row: number): boolean {
  return isTrue(rows.find((each) => each.row === row)?.place.attributes.customHeight)
}

/** In points; 0 for a hidden column. Widths are counted in figures of the workbook's usual type. */
function widthOfColumn({ sheet, styles }: RoomSheet, column: number): number {
  const attributes = columnAt(sheet, column)
  if (isTrue(attributes?.hidden)) return 0
  const { figureWidth } = styles
  const written = attributes?.width ?? sheet.format.defaultColWidth
  const dots =
    written === undefined
      ? Math.ceil((Number(sheet.format.baseColWidth ?? usual.width) * figureWidth + 5) / 8) * 8
      : Math.trunc(((256 * Number(written) + Math.trunc(128 / figureWidth)) / 256) * figureWidth)
  return dots * 0.75
}

/** What a cell keeps free at its sides, in points. */
const padding = ({ figureWidth }: CellStyles) => (2 * Math.ceil(figureWidth / 4) + 1) * 0.75

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

const span = (first: number, last: number) =>
  Array.from({ length: Math.min(last - first, 1000) + 1 }, (_, index) => first + index)
