import type { Block, PaperDocument, Recipients, Run, Signature, TableRow } from './blocks.ts'
import { type FontFace, paperCss } from './paper-css.ts'
import type { PaperLayout } from './paper-layout.ts'

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
<title>${text(document.name)}</title>
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

/** Someone's words as text of the page: composed letters, no mark-up, no characters that HTML forbids. */
function text(words: string): string {
  return words
    .normalize('NFC')
    .toWellFormed()
    .replace(/[^\t\n\P{Cc}]/gu, ' ')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

const capitals = (words: string) => text(words.toLocaleUpperCase('vi'))

function drawBlock(block: Block, layout: PaperLayout): string {
  switch (block.kind) {
    case 'letterhead':
      return `<header class="letterhead">
<div class="bodies">
<p>${capitals(block.upperBody)}</p>
<p class="bold">${capitals(block.body)}</p>
<p>*</p>${block.number === null ? '' : `\n<p class="number">${text(block.number)}</p>`}
</div>
<div class="party">
<p class="party-name">ĐẢNG CỘNG SẢN VIỆT NAM</p>${
        block.placeAndDate === null ? '' : `\n<p class="place-and-date">${text(block.placeAndDate)}</p>`
      }
</div>
</header>`
    case 'title':
      return `<div class="title">
<h1>${capitals(block.type)}</h1>
<p class="bold">${text(block.excerpt)}</p>
<p>${text(layout.titleRule)}</p>
</div>`
    case 'heading':
      return `<h2>${text(block.text)}</h2>`
    case 'paragraph':
      return `<p class="paragraph${block.indent ? ' indent' : ''}">${block.runs.map(drawRun).join('')}</p>`
    case 'table':
      return drawTable(block)
    case 'slip': {
      const paragraphs = block.runs.map((runs) => `<p class="paragraph">${runs.map(drawRun).join('')}</p>`)
      return `<section class="slip">
<p>${capitals(block.body)}</p>
<h2>${capitals(block.title)}</h2>
${paragraphs.join('\n')}
</section>`
    }
    case 'closing':
      return `<div class="closing">
<div>${drawSide(block.left, layout)}</div>
<div>${drawSide(block.right, layout)}</div>
</div>`
  }
}

function drawRun(run: Run): string {
  const words = text(run.text)
  const bold = run.bold ? `<b>${words}</b>` : words
  return run.italic ? `<i>${bold}</i>` : bold
}

function drawTable(table: Extract<Block, { kind: 'table' }>): string {
  const columns = table.columns.map((column) => `<col style="width: ${column.widthPercent}%">`)
  const headings = table.columns.map((column) => `<th scope="col">${text(column.heading)}</th>`)
  const rows = table.rows.map((row) => drawRow(row, table.columns))
  const last = table.columns.at(-1)
  const total =
    table.total === null || last === undefined
      ? ''
      : `<tr class="total"><th scope="row" colspan="${table.columns.length - 1}">${text(table.total.label)}</th>` +
        `<td class="${last.align}">${text(table.total.value)}</td></tr>`
  return `<table>
<colgroup>${columns.join('')}</colgroup>
<thead><tr>${headings.join('')}</tr></thead>
<tbody>
${[...rows, total].join('\n')}
</tbody>
</table>`
}

function drawRow(row: TableRow, columns: Extract<Block, { kind: 'table' }>['columns']): string {
  if (row.kind === 'group') {
    return `<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${text(row.text)}</th></tr>`
  }
  const cells = columns.map(
    (column, index) => `<td class="${column.align}">${text(row.cells[index] ?? '')}</td>`,
  )
  return `<tr>${cells.join('')}</tr>`
}

function drawSide(side: Signature | Recipients | null, layout: PaperLayout): string {
  if (side === null) return ''
  if ('recipients' in side) {
    const end = side.recipients.length - 1
    const items = side.recipients.map((item, index) => `<li>- ${text(item)}${index === end ? '.' : ';'}</li>`)
    return `<p class="recipients-heading">Nơi nhận:</p><ul class="recipients">${items.join('')}</ul>`
  }
  const lines = side.lines.map((line, index) => {
    const bold = index === 0 || layout.signatureOfficeBold
    return `<p${bold ? ' class="bold"' : ''}>${capitals(line)}</p>`
  })
  return `<div class="signature">${lines.join('')}<p class="bold name">${text(side.name)}</p></div>`
}
