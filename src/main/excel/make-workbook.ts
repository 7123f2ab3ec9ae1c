import { readFile, writeFile } from 'node:fs/promises'
import { writeRefusal } from '../files/save-file.ts'
import { drawWorkbook } from './draw-workbook.ts'
import { layOut } from './layout.ts'
import { verifyWorkbook } from './verify-workbook.ts'
import type { WorkbookSpec } from './workbook-spec.ts'

export type MakingProgress = { doing: string; done: number; total: number }

/**
 * Lays a workbook out, draws its file and checks that it says what is meant; runs in the process of its own. Nothing
 * is on the disk yet.
 */
export async function makeWorkbook(
  spec: WorkbookSpec,
  progress: (progress: MakingProgress) => void,
): Promise<Buffer> {
  const placed = layOut(spec)
  const total = placed.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  const bytes = await drawWorkbook(placed, (done) => progress({ doing: 'Đang dựng tệp', done, total }))
  progress({ doing: 'Đang kiểm tra tệp', done: total, total })
  await verifyWorkbook(placed, bytes)
  return bytes
}

/**
 * Writes a workbook as a new file and reads it back. Throws AppError('save-…') for what the disk refuses, and when
 * what was read back is not what was written.
 */
export async function saveWorkbook(bytes: Buffer, path: string): Promise<void> {
  try {
    await writeFile(path, bytes, { flag: 'wx' })
    if (!bytes.equals(await readFile(path))) throw new Error('The file is not what was written')
  } catch (error) {
    throw writeRefusal(error) ?? error
  }
}
