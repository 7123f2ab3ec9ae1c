import { z } from 'zod'
import { action, write } from './define.ts'
import { chosenFile, id, isoDate, requiredText, sheetName, text } from './fields.ts'
import type { Finding } from './members-import.ts'

const year = z.int().min(1900, 'Năm chưa đúng').max(2200, 'Năm chưa đúng')

/** A theme as a plan in Excel has it, its people found in the register. */
export const listedTheme = z.strictObject({
  quarter: z.int().min(1).max(4),
  month: z.int().min(1).max(12).nullable(),
  title: requiredText('tên chuyên đề'),
  problem: text,
  leadId: id.nullable(),
  contributors: z.array(z.strictObject({ memberId: id, topic: text })).max(50),
  draftDueOn: isoDate.nullable(),
  sessionOn: isoDate.nullable(),
  product: text,
  /** The day it was reported upward, or is to be. */
  reportedOn: isoDate.nullable(),
  note: text,
  /** Held on its day: a day past with a product or a report. */
  held: z.boolean(),
})

export type ListedTheme = z.infer<typeof listedTheme>

export type PlanRow = {
  /** Row number in the sheet, from 1. */
  row: number
  theme: ListedTheme
  /** Names as found in the register. */
  leadName: string | null
  contributorNames: string[]
  findings: Finding[]
}

export type PlanPreview = {
  fileName: string
  sheets: string[]
  sheet: string
  year: number
  /** What each column was understood as, by its heading; null for one that says nothing to us. */
  columns: { letter: string; heading: string; meaning: string | null }[]
  notices: string[]
  rows: PlanRow[]
}

export const themeImportContract = {
  /** Reads a plan of themed sessions in a process of its own and says what it understood. Writes nothing. */
  'themes.readPlan': action(
    z.strictObject({
      ...chosenFile,
      sheet: sheetName.nullable(),
      /** The user's choice over the year that the file names. */
      year: year.nullable(),
    }),
  ).returns<PlanPreview>(),
  /** Takes over the confirmed themes, all in one step. */
  'themes.importPlan': write(
    'Nhập kế hoạch chuyên đề',
    z.strictObject({ year, rows: z.array(listedTheme).min(1).max(200) }),
  ).returns<{ created: number }>(),
}
