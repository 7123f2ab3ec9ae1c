import type { Block, PaperDocument, Recipients, Run, Signature, TableRow } from './blocks.ts'
import { type FontFace, paperCss } from './paper-css.ts'
import type { PaperLayout } from './paper-layout.ts'
import {
  baseLines,
  capitals,
  cleaned,
  itemMarker,
  numberLine,
  oneLine,
  partyName,
  recipientLines,
  recipientsHeading,
  signatureLines,
  upperBodyLine,
} from './paper-words.ts'

type Table = Extract<Block, { kind: 'table' }>

/** The document as one whole HTML page that needs nothing from outside and prints as A4 pages. */
export function paperToHtml(
  document: PaperDocument,
  layout: PaperLayout,
  fontFaces: readonly FontFace[],
): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>${escaped(oneLine(document.name, layout))}</title>
<style>
${paperCss(layout, fontFaces)}
</style>
</head>
<body>
${document.blocks.map((block) => drawBlock(block, layout)).join('\n')}
</body>
</html>
`
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (words: string) => words.replace(/[&<>"']/g, (character) => entities[character] ?? character)

function drawBlock(block: Block, layout: PaperLayout): string {
  const line = (words: string) => escaped(oneLine(words, layout))
  const runs = (all: readonly Run[]) => all.map((run) => drawRun(run, layout)).join('')
  switch (block.kind) {
    case 'letterhead':
      return `<header class="letterhead">
<div class="bodies">
<p>${escaped(upperBodyLine(block.upperBody, layout))}</p>
<p class="bold">${escaped(capitals(block.body, layout))}</p>
</div>
<p class="party-name">${partyName}</p>
<div class="bodies">
<p>*</p>${block.number === null ? '' : `\n<p class="number">${escaped(numberLine(block.number, layout))}</p>`}
</div>${block.placeAndDate === null ? '' : `\n<p class="place-and-date">${line(block.placeAndDate)}</p>`}
</header>`
    case 'title':
      return `<div class="title">
<h1>${escaped(capitals(block.type, layout))}</h1>
<p class="bold">${line(block.excerpt)}</p>
<p>${escaped(layout.titleRule)}</p>
</div>`
    case 'bases':
      return baseLines(block, layout)
        .map(
          (base) => `<p class="paragraph indent${layout.basesItalic ? ' italic' : ''}">${escaped(base)}</p>`,
        )
        .join('\n')
    case 'heading':
      return block.level === 1 ? `<h2>${line(block.text)}</h2>` : `<h3>${line(block.text)}</h3>`
    case 'paragraph':
      return `<p class="paragraph${block.indent ? ' indent' : ''}">${runs(block.runs)}</p>`
    case 'list':
      return block.items
        .map(
          (item, index) => `<p class="paragraph indent">${itemMarker(block.marker, index)}${runs(item)}</p>`,
        )
        .join('\n')
    case 'table':
      return drawTable(block, layout)
    case 'slip': {
      const paragraphs = block.runs.map((each) => `<p class="paragraph">${runs(each)}</p>`)
      return `<section class="slip">
<p>${escaped(capitals(block.body, layout))}</p>
<h2>${escaped(capitals(block.title, layout))}</h2>
${paragraphs.join('\n')}
</section>`
    }
    case 'pageBreak':
      return '<div class="page-break"></div>'
    case 'closing':
      return `<div class="closing"><div class="sides">
<div>${drawSide(block.left, layout)}</div>
<div>${drawSide(block.right, layout)}</div>
</div></div>`
  }
}

function drawRun(run: Run, layout: PaperLayout): string {
  const words = escaped(cleaned(run.text, layout))
  const bold = run.bold ? `<b>${words}</b>` : words
  return run.italic ? `<i>${bold}</i>` : bold
}

function drawTable(table: Table, layout: PaperLayout): string {
  const line = (words: string) => escaped(cleaned(words, layout))
  const columns = table.columns.map((column) => `<col style="width: ${column.widthPercent}%">`)
  const headings = table.columns.map((column) => `<th scope="col">${line(column.heading)}</th>`)
  const rows = table.rows.map((row) => drawRow(row, table, layout))
  const last = table.columns.at(-1)
  const total =
    table.total === null || last === undefined
      ? ''
      : `<tr class="total"><th scope="row" colspan="${table.columns.length - 1}">${line(table.total.label)}</th>` +
        `<td class="${last.align}">${line(table.total.value)}</td></tr>`
  return `<table>
<colgroup>${columns.join('')}</colgroup>
<thead><tr>${headings.join('')}</tr></thead>
<tbody>
${[...rows, total].join('\n')}
</tbody>
</table>`
}

function drawRow(row: TableRow, { columns, leastRowMm }: Table, layout: PaperLayout): string {
  if (row.kind === 'group') {
    const words = escaped(cleaned(row.text, layout))
    return `<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${words}</th></tr>`
  }
  const cells = columns.map((column, index) => {
    const words = escaped(cleaned(row.cells[index] ?? '', layout))
    return `<td class="${column.align}">${words}</td>`
  })
  const height = leastRowMm === null ? '' : ` style="height: ${leastRowMm}mm"`
  return `<tr${height}>${cells.join('')}</tr>`
}

function drawSide(side: Signature | Recipients | null, layout: PaperLayout): string {
  if (side === null) return ''
  if ('recipients' in side) {
    const items = recipientLines(side, layout).map((item) => `<li>${escaped(item)}</li>`)
    return `<p class="recipients-heading">${recipientsHeading}</p><ul class="recipients">${items.join('')}</ul>`
  }
  const lines = signatureLines(side, layout).map(
    ({ text, bold }) => `<p${bold ? ' class="bold"' : ''}>${escaped(text)}</p>`,
  )
  return `<div class="signature">${lines.join('')}<p class="bold name">${escaped(oneLine(side.name, layout))}</p></div>`
}
