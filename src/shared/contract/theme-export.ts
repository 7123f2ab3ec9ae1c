import { z } from 'zod'
import { action } from './define.ts'
import type { PrintedSheet } from './reports.ts'

export const themeExportContract = {
  /**
   * Asks where to save and writes `Kế hoạch sinh hoạt chuyên đề năm` as a workbook; answers where it stands and what it
   * prints. Null when cancelled.
   */
  'themes.exportPlan': action(z.strictObject({ year: z.int().min(1900).max(2200) })).returns<{
    path: string
    sheets: PrintedSheet[]
  } | null>(),
}
