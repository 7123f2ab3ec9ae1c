import { writeRefusal } from '../files/save-file.ts'
import { drawWorkbook } from './draw-workbook.ts'
import { layOut } from './layout.ts'
import { verifyWorkbook } from './verify-workbook.ts'
import type { WorkbookSpec } from './workbook-spec.ts'

export type MakingProgress = { doing: string; done: number; total: number }

/**
 * Writes a new workbook and reads it back; runs in the process of its own. Throws AppError('save-…') for what the
 * disk refuses, and when what was read back is not what was meant.
 */
export async function makeWorkbook(
  spec: WorkbookSpec,
  path: string,
  progress: (progress: MakingProgress) => void,
): Promise<void> {
  const placed = layOut(spec)
  const total = placed.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  try {
    await drawWorkbook(placed, path, (done) => progress({ doing: 'Đang ghi tệp', done, total }))
    progress({ doing: 'Đang kiểm tra tệp vừa ghi', done: total, total })
    await verifyWorkbook(placed, path)
  } catch (error) {
    throw writeRefusal(error) ?? error
  }
}
