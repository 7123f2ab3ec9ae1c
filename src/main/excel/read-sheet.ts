import { AppError } from '../../shared/contract/errors.ts'
import { dateFromSerial } from '../../shared/rules/vietnamese-date.ts'
import { numberText } from './number-format.ts'
import {
  cellCount,
  columnLetter,
  lastSheetColumn,
  lastSheetRow,
  type Merge,
  parseAddress,
  parseRange,
} from './sheet-range.ts'
import { parseXml } from './xml.ts'

/**
 * A cell's value as plain text. `date`: the text is an ISO day; `failed`: an error or a formula never
 * calculated, with no text. `number` is what a number or date cell really holds.
 */
export type SheetCell = { text: string; kind: 'text' | 'number' | 'date' | 'failed'; number: number | null }
/** `row` counts from 1, `cells` go by column letter. */
export type SheetRow = { row: number; cells: Record<string, SheetCell> }
/** What number formats the cells' style numbers stand for. */
export type SheetStyles = { formats: { isDate: boolean; code: string | undefined }[]; date1904: boolean }

export const sheetLimits = {
  rows: 5_000,
  columns: 200,
  text: 32_767,
  merges: 5_000,
  /** A title merged over a whole row is 16,384 cells and honest; a block of them is not. */
  mergedCells: 20_000,
  /** Validations over a few whole columns are common; over the whole sheet they are an attack. */
  validatedCells: 50 * lastSheetRow,
} as const

/** Reads one sheet's values in one pass. `budget` counts down over all sheets. Throws AppError. */
export async function readSheet(
  chunks: AsyncIterable<Uint8Array>,
  styles: SheetStyles,
  sharedTexts: readonly string[],
  budget: { characters: number; cells: number },
): Promise<{ rows: SheetRow[]; merges: Merge[] }> {
  const rows = new Map<number, SheetRow>()
  const merges: Merge[] = []
  let row: SheetRow = { row: 0, cells: {} }
  let column = 0
  let cell: RawCell | null = null
  let inText = false
  let inPhonetic = false

  await parseXml(chunks, {
    open(name, attributes) {
      switch (name) {
        case 'row': {
          const number = attributes.r === undefined ? row.row + 1 : Number(attributes.r)
          if (!Number.isInteger(number) || number < 1 || number > lastSheetRow)
            throw new AppError('file-dangerous')
          row = rows.get(number) ?? { row: number, cells: {} }
          column = 0
          break
        }
        case 'c': {
          const address = attributes.r === undefined ? null : parseAddress(attributes.r)
          if (attributes.r !== undefined && !address) throw new AppError('file-dangerous')
          column = address?.column ?? column + 1
          if (column > lastSheetColumn) throw new AppError('file-dangerous')
          cell = {
            type: attributes.t ?? 'n',
            style: Number(attributes.s ?? 0),
            value: '',
            formula: false,
          }
          break
        }
        case 'f':
          if (cell) cell.formula = true
          break
        case 'rPh':
          inPhonetic = true
          break
        case 'mergeCell': {
          const merge = parseRange(attributes.ref ?? '')
          if (!merge || cellCount(merge) > sheetLimits.mergedCells || merges.length >= sheetLimits.merges)
            throw new AppError('file-dangerous')
          merges.push(merge)
          break
        }
        case 'dataValidation': {
          for (const part of (attributes.sqref ?? '').split(/\s+/)) {
            const range = part === '' ? null : parseRange(part)
            if (range && cellCount(range) > sheetLimits.validatedCells) throw new AppError('file-dangerous')
          }
          break
        }
      }
      inText = name === 'v' || (name === 't' && !inPhonetic)
    },
    text(text) {
      if (!cell || !inText) return
      cell.value += text
      if (cell.value.length > sheetLimits.text) throw new AppError('file-dangerous')
    },
    close(name) {
      inText = false
      if (name === 'rPh') inPhonetic = false
      if (name !== 'c' || !cell) return
      const value = cellValue(cell, styles, sharedTexts)
      cell = null
      if (value.text === '' && value.kind !== 'failed') return
      if (column > sheetLimits.columns) throw new AppError('file-too-many-rows')
      budget.cells -= 1
      if (budget.cells < 0) throw new AppError('file-too-many-rows')
      budget.characters -= value.text.length
      if (budget.characters < 0) throw new AppError('file-needs-too-much-memory')
      row.cells[columnLetter(column)] = value
      rows.set(row.row, row)
      if (rows.size > sheetLimits.rows) throw new AppError('file-too-many-rows')
    },
  })
  return { rows: [...rows.values()].sort((a, b) => a.row - b.row), merges }
}

type RawCell = { type: string; style: number; value: string; formula: boolean }

function cellValue(cell: RawCell, styles: SheetStyles, sharedTexts: readonly string[]): SheetCell {
  const failed: SheetCell = { text: '', kind: 'failed', number: null }
  const asText = (text: string): SheetCell => ({ text: plainText(text), kind: 'text', number: null })
  switch (cell.type) {
    case 'e':
      return failed
    case 's': {
      const text = sharedTexts[Number(cell.value)]
      if (text !== undefined && text.length > sheetLimits.text) throw new AppError('file-dangerous')
      return text === undefined && cell.value !== '' ? failed : asText(text ?? '')
    }
    case 'b':
      return asText(cell.value === '1' ? 'TRUE' : cell.value === '0' ? 'FALSE' : '')
    case 'd':
      return { text: cell.value.slice(0, 10), kind: 'date', number: null }
    case 'n':
      return cell.value.trim() === ''
        ? cell.formula
          ? failed
          : asText('')
        : numberValue(Number(cell.value), styles, cell.style)
    default:
      return cell.value === '' && cell.formula ? failed : asText(cell.value)
  }
}

function numberValue(number: number, styles: SheetStyles, style: number): SheetCell {
  if (!Number.isFinite(number)) return { text: '', kind: 'failed', number: null }
  const format = styles.formats[style]
  const date = format?.isDate ? dateFromSerial(number + (styles.date1904 ? 1462 : 0)) : null
  return date
    ? { text: date, kind: 'date', number }
    : { text: numberText(number, format?.code), kind: 'number', number }
}

/** Excel writes characters that XML cannot hold as _x000D_; only the harmless ones come back. */
function plainText(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => {
      const code = Number.parseInt(hex, 16)
      return code >= 0x20 && (code < 0xd800 || code > 0xdfff)
        ? String.fromCharCode(code)
        : code === 10
          ? '\n'
          : ''
    })
    .replaceAll('\r\n', '\n')
    .replace(/^\s+$/, '')
}
