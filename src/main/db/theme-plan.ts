import { type Kysely, type RawBuilder, sql } from 'kysely'
import { meetingTitle, themedKinds } from '../../shared/rules/meeting.ts'
import { type RuleSet, ruleSetOn } from '../../shared/rules/rule-set.ts'
import { daysOfPlan } from '../../shared/rules/theme.ts'
import type { LooseSession, PlannedTheme, Preparer } from '../../shared/rules/theme-plan.ts'
import { themeStepsOf } from '../../shared/rules/theme-steps.ts'
import type { Schema } from './schema.ts'
import { thresholdsOf } from './thresholds.ts'

type Db = Kysely<Schema>

/** The day of a theme's session: that of its meeting, else the planned one. Needs `theme` joined to `meeting`. */
const sessionDay = sql<string | null>`coalesce(meeting.heldOn, theme.sessionOn)`

/** Whether somebody has left the cell by the day of a theme's session; without one, by `today`. */
const goneOn = (member: 'lead' | 'member', today: string) => {
  const day = sql`coalesce(meeting.heldOn, theme.sessionOn, ${today})`
  return sql<number>`(${sql.ref(`${member}.removedAt`)} IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM memberStatus AS held WHERE held.memberId = ${sql.ref(`${member}.id`)}
    AND held.status NOT IN ('movedAway', 'removed', 'deceased') AND (held.toDate IS NULL OR held.toDate >= ${day})))`
}

/** The day of a meeting whose roll was called or which was closed; null before. Needs `meeting`. */
const heldDay = (today: string) => sql<string | null>`CASE WHEN meeting.heldOn <= ${today} AND (
  meeting.closedAt IS NOT NULL OR EXISTS (
    SELECT 1 FROM attendance WHERE attendance.meetingId = meeting.id)) THEN meeting.heldOn END`

/**
 * Whether an item, or what was said or concluded on it, is about a theme: a themed meeting is the theme's as a whole, of
 * a regular one its own items and the themed part. Needs `theme`, its `meeting`, and `agendaItem`, left where none.
 */
export const aboutTheme = sql<boolean>`(meeting.kind = 'themed' OR agendaItem.themeId = theme.id
  OR (agendaItem.themeId IS NULL AND agendaItem.part = 'themed'))`

/** The day of a meeting that reached a conclusion on its theme; null before. */
const concludedDay = (today: string) => sql<string | null>`CASE WHEN meeting.heldOn <= ${today} AND EXISTS (
  SELECT 1 FROM conclusion LEFT JOIN agendaItem ON agendaItem.id = conclusion.agendaItemId
  WHERE conclusion.meetingId = meeting.id AND ${aboutTheme}) THEN meeting.heldOn END`

/** Themes that fit a condition on `theme`, year by year and quarter by quarter in their order, as a board shows them. */
export async function plannedThemes(
  db: Db,
  condition: RawBuilder<boolean>,
  ruleSets: readonly RuleSet[],
  today: string,
): Promise<PlannedTheme[]> {
  const rows = await db
    .selectFrom('theme')
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'theme.meetingId').on('meeting.removedAt', 'is', null),
    )
    .leftJoin('member as lead', 'lead.id', 'theme.leadId')
    .where(condition)
    .orderBy('theme.year')
    .orderBy('theme.quarter')
    .orderBy('theme.position')
    .select([
      'theme.id',
      'theme.year',
      'theme.quarter',
      'theme.month',
      'theme.position',
      'theme.title',
      'theme.kind',
      'theme.origin',
      'theme.form',
      'theme.leadId',
      'lead.fullName as leadName',
      'meeting.id as meetingId',
      'meeting.period',
      sessionDay.as('sessionDay'),
      goneOn('lead', today).as('leadGone'),
      heldDay(today).as('heldDay'),
      concludedDay(today).as('concludedDay'),
      sql<string | null>`(SELECT doneOn FROM preparationStep
        WHERE preparationStep.meetingId = meeting.id AND step = 'papers')`.as('sentDay'),
    ])
    .execute()
  const recorded = await db
    .selectFrom('themeStep')
    .innerJoin('theme', 'theme.id', 'themeStep.themeId')
    .where(condition)
    .select(['themeStep.themeId', 'themeStep.step', 'themeStep.dueOn', 'themeStep.doneOn'])
    .execute()
  const contributors = await db
    .selectFrom('themeContributor')
    .innerJoin('theme', 'theme.id', 'themeContributor.themeId')
    .innerJoin('member', 'member.id', 'themeContributor.memberId')
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'theme.meetingId').on('meeting.removedAt', 'is', null),
    )
    .where(condition)
    .orderBy('themeContributor.position')
    .select([
      'themeContributor.themeId',
      'themeContributor.memberId',
      'member.fullName',
      goneOn('member', today).as('gone'),
    ])
    .execute()
  const thresholds = await thresholdsOf(db)
  const stepsOf = Map.groupBy(recorded, (step) => step.themeId)
  const contributorsOf = Map.groupBy(contributors, (contributor) => contributor.themeId)
  return rows.map(({ leadId, leadName, leadGone, meetingId, period, ...row }) => {
    const { heldDay, concludedDay, sentDay, ...theme } = row
    const ruleSet = ruleSetOn(
      ruleSets,
      theme.sessionDay ?? daysOfPlan(theme.year, theme.quarter, theme.month).toDate,
    )
    const facts = {
      recorded: stepsOf.get(theme.id) ?? [],
      sessionDay: theme.sessionDay,
      found: { held: heldDay, concluded: concludedDay, sent: sentDay },
    }
    return {
      ...theme,
      lead: leadId && leadName ? { memberId: leadId, fullName: leadName, gone: leadGone === 1 } : null,
      contributors: (contributorsOf.get(theme.id) ?? []).map(
        ({ memberId, fullName, gone }): Preparer => ({ memberId, fullName, gone: gone === 1 }),
      ),
      meeting: meetingId && period ? { id: meetingId, period } : null,
      steps: themeStepsOf(facts, ruleSet, thresholds, today),
    }
  })
}

/** Themed sessions of a stretch of months ('YYYY-MM', both included) that no theme is treated in, by day. */
export async function looseSessions(
  db: Db,
  fromMonth: string,
  toMonth: string,
  today: string,
): Promise<(LooseSession & { period: string })[]> {
  const rows = await db
    .selectFrom('meeting')
    .where('meeting.removedAt', 'is', null)
    .where('meeting.kind', 'in', themedKinds)
    .where('meeting.period', '>=', fromMonth)
    .where('meeting.period', '<=', toMonth)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM theme WHERE theme.meetingId = meeting.id)`)
    .orderBy('meeting.heldOn')
    .orderBy('meeting.id')
    .select(['meeting.id as meetingId', 'meeting.kind', 'meeting.period', 'meeting.theme', 'meeting.heldOn'])
    .select(heldDay(today).as('heldDay'))
    .execute()
  return rows.map(({ kind, theme, heldDay, ...meeting }) => ({
    ...meeting,
    title: theme || meetingTitle(kind, meeting.period),
    held: heldDay !== null,
  }))
}
