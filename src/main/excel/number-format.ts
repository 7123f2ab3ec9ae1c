/** Which built-in number formats show a day; the rest of them are numbers or times of day. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** Whether a number format shows a date. `code` is its text where the workbook defines one. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.has(id)
  // Words in quotes, escaped letters and [colours, locales, conditions] are not part of the pattern.
  const pattern = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase()
  return /[dy]/.test(pattern) || (pattern.includes('m') && !/[hs0#]/.test(pattern))
}

/** A number as the sheet shows it, as far as it matters for numbers of cards: no noise, kept leading zeros. */
export function numberText(value: number, code: string | undefined): string {
  const zeros = /^(0+)(?:\.(0+))?$/.exec(code ?? '')
  if (zeros && Number.isFinite(value) && value >= 0) {
    const decimals = zeros[2]?.length ?? 0
    const width = (zeros[1]?.length ?? 0) + (decimals > 0 ? decimals + 1 : 0)
    if (decimals <= 20 && width > 1) return value.toFixed(decimals).padStart(width, '0')
  }
  return String(Number(value.toPrecision(15)))
}
