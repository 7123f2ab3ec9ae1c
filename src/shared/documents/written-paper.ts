import type { StandingParagraph } from '../rules/paper-edits.ts'
import {
  blank,
  isHeading,
  lastTaskColumns,
  type WrittenPaper,
  writtenPaperTypes,
} from '../rules/written-paper.ts'
import type { Block, PaperDocument, Signature } from './blocks.ts'
import { paragraph } from './parts.ts'

/** What stands around the paragraphs of a written paper. */
export type PaperFrame = {
  letterhead: Block
  /** What the paper is about, below its type: "Sinh hoạt chi bộ thường kỳ tháng 11 năm 2026". */
  excerpt: string
  /** The left signature, of minutes only. */
  left: Signature | null
  right: Signature
}

const taskColumns = [
  { widthPercent: 7, align: 'center' },
  { widthPercent: 33, align: 'left' },
  { widthPercent: 18, align: 'left' },
  { widthPercent: 20, align: 'left' },
  { widthPercent: 22, align: 'left' },
] as const

/**
 * A written paper as blocks. Paragraphs without a text are left out, but for what is not known yet under a heading, which
 * has room for a pen; a resolution's opinions follow its signature.
 */
export function writtenDocument(
  paper: WrittenPaper,
  paragraphs: readonly StandingParagraph[],
  frame: PaperFrame,
): PaperDocument {
  const shown = paragraphs
    .map((each, index) => (isRoomForPen(each, paragraphs[index - 1]) ? { ...each, text: blank } : each))
    .filter((each) => each.text.trim() !== '' || (each.style === 'row' && each.hand === 'facts'))
  const isAppendix = (each: StandingParagraph) => paper === 'resolution' && each.field === 'opinions'
  const recipients = shown.filter((each) => each.style === 'recipient').map((each) => each.text.trim())
  const body = shown.filter((each) => each.style !== 'recipient')
  const appendix = body.filter(isAppendix)
  return {
    name: `${writtenPaperTypes[paper]} ${frame.excerpt.charAt(0).toLocaleLowerCase('vi')}${frame.excerpt.slice(1)}`,
    blocks: [
      frame.letterhead,
      { kind: 'title', type: writtenPaperTypes[paper], excerpt: frame.excerpt },
      ...paragraphBlocks(body.filter((each) => !isAppendix(each))),
      {
        kind: 'closing',
        left: frame.left ?? (recipients.length > 0 ? { recipients } : null),
        right: frame.right,
      },
      ...(appendix.length > 0 ? [{ kind: 'pageBreak' } as const] : []),
      ...paragraphBlocks(appendix),
    ],
  }
}

/** A heading stands above something: where the facts give nothing yet, a hand fills it in. */
function isRoomForPen({ text, hand, missing }: StandingParagraph, before: StandingParagraph | undefined) {
  return text === '' && hand === 'facts' && missing.length > 0 && before !== undefined && isHeading(before)
}

/** Rows that follow each other are one table. */
function paragraphBlocks(paragraphs: readonly StandingParagraph[]): Block[] {
  const blocks: Block[] = []
  for (const { style, text, cells } of paragraphs) {
    const last = blocks.at(-1)
    if (style === 'heading') blocks.push({ kind: 'heading', level: 1, text })
    else if (style === 'subheading') blocks.push({ kind: 'heading', level: 2, text })
    else if (style === 'row') {
      const row = { kind: 'cells' as const, cells: [...cells, text] }
      if (last?.kind === 'table') last.rows.push(row)
      else
        blocks.push({
          kind: 'table',
          columns: lastTaskColumns.map((heading, index) => ({
            heading,
            ...(taskColumns[index] ?? { widthPercent: 20, align: 'left' }),
          })),
          rows: [row],
          leastRowMm: null,
          total: null,
        })
    } else blocks.push(paragraph(text))
  }
  return blocks
}
