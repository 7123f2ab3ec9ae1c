import { posix } from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import { isDateFormat } from './number-format.ts'
import { openPackage, type Package } from './prescan.ts'
import { readSheet, type SheetRow, type SheetStyles } from './read-sheet.ts'
import type { Merge } from './sheet-range.ts'
import { parseXml } from './xml.ts'

/** One sheet as read: only rows that hold something, cells by column letter, merges as they stand. */
export type SheetData = { name: string; hidden: boolean; rows: SheetRow[]; merges: Merge[] }

const mostSheets = 200
/** Characters of all texts together; more would not fit through the program. */
const mostCharacters = 20_000_000
/** Filled cells of all sheets together: 5,000 people with 40 columns each. */
const mostCells = 200_000
const longestSheetName = 255

/**
 * Reads the values of a workbook someone hands in. The parts are streamed through a SAX parser, so merges,
 * validations, formats, drawings and links are never built, only values are kept, and every count has a cap.
 * Throws AppError: what the file is, or why it is too much.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<SheetData[]> {
  const parts = await openPackage(bytes)
  const { sheets, date1904, related } = await sheetParts(parts)
  const partOf = (kind: string) => related.find(({ type }) => type === kind)?.target
  const styles = await readStyles(parts, partOf('styles'), date1904)
  const sharedTexts = await readSharedTexts(parts, partOf('sharedStrings'))
  const budget = { characters: mostCharacters, cells: mostCells }
  const read: SheetData[] = []
  for (const { name, hidden, part } of sheets)
    read.push({ name, hidden, ...(await readSheet(parts.read(part), styles, sharedTexts, budget)) })
  if (read.length === 0) throw new AppError('file-not-workbook')
  return read
}

/** The sheets of a workbook with the part each stands in, and what else its own part (`main`) points to. */
export async function sheetParts(parts: Package) {
  const main = (await relations(parts, '')).find(({ type }) => type === 'officeDocument')?.target
  if (!main || !parts.has(main)) throw new AppError('file-not-workbook')
  const { sheets, date1904 } = await readSheetNames(parts, main)
  const related = await relations(parts, main)
  return {
    main,
    date1904,
    related,
    sheets: sheets.flatMap(({ relation, ...sheet }) => {
      const part = related.find(({ id, type }) => id === relation && type === 'worksheet')?.target
      return part ? [{ ...sheet, part }] : []
    }),
  }
}

type Relation = { id: string; type: string; target: string }

/** The parts a part points to ('' is the package itself); what lies outside the archive is left out. */
async function relations(parts: Package, source: string): Promise<Relation[]> {
  const folder = posix.dirname(source)
  const file = posix.join(folder, '_rels', `${posix.basename(source)}.rels`)
  if (!parts.has(file)) return []
  const found: Relation[] = []
  await parseXml(parts.read(file), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      found.push({ id: Id, type: posix.basename(Type), target: posix.normalize(target) })
    },
  })
  return found
}

type SheetName = { name: string; hidden: boolean; relation: string }

async function readSheetNames(parts: Package, part: string) {
  const sheets: SheetName[] = []
  let date1904 = false
  let isWorkbook = false
  await parseXml(parts.read(part), {
    open(element, attributes) {
      if (element === 'workbook') isWorkbook = true
      if (element === 'workbookPr') date1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (element !== 'sheet') return
      if (sheets.length >= mostSheets) throw new AppError('file-dangerous')
      const { name = '', state, id = '' } = attributes
      sheets.push({
        name: name.slice(0, longestSheetName),
        hidden: state === 'hidden' || state === 'veryHidden',
        relation: id,
      })
    },
  })
  if (!isWorkbook) throw new AppError('file-not-workbook')
  return { sheets, date1904 }
}

async function readStyles(parts: Package, part: string | undefined, date1904: boolean): Promise<SheetStyles> {
  const codes = new Map<number, string>()
  const formats: SheetStyles['formats'] = []
  if (part && parts.has(part)) {
    let inCellFormats = false
    await parseXml(parts.read(part), {
      open(name, { numFmtId = '0', formatCode }) {
        if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode)
        if (name === 'cellXfs') inCellFormats = true
        if (name !== 'xf' || !inCellFormats) return
        const id = Number(numFmtId)
        formats.push({ isDate: isDateFormat(id, codes.get(id)), code: codes.get(id) })
      },
      close(name) {
        if (name === 'cellXfs') inCellFormats = false
      },
    })
  }
  return { formats, date1904 }
}

async function readSharedTexts(parts: Package, part: string | undefined): Promise<string[]> {
  const texts: string[] = []
  if (!part || !parts.has(part)) return texts
  let current = ''
  let inText = false
  let inPhonetic = false
  let characters = 0
  await parseXml(parts.read(part), {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') inPhonetic = true
      inText = name === 't' && !inPhonetic
    },
    text(text) {
      if (!inText) return
      characters += text.length
      if (characters > mostCharacters) throw new AppError('file-needs-too-much-memory')
      current += text
    },
    close(name) {
      if (name === 'rPh') inPhonetic = false
      if (name === 't') inText = false
      if (name === 'si') texts.push(current)
    },
  })
  return texts
}
