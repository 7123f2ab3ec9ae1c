import { z } from 'zod'
import { type ListColumn, listColumns } from '../rules/list-column.ts'
import { action, write } from './define.ts'
import { chosenFile, id, sheetName } from './fields.ts'
import { type ListedMember, listedMember, type MemberFields } from './member-fields.ts'

/** A cell's trouble: where it stands in the sheet ('F14'), how bad, and the sentence for the user. */
export type Finding = { cell: string; level: 'warning' | 'error'; message: string }

export type ListRow = {
  /** Row number in the sheet, from 1. */
  row: number
  cellName: string
  member: ListedMember
  findings: Finding[]
  /** The person already in the register who this is, how they were recognised, and what an update changes. */
  match: {
    id: number
    fullName: string
    by: 'cardNumber' | 'nameAndBirthDate'
    changes: (keyof MemberFields)[]
  } | null
}

export type ListPreview = {
  fileName: string
  sheets: string[]
  sheet: string
  /** 1-based rows of the heading, as found. */
  headingRows: number[]
  columns: {
    letter: string
    heading: string
    column: ListColumn
    /** False: nobody, neither the program nor the user, has said yet what this column is. */
    known: boolean
    examples: string[]
  }[]
  /** What holds for the whole list: rows left out, dates assumed for everyone. */
  notices: string[]
  /** Cells (chi bộ) named in the list; more than one asks the user to choose. */
  cellNames: string[]
  rows: ListRow[]
  counts: { ok: number; warning: number; error: number }
}

const listFile = {
  ...chosenFile,
  sheet: sheetName.nullable(),
  /** The user's own choice of columns by letter ('C'), over what was found; null where the program chooses. */
  columns: z.record(z.string().regex(/^[A-Z]{1,3}$/), z.enum(listColumns)).nullable(),
}

export const importContract = {
  /** Reads a workbook in a process of its own and says what it understood. Writes nothing. */
  'members.readList': action(z.strictObject(listFile)).returns<ListPreview>(),
  /** Saves what was found, row by row, as a workbook. Null when the user cancelled. */
  'members.exportFindings': action(z.strictObject(listFile)).returns<{ path: string } | null>(),
  /** Takes over the confirmed rows, all in one step. `memberId` null: a new person; else that person is updated. */
  'members.import': write(
    'Nhập danh sách đảng viên',
    z.strictObject({
      rows: z
        .array(z.strictObject({ memberId: id.nullable(), member: listedMember }))
        .min(1)
        .max(5000),
    }),
  ).returns<{ created: number; updated: number }>(),
}
