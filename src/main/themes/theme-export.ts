import type { themeExportContract } from '../../shared/contract/theme-export.ts'
import type { HandlersOf } from '../api/context.ts'
import { layOut } from '../excel/layout.ts'
import { writeWorkbook } from '../excel/write-workbook.ts'
import { layoutOf } from '../resources/layout-rules.ts'
import { planWorkbook } from './plan-workbook.ts'
import { yearPlan } from './year-plan.ts'

/** What goes out of a year's themes as a workbook. */
export const themeExportHandlers = {
  'themes.exportPlan': async ({ db, today, host }, { year }) => {
    const plan = await yearPlan(db, year, today)
    const path = await host.chooseSavePath('report', `Kế hoạch sinh hoạt chuyên đề năm ${year}.xlsx`)
    if (path === null) return null
    const workbook = planWorkbook(plan, await layoutOf(db))
    await writeWorkbook(workbook, path, {
      progress: () => undefined,
      signal: new AbortController().signal,
    })
    const sheets = layOut(workbook).sheets.map(({ name, pages: { orientation, ends } }) => ({
      name,
      orientation,
      pages: ends.length,
    }))
    return { path, sheets }
  },
} satisfies HandlersOf<typeof themeExportContract>
