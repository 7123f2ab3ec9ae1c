import type { themeExportContract } from '../../shared/contract/theme-export.ts'
import type { HandlersOf } from '../api/context.ts'
import { writeWorkbook } from '../excel/write-workbook.ts'
import { planWorkbook } from './plan-workbook.ts'
import { yearPlan } from './year-plan.ts'

/** What goes out of a year's themes as a workbook. */
export const themeExportHandlers = {
  'themes.exportPlan': async ({ db, today, host }, { year }) => {
    const plan = await yearPlan(db, year, today)
    const path = await host.chooseSavePath('report', `Kế hoạch sinh hoạt chuyên đề năm ${year}.xlsx`)
    if (path === null) return null
    await writeWorkbook(planWorkbook(plan), path, {
      progress: () => undefined,
      signal: new AbortController().signal,
    })
    return { path }
  },
} satisfies HandlersOf<typeof themeExportContract>
