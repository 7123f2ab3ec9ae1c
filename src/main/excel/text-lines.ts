/** How a text is set: Times New Roman of that many points. */
export type Type = { size: number; bold: boolean }

// Times New Roman from the space to the tilde, in thousandths of its size; Liberation Serif and Tinos are as wide.
const regular = widths(
  '250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 ' +
    '564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 ' +
    '722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 ' +
    '278 500 500 722 500 500 444 480 200 480 541',
)
const bold = widths(
  '250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 ' +
    '570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 ' +
    '722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 ' +
    '333 556 500 722 500 500 444 394 220 394 520',
)
/** What the horn of ơ and ư adds. */
const horn = 140
/** Letters that no other letter stands for: as wide as they come. */
const widest = 1000

/** Programs set the same type a little wider or narrower, on the screen and on paper. */
const leeway = 1.03

/** By UTF-16 unit, one more than the width; 0 where it is not known yet. */
type Widths = Uint16Array

function widths(text: string): Widths {
  const known = new Uint16Array(0x10000)
  for (const [index, width] of text.split(' ').entries()) known[32 + index] = Number(width) + 1
  return known
}

function widthOfUnit(unit: number, known: Widths): number {
  const found = known[unit] as number
  if (found > 0) return found - 1
  const width = worked(String.fromCharCode(unit), known)
  known[unit] = width + 1
  return width
}

function worked(letter: string, known: Widths): number {
  // Half of a pair.
  if (!letter.isWellFormed()) return widest / 2
  if (/^\p{M}$/u.test(letter)) return 0
  if (/^[–‘’“”]$/.test(letter)) return 500
  const [base = '', ...marks] = letter === 'đ' ? 'd' : letter === 'Đ' ? 'D' : letter.normalize('NFD')
  const ofBase = known[base.charCodeAt(0)] as number
  return (ofBase === 0 ? widest : ofBase - 1) + (marks.includes('\u031b') ? horn : 0)
}

/** How wide a text is on one line, in points. */
export function widthOf(text: string, type: Type): number {
  const known = type.bold ? bold : regular
  let width = 0
  for (let index = 0; index < text.length; index++) width += widthOfUnit(text.charCodeAt(index), known)
  return (width * type.size * leeway) / 1000
}

/** How many lines a text takes where `room` points are free, broken between words and within those too long. */
export function linesOf(text: string, room: number, type: Type): number {
  // No letter is wider than its size: most cells hold a mark and need no measuring.
  if (!text.includes('\n') && (text.length * type.size * leeway <= room || widthOf(text, type) <= room))
    return 1
  const space = widthOf(' ', type)
  let lines = 0
  for (const line of text.split('\n')) {
    let used = 0
    lines++
    for (const word of line.split(' ')) {
      const width = widthOf(word, type)
      if (used > 0 && used + space + width <= room) used += space + width
      else if (width <= room) {
        if (used > 0) lines++
        used = width
      } else {
        // A line broken within a word is never quite full.
        const full = Math.max(room - type.size, type.size)
        const of = Math.ceil(width / full)
        lines += of - (used > 0 ? 0 : 1)
        used = width - (of - 1) * full
      }
    }
  }
  return lines
}

/** How tall a line is, in points; Excel counts heights in steps of three quarters. */
export function lineHeight({ size }: Pick<Type, 'size'>): number {
  return Math.ceil((size * 1.3) / 0.75) * 0.75
}
