import { pictureSize } from './chart-picture.ts'
import type { PlacedSheet } from './layout.ts'
import { letteringOf, type Part } from './looks.ts'
import { addRow, hold, holds, padding, placeTexts, roomOf } from './placing.ts'
import { unitPoints } from './sheet-pages.ts'
import { widthOf } from './text-lines.ts'
import type { RecipientLines, SheetSpec, Signature } from './workbook-spec.ts'

/** Points per dot of the screen. */
const dot = 0.75
/** About how wide a head or a signature needs to be, in characters. */
const blockWidth = 46

/**
 * The first columns that together are wide enough for these lines; the last ones from the right side. No more than
 * half of them, unless the block stands alone there and needs them.
 */
function blockFor(
  widths: readonly number[],
  side: 'left' | 'right',
  lines: readonly { text: string; part: Part }[],
  alone: boolean,
): { from: number; to: number } {
  const need = Math.max(
    0,
    ...lines.map(({ text, part }) => widthOf(text, letteringOf({ part, bold: true })) + padding.centered),
  )
  // The middle one of an odd number is the right side's.
  const half = Math.max(1, side === 'left' ? Math.floor(widths.length / 2) : Math.ceil(widths.length / 2))
  const ordered = side === 'left' ? widths : widths.toReversed()
  let count = 0
  for (let sum = 0; count < widths.length; count++) {
    const enough = sum * unitPoints.narrowest >= need
    if (count >= half ? enough || !alone : enough && sum >= blockWidth) break
    sum += ordered[count] as number
  }
  return side === 'left' ? { from: 1, to: count } : { from: widths.length - count + 1, to: widths.length }
}

/** Head and titles, above the headings. */
export function placeTop(sheet: SheetSpec, placed: PlacedSheet): void {
  const all = { from: 1, to: sheet.columns.length }
  const left = blockFor(
    placed.widths,
    'left',
    sheet.head.map((text) => ({ text, part: 'head' })),
    true,
  )
  for (const [index, text] of sheet.head.entries()) {
    // The cell's own name, the last line, is the bold one.
    placeTexts(placed, [{ ...left, text, part: 'head', bold: index === sheet.head.length - 1 }])
  }
  for (const [index, text] of sheet.titles.entries()) {
    placeTexts(placed, [{ ...all, text, part: index === 0 ? 'title' : 'subtitle' }])
  }
  if (placed.rows.length > 0) addRow(placed, 6)
}

/** Notes, charts and signatures, below the rows. */
export function placeBottom(sheet: SheetSpec, placed: PlacedSheet): void {
  const all = { from: 1, to: sheet.columns.length }
  if (sheet.notes.length > 0) {
    hold(placed, holds.table)
    addRow(placed, 6)
  }
  for (const text of sheet.notes) {
    placeTexts(placed, [{ ...all, text, part: 'note' }])
    const row = placed.rows.at(-1)
    if (row) row.hold = holds.note
  }
  for (const chart of sheet.charts ?? []) {
    hold(placed, holds.chart)
    const width = Math.min(pictureSize.width, (roomOf(placed.widths, 1, placed.widths.length, 0) - 6) / dot)
    const size = { width, height: (pictureSize.height * width) / pictureSize.width }
    addRow(placed, size.height * dot + 10.5, [], holds.nothing)
    placed.charts.push({ chart, row: placed.rows.length, size })
  }
  placeFoot(sheet, placed)
}

/** The room for the pen above a name, in points; in three rows where recipients stand beside it. */
const penRoom = { alone: [52.5], besideRecipients: [18, 17.25, 17.25] }

/** Who signs on the right; on the left another signature, or who gets the sheet. */
function placeFoot({ signatures: { left, right }, placeAndDate }: SheetSpec, placed: PlacedSheet): void {
  if (!left && !right) return
  hold(placed, holds.signature)
  addRow(placed, 10.5)
  const above = Math.max(...[left, right].map((side) => (side && 'lines' in side ? side.lines.length : 1)))
  const room = left && 'recipients' in left ? penRoom.besideRecipients : penRoom.alone
  const rows = above + room.length + 1
  const dated: Line = { text: placeAndDate, part: 'placeAndDate' }
  const onLeft = linesOf(left, rows)
  const onRight = linesOf(right, rows)
  const alone = !left || !right
  const leftBlock = blockFor(placed.widths, 'left', written(onLeft), alone)
  const rightBlock = blockFor(placed.widths, 'right', [dated, ...written(onRight)], alone)
  if (placeAndDate !== '') placeTexts(placed, [{ ...rightBlock, ...dated }])
  for (let row = 0; row < rows; row++) {
    const texts = [
      { block: leftBlock, line: onLeft[row] },
      { block: rightBlock, line: onRight[row] },
    ].flatMap(({ block, line }) => (line ? [{ ...block, ...line }] : []))
    placeTexts(placed, texts, room[row - above])
  }
}

type Line = { text: string; part: Part }

/** What one side of the foot says, row by row; null where nothing stands. */
function linesOf(side: Signature | RecipientLines | null, rows: number): (Line | null)[] {
  if (!side) return []
  if ('recipients' in side) {
    const { recipients } = side
    // More than there are rows stand together in the last one.
    const own = [...recipients.slice(0, rows - 1), recipients.slice(rows - 1).join('\n')]
    return own.map((text, row) =>
      text === '' ? null : { text, part: row === 0 ? 'recipientsHeading' : 'recipient' },
    )
  }
  const lines = side.lines.map(
    (text, row): Line => ({ text, part: row === 0 ? 'signatureFirst' : 'signatureLine' }),
  )
  const pen = Array.from({ length: rows - lines.length - 1 }, () => null)
  return [...lines, ...pen, { text: side.name, part: 'signatureName' }]
}

const written = (lines: readonly (Line | null)[]) => lines.filter((line) => line !== null)
