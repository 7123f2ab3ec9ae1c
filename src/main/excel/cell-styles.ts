import { isTrue } from './sheet-places.ts'
import type { Type } from './text-lines.ts'
import { type Place, placesIn } from './xml-places.ts'

/** How a cell sets its text. `wider`: its letters against those of Times New Roman. */
export type CellStyle = {
  type: Type
  wider: number
  wraps: boolean
  shrinks: boolean
  turned: boolean
  side: 'left' | 'center' | 'right' | 'general'
  locked: boolean
  /** Whether a number is shown as so many hundredths. */
  percent: boolean
}

export type CellStyles = {
  /** By the cell's number of style; one that is missing is the first. */
  styleOf: (number: string | undefined) => CellStyle
  /** Width of a figure in the workbook's usual type, in points of the screen: widths of columns are counted in it. */
  figureWidth: number
}

const usualFont = { size: 11, bold: false, name: 'Calibri' }

/** Reads how cells look from the part of a workbook that says so; null where it has none. */
export function cellStyles(xml: string | null): CellStyles {
  const places =
    xml === null ? [] : placesIn(xml, ['font', 'sz', 'b', 'name', 'xf', 'alignment', 'protection', 'numFmt'])
  const within = Map.groupBy(places, ({ parent }) => parent)
  const part = (of: Place, name: string) => within.get(of)?.find((each) => each.name === name)?.attributes
  const inList = (name: string, list: string) =>
    places.filter((place) => place.name === name && place.parent?.name === list)
  const fonts = inList('font', 'fonts').map((font) => ({
    size: Number(part(font, 'sz')?.val ?? usualFont.size) || usualFont.size,
    bold: part(font, 'b') !== undefined && !isFalse(part(font, 'b')?.val),
    name: part(font, 'name')?.val ?? usualFont.name,
  }))
  const codes = new Map(
    inList('numFmt', 'numFmts').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode ?? '']),
  )
  const fontOf = (xf: Place | undefined) => fonts[Number(xf?.attributes.fontId ?? 0)] ?? usualFont
  const base = inList('xf', 'cellStyleXfs')
  const styles = inList('xf', 'cellXfs').map((xf): CellStyle => {
    const { name, ...type } = fontOf(xf)
    const above = base[Number(xf.attributes.xfId ?? 0)]
    const alignment = part(xf, 'alignment') ?? {}
    const { horizontal = 'general', vertical = 'bottom' } = alignment
    const locked = (part(xf, 'protection') ?? (above && part(above, 'protection')))?.locked
    return {
      type,
      wider: widthAgainstTimes(name),
      wraps:
        isTrue(alignment.wrapText) ||
        [horizontal, vertical].some((each) => each === 'justify' || each === 'distributed'),
      shrinks: isTrue(alignment.shrinkToFit),
      turned: !['0', undefined].includes(alignment.textRotation),
      side: sides.find((side) => side === horizontal) ?? 'general',
      locked: !isFalse(locked),
      percent: (
        codes.get(xf.attributes.numFmtId) ??
        builtInPercents[xf.attributes.numFmtId ?? ''] ??
        ''
      ).includes('%'),
    }
  })
  const usual: CellStyle = {
    type: { size: usualFont.size, bold: false },
    wider: widthAgainstTimes(usualFont.name),
    wraps: false,
    shrinks: false,
    turned: false,
    side: 'general',
    locked: true,
    percent: false,
  }
  const { size, name } = fontOf(base[0])
  return {
    styleOf: (number) => styles[Number(number ?? 0)] ?? styles[0] ?? usual,
    figureWidth: Math.max(1, Math.round((size * 96 * widthOfFigure(name)) / 72)),
  }
}

const builtInPercents: Readonly<Record<string, string>> = { 9: '0%', 10: '0.00%' }

const isFalse = (attribute: string | undefined) => attribute === '0' || attribute === 'false'

const sides = ['left', 'center', 'right'] as const

const isTimes = (name: string) => /times|liberation serif|tinos|^\.vntime/i.test(name)

/** Only what matters: letters of other types are wider, and a warning too many is better than one too few. */
const widthAgainstTimes = (name: string) => (isTimes(name) ? 1 : /calibri|carlito/i.test(name) ? 1.08 : 1.15)

/** As a share of the size. */
const widthOfFigure = (name: string) => (isTimes(name) ? 0.5 : /calibri|carlito/i.test(name) ? 0.507 : 0.556)
