import { type Kysely, sql } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { scoreSheetsContract } from '../../shared/contract/score-sheets.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import { pointsText } from '../../shared/rules/score.ts'
import {
  firstDayProblem,
  movedLine,
  scaleKindOf,
  scaleProblem,
  sheetTotals,
} from '../../shared/rules/score-sheet.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { HandlersOf } from '../api/context.ts'
import type { Schema } from '../db/schema.ts'
import { readScoreSheet } from './read-score-sheet.ts'
import { firstDaysAround, ownId, summaries, writtenSheet } from './sheets.ts'

type Db = Kysely<Schema>

/** The sheets of the cell's own: taken from Excel or another sheet, written, and left alone once scored by. */
export const scoreSheetsHandlers = {
  'scoreSheets.list': async ({ db }) => summaries(db),

  'scoreSheets.get': async ({ db }, { sheet }) => writtenSheet(db, sheet),

  'scoreSheets.read': async (_context, { fileName, base64 }) =>
    readScoreSheet(fileName, Buffer.from(base64, 'base64')),

  'scoreSheets.create': async ({ db, describe }, { name, lines }) => {
    const { plain } = sheetTotals(lines.map((line) => ({ ...line, maximumThemed: line.maximum })))
    if (plain !== 100)
      throw new AppError('invalid-input', {
        lines: `Các dòng cộng lại được ${pointsText(plain)}, phải là 100`,
      })
    describe(`Thêm phiếu chấm điểm ${quoted(name.trim())}`)
    const id = await insertSheet(db, { name: name.trim(), validFrom: null, replaces: null })
    await db
      .insertInto('scoreCriterion')
      .values(lines.map((line, index) => ({ ...line, scoreSheetId: id, position: index + 1 })))
      .execute()
    return { sheet: ownId(id) }
  },

  'scoreSheets.copy': async ({ db, describe }, { from, name, validFrom, replaces }) => {
    const copied = from === null ? null : await writtenSheet(db, from)
    if (copied && replaces) refuseDay(firstDayProblem(validFrom, copied.validFrom, []))
    describe(`Thêm phiếu chấm điểm ${quoted(name.trim())}`)
    const id = await insertSheet(db, {
      name: name.trim(),
      validFrom,
      replaces: replaces ? from : null,
      ...(copied && { kinds: copied.kinds.join(' ') }),
    })
    const lines = (copied?.criteria ?? []).map(({ id: _, facts, scale, ...line }, index) => ({
      ...line,
      scoreSheetId: id,
      position: index + 1,
      facts: facts.join(' '),
      scale: scale && JSON.stringify(scale),
    }))
    if (lines.length > 0) await db.insertInto('scoreCriterion').values(lines).execute()
    return { sheet: ownId(id) }
  },

  'scoreSheets.update': async ({ db, describe }, { id, name, validFrom, kinds }) => {
    const sheet = await unusedSheet(db, id)
    if (validFrom !== undefined) {
      const { replaced, replacing } = await firstDaysAround(db, ownId(id))
      refuseDay(firstDayProblem(validFrom, replaced, replacing))
    }
    const said = [
      name !== undefined && `tên mới ${quoted(name.trim())}`,
      validFrom !== undefined &&
        `hiệu lực ${validFrom ? `từ ${formatVietnameseDate(validFrom)}` : 'mọi ngày'}`,
      kinds !== undefined && 'loại buổi họp',
    ]
    describe(`Phiếu ${quoted(sheet.name)}: ${said.filter((words) => words !== false).join(', ')}`)
    await db
      .updateTable('scoreSheet')
      .set({
        name: name?.trim() ?? sheet.name,
        validFrom: validFrom === undefined ? sheet.validFrom : validFrom,
        kinds: kinds?.join(' ') ?? sheet.kinds,
      })
      .where('id', '=', id)
      .execute()
    return null
  },

  'scoreSheets.renameGroup': async ({ db, describe }, { id, from, to }) => {
    const sheet = await unusedSheet(db, id)
    describe(`Phiếu ${quoted(sheet.name)}: đổi tên nhóm ${quoted(from)}`)
    await db
      .updateTable('scoreCriterion')
      .set({ groupTitle: to.trim() })
      .where('scoreSheetId', '=', id)
      .where('groupTitle', '=', from)
      .execute()
    return null
  },

  'scoreSheets.addLine': async ({ db, describe }, { id, after, groupTitle }) => {
    const sheet = await unusedSheet(db, id)
    const lines = await linesOfSheet(db, id)
    const before = after === null ? -1 : lines.findIndex((line) => line.id === after)
    if (after !== null && before === -1) throw new AppError('not-found')
    describe(`Phiếu ${quoted(sheet.name)}: thêm một dòng`)
    const added = await db
      .insertInto('scoreCriterion')
      .values({
        scoreSheetId: id,
        position: lines.length + 1,
        groupTitle: groupTitle.trim(),
        title: 'Tiêu chí mới',
        maximum: 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await putInOrder(db, [
      ...lines.slice(0, before + 1).map((line) => line.id),
      added.id,
      ...lines.slice(before + 1).map((line) => line.id),
    ])
    return added
  },

  'scoreSheets.updateLine': async ({ db, describe }, { id, title, maximum, maximumThemed, measure }) => {
    const { line, sheet } = await unusedLine(db, id)
    if (measure?.scale) {
      const wrong =
        measure.fact === null || scaleKindOf(measure.fact) !== measure.scale.kind
          ? 'Mức điểm không hợp với dữ liệu đã chọn'
          : scaleProblem(measure.scale)
      if (wrong) throw new AppError('invalid-input', { measure: wrong })
    }
    describe(`Phiếu ${quoted(sheet.name)}: sửa dòng ${quoted(title?.trim() ?? line.title)}`)
    await db
      .updateTable('scoreCriterion')
      .set({
        title: title?.trim() ?? line.title,
        maximum: maximum ?? line.maximum,
        maximumThemed: maximumThemed === undefined ? line.maximumThemed : maximumThemed,
        // Steps written here say themselves what they mean, and leave nothing open.
        ...(measure && {
          facts: measure.fact ?? '',
          scale: measure.scale && JSON.stringify(measure.scale),
          rule: '',
          gap: '',
        }),
      })
      .where('id', '=', id)
      .execute()
    return null
  },

  'scoreSheets.moveLine': async ({ db, describe }, { id, step }) => {
    const { line, sheet } = await unusedLine(db, id)
    const lines = await linesOfSheet(db, line.scoreSheetId)
    const index = lines.findIndex((each) => each.id === id)
    const moved = movedLine(lines, index, step)
    if (!moved) return null
    describe(`Phiếu ${quoted(sheet.name)}: chuyển dòng ${quoted(line.title)}`)
    await db
      .updateTable('scoreCriterion')
      .set({ groupTitle: moved.groupTitle })
      .where('id', '=', id)
      .execute()
    if (moved.swapWith !== null) {
      const order = lines.map((each) => each.id)
      order.splice(index, 1)
      order.splice(moved.swapWith, 0, id)
      await putInOrder(db, order)
    }
    return null
  },

  'scoreSheets.removeLine': async ({ db, describe }, { id }) => {
    const { line, sheet } = await unusedLine(db, id)
    describe(`Phiếu ${quoted(sheet.name)}: xóa dòng ${quoted(line.title)}`)
    await db.deleteFrom('scoreCriterion').where('id', '=', id).execute()
    return null
  },

  'scoreSheets.remove': async ({ db, describe }, { id }) => {
    const sheet = await unusedSheet(db, id)
    describe(`Xóa phiếu chấm điểm ${quoted(sheet.name)}`)
    await db.deleteFrom('scoreSheet').where('id', '=', id).execute()
    return null
  },
} satisfies HandlersOf<typeof scoreSheetsContract>

async function insertSheet(
  db: Db,
  values: { name: string; validFrom: string | null; replaces: string | null; kinds?: string },
): Promise<number> {
  const id = await freshId(db)
  await db
    .insertInto('scoreSheet')
    .values({ ...values, id })
    .execute()
  return id
}

/**
 * SQLite gives the number of a removed row again, but scores and the sheet that took its place still speak of it: they
 * would be of the new sheet.
 */
async function freshId(db: Db): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    SELECT max(id) AS last FROM (
      SELECT id FROM scoreSheet
      UNION ALL SELECT CAST(substr(sheet, 5) AS INTEGER) FROM meetingScore WHERE sheet GLOB 'own-*'
      UNION ALL SELECT CAST(substr(replaces, 5) AS INTEGER) FROM scoreSheet WHERE replaces GLOB 'own-*')
  `.execute(db)
  return (rows[0]?.last ?? 0) + 1
}

function refuseDay(problem: string | null): void {
  if (problem !== null) throw new AppError('invalid-input', { validFrom: problem })
}

/**
 * A sheet of the cell's that may be changed or removed. Throws `not-found`, and `score-sheet-used` for one that a
 * meeting is scored by: that score keeps the sheet it was given.
 */
async function unusedSheet(db: Db, id: number) {
  const sheet = await db.selectFrom('scoreSheet').selectAll().where('id', '=', id).executeTakeFirst()
  if (!sheet) throw new AppError('not-found')
  const used = await db
    .selectFrom('meetingScore')
    .select('id')
    .where('sheet', '=', ownId(id))
    .executeTakeFirst()
  if (used) throw new AppError('score-sheet-used')
  return sheet
}

async function unusedLine(db: Db, id: number) {
  const line = await db.selectFrom('scoreCriterion').selectAll().where('id', '=', id).executeTakeFirst()
  if (!line) throw new AppError('not-found')
  return { line, sheet: await unusedSheet(db, line.scoreSheetId) }
}

function linesOfSheet(db: Db, id: number) {
  return db
    .selectFrom('scoreCriterion')
    .where('scoreSheetId', '=', id)
    .orderBy('position')
    .select(['id', 'groupTitle'])
    .execute()
}

/** Counts the lines anew from 1 in this order; those already there are left alone. */
async function putInOrder(db: Db, ids: readonly number[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await db
      .updateTable('scoreCriterion')
      .set({ position: index + 1 })
      .where('id', '=', id)
      .where('position', '<>', index + 1)
      .execute()
}
