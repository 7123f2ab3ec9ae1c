import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A stretch of text on a page. Measures are points, `x` and `y` from the page's top left corner to the baseline. */
export type PdfText = { text: string; x: number; y: number; width: number; size: number; font: string }
export type PdfPage = { width: number; height: number; texts: PdfText[]; lines: string[] }

/** What a PDF says, read by pdf.js: every page with its texts and, from top to bottom, its lines. */
export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), fontExtraProperties: true, verbosity: 0 })
  const pdf = await task.promise
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    // Fonts are known by name only after the page's operators were read.
    await page.getOperatorList()
    const content = await page.getTextContent()
    const texts: PdfText[] = []
    for (const item of content.items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, , , , x = 0, y = 0] = item.transform
      const font: unknown = page.commonObjs.get(item.fontName)
      const name = font instanceof Object && 'name' in font ? String(font.name).replace(/^[A-Z]+\+/, '') : ''
      const size = Math.round(item.height * 10) / 10
      addText(texts, { text: item.str, x, y: height - y, width: item.width, size, font: name })
    }
    pages.push({ width, height, texts, lines: linesOf(texts) })
  }
  await task.destroy()
  return pages
}

/** A font that comes in several files breaks words into pieces; what follows on in one style is one text again. */
function addText(texts: PdfText[], next: PdfText): void {
  const last = texts.at(-1)
  const gap = last ? next.x - last.x - last.width : 0
  const follows =
    last && Math.abs(last.y - next.y) < 0.5 && last.size === next.size && last.font === next.font && gap > -1
  if (!follows || gap > next.size * 0.6) {
    texts.push(next)
    return
  }
  last.text += gap > next.size * 0.15 && !/\s$/.test(last.text) ? ` ${next.text}` : next.text
  last.width = next.x + next.width - last.x
}

/** Texts of one baseline as one line, a space where there is a gap between them. */
function linesOf(texts: readonly PdfText[]): string[] {
  const rows: PdfText[][] = []
  for (const text of texts.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row?.[0] && Math.abs(row[0].y - text.y) < 1) row.push(text)
    else rows.push([text])
  }
  return rows.map((row) => {
    let line = ''
    let end = 0
    for (const text of row.toSorted((a, b) => a.x - b.x)) {
      line += line !== '' && text.x - end > 1 ? ` ${text.text}` : text.text
      end = text.x + text.width
    }
    return line.replace(/\s+/g, ' ')
  })
}
