import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { AppError } from '../../shared/contract/errors.ts'
import type { FormNote } from '../../shared/rules/form-note.ts'
import { cellStyles } from './cell-styles.ts'
import { type FilledCell, fillEdits, filledText } from './fill-sheet.ts'
import { judgedCells } from './judge-cells.ts'
import { openArchive, packageOf } from './prescan.ts'
import { readWorkbook, sheetParts } from './read-workbook.ts'
import { rewritePackage } from './rewrite-package.ts'
import { plainXml, type SheetPlaces, sheetPlaces } from './sheet-places.ts'
import { columnLetter } from './sheet-range.ts'
import { staleValues } from './stale-values.ts'
import { type Edit, edited, placesIn } from './xml-places.ts'

export type FilledWorkbook = { bytes: Uint8Array; notes: FormNote[] }

/**
 * Fills cells of one sheet of a workbook somebody handed in, and nothing else: every other part keeps its bytes, and
 * so does the sheet around those cells. Only what formulas came to before goes where they read what was filled, on
 * every sheet, and the workbook is told to calculate when it is opened. A row whose height the form leaves to its text
 * is made as high as the text needs; one of a fixed height only with `raiseRow`. What was written is read back before
 * it is handed out. Throws AppError, also 'form-with-macros'.
 */
export async function fillWorkbook(
  bytes: Uint8Array,
  sheetName: string,
  cells: readonly FilledCell[],
  { raiseRow = false } = {},
): Promise<FilledWorkbook> {
  // All guards of a workbook from outside first: what passes them is small and plain enough to be edited as text.
  const read = await readFormWorkbook(bytes)
  const archive = await openArchive(bytes)
  const parts = packageOf(archive)
  const textOf = async (name: string) => decode(await buffer(Readable.from(parts.read(name))))
  const { main, sheets: listed, related } = await sheetParts(parts)
  const wanted = listed.find(({ name }) => name === sheetName)
  if (!wanted) throw new AppError('not-found')
  const places = new Map<string, SheetPlaces>()
  for (const { name, part } of listed) {
    const xml = await textOf(part)
    // Another sheet matters only by its formulas.
    const found = name === sheetName || /<(?:\w+:)?f[\s/>]/.test(xml) ? sheetPlaces(xml) : null
    if (found) places.set(name, found)
  }
  const sheet = places.get(sheetName)
  if (!sheet) throw new AppError('file-damaged')
  const styles = related.find(({ type }) => type === 'styles')?.target
  const { free, notes, heights } = judgedCells(cells, {
    sheet,
    styles: cellStyles(styles && parts.has(styles) ? await textOf(styles) : null),
    rows: read.find(({ name }) => name === sheetName)?.rows ?? [],
    raiseRow,
  })
  const workbook = await textOf(main)
  const stale = staleValues(places, namesIn(workbook), sheetName, free)
  const edits = new Map<string, Edit[]>(stale)
  edits.set(sheetName, [...fillEdits(sheet, free, heights), ...(stale.get(sheetName) ?? [])])
  const changed = new Map<string, string>()
  const nameOf = (part: string) =>
    archive.entries.find(({ fileName }) => fileName.toLowerCase() === part.toLowerCase())?.fileName ?? part
  for (const { name, part } of listed) {
    const xml = places.get(name)?.xml
    const of = edits.get(name) ?? []
    if (xml !== undefined && of.length > 0) changed.set(nameOf(part), edited(xml, of))
  }
  const recalculated = stale.size > 0 ? calculatedOnLoad(workbook) : workbook
  if (recalculated !== workbook) changed.set(nameOf(main), recalculated)
  const result = await rewritePackage(archive, changed)
  await verify(result, sheetName, free)
  return { bytes: result, notes }
}

/** A form as `readWorkbook` gives it, unless it is one that is never filled. Throws AppError, also 'form-with-macros'. */
export async function readFormWorkbook(bytes: Uint8Array): ReturnType<typeof readWorkbook> {
  const parts = packageOf(await openArchive(bytes))
  const types = parts.has(contentTypes) ? decode(await buffer(Readable.from(parts.read(contentTypes)))) : ''
  // Excel's binary workbooks call themselves able to hold macros too.
  if (/sheet\.binary/i.test(types)) throw new AppError('file-not-workbook')
  if (/macroEnabled|vbaProject/i.test(types)) throw new AppError('form-with-macros')
  if (/spreadsheetml\.template\.main/i.test(types)) throw new AppError('form-is-template')
  return readWorkbook(bytes)
}

const contentTypes = '[Content_Types].xml'

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new AppError('file-damaged')
  }
}

/** What the names of a workbook stand for, by name in small letters; a name may stand on several sheets. */
function namesIn(workbook: string): Map<string, string[]> {
  const named = Map.groupBy(placesIn(workbook, ['definedName']), ({ attributes }) =>
    (attributes.name ?? '').toLowerCase(),
  )
  return new Map(
    [...named].map(([name, places]) => [
      name,
      places.map(({ inside, insideEnd }) => plainXml(workbook.slice(inside, insideEnd))),
    ]),
  )
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

async function verify(bytes: Uint8Array, sheetName: string, cells: readonly FilledCell[]): Promise<void> {
  const rows = (await readWorkbook(bytes)).find(({ name }) => name === sheetName)?.rows ?? []
  for (const { row, column, value } of cells) {
    const letter = columnLetter(column)
    const cell = rows.find((each) => each.row === row)?.cells[letter]
    const same =
      typeof value === 'number'
        ? cell?.number === value
        : (cell?.text ?? '') === filledText(value).replace(/^\s+$/, '')
    if (!same) throw new Error(`${letter}${row} does not read back as it was written`)
  }
}
