import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import type { Block, PaperDocument, Run } from '../../shared/documents/blocks.ts'
import type { PaperLayout } from '../../shared/documents/paper-layout.ts'
import { baseLines, capitals, cleaned, itemMarker, oneLine } from '../../shared/documents/paper-words.ts'
import { closingTable, letterheadTable, paperTable } from './word-tables.ts'
import { paragraphOf, runsOf, twipsOfMm, twipsOfPt } from './word-units.ts'

/**
 * The document as a Word file, drawn from the same blocks and measures as the page that is printed. Where both break
 * a page is up to each program; what they say, and in which order, is the same.
 */
export async function paperToWord(document: PaperDocument, layout: PaperLayout): Promise<Uint8Array> {
  const { top, right, bottom, left } = layout.marginsMm
  const numberHeight = twipsOfPt(layout.lineSpacingPt)
  const heading = {
    run: { bold: true, color: '000000', size: layout.bodyPt * 2 },
    paragraph: {
      spacing: { before: twipsOfPt(layout.paragraphSpacingPt), after: 0 },
      indent: { firstLine: twipsOfMm(layout.firstLineIndentMm) },
      keepNext: true,
    },
  }
  const word = new Document({
    title: oneLine(document.name, layout),
    creator: 'Văn phòng Chi bộ',
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: {
            font: layout.fontFamily,
            size: layout.bodyPt * 2,
            language: { value: 'vi-VN' },
          },
          paragraph: {
            spacing: { line: twipsOfPt(layout.lineSpacingPt), lineRule: LineRuleType.EXACT },
          },
        },
        heading1: heading,
        heading2: heading,
      },
    },
    sections: [
      {
        properties: {
          // The first page has a header of its own: an empty one.
          titlePage: true,
          page: {
            size: { width: twipsOfMm(210), height: twipsOfMm(297) },
            margin: {
              top: twipsOfMm(top),
              right: twipsOfMm(right),
              bottom: twipsOfMm(bottom),
              left: twipsOfMm(left),
              header: Math.round((twipsOfMm(top) - numberHeight) / 2),
              footer: Math.round(twipsOfMm(bottom) / 2),
              gutter: 0,
            },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph({})] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: layout.pageNumberPt * 2 })],
              }),
            ],
          }),
        },
        children: document.blocks.flatMap((block, index) => [
          ...drawBlock(block, layout, document.blocks[index + 1]?.kind === 'closing'),
          ...(needsRoomAfter(block, document.blocks[index + 1]) ? [gap(12)] : []),
        ]),
      },
    ],
  })
  return Packer.toBuffer(word)
}

/** `beforeClosing`: its end goes to the next page with the foot, which never stands there alone. */
function drawBlock(block: Block, layout: PaperLayout, beforeClosing: boolean): (Paragraph | Table)[] {
  const spacing = { before: twipsOfPt(layout.paragraphSpacingPt), after: 0 }
  const indent = { firstLine: twipsOfMm(layout.firstLineIndentMm) }
  const body = { spacing, indent, alignment: AlignmentType.BOTH }
  switch (block.kind) {
    case 'letterhead':
      return [letterheadTable(block, layout), gap(18)]
    case 'title': {
      const centered = { alignment: AlignmentType.CENTER, keepNext: true }
      return [
        paragraphOf(capitals(block.type, layout), { ...centered, bold: true }),
        paragraphOf(oneLine(block.excerpt, layout), { ...centered, bold: true }),
        paragraphOf(layout.titleRule, { ...centered, spacing: { after: twipsOfPt(12) } }),
      ]
    }
    case 'bases':
      return baseLines(block, layout).map((base) =>
        paragraphOf(base, { ...body, italics: layout.basesItalic }),
      )
    case 'heading': {
      const level = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
      return [paragraphOf(oneLine(block.text, layout), { heading: level })]
    }
    case 'paragraph':
      return [
        new Paragraph({
          ...body,
          ...(block.indent ? {} : { indent: {} }),
          keepNext: beforeClosing,
          children: drawRuns(block.runs, layout),
        }),
      ]
    case 'list':
      return block.items.map(
        (item, index) =>
          new Paragraph({
            ...body,
            keepNext: beforeClosing && index === block.items.length - 1,
            children: [new TextRun(itemMarker(block.marker, index)), ...drawRuns(item, layout)],
          }),
      )
    case 'table':
      return [gap(12), paperTable(block, layout, beforeClosing)]
    case 'slip':
      return drawSlip(block, layout)
    case 'pageBreak':
      return [gap(1, { pageBreakBefore: true })]
    case 'closing':
      return [gap(18, { keepNext: true }), closingTable(block, layout)]
  }
}

/** A foot brings its own distance; a file must end in a paragraph. */
function needsRoomAfter(block: Block, next: Block | undefined): boolean {
  return block.kind === 'table' && next?.kind !== 'closing'
}

/** An empty line of so many points: tables have no distance of their own, and two in a row would become one. */
function gap(points: number, options: IParagraphOptions = {}): Paragraph {
  const line = { line: twipsOfPt(points), lineRule: LineRuleType.EXACT, before: 0, after: 0 }
  return new Paragraph({ ...options, spacing: line })
}

function drawRuns(runs: readonly Run[], layout: PaperLayout): TextRun[] {
  return runs.flatMap((run) => runsOf(cleaned(run.text, layout), { bold: run.bold, italics: run.italic }))
}

/** Kept together, with a line to cut along below. */
function drawSlip(slip: Extract<Block, { kind: 'slip' }>, layout: PaperLayout): Paragraph[] {
  const together = { keepNext: true, keepLines: true }
  const spacing = { before: twipsOfPt(layout.paragraphSpacingPt), after: 0 }
  const cut = { style: BorderStyle.DASHED, size: 6, space: 12, color: '000000' }
  return [
    paragraphOf(capitals(slip.body, layout), { ...together, spacing: { before: twipsOfPt(12) } }),
    paragraphOf(capitals(slip.title, layout), {
      ...together,
      heading: HeadingLevel.HEADING_1,
      alignment: AlignmentType.CENTER,
      indent: { firstLine: 0 },
      spacing: { before: twipsOfPt(2), after: twipsOfPt(6) },
    }),
    ...slip.runs.map(
      (runs, index) =>
        new Paragraph({
          spacing,
          alignment: AlignmentType.BOTH,
          keepLines: true,
          children: drawRuns(runs, layout),
          ...(index === slip.runs.length - 1 ? { border: { bottom: cut } } : { keepNext: true }),
        }),
    ),
  ]
}
