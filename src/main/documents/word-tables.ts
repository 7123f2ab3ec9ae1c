import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IParagraphOptions,
  type Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block, Column, Recipients, Signature } from '../../shared/documents/blocks.ts'
import type { PaperLayout } from '../../shared/documents/paper-layout.ts'
import {
  capitals,
  cleaned,
  numberLine,
  oneLine,
  partyName,
  recipientLines,
  recipientsHeading,
  signatureLines,
  upperBodyLine,
} from '../../shared/documents/paper-words.ts'
import { paragraphOf, twipsOfMm, twipsOfPt } from './word-units.ts'

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

const centered: IParagraphOptions = { alignment: AlignmentType.CENTER }
const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
}

/** How wide "ĐẢNG CỘNG SẢN VIỆT NAM" is in bold Times New Roman, in widths of its size and a little room. */
const partyNameWidth = 14

/** The head: two columns without lines, the rule under the Party's name as long as the name. */
export function letterheadTable(block: BlockOf<'letterhead'>, layout: PaperLayout): Table {
  const widths = shares(layout, [46, 54])
  const room = Math.max(0, ((widths[1] ?? 0) - twipsOfPt(partyNameWidth * layout.letterheadRightPt)) / 2)
  const left = { ...centered, pt: layout.letterheadLeftPt }
  const below = [paragraphOf('*', left)]
  if (block.number !== null) below.push(paragraphOf(numberLine(block.number, layout), left))
  const dated =
    block.placeAndDate === null
      ? paragraphOf('', centered)
      : paragraphOf(oneLine(block.placeAndDate, layout), {
          ...centered,
          italics: true,
          pt: layout.placeAndDatePt,
        })
  const bodies = [
    paragraphOf(upperBodyLine(block.upperBody, layout), left),
    paragraphOf(capitals(block.body, layout), { ...left, bold: true }),
  ]
  const party = paragraphOf(partyName, {
    ...centered,
    bold: true,
    pt: layout.letterheadRightPt,
    indent: { left: Math.round(room), right: Math.round(room) },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
  })
  return bareTable(widths, [bareRow([bodies, [party]], 'top'), bareRow([below, [dated]], 'bottom')])
}

/** The foot, on one page: whoever signs on the right, on the left recipients or a second signature. */
export function closingTable(block: BlockOf<'closing'>, layout: PaperLayout): Table {
  const sides = [drawSide(block.left, layout), drawSide(block.right, layout)]
  return bareTable(shares(layout, [50, 50]), [bareRow(sides, 'top')])
}

function drawSide(side: Signature | Recipients | null, layout: PaperLayout): Paragraph[] {
  if (side === null) return [paragraphOf('', {})]
  if ('recipients' in side) {
    return [
      paragraphOf(recipientsHeading, { underline: {}, pt: layout.recipientsHeadingPt }),
      ...recipientLines(side, layout).map((line) => paragraphOf(line, { pt: layout.recipientsItemPt })),
    ]
  }
  return [
    ...signatureLines(side, layout).map(({ text, bold }) =>
      paragraphOf(text, { ...centered, bold, keepNext: true }),
    ),
    paragraphOf(oneLine(side.name, layout), { ...centered, bold: true, spacing: { before: twipsOfPt(54) } }),
  ]
}

/**
 * A table with lines: headings repeat on every page, no row is torn, a heading over rows stays with them, and before
 * a foot the last row goes where the foot goes.
 */
export function paperTable(block: BlockOf<'table'>, layout: PaperLayout, beforeClosing: boolean): Table {
  const { columns, leastRowMm, total } = block
  const widths = shares(
    layout,
    columns.map((column) => column.widthPercent),
  )
  const cell = (words: string, align: Column['align'], span = 1, bold = false, keepNext = false) =>
    new TableCell({
      columnSpan: span,
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        paragraphOf(cleaned(words, layout), {
          alignment: alignments[align],
          bold,
          pt: layout.tablePt,
          keepNext,
        }),
      ],
    })
  const headings = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column) => cell(column.heading, 'center', 1, true, true)),
  })
  const rows = block.rows.map((row, index) => {
    const stays = total === null && beforeClosing && index === block.rows.length - 1
    if (row.kind === 'group') {
      return new TableRow({
        cantSplit: true,
        children: [cell(row.text, 'left', columns.length, true, true)],
      })
    }
    return new TableRow({
      cantSplit: true,
      children: columns.map((column, at) => cell(row.cells[at] ?? '', column.align, 1, false, stays)),
      ...(leastRowMm === null ? {} : { height: { value: twipsOfMm(leastRowMm), rule: HeightRule.ATLEAST } }),
    })
  })
  const last = columns.at(-1)
  const totals =
    total === null || last === undefined
      ? []
      : [
          new TableRow({
            cantSplit: true,
            children: [
              cell(total.label, 'left', columns.length - 1, true, beforeClosing),
              cell(total.value, last.align, 1, true, beforeClosing),
            ],
          }),
        ]
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    borders: linesEverywhere,
    margins: { top: twipsOfPt(2), bottom: twipsOfPt(2), left: twipsOfPt(4), right: twipsOfPt(4) },
    rows: [headings, ...rows, ...totals],
  })
}

const line = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
const linesEverywhere = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}

/** A table without lines: what stands in columns. */
function bareTable(widths: number[], rows: TableRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    borders: TableBorders.NONE,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows,
  })
}

/** Cells side by side that are never torn over two pages. */
function bareRow(cells: readonly Paragraph[][], verticalAlign: 'top' | 'bottom'): TableRow {
  return new TableRow({
    cantSplit: true,
    children: cells.map((children) => new TableCell({ children, verticalAlign })),
  })
}

/** Percentages of the width between the margins, in twips. */
function shares({ marginsMm }: PaperLayout, percents: readonly number[]): number[] {
  const width = twipsOfMm(210 - marginsMm.left - marginsMm.right)
  return percents.map((percent) => Math.round((width * percent) / 100))
}

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0)
