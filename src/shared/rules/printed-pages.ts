type Printed = { orientation: 'landscape' | 'portrait'; pages: number }

/** "5 trang A4 ngang", or "7 trang A4: 5 ngang, 2 dọc". */
export function printedPagesWords(sheets: readonly Printed[]): string {
  const sum = (some: readonly Printed[]) => some.reduce((all, { pages }) => all + pages, 0)
  const all = `${sum(sheets)} trang A4`
  const across = sum(sheets.filter(({ orientation }) => orientation === 'landscape'))
  const upright = sum(sheets) - across
  if (upright === 0) return `${all} ngang`
  return across === 0 ? `${all} dọc` : `${all}: ${across} ngang, ${upright} dọc`
}
