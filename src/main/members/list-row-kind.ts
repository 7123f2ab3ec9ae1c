import { fold } from '../../shared/rules/fold.ts'
import type { SheetRow } from '../excel/read-sheet.ts'
import { type ColumnLetters, rawNameOf } from './list-rows.ts'
import { lineOf } from './list-values.ts'

/** What a row below a heading is. 'section' names the cell of those that follow. */
export type RowKind = 'person' | 'section' | 'numbering' | 'total' | 'signature' | 'other'

/** Marks count here: 'Tổng cộng' is a sum, 'Tống Công Minh' a person, 'Công chức' a job. */
const totalWords = /^(tổng (cộng|số)|cộng)(?!\p{L})/u
const signatureWords =
  /^(noi nhan|t\/?m\.? |k\/?t\.? |(nguoi|can bo) (lap|tong hop)|xac nhan|bi thu$|pho bi thu$|thu truong|lap bieu)/

/**
 * Tells people from what else stands in a list. `begun`: a person was met already; `ended`: a sum or a signature
 * was, after which only rows that clearly are people count.
 */
export function rowKind(
  row: SheetRow,
  letters: ColumnLetters,
  so: { begun: boolean; ended: boolean },
): RowKind {
  const filled = Object.entries(row.cells).filter(
    ([, { text, kind }]) => lineOf(text) !== '' || kind === 'failed',
  )
  const texts = filled.map(([, { text }]) => lineOf(text))
  if (!so.begun && texts.length > 1 && texts.every((text) => /^(\(?\d{1,2}\)?|\(?[a-z]\)?)$/i.test(text)))
    return 'numbering'
  const known = new Set(
    Object.entries(letters)
      .filter(([column]) => column !== 'ordinal')
      .map(([, letter]) => letter),
  )
  const useful = filled.filter(([letter]) => known.has(letter)).length
  const ordinal = lineOf(row.cells[letters.ordinal ?? '']?.text ?? '')
  if (/^\d+[.)]?$/.test(ordinal)) return useful > 0 ? 'person' : 'other'
  if (texts.some((text) => totalWords.test(text.toLowerCase()))) return 'total'
  const words = texts.filter((text) => !/^([ivxlc]+|[a-z]|\d+)[.)]?$/i.test(text))
  if (words.length === 1 && /^chi bo\b/.test(fold(words[0] ?? ''))) return 'section'
  const isSignature = filled.some(
    ([letter, { text }]) =>
      letter !== letters.role &&
      letter !== letters.roleAndJob &&
      signatureWords.test(fold(text.slice(0, 100))),
  )
  if (isSignature && useful < 3) return 'signature'
  if (so.ended) return useful >= 3 ? 'person' : 'other'
  // Remarks below a list fill one cell; a person fills more, or is numbered.
  const name = rawNameOf(row, letters)
  const onlyName = letters.ordinal === undefined && name !== '' && useful === filled.length
  return useful >= 2 || onlyName ? 'person' : 'other'
}
