import type { ColumnType } from './workbook-spec.ts'

export type Part =
  | 'head'
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'body'
  | 'total'
  | 'note'
  | 'placeAndDate'
  | 'signatureFirst'
  | 'signatureLine'
  | 'signatureName'
  | 'recipientsHeading'
  | 'recipient'

/** What a cell is, for the writer to choose font, border and number format. */
export type Look = {
  part: Part
  type: ColumnType
  bold: boolean
  centered: boolean
  /** Points, where the part's own size is too large. */
  size?: number
}

/** How the words of a cell are set, in Times New Roman of that many points. */
export function letteringOf({ part, bold, size }: Pick<Look, 'part' | 'bold' | 'size'>) {
  const own = letteringOfPart(part, bold)
  return size === undefined ? own : { ...own, size }
}

function letteringOfPart(part: Part, bold: boolean) {
  switch (part) {
    case 'head':
      return { size: 12, bold, italic: false }
    case 'title':
      return { size: 14, bold: true, italic: false }
    case 'subtitle':
    case 'placeAndDate':
      return { size: 12, bold: false, italic: true }
    case 'heading':
      return { size: 11, bold: true, italic: false }
    case 'body':
    case 'total':
      return { size: 11, bold, italic: false }
    case 'note':
      return { size: 11, bold: false, italic: true }
    case 'signatureFirst':
    case 'signatureName':
      return { size: 12, bold: true, italic: false }
    case 'signatureLine':
      return { size: 12, bold: false, italic: false }
    case 'recipientsHeading':
      return { size: 12, bold: false, italic: false, underline: true }
    case 'recipient':
      return { size: 11, bold: false, italic: false }
  }
}
