import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { AppError } from '../../shared/contract/errors.ts'
import { type FilledCell, filledText, fillSheet } from './fill-sheet.ts'
import { openArchive, packageOf } from './prescan.ts'
import { readWorkbook, sheetParts } from './read-workbook.ts'
import { rewritePackage } from './rewrite-package.ts'
import { columnLetter } from './sheet-range.ts'
import { edited, placesIn } from './xml-places.ts'

export type FilledWorkbook = {
  bytes: Uint8Array
  /** Addresses left alone: formulas, and cells covered by a merge. */
  skipped: string[]
}

/**
 * Fills cells of one sheet of a workbook somebody handed in, and nothing else: every part but that sheet keeps its
 * bytes, and so does the sheet around those cells. Where the workbook has formulas it is told to calculate them when
 * it is opened. What was written is read back before it is handed out. Throws AppError, also 'form-with-macros'.
 */
export async function fillWorkbook(
  bytes: Uint8Array,
  sheetName: string,
  cells: readonly FilledCell[],
): Promise<FilledWorkbook> {
  // All guards of a workbook from outside first: what passes them is small and plain enough to be edited as text.
  await readWorkbook(bytes)
  const archive = await openArchive(bytes)
  const parts = packageOf(archive)
  const textOf = async (name: string) => decode(await buffer(Readable.from(parts.read(name))))
  if (/macroEnabled/i.test(await textOf('[Content_Types].xml'))) throw new AppError('form-with-macros')
  const { main, sheets } = await sheetParts(parts)
  const part = sheets.find(({ name }) => name === sheetName)?.part
  if (!part) throw new AppError('not-found')
  const nameOf = (wanted: string) =>
    archive.entries.find(({ fileName }) => fileName.toLowerCase() === wanted.toLowerCase())?.fileName ??
    wanted
  const filled = fillSheet(await textOf(part), cells)
  const changed = new Map([[nameOf(part), filled.xml]])
  const formulas =
    filled.formulas ||
    (await anyFormula(
      sheets.map((sheet) => sheet.part),
      part,
      textOf,
    ))
  const workbook = await textOf(main)
  const recalculated = formulas ? calculatedOnLoad(workbook) : workbook
  if (recalculated !== workbook) changed.set(nameOf(main), recalculated)
  const result = await rewritePackage(archive, changed)
  await verify(result, sheetName, cells, filled.skipped)
  return { bytes: result, skipped: filled.skipped }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new AppError('file-damaged')
  }
}

async function anyFormula(
  parts: readonly string[],
  known: string,
  textOf: (part: string) => Promise<string>,
): Promise<boolean> {
  for (const part of parts) {
    if (part !== known && /<(?:\w+:)?f[\s/>]/.test(await textOf(part))) return true
  }
  return false
}

/** What may stand before `calcPr` in a workbook, the last first. */
const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets']

/** The workbook's own part with the word that all is to be calculated when it is opened. */
export function calculatedOnLoad(xml: string): string {
  const places = placesIn(xml, ['calcPr', ...before]).filter(({ parent }) => parent?.parent === null)
  const settings = places.find(({ name }) => name === 'calcPr')
  if (settings) {
    if (['1', 'true'].includes(settings.attributes.fullCalcOnLoad ?? '')) return xml
    const tag = xml
      .slice(settings.start, settings.inside)
      .replace(/\sfullCalcOnLoad=(?:"[^"]*"|'[^']*')/, '')
      .replace(/\s*(\/?>)$/, ' fullCalcOnLoad="1"$1')
    return edited(xml, [{ start: settings.start, end: settings.inside, text: tag }])
  }
  const last = before.flatMap((wanted) => places.filter(({ name }) => name === wanted))[0]
  if (!last) throw new AppError('file-damaged')
  const prefix = last.tag.slice(0, last.tag.indexOf(':') + 1)
  return edited(xml, [{ start: last.end, end: last.end, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` }])
}

async function verify(
  bytes: Uint8Array,
  sheetName: string,
  cells: readonly FilledCell[],
  skipped: readonly string[],
): Promise<void> {
  const rows = (await readWorkbook(bytes)).find(({ name }) => name === sheetName)?.rows ?? []
  for (const { row, column, value } of cells) {
    const letter = columnLetter(column)
    if (skipped.includes(`${letter}${row}`)) continue
    const cell = rows.find((each) => each.row === row)?.cells[letter]
    const same =
      typeof value === 'number'
        ? cell?.number === value
        : (cell?.text ?? '') === filledText(value).replace(/^\s+$/, '')
    if (!same) throw new Error(`${letter}${row} does not read back as it was written`)
  }
}
