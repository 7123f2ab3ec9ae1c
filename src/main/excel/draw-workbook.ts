import { open } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
// One file instead of some 300, of which most are for reading: it loads three times as fast.
import exceljs from 'exceljs/dist/exceljs.bare.min.js'
import { chartPicture } from './chart-picture.ts'
import { letters } from './grid.ts'
import type { PlacedSheet, PlacedWorkbook } from './layout.ts'
import { type Look, letteringOf } from './looks.ts'
import { openArchive } from './prescan.ts'
import { margins } from './sheet-pages.ts'
import { mergesXml, rowsXml, sheetRange, textList } from './sheet-rows.ts'
import type { ColumnType } from './workbook-spec.ts'
import { archiveOf, type PackedPart, packedPart } from './write-archive.ts'
import { edited, placesIn } from './xml-places.ts'

const numberFormats: Record<ColumnType, string> = {
  text: '@',
  integer: '#,##0',
  decimal: '#,##0.0',
  percent: '0.0%',
  date: 'dd/mm/yyyy',
  // One decimal would meet ties (39 s is 0.65 minutes), which programs round either way; two never do.
  minutes: '#,##0.00',
}

const thin = { style: 'thin' } as const
const border = { top: thin, left: thin, bottom: thin, right: thin }
const programName = 'Văn phòng Chi bộ'
const fontName = 'Times New Roman'
const rowsBetweenBreaths = 200
// Much quicker than the usual 6, and hardly larger: a sheet is mostly repetition.
const packing = 2

/**
 * Writes a placed workbook to a new file. exceljs draws its frame: styles, columns, the page, names and pictures; the
 * rows are put into it as XML, for exceljs takes some ten times as long with them. Only strings, finite numbers and
 * our own formulas come to stand there.
 */
export async function drawWorkbook(
  workbook: PlacedWorkbook,
  path: string,
  progress: (rows: number) => void,
): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(archiveOf(await drawnParts(workbook, progress)))
  } finally {
    await file.close()
  }
}

const textsPart = 'xl/sharedStrings.xml'
const stylesPart = 'xl/styles.xml'

/** The frame's parts with the rows in them, packed. */
async function drawnParts(workbook: PlacedWorkbook, progress: (rows: number) => void): Promise<PackedPart[]> {
  const looks = looksOf(workbook)
  const frame = await frameOf(workbook, [...looks.values()])
  const styles = stylesIn(await frame.textOf(sheetPart(0)), [...looks.keys()])
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
  for (const name of frame.names) {
    const sheet = sheetOf.get(name)
    if (name === stylesPart) {
      parts.push(packedPart(name, withUsualFont(await frame.textOf(name)), packing))
      continue
    }
    if (!sheet) {
      parts.push(packedPart(name, await frame.bytesOf(name), name.endsWith('.png') ? 0 : packing))
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
    parts.push(packedPart(name, withRows(await frame.textOf(name), sheet, rows), packing))
  }
  parts.push(packedPart(textsPart, texts.xml(), packing))
  progress(drawn)
  return parts
}

const sheetPart = (index: number) => `xl/worksheets/sheet${index + 1}.xml`
const lookKey = ({ part, type, bold, centered, size }: Look) => `${part} ${type} ${bold} ${centered} ${size}`

/** The looks that differ, one of each. */
function looksOf({ sheets }: PlacedWorkbook): Map<string, Look> {
  const looks = new Set(
    sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ look }) => look))),
  )
  return new Map([...looks].map((look) => [lookKey(look), look]))
}

type Frame = {
  names: string[]
  bytesOf: (name: string) => Promise<Buffer>
  textOf: (name: string) => Promise<string>
}

/**
 * The workbook without its rows, as exceljs writes it. The first sheet holds a cell of each look, one below the other,
 * so that its XML tells which style each has become.
 */
async function frameOf({ sheets }: PlacedWorkbook, looks: readonly Look[]): Promise<Frame> {
  const workbook = new exceljs.Workbook()
  workbook.creator = programName
  workbook.lastModifiedBy = programName
  for (const [index, sheet] of sheets.entries()) {
    const worksheet = openSheet(workbook, sheet)
    if (index === 0) {
      for (const [row, look] of looks.entries()) {
        const cell = worksheet.getCell(row + 1, 1)
        cell.value = '.'
        cell.style = style(look)
      }
    }
    await addPictures(workbook, worksheet, sheet)
  }
  // Packed only once, with the rows in it.
  const bytes = await workbook.xlsx.writeBuffer({
    zip: { compression: 'STORE' },
  } as Partial<exceljs.XlsxWriteOptions>)
  const { zip, entries } = await openArchive(new Uint8Array(bytes))
  const bytesOf = async (name: string) => {
    const entry = entries.find(({ fileName }) => fileName === name)
    if (!entry) throw new Error(`The frame has no ${name}`)
    return buffer(await zip.openReadStreamPromise(entry))
  }
  return {
    names: entries
      .map(({ fileName }) => fileName)
      .filter((name) => !name.endsWith('/') && name !== textsPart),
    bytesOf,
    textOf: async (name) => (await bytesOf(name)).toString('utf8'),
  }
}

/** The charts of a sheet; none where this machine cannot draw them. */
async function addPictures(
  workbook: exceljs.Workbook,
  worksheet: exceljs.Worksheet,
  { charts, rows }: PlacedSheet,
): Promise<void> {
  const pictures = await Promise.all(charts.map(({ chart }) => chartPicture(chart)))
  for (const [index, { row, size }] of charts.entries()) {
    const png = pictures[index]
    if (!png) continue
    // Where a picture begins is told in shares of its row.
    worksheet.getRow(row).height = rows[row - 1]?.height ?? 0
    const image = workbook.addImage({ base64: png.toString('base64'), extension: 'png' })
    worksheet.addImage(image, { tl: { col: 0.1, row: row - 1 + 0.02 }, ext: size })
  }
}

/** The number of each look's style, read from the cells of the frame's first sheet. */
function stylesIn(xml: string, keys: readonly string[]): Map<string, number> {
  const cells = placesIn(xml, ['c'])
  return new Map(keys.map((key, index) => [key, Number(cells[index]?.attributes.s ?? 0)]))
}

/**
 * Styles whose first font, the usual one of the sheets, is ours: a column's width is counted in its figures, and
 * exceljs always writes Calibri, which many machines lack; there each column would be a third wider than was meant.
 */
function withUsualFont(styles: string): string {
  return styles.replace(
    /<font>(?:(?!<\/font>).)*<\/font>/,
    `<font><sz val="11"/><name val="${fontName}"/></font>`,
  )
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

function openSheet(workbook: exceljs.Workbook, sheet: PlacedSheet): exceljs.Worksheet {
  const [headingFrom, headingTo] = sheet.headings
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: sheet.frozenColumns, ySplit: headingTo, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: sheet.pages.orientation,
      scale: sheet.pages.scale,
      horizontalCentered: true,
      margins,
      printTitlesRow: `${headingFrom}:${headingTo}`,
      // exceljs puts `$` before each corner's letter only.
      printArea: `A$1:${letters(sheet.widths.length)}$${sheet.rows.length}`,
    },
    headerFooter: { oddFooter: sheet.footer },
  })
  worksheet.columns = sheet.widths.map((width) => ({ width, style: { font: { name: fontName, size: 11 } } }))
  for (const end of sheet.pages.ends.slice(0, -1)) worksheet.getRow(end).addPageBreak()
  return worksheet
}

function style(look: Look): Partial<exceljs.Style> {
  const { part, type, centered } = look
  const font = { name: fontName, ...letteringOf(look) }
  const middle = { vertical: 'middle', wrapText: true } as const
  const center = { ...middle, horizontal: 'center' } as const
  switch (part) {
    case 'heading':
      return { font, alignment: center, border }
    case 'body':
    case 'total': {
      // A number too wide for its column would be shown as ###.
      const fitted = type === 'text' ? middle : ({ vertical: 'middle', shrinkToFit: true } as const)
      const aligned = centered
        ? ({ ...fitted, horizontal: 'center' } as const)
        : ({ ...fitted, horizontal: type === 'text' ? 'left' : 'right', indent: 1 } as const)
      return { font, alignment: aligned, border, numFmt: numberFormats[type] }
    }
    case 'note':
      return { font, alignment: { ...middle, horizontal: 'left' } }
    default:
      return { font, alignment: center }
  }
}
