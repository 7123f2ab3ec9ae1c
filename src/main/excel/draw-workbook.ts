import { setImmediate } from 'node:timers/promises'
import type { PlacedSheet, PlacedWorkbook } from './layout.ts'
import type { Look } from './looks.ts'
import { mergesXml, rowsXml, sheetRange, textList } from './sheet-rows.ts'
import { frameOf, sheetPart, textsPart } from './workbook-frame.ts'
import { archiveOf, type PackedPart, packedPart } from './write-archive.ts'
import { edited, placesIn } from './xml-places.ts'

const rowsBetweenBreaths = 200
// Much quicker than the usual 6, and hardly larger: a sheet is mostly repetition.
const packing = 2

/**
 * The file of a placed workbook. exceljs draws its frame: styles, columns, the page, names and pictures; the rows are
 * put into it as XML, for exceljs takes some ten times as long with them. Only strings, finite numbers and our own
 * formulas come to stand there.
 */
export async function drawWorkbook(
  workbook: PlacedWorkbook,
  progress: (rows: number) => void,
): Promise<Buffer> {
  return archiveOf(await drawnParts(workbook, progress))
}

/** The frame's parts with the rows in them, packed. */
async function drawnParts(workbook: PlacedWorkbook, progress: (rows: number) => void): Promise<PackedPart[]> {
  const looks = looksOf(workbook)
  const frame = await frameOf(workbook, [...looks.values()])
  const styles = stylesIn(String(frame.get(sheetPart(0))), [...looks.keys()])
  // Most cells of a column share one look: asking for that object is quicker than spelling it out.
  const known = new Map<Look, number>()
  const styleOf = (look: Look) => {
    const style = known.get(look) ?? (styles.get(lookKey(look)) as number)
    known.set(look, style)
    return style
  }
  const texts = textList()
  const sheetOf = new Map(workbook.sheets.map((sheet, index) => [sheetPart(index), sheet]))
  const parts: PackedPart[] = []
  let drawn = 0
  for (const [name, content] of frame) {
    // What the sheets name is known at the end.
    if (name === textsPart) continue
    const sheet = sheetOf.get(name)
    if (!sheet) {
      parts.push(packedPart(name, content, name.endsWith('.png') ? 0 : packing))
      continue
    }
    const rows: string[] = []
    for (const row of rowsXml(sheet, { styleOf, textOf: texts.numberOf })) {
      rows.push(row)
      drawn++
      if (drawn % rowsBetweenBreaths === 0) {
        progress(drawn)
        await setImmediate()
      }
    }
    parts.push(packedPart(name, withRows(String(content), sheet, rows), packing))
  }
  parts.push(packedPart(textsPart, texts.xml(), packing))
  progress(drawn)
  return parts
}

const lookKey = ({ part, type, bold, centered, size }: Look) => `${part} ${type} ${bold} ${centered} ${size}`

/** The looks that differ, one of each. */
function looksOf({ sheets }: PlacedWorkbook): Map<string, Look> {
  const looks = new Set(
    sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ look }) => look))),
  )
  return new Map([...looks].map((look) => [lookKey(look), look]))
}

/** The number of each look's style, read from the cells of the frame's first sheet. */
function stylesIn(xml: string, keys: readonly string[]): Map<string, number> {
  const cells = placesIn(xml, ['c'])
  return new Map(keys.map((key, index) => [key, Number(cells[index]?.attributes.s ?? 0)]))
}

/** A sheet of the frame with its rows and merges instead of what stood there. */
function withRows(frame: string, sheet: PlacedSheet, rows: readonly string[]): string {
  const edits = placesIn(frame, ['dimension', 'sheetData']).map(({ name, start, end }) => ({
    start,
    end,
    text:
      name === 'dimension'
        ? `<dimension ref="${sheetRange(sheet)}"/>`
        : `<sheetData>${rows.join('')}</sheetData>${mergesXml(sheet)}`,
  }))
  return edited(frame, edits)
}
