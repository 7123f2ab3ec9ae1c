import { type Kysely, sql } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { Signature } from '../../shared/documents/blocks.ts'
import { signatureLines } from '../../shared/documents/paper-words.ts'
import { quarters } from '../../shared/rules/theme.ts'
import type { PlannedTheme } from '../../shared/rules/theme-plan.ts'
import type { ThemeStepStanding } from '../../shared/rules/theme-steps.ts'
import { officersOn } from '../db/officers.ts'
import type { Schema } from '../db/schema.ts'
import { aboutTheme, plannedThemes } from '../db/theme-plan.ts'
import { signingOf } from '../documents/signing.ts'
import { layoutOf } from '../resources/layout-rules.ts'
import { ruleSets } from '../resources/rule-sets.ts'

type Db = Kysely<Schema>

/** A theme as the year's plan says it on paper; days are ISO, texts as they were written. */
export type PlanLine = {
  quarter: number
  month: number | null
  title: string
  /** The problem with its figures. */
  reason: string
  lead: string | null
  contributors: { fullName: string; topic: string }[]
  /** The day by which the draft is to be there. */
  draftDueOn: string | null
  sessionDay: string | null
  /** What it is to bring, and what was concluded. */
  product: string
  /** The day it was reported upward, else the one by which it is to be. */
  reportedOn: string | null
  note: string
}

/** A year's plan, with whom it comes from and who signs it. */
export type YearPlan = {
  year: number
  today: string
  cell: { name: string; upperBody: string; place: string; abbreviation: string }
  signature: Signature
  /** The lines above the name, as the layout has them. */
  signedAs: string[]
  quarters: { quarter: number; lines: PlanLine[] }[]
}

/** The plan of a year. Throws `cell-missing`, and `year-without-themes` where nothing is planned. */
export async function yearPlan(db: Db, year: number, today: string): Promise<YearPlan> {
  const themes = await plannedThemes(db, sql<boolean>`theme.year = ${year}`, ruleSets, today)
  if (themes.length === 0) throw new AppError('year-without-themes')
  const cell = await db
    .selectFrom('cell')
    .select(['name', 'upperBody', 'place', 'abbreviation'])
    .executeTakeFirst()
  if (!cell) throw new AppError('cell-missing')
  const { signature } = await signingOf(
    db,
    { paper: 'themePlan', year },
    { officers: await officersOn(db, today), chairId: null, committeeMet: false },
  )
  const texts = await db
    .selectFrom('theme')
    .select(['id', 'problem', 'figures', 'product', 'note'])
    .where('year', '=', year)
    .execute()
  const contributors = await db
    .selectFrom('themeContributor')
    .innerJoin('theme', 'theme.id', 'themeContributor.themeId')
    .innerJoin('member', 'member.id', 'themeContributor.memberId')
    .where('theme.year', '=', year)
    .orderBy('themeContributor.position')
    .select(['themeContributor.themeId', 'member.fullName', 'themeContributor.topic'])
    .execute()
  const conclusions = await db
    .selectFrom('conclusion')
    .innerJoin('meeting', 'meeting.id', 'conclusion.meetingId')
    .innerJoin('theme', 'theme.meetingId', 'meeting.id')
    .leftJoin('agendaItem', 'agendaItem.id', 'conclusion.agendaItemId')
    .where('theme.year', '=', year)
    .where('meeting.removedAt', 'is', null)
    .where(aboutTheme)
    .orderBy('conclusion.id')
    .select(['theme.id as themeId', 'conclusion.content'])
    .execute()
  const textOf = new Map(texts.map((text) => [text.id, text]))
  const contributorsOf = Map.groupBy(contributors, ({ themeId }) => themeId)
  const conclusionsOf = Map.groupBy(conclusions, ({ themeId }) => themeId)
  const lineOf = (theme: PlannedTheme): PlanLine => {
    const text = textOf.get(theme.id)
    const reported = stepOf(theme.steps, 'reported')
    return {
      quarter: theme.quarter,
      month: theme.month,
      title: theme.title,
      reason: together([text?.problem, text?.figures], ' '),
      lead: theme.lead?.fullName ?? null,
      contributors: (contributorsOf.get(theme.id) ?? []).map(({ fullName, topic }) => ({ fullName, topic })),
      draftDueOn: stepOf(theme.steps, 'draft')?.dueOn ?? null,
      sessionDay: theme.sessionDay,
      product: together(
        [text?.product, ...(conclusionsOf.get(theme.id) ?? []).map(({ content }) => content)],
        '\n',
      ),
      reportedOn: reported?.doneOn ?? reported?.dueOn ?? null,
      note: text?.note.trim() ?? '',
    }
  }
  return {
    year,
    today,
    cell,
    signature,
    signedAs: signatureLines(signature, await layoutOf(db)).map(({ text }) => text),
    quarters: quarters.map((quarter) => ({
      quarter,
      lines: themes.filter((theme) => theme.quarter === quarter).map(lineOf),
    })),
  }
}

function stepOf(steps: readonly ThemeStepStanding[], step: ThemeStepStanding['step']) {
  return steps.find((each) => each.step === step)
}

function together(texts: readonly (string | undefined)[], between: string): string {
  return texts
    .map((text) => text?.trim() ?? '')
    .filter((text) => text !== '')
    .join(between)
}
