import { isDeepStrictEqual } from 'node:util'
import { letters } from './grid.ts'
import type { PlacedSheet, PlacedWorkbook } from './layout.ts'
import { openWritten, type WrittenCell } from './written-workbook.ts'

/**
 * Reads a drawn file without the library that drew it and compares it, cell by cell, with what was meant.
 * Throws when a cell, a formula or a sheet differs, or when the file holds a link.
 */
export async function verifyWorkbook(workbook: PlacedWorkbook, bytes: Buffer): Promise<void> {
  const written = await openWritten(bytes)
  const names = workbook.sheets.map((sheet) => sheet.name)
  if (!isDeepStrictEqual(written.sheetNames, names))
    throw new Error(`Written sheets differ: ${written.sheetNames.join(', ')}`)
  for (const [index, sheet] of workbook.sheets.entries()) {
    const expected = expectedCells(sheet)
    written.readSheet(index, (cell) => {
      const next = expected.next()
      if (next.done || !sameCell(next.value, cell))
        throw new Error(`Written cell differs in "${sheet.name}": ${cell.address}`)
    })
    const missing = expected.next()
    if (!missing.done) throw new Error(`Written cell is missing in "${sheet.name}": ${missing.value.address}`)
  }
}

function sameCell(a: WrittenCell, b: WrittenCell): boolean {
  return a.address === b.address && a.formula === b.formula && a.value === b.value
}

/** Cells that hold something, in the order of the file. */
function* expectedCells(sheet: PlacedSheet): Generator<WrittenCell, undefined> {
  const names = sheet.widths.map((_, index) => letters(index + 1))
  for (const [index, row] of sheet.rows.entries()) {
    for (const { column, content } of row.cells) {
      if (content === null) continue
      const address = `${names[column - 1]}${index + 1}`
      if (typeof content === 'object') yield { address, ...content }
      else yield { address, formula: null, value: content }
    }
  }
}
