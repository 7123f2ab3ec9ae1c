import { type PageEnds, type PageRow, paginate } from './paginate.ts'

/** How a sheet stands on A4. `scale` in percent; `ends`: the last row of each page. */
export type SheetPages = { orientation: 'landscape' | 'portrait'; scale: number; ends: PageEnds }

/** In inches, as the format counts them. */
export const margins = { top: 0.6, bottom: 0.6, left: 0.6, right: 0.4, header: 0.3, footer: 0.3 }

/** What the margins leave of A4, in points. */
const paper = {
  landscape: {
    width: 842 - inPoints(margins.left + margins.right),
    height: 595 - inPoints(margins.top + margins.bottom),
  },
  portrait: {
    width: 595 - inPoints(margins.left + margins.right),
    height: 842 - inPoints(margins.top + margins.bottom),
  },
}

function inPoints(inches: number): number {
  return inches * 72
}

/** Programs and printers differ by a few per cent; none may throw a column or a row on a page of its own. */
const usable = 0.97
/** A column's unit is the figure 0 of Times New Roman 11: 5.5 points, which Excel rounds to whole dots of its screen. */
export const unitPoints = { widest: 5.5, narrowest: 5.25 }
/** A sheet a little too tall for one page is drawn smaller, as long as that reads well or is hardly smaller. */
const readsWell = 72
const mostShrunk = 1.3
const smallest = 60
/** Upright only where the sheet needs hardly be drawn smaller for it. */
const uprightFrom = 95
/** The format knows no smaller scale. */
const leastScale = 10

/**
 * Where the pages of a sheet end. The program says so itself, by its own scale and its own breaks, so that every
 * program that prints it ends the pages there: fitted to a width, each would measure and break by itself, and Excel
 * would not heed a break at all.
 */
export function sheetPages(
  rows: readonly PageRow[],
  headings: readonly [number, number],
  widths: readonly number[],
): SheetPages {
  const width = widths.reduce((sum, each) => sum + each, 0) * unitPoints.widest
  const across = (orientation: keyof typeof paper) =>
    Math.floor(Math.min(100, (100 * usable * paper[orientation].width) / width))
  const orientation = across('portrait') >= uprightFrom ? 'portrait' : 'landscape'
  const height = paper[orientation].height * usable
  const heightOf = (some: readonly PageRow[]) => some.reduce((sum, row) => sum + row.height, 0)
  const [from, to] = headings
  const tallest = heightOf(rows.slice(from - 1, to)) + Math.max(0, ...rows.map((row) => row.height))
  const scale = Math.max(leastScale, Math.min(across(orientation), Math.floor((100 * height) / tallest)))
  const whole = Math.min(scale, Math.floor((100 * height) / heightOf(rows)))
  if (whole >= Math.min(scale, readsWell) || whole >= Math.max(scale / mostShrunk, smallest)) {
    return { orientation, scale: whole, ends: [rows.length] }
  }
  return { orientation, scale, ends: paginate(rows, headings, (100 * height) / scale) }
}
