import { z } from 'zod'
import { type FormFigure, formFigures } from '../rules/form-figure.ts'
import type { ReportPeriod } from '../rules/report-period.ts'
import { action, read, write } from './define.ts'
import { chosenFile, sheetName, text, textUpTo } from './fields.ts'

const fingerprint = textUpTo(20_000).min(1)

/** What a column of a form is filled with: a figure, the secretary's own words, or nothing (both empty). */
const formColumn = z.strictObject({
  /** Its place among the form's headings, from 1. */
  position: z.int().min(1).max(200),
  figure: z.enum(formFigures).nullable(),
  words: text,
})
export type FormColumn = z.infer<typeof formColumn>

/** A form as it was understood. */
export type ReadForm = {
  sheets: string[]
  sheet: string
  /** The longest line above the table. */
  title: string
  /** What the lines above the table say of the period; null where they say none. */
  period: ReportPeriod | null
  fingerprint: string
  columns: { position: number; letter: string; heading: string; suggested: FormFigure | null }[]
  /** The rows that carry a name, and the one that carries the cell's own; null where none does. */
  rows: { row: number; name: string }[]
  ownRow: number | null
}

export const formsContract = {
  /** Reads a form of the upper body in a process of its own and says what it understood. Writes nothing. */
  'forms.read': action(z.strictObject({ ...chosenFile, sheet: sheetName.nullable() })).returns<ReadForm>(),
  /** How a form with these headings was filled the last time; null for one not seen before. */
  'forms.mapping': read(z.strictObject({ fingerprint })).returns<FormColumn[] | null>(),
  /** Remembers what the columns of a form are filled with. */
  'forms.map': write(
    'Ghép cột của biểu',
    z.strictObject({ fingerprint, title: text, columns: z.array(formColumn).max(200) }),
  ).returns<null>(),
  /**
   * Asks where to save, then writes the form with these cells of one row filled and everything else as it was.
   * `skipped`: cells left alone, for they hold a formula or are covered by another. Null when cancelled.
   */
  'forms.fill': action(
    z.strictObject({
      ...chosenFile,
      sheet: sheetName,
      row: z.int().min(1).max(1_048_576),
      cells: z
        .array(
          z.strictObject({
            letter: z.string().regex(/^[A-Z]{1,3}$/),
            value: z.union([z.number(), z.string().max(32_767, 'Quá dài (tối đa 32.767 ký tự)')]),
          }),
        )
        .min(1)
        .max(200),
    }),
  ).returns<{ path: string; skipped: string[] } | null>(),
}
