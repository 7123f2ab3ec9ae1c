import { z } from 'zod'
import { type ScoredKind, scoredKinds } from '../rules/score.ts'
import { type ScoreFactName, type ScoreScale, scoreFactNames } from '../rules/score-facts.ts'
import { action, read, write } from './define.ts'
import { chosenFile, id, isoDate, nothing, requiredText, text } from './fields.ts'
import { sheet } from './scores.ts'

/** A score sheet in the list of all; `own` is the id of one of the cell's, null for one of the program's. */
export type SheetSummary = {
  sheet: string
  own: number | null
  name: string
  /** Where it is known from; '' for one of the cell's. */
  source: string
  note: string
  /** First day it holds; null: any day. */
  validFrom: string | null
  kinds: ScoredKind[]
  /** The name of the sheet whose place it takes; null where it takes none's. */
  replaces: string | null
  lines: number
  /** How many meetings are scored by it; one that is used stays as it is. */
  used: number
  /** What keeps it from being scored by, each a sentence. */
  problems: string[]
}

/** A line of a sheet as it is written; `id` is 0 in a sheet of the program, which is not written here. */
export type SheetCriterion = {
  id: number
  groupTitle: string
  title: string
  maximum: number
  /** In a month with a themed session; 0 in either: not on that month's sheet. */
  maximumThemed: number
  rule: string
  gap: string
  facts: ScoreFactName[]
  scale: ScoreScale | null
}

export type WrittenSheet = SheetSummary & { criteria: SheetCriterion[] }

const points = z.number().min(0).max(100)
const scale = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('missing'),
    full: points,
    steps: z.array(z.strictObject({ atMost: z.int().min(1).max(600), points })).max(10),
    half: points,
    below: points,
    larger: z
      .strictObject({ members: z.int().min(1).max(9999), minutes: z.int().min(1).max(600) })
      .nullable(),
  }),
  z.strictObject({
    kind: z.literal('share'),
    steps: z
      .array(z.strictObject({ from: points, points }))
      .min(1)
      .max(12),
    unexcused: points.nullable(),
  }),
  z.strictObject({ kind: z.literal('minutes'), from: z.int().min(1).max(600), points }),
  z.strictObject({ kind: z.literal('met'), points }),
])

/** A line of a sheet read from a workbook. */
const ownCriterion = z.strictObject({
  groupTitle: text,
  title: requiredText('tiêu chí'),
  maximum: z.number().gt(0).max(100),
})
export type OwnCriterion = z.infer<typeof ownCriterion>

export type ReadSheetAnswer = { name: string; lines: OwnCriterion[] }

export const scoreSheetsContract = {
  /** Reads a sheet from a workbook with the columns TT, Nội dung tiêu chí, Điểm tối đa. Writes nothing. */
  'scoreSheets.read': action(z.strictObject(chosenFile)).returns<ReadSheetAnswer>(),
  'scoreSheets.create': write(
    'Thêm phiếu chấm điểm',
    z.strictObject({ name: requiredText('tên phiếu'), lines: z.array(ownCriterion).min(1).max(200) }),
  ).returns<{ sheet: string }>(),
  /** All sheets, the program's first. */
  'scoreSheets.list': read(nothing).returns<SheetSummary[]>(),
  'scoreSheets.get': read(z.strictObject({ sheet })).returns<WrittenSheet>(),
  /** A new sheet of the cell's with the lines of another; `from` null: an empty one. `replaces`: in its place. */
  'scoreSheets.copy': write(
    'Thêm phiếu chấm điểm',
    z.strictObject({
      from: sheet.nullable(),
      name: requiredText('tên phiếu'),
      validFrom: isoDate.nullable(),
      replaces: z.boolean(),
    }),
  ).returns<{ sheet: string }>(),
  /** Of a sheet of the cell's not used yet; what is left out stays. */
  'scoreSheets.update': write(
    'Sửa phiếu chấm điểm',
    z.strictObject({
      id,
      name: requiredText('tên phiếu').optional(),
      validFrom: isoDate.nullable().optional(),
      kinds: z.array(z.enum(scoredKinds)).min(1, 'Chọn ít nhất một loại buổi họp').max(3).optional(),
    }),
  ).returns<null>(),
  'scoreSheets.renameGroup': write(
    'Đổi tên nhóm tiêu chí',
    z.strictObject({ id, from: text, to: text }),
  ).returns<null>(),
  /** A line after another (`after` null: the first), in a group. */
  'scoreSheets.addLine': write(
    'Thêm dòng vào phiếu chấm điểm',
    z.strictObject({ id, after: id.nullable(), groupTitle: text }),
  ).returns<{ id: number }>(),
  'scoreSheets.updateLine': write(
    'Sửa dòng của phiếu chấm điểm',
    z.strictObject({
      id,
      title: requiredText('tiêu chí').optional(),
      maximum: points.optional(),
      /** Null: the same as in other months. */
      maximumThemed: points.nullable().optional(),
      /** The fact told beside the line, and the points it gives; nothing but people where both are null. */
      measure: z
        .strictObject({ fact: z.enum(scoreFactNames).nullable(), scale: scale.nullable() })
        .optional(),
    }),
  ).returns<null>(),
  'scoreSheets.moveLine': write(
    'Chuyển dòng của phiếu chấm điểm',
    z.strictObject({ id, step: z.union([z.literal(1), z.literal(-1)]) }),
  ).returns<null>(),
  'scoreSheets.removeLine': write('Xóa dòng của phiếu chấm điểm', z.strictObject({ id })).returns<null>(),
  'scoreSheets.remove': write('Xóa phiếu chấm điểm', z.strictObject({ id })).returns<null>(),
}
