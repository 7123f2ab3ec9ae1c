/**
 * A row as the pages see it. `hold`: what is lost by ending a page after it, 0 for nothing; a page ends where the
 * least is lost.
 */
export type PageRow = { height: number; hold: number }

/** How far each page reaches: the number of its last row, counted from 1. */
export type PageEnds = number[]

/**
 * Divides rows over pages that have `room` for their heights. `headings` (first and last row, counted from 1) stand
 * again on top of every page that begins below them. Every row is on one page; none is taller than `room`, except
 * where one row alone is. What holds together stays together wherever it fits one page; beyond that there are as few
 * pages as can be, the earlier ones as full as can be.
 */
export function paginate(
  rows: readonly PageRow[],
  headings: readonly [number, number],
  room: number,
): PageEnds {
  const [from, to] = headings
  const repeated = rows.slice(from - 1, to).reduce((sum, row) => sum + row.height, 0)
  // From the last row to the first: how the rows from here on are best divided.
  const best: { lost: number; pages: number; end: number }[] = []
  best[rows.length] = { lost: 0, pages: 0, end: rows.length }
  for (let start = rows.length - 1; start >= 0; start--) {
    let height = start >= to ? repeated : 0
    let found = { lost: Number.POSITIVE_INFINITY, pages: 0, end: start + 1 }
    for (let end = start + 1; end <= rows.length; end++) {
      const row = rows[end - 1] as PageRow
      height += row.height
      if (height > room && end > start + 1) break
      const rest = best[end] as typeof found
      const lost = rest.lost + (end < rows.length ? row.hold : 0)
      const pages = rest.pages + 1
      if (lost < found.lost || (lost === found.lost && pages <= found.pages)) found = { lost, pages, end }
    }
    best[start] = found
  }
  const ends: PageEnds = []
  for (let start = 0; start < rows.length; ) {
    start = (best[start] as { end: number }).end
    ends.push(start)
  }
  return ends
}
