/** Excel holds 32,767 characters in a cell and calls a file with more damaged. */
const longestCell = 32_700
const cutMark = '…(xem tiếp)'
const longestSheetName = 31
const longestFooter = 255

/** Whether XML 1.0 and the programs that read it take this UTF-16 unit: no controls, DEL or non-characters. */
function isWritable(unit: number): boolean {
  if (unit < 0x20) return unit === 0x09 || unit === 0x0a
  return unit !== 0x7f && unit !== 0xfffe && unit !== 0xffff
}

/** What a cell will hold of a text: legal characters, line ends as \n, at most 32,700 characters. */
export function cellText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').toWellFormed()
  let clean = lines
  for (let index = 0; index < lines.length; index++) {
    if (isWritable(lines.charCodeAt(index))) continue
    clean = [...lines].filter((character) => isWritable(character.charCodeAt(0))).join('')
    break
  }
  if (clean.length <= longestCell) return clean
  return withoutHalf(clean.slice(0, longestCell - cutMark.length)) + cutMark
}

/** Cutting may have left half of a surrogate pair at the end. */
function withoutHalf(text: string): string {
  return text.isWellFormed() ? text : text.slice(0, -1)
}

/** Excel reads `_x0041_` as "A": a text that holds it by itself is written with its underscore escaped. */
export function escapeUnderscoreX(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A text as it stands between two tags. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (each) => entities[each] ?? each)
}

/** The reverse of `escapeUnderscoreX`, as Excel and LibreOffice read. */
export function unescapeUnderscoreX(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/**
 * Legal sheet names, each unlike the others whatever the case. Excel forbids / \\ ? * [ ] : and more than
 * 31 characters; "History" is its own, an apostrophe breaks the names exceljs writes for
 * printing, and a quotation mark would end the text of a link.
 */
export function sheetNames(wished: readonly string[]): string[] {
  const taken = new Set<string>()
  return wished.map((wish) => {
    const clean = cellText(wish)
      .replace(/[/\\?*[\]:'"\n\t]/g, ' ')
      .replace(/ +/g, ' ')
      .trim()
    const base = clean === '' || /^history$/i.test(clean) ? `Trang ${clean}`.trim() : clean
    let name = shortened(base, '')
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = shortened(base, ` (${count})`)
    taken.add(name.toLowerCase())
    return name
  })
}

function shortened(base: string, suffix: string): string {
  return withoutHalf(base.slice(0, longestSheetName - suffix.length)).trimEnd() + suffix
}

/** The foot of each page: a text at the left, "Trang 1/3" at the right. `&` is a command there. */
export function pageFooter(left: string): string {
  // The space after the size keeps a text that begins with a digit from becoming part of it.
  const font = '&"Times New Roman,Regular"&10 '
  const right = `&R${font}Trang &P/&N`
  const room = longestFooter - right.length - '&L'.length - font.length
  let text = ''
  for (const character of cellText(left).replace(/\s+/g, ' ')) {
    const escaped = character === '&' ? '&&' : character
    if (text.length + escaped.length > room) break
    text += escaped
  }
  return text === '' ? right : `&L${font}${text}${right}`
}
