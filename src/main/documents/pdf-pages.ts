/**
 * How many pages a PDF has, by its own count: the page tree's root says so in `/Count`, and every other node counts
 * fewer. Reads what Chromium writes: its page tree stands in plain text.
 */
export function countPdfPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf).toString('latin1')
  let pages = 0
  for (const [node] of text.matchAll(/<<[^<>]*\/Type\s*\/Pages\b[^<>]*>>/g)) {
    pages = Math.max(pages, Number(/\/Count\s+(\d+)/.exec(node)?.[1] ?? 0))
  }
  if (pages === 0) throw new Error('The PDF has no page tree in plain text.')
  return pages
}
