import { AppError } from '../../shared/contract/errors.ts'
import type { ListedTheme, themeImportContract } from '../../shared/contract/theme-import.ts'
import { fold } from '../../shared/rules/fold.ts'
import { themedKinds } from '../../shared/rules/meeting.ts'
import type { ThemeStep } from '../../shared/rules/theme.ts'
import type { HandlersOf, WriteContext } from '../api/context.ts'
import { runExcelProcess } from '../excel/run-excel-process.ts'
import { matchPlan } from './match-plan.ts'
import { readPlan } from './read-plan.ts'
import { monthProblem, preparerProblem, titleProblem } from './theme-checks.ts'
import { writeContributors } from './theme-lists.ts'
import { nextPosition } from './theme-places.ts'

const usualMinutes = 10

/** A year's plan out of an Excel sheet: looked at first, taken over in one step. */
export const themeImportHandlers = {
  'themes.readPlan': async ({ db, today }, { fileName, base64, sheet, year }) => {
    const sheets = await runExcelProcess<'read'>({ kind: 'read', bytes: Buffer.from(base64, 'base64') })
    const plan = readPlan(sheets, { sheet, year, today })
    return { ...plan, fileName, rows: await matchPlan(db, plan.rows, plan.year, today) }
  },

  'themes.importPlan': async (context, { year, rows }) => {
    context.describe(`Nhập kế hoạch chuyên đề năm ${year}: ${rows.length} chuyên đề`)
    for (const row of rows) await importTheme(context, year, row)
    return { created: rows.length }
  },
} satisfies HandlersOf<typeof themeImportContract>

async function importTheme({ db, today }: WriteContext, year: number, row: ListedTheme): Promise<void> {
  const { quarter, month, sessionOn } = row
  const title = row.title.trim()
  const place = { year, quarter, month, sessionDay: sessionOn }
  const people = [row.leadId, ...row.contributors.map(({ memberId }) => memberId)].filter((id) => id !== null)
  const problem =
    (await titleProblem(db, year, title, null)) ??
    monthProblem(month, place) ??
    (await firstProblem(people, (id) => preparerProblem(db, id, place, today)))
  // What stood in the file may have changed in the register since it was looked at.
  if (problem !== null) throw new AppError('invalid-input', { [title]: problem })
  const meeting =
    sessionOn === null
      ? undefined
      : await db
          .selectFrom('meeting')
          .select('id')
          .where('kind', 'in', themedKinds)
          .where('heldOn', '=', sessionOn)
          .where('removedAt', 'is', null)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(selectFrom('theme').select('theme.id').whereRef('theme.meetingId', '=', 'meeting.id')),
            ),
          )
          .executeTakeFirst()
  const { id: themeId } = await db
    .insertInto('theme')
    .values({
      year,
      quarter,
      month,
      title,
      titleFolded: fold(title),
      position: await nextPosition(db, year, quarter),
      problem: row.problem,
      sessionOn,
      meetingId: meeting?.id ?? null,
      leadId: row.leadId,
      product: row.product,
      note: row.note,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeContributors(
    db,
    themeId,
    row.contributors.map((contributor) => ({ ...contributor, minutes: usualMinutes })),
  )
  const reported = row.reportedOn !== null && row.reportedOn <= today && row.held
  const steps: { step: ThemeStep; dueOn: string | null; doneOn: string | null }[] = [
    { step: 'draft', dueOn: row.draftDueOn, doneOn: null },
    { step: 'held', dueOn: null, doneOn: row.held ? sessionOn : null },
    { step: 'reported', dueOn: reported ? null : row.reportedOn, doneOn: reported ? row.reportedOn : null },
  ]
  const noted = steps.filter(({ dueOn, doneOn }) => dueOn !== null || doneOn !== null)
  if (noted.length > 0)
    await db
      .insertInto('themeStep')
      .values(noted.map((step) => ({ themeId, ...step })))
      .execute()
}

async function firstProblem(
  people: readonly number[],
  problemOf: (memberId: number) => Promise<string | null>,
): Promise<string | null> {
  for (const memberId of people) {
    const problem = await problemOf(memberId)
    if (problem !== null) return problem
  }
  return null
}
