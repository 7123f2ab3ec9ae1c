import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import { addDays, addMonthsTo, daysBetween } from '../../shared/rules/calendar.ts'
import { quarterMoveProblem } from '../../shared/rules/theme-board.ts'
import { heldOn, type PlannedTheme } from '../../shared/rules/theme-plan.ts'
import type { Schema } from '../db/schema.ts'
import { preparerProblem, titleProblem } from './theme-checks.ts'
import { writeContributors, writeLinks, writeQuestions, writeSubjects } from './theme-lists.ts'

type Db = Kysely<Schema>

/** The place after the last theme of a quarter. */
export async function nextPosition(db: Db, year: number, quarter: number): Promise<number> {
  const { last } = await db
    .selectFrom('theme')
    .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('last'))
    .where('year', '=', year)
    .where('quarter', '=', quarter)
    .executeTakeFirstOrThrow()
  return last + 1
}

/**
 * Puts a theme at a place (from 0) among the others of a quarter of its year. In another quarter its month, its day
 * and the deadlines set by hand go along. Throws `theme-held` and `theme-has-meeting` where its day is a fact.
 */
export async function moveTheme(db: Db, theme: PlannedTheme, quarter: number, place: number): Promise<void> {
  if (quarter !== theme.quarter) {
    const problem = quarterMoveProblem(theme)
    if (problem !== null) throw new AppError(problem)
    await shiftDays(db, theme, (quarter - theme.quarter) * 3)
  }
  const others = await db
    .selectFrom('theme')
    .select(['id', 'position'])
    .where('year', '=', theme.year)
    .where('quarter', '=', quarter)
    .where('id', '<>', theme.id)
    .orderBy('position')
    .execute()
  const before = new Map(others.map(({ id, position }) => [id, position]))
  if (quarter === theme.quarter) before.set(theme.id, theme.position)
  const order = others.map(({ id }) => id)
  order.splice(Math.min(place, order.length), 0, theme.id)
  for (const [index, id] of order.entries()) {
    if (before.get(id) === index + 1) continue
    const month = theme.month === null ? null : theme.month + (quarter - theme.quarter) * 3
    await db
      .updateTable('theme')
      .set(id === theme.id ? { quarter, month, position: index + 1 } : { position: index + 1 })
      .where('id', '=', id)
      .execute()
  }
}

async function shiftDays(db: Db, theme: PlannedTheme, months: number): Promise<void> {
  const later = theme.sessionDay && addMonthsTo(theme.sessionDay, months)
  const days = theme.sessionDay && later ? daysBetween(theme.sessionDay, later) : null
  if (later) await db.updateTable('theme').set({ sessionOn: later }).where('id', '=', theme.id).execute()
  for (const { step, dueOn, dueByHand } of theme.steps) {
    if (!dueByHand || dueOn === null) continue
    const moved = days === null ? addMonthsTo(dueOn, months) : addDays(dueOn, days)
    await db
      .updateTable('themeStep')
      .set({ dueOn: moved })
      .where('themeId', '=', theme.id)
      .where('step', '=', step)
      .execute()
  }
}

/** What a theme is about, without its people, its days and what came of it. */
const kept = [
  'title',
  'titleFolded',
  'kind',
  'origin',
  'problem',
  'cause',
  'solution',
  'aim',
  'form',
] as const

/**
 * Starts a year with the themes of another; those whose title it has already are left out.
 * Throws `year-without-themes`.
 */
export async function copyYear(
  db: Db,
  fromYear: number,
  toYear: number,
): Promise<{ copied: number; skipped: number }> {
  const themes = await db
    .selectFrom('theme')
    .select(['id', 'quarter', 'month', ...kept])
    .where('year', '=', fromYear)
    .orderBy('quarter')
    .orderBy('position')
    .execute()
  if (themes.length === 0) throw new AppError('year-without-themes')
  let copied = 0
  for (const { id: fromId, ...theme } of themes) {
    if ((await titleProblem(db, toYear, theme.title, null)) !== null) continue
    const position = await nextPosition(db, toYear, theme.quarter)
    const { id } = await db
      .insertInto('theme')
      .values({ ...theme, year: toYear, position })
      .returning('id')
      .executeTakeFirstOrThrow()
    await copyQuestionsAndSubjects(db, fromId, id)
    copied++
  }
  return { copied, skipped: themes.length - copied }
}

/** Plans a theme once more, with its figures, its files and those of its people who are still there. Throws `theme-held` and `theme-title-taken`. */
export async function takeOver(
  db: Db,
  theme: PlannedTheme,
  year: number,
  quarter: number,
  today: string,
): Promise<number> {
  if (heldOn(theme) !== null) throw new AppError('theme-held')
  if ((await titleProblem(db, year, theme.title, null)) !== null) throw new AppError('theme-title-taken')
  const row = await db
    .selectFrom('theme')
    .select([...kept, 'figures', 'leadId', 'note'])
    .where('id', '=', theme.id)
    .executeTakeFirstOrThrow()
  const place = { year, quarter, month: null }
  const canPrepare = async (memberId: number) =>
    (await preparerProblem(db, memberId, { ...place, sessionDay: null }, today)) === null
  const leadId = row.leadId !== null && (await canPrepare(row.leadId)) ? row.leadId : null
  const position = await nextPosition(db, year, quarter)
  const { id } = await db
    .insertInto('theme')
    .values({ ...row, ...place, leadId, position })
    .returning('id')
    .executeTakeFirstOrThrow()
  await copyQuestionsAndSubjects(db, theme.id, id)
  const contributors = await db
    .selectFrom('themeContributor')
    .select(['memberId', 'topic', 'minutes'])
    .where('themeId', '=', theme.id)
    .orderBy('position')
    .execute()
  const able = []
  for (const contributor of contributors) if (await canPrepare(contributor.memberId)) able.push(contributor)
  await writeContributors(db, id, able)
  const links = await db
    .selectFrom('themeLink')
    .select(['label', 'target'])
    .where('themeId', '=', theme.id)
    .orderBy('position')
    .execute()
  await writeLinks(db, id, links)
  return id
}

async function copyQuestionsAndSubjects(db: Db, fromId: number, toId: number): Promise<void> {
  const questions = await db
    .selectFrom('themeQuestion')
    .select('question')
    .where('themeId', '=', fromId)
    .orderBy('position')
    .execute()
  const subjects = await db
    .selectFrom('themeSubject')
    .select('subject')
    .where('themeId', '=', fromId)
    .orderBy('id')
    .execute()
  await writeQuestions(
    db,
    toId,
    questions.map(({ question }) => question),
  )
  await writeSubjects(
    db,
    toId,
    subjects.map(({ subject }) => subject),
  )
}
