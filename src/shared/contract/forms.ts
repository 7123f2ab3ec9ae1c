import { z } from 'zod'
import { type FormFigure, formFigures } from '../rules/form-figure.ts'
import type { FormNote } from '../rules/form-note.ts'
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

/**
 * How a form was filled before. `exact`: its headings were the same. Else `columns` are those whose heading is found
 * again, and `lost` what other columns were filled with.
 */
export type FormMapping = {
  exact: boolean
  title: string
  columns: FormColumn[]
  lost: Pick<FormColumn, 'figure' | 'words'>[]
}

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
  /** The rows that carry a name or wait for one (empty), and the one that carries the cell's own; null where none does. */
  rows: { row: number; name: string }[]
  ownRow: number | null
  /** The column of the names, and the cell's own. */
  nameLetter: string
  cellName: string
}

/** The cells of one row to be filled. `raiseRow`: a row of fixed height is made as high as its text needs. */
const filling = {
  ...chosenFile,
  sheet: sheetName,
  row: z.int().min(1).max(1_048_576),
  raiseRow: z.boolean(),
  cells: z
    .array(
      z.strictObject({
        letter: z.string().regex(/^[A-Z]{1,3}$/),
        value: z.union([z.number(), z.string().max(32_767, 'Quá dài (tối đa 32.767 ký tự)')]),
      }),
    )
    .min(1)
    .max(200),
}

export const formsContract = {
  /** Reads a form of the upper body in a process of its own and says what it understood. Writes nothing. */
  'forms.read': action(z.strictObject({ ...chosenFile, sheet: sheetName.nullable() })).returns<ReadForm>(),
  /** How a form with these headings, or the one most like it, was filled the last time; null where none is like it. */
  'forms.mapping': read(z.strictObject({ fingerprint })).returns<FormMapping | null>(),
  /** Remembers what the columns of a form are filled with. */
  'forms.map': write(
    'Ghép cột của biểu',
    z.strictObject({ fingerprint, title: text, columns: z.array(formColumn).max(200) }),
  ).returns<null>(),
  /** What is to be told of these cells before they are filled. Writes nothing. */
  'forms.check': action(z.strictObject(filling)).returns<FormNote[]>(),
  /**
   * Asks where to save, then writes the form with these cells of one row filled and everything else as it was.
   * `notes` as `forms.check` answers them. Null when cancelled.
   */
  'forms.fill': action(z.strictObject(filling)).returns<{ path: string; notes: FormNote[] } | null>(),
}
