// One file instead of some 300, of which most are for reading: it loads three times as fast.
import exceljs from 'exceljs/dist/exceljs.bare.min.js'
import { chartPicture } from './chart-picture.ts'
import { letters } from './grid.ts'
import type { PlacedSheet, PlacedWorkbook } from './layout.ts'
import { type Look, letteringOf } from './looks.ts'
import { margins } from './sheet-pages.ts'
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

/** The parts of a workbook's file by name, not packed yet, in the order they are to stand in. */
export type Parts = Map<string, string | Buffer>

/** The part of the sheet at that place, the first being 0. */
export const sheetPart = (index: number) => `xl/worksheets/sheet${index + 1}.xml`
export const textsPart = 'xl/sharedStrings.xml'
const stylesPart = 'xl/styles.xml'

/**
 * The workbook without its rows, as exceljs writes it. The first sheet holds a cell of each look, one below the other,
 * so that its XML tells which style each has become.
 */
export async function frameOf({ sheets }: PlacedWorkbook, looks: readonly Look[]): Promise<Parts> {
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
  const parts = await partsOf(workbook)
  parts.set(stylesPart, withUsualFont(String(parts.get(stylesPart))))
  return parts
}

// What exceljs 4.4 does one after the other when it writes a workbook, before it packs what came of it. Its types do
// not tell of these steps, and its packing takes longer than all of them: it waits for a timer after every piece.
const steps = [
  'addContentTypes',
  'addOfficeRels',
  'addWorkbookRels',
  'addWorksheets',
  'addSharedStrings',
  'addDrawings',
  'addThemes',
  'addStyles',
  'addMedia',
  'addApp',
  'addCore',
  'addWorkbook',
] as const
type Packer = { append: (content: string | Buffer, options: { name: string }) => void }
type Steps = Record<
  (typeof steps)[number],
  (packer: Packer, model: exceljs.WorkbookModel) => Promise<void>
> & {
  prepareModel: (model: exceljs.WorkbookModel, options: object) => void
}

/** The parts exceljs makes of a workbook. */
async function partsOf(workbook: exceljs.Workbook): Promise<Parts> {
  const parts: Parts = new Map()
  const packer: Packer = { append: (content, { name }) => parts.set(name, content) }
  const writer = workbook.xlsx as unknown as Steps
  const { model } = workbook
  writer.prepareModel(model, {})
  for (const step of steps) await writer[step](packer, model)
  return parts
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
    // Its types take Node's buffer for an ArrayBuffer.
    const buffer = png as unknown as exceljs.Buffer
    const image = workbook.addImage({ buffer, extension: 'png' })
    worksheet.addImage(image, { tl: { col: 0.1, row: row - 1 + 0.02 }, ext: size })
  }
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
    case 'recipientsHeading':
    case 'recipient':
      return { font, alignment: { ...middle, horizontal: 'left' } }
    default:
      return { font, alignment: center }
  }
}
