import type { PaperDocument } from '../../src/shared/documents/blocks.ts'

/** A document with the same words in every place that words can take. */
export function documentOf(words: string): PaperDocument {
  const style = { bold: true, italic: true }
  return {
    name: words,
    blocks: [
      { kind: 'letterhead', upperBody: words, body: words, number: words, placeAndDate: words },
      { kind: 'title', type: words, excerpt: words },
      { kind: 'bases', bases: [words, words] },
      { kind: 'heading', level: 1, text: words },
      { kind: 'heading', level: 2, text: words },
      { kind: 'paragraph', indent: true, runs: [{ ...style, text: words }] },
      { kind: 'list', marker: 'letter', items: [[{ ...style, text: words }]] },
      { kind: 'pageBreak' },
      {
        kind: 'table',
        columns: [
          { heading: words, widthPercent: 50, align: 'left' },
          { heading: words, widthPercent: 50, align: 'right' },
        ],
        rows: [
          { kind: 'group', text: words },
          { kind: 'cells', cells: [words, words] },
        ],
        leastRowMm: 12,
        total: { label: words, value: words },
      },
      { kind: 'slip', body: words, title: words, runs: [[{ ...style, text: words }]] },
      {
        kind: 'closing',
        left: { recipients: [words, words] },
        right: { behalf: { form: 'T/L', body: words }, office: words, name: words },
      },
    ],
  }
}
