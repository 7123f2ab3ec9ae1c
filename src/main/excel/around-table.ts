import { pictureSize } from './chart-picture.ts'
import type { PlacedSheet } from './layout.ts'
import { letteringOf, type Part } from './looks.ts'
import { addRow, hold, holds, padding, placeTexts, roomOf } from './placing.ts'
import { unitPoints } from './sheet-pages.ts'
import { widthOf } from './text-lines.ts'
import type { SheetSpec, Signature } from './workbook-spec.ts'

/** Points per dot of the screen. */
const dot = 0.75
/** About how wide a head or a signature needs to be, in characters. */
const blockWidth = 46

type Block = { from: number; to: number }

/**
 * The first columns that together are wide enough for these lines; the last ones from the right side. No more than
 * half of them, unless the block stands alone there and needs them.
 */
function blockFor(
  widths: readonly number[],
  side: 'left' | 'right',
  lines: readonly { text: string; part: Part }[],
  alone: boolean,
): Block {
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
  const { left, right } = sheet.signatures
  if (!left && !right) return
  hold(placed, holds.signature)
  addRow(placed, 10.5)
  const block = (side: 'left' | 'right', signature: Signature | null, date: string): Block =>
    blockFor(
      placed.widths,
      side,
      [
        { text: date, part: 'placeAndDate' },
        { text: signature?.name ?? '', part: 'signatureName' },
        ...(signature?.lines ?? []).map((text) => ({ text, part: 'signatureFirst' as const })),
      ],
      !left || !right,
    )
  const rightSide = block('right', right, sheet.placeAndDate)
  const sides = [
    { signature: left, ...block('left', left, '') },
    { signature: right, ...rightSide },
  ].flatMap(({ signature, from, to }) => (signature ? [{ signature, from, to }] : []))
  if (sheet.placeAndDate !== '') {
    placeTexts(placed, [{ ...rightSide, text: sheet.placeAndDate, part: 'placeAndDate' }])
  }
  const lines = (signature: Signature) => signature.lines.length
  for (let line = 0; line < Math.max(...sides.map(({ signature }) => lines(signature))); line++) {
    const part = line === 0 ? 'signatureFirst' : 'signatureLine'
    placeTexts(
      placed,
      sides.flatMap(({ signature, from, to }) => {
        const text = signature.lines[line]
        return text === undefined ? [] : [{ from, to, text, part } as const]
      }),
    )
  }
  addRow(placed, 52.5)
  placeTexts(
    placed,
    sides.map(({ signature, from, to }) => ({
      from,
      to,
      text: signature.name,
      part: 'signatureName' as const,
    })),
  )
}
