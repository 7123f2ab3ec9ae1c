import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import exceljs from 'exceljs'
import { chartPicture, pictureSize } from './chart-picture.ts'
import { letters } from './grid.ts'
import type { Content, Look, PlacedRow, PlacedSheet, PlacedWorkbook } from './layout.ts'
import { escapeUnderscoreX } from './safe-text.ts'
import type { ColumnType } from './workbook-spec.ts'

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

/**
 * Writes a placed workbook to a file with exceljs. Rows go out as they are made, so a book of many years needs
 * little memory. Only strings, finite numbers and our own formulas reach exceljs.
 */
export async function drawWorkbook(
  workbook: PlacedWorkbook,
  path: string,
  progress: (rows: number) => void,
): Promise<void> {
  const stream = createWriteStream(path, { flags: 'wx' })
  await once(stream, 'open')
  const failed = new Promise<never>((_, reject) => stream.on('error', reject))
  const drawing = draw(workbook, stream, progress)
  // Without this a failure after the other has lost the race would end the process.
  drawing.catch(() => undefined)
  await Promise.race([drawing, failed])
}

async function draw(
  workbook: PlacedWorkbook,
  stream: ReturnType<typeof createWriteStream>,
  progress: (rows: number) => void,
): Promise<void> {
  const closed = new Promise<void>((resolve) => stream.on('close', resolve))
  const pictures = await picturesOf(workbook)
  if (pictures.length > 0) {
    await drawWithPictures(workbook, pictures, stream, progress)
    await closed
    return
  }
  const writer = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
    // Much quicker than the usual 6, and hardly larger: a sheet is mostly repetition.
    zip: { zlib: { level: 2 } },
  })
  writer.creator = programName
  writer.lastModifiedBy = programName
  const styleOf = sharedStyles()
  let rows = 0
  for (const sheet of workbook.sheets) {
    const worksheet = openSheet(writer, sheet)
    const mergesByRow = Map.groupBy(sheet.merges, ([top]) => top)
    const headings: number[] = []
    for (const [index, placed] of sheet.rows.entries()) {
      const number = index + 1
      drawRow(worksheet.getRow(number), placed, styleOf)
      const merges = mergesByRow.get(number) ?? []
      // A merge down into the next row needs that row to be still open.
      if (merges.some(([top, , bottom]) => bottom > top)) headings.push(number)
      else {
        for (const waiting of headings.splice(0)) {
          for (const merge of mergesByRow.get(waiting) ?? []) worksheet.mergeCells(merge)
        }
        for (const merge of merges) worksheet.mergeCells(merge)
        worksheet.getRow(number).commit()
      }
      rows++
      if (rows % rowsBetweenBreaths === 0) {
        progress(rows)
        await setImmediate()
      }
    }
    worksheet.commit()
  }
  await writer.commit()
  await closed
  progress(rows)
}

/** The style of a look, one object for all looks alike. */
function sharedStyles(): (look: Look) => Partial<exceljs.Style> {
  const styles = new Map<string, Partial<exceljs.Style>>()
  // Most cells of a column share one look: asking for that object is quicker than spelling it out.
  const known = new WeakMap<Look, Partial<exceljs.Style>>()
  return (look) => {
    const found = known.get(look)
    if (found) return found
    const key = `${look.part} ${look.type} ${look.bold} ${look.centered}`
    const made = styles.get(key) ?? style(look)
    styles.set(key, made)
    known.set(look, made)
    return made
  }
}

type Picture = { sheet: PlacedSheet; row: number; png: Buffer }

/** The charts of all sheets as pictures; none where this machine cannot draw them. */
async function picturesOf({ sheets }: PlacedWorkbook): Promise<Picture[]> {
  const pictures: Picture[] = []
  for (const sheet of sheets) {
    for (const { chart, row } of sheet.charts) {
      const png = await chartPicture(chart)
      if (png) pictures.push({ sheet, row, png })
    }
  }
  return pictures
}

/** Writes a workbook whole: the writer that lets rows go as they are made knows no pictures. */
async function drawWithPictures(
  { sheets }: PlacedWorkbook,
  pictures: readonly Picture[],
  stream: ReturnType<typeof createWriteStream>,
  progress: (rows: number) => void,
): Promise<void> {
  const workbook = new exceljs.Workbook()
  workbook.creator = programName
  workbook.lastModifiedBy = programName
  const styleOf = sharedStyles()
  let rows = 0
  for (const sheet of sheets) {
    const worksheet = openSheet(workbook, sheet)
    for (const [index, placed] of sheet.rows.entries()) {
      drawRow(worksheet.getRow(index + 1), placed, styleOf)
      rows++
      if (rows % rowsBetweenBreaths === 0) {
        progress(rows)
        await setImmediate()
      }
    }
    for (const merge of sheet.merges) worksheet.mergeCells(merge)
    for (const { row, png } of pictures.filter((picture) => picture.sheet === sheet)) {
      const image = workbook.addImage({ base64: png.toString('base64'), extension: 'png' })
      worksheet.addImage(image, { tl: { col: 0.1, row: row - 1 + 0.02 }, ext: pictureSize })
    }
  }
  await workbook.xlsx.write(stream, {
    zip: { compressionOptions: { level: 2 } },
  } as Partial<exceljs.XlsxWriteOptions>)
  stream.end()
  progress(rows)
}

function openSheet(
  writer: exceljs.stream.xlsx.WorkbookWriter | exceljs.Workbook,
  sheet: PlacedSheet,
): exceljs.Worksheet {
  const [headingFrom, headingTo] = sheet.headings
  const worksheet = writer.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: sheet.frozenColumns, ySplit: headingTo, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: sheet.onePage ? 1 : 0,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.6, right: 0.4, header: 0.3, footer: 0.3 },
      printTitlesRow: `${headingFrom}:${headingTo}`,
      // exceljs puts `$` before each corner's letter only.
      printArea: `A$1:${letters(sheet.widths.length)}$${sheet.rows.length}`,
    },
    headerFooter: { oddFooter: sheet.footer },
  })
  worksheet.columns = sheet.widths.map((width) => ({ width, style: { font: { name: fontName, size: 11 } } }))
  return worksheet
}

function drawRow(row: exceljs.Row, placed: PlacedRow, styleOf: (look: Look) => Partial<exceljs.Style>): void {
  row.height = placed.height
  for (const { column, content, look } of placed.cells) {
    const cell = row.getCell(column)
    cell.value = written(content)
    cell.style = styleOf(look)
  }
}

function written(content: Content): exceljs.CellValue {
  if (content === null || typeof content === 'number') return content
  if (typeof content === 'string') return escapeUnderscoreX(content)
  const { formula, value } = content
  return { formula, result: typeof value === 'string' ? escapeUnderscoreX(value) : value }
}

function style({ part, type, bold, centered }: Look): Partial<exceljs.Style> {
  const middle = { vertical: 'middle', wrapText: true } as const
  const center = { ...middle, horizontal: 'center' } as const
  const font = { name: fontName, size: 11 }
  switch (part) {
    case 'head':
      return { font: { ...font, size: 12, bold }, alignment: center }
    case 'title':
      return { font: { ...font, size: 14, bold: true }, alignment: center }
    case 'subtitle':
      return { font: { ...font, size: 12, italic: true }, alignment: center }
    case 'heading':
      return { font: { ...font, bold: true }, alignment: center, border }
    case 'body':
    case 'total': {
      const aligned = centered
        ? center
        : ({ ...middle, horizontal: type === 'text' ? 'left' : 'right', indent: 1 } as const)
      return { font: { ...font, bold }, alignment: aligned, border, numFmt: numberFormats[type] }
    }
    case 'note':
      return { font: { ...font, italic: true }, alignment: { ...middle, horizontal: 'left' } }
    case 'placeAndDate':
      return { font: { ...font, size: 12, italic: true }, alignment: center }
    case 'signatureFirst':
    case 'signatureName':
      return { font: { ...font, size: 12, bold: true }, alignment: center }
    case 'signatureLine':
      return { font: { ...font, size: 12 }, alignment: center }
  }
}
