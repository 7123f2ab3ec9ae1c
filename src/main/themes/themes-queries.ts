import { type Kysely, sql } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { FoundTheme, Theme, ThemeBoard } from '../../shared/contract/themes.ts'
import { fold } from '../../shared/rules/fold.ts'
import { meetingTitle, themedKinds } from '../../shared/rules/meeting.ts'
import { attendingStatuses } from '../../shared/rules/obligation.ts'
import { sortByGivenName } from '../../shared/rules/person-name.ts'
import { ruleSetOn } from '../../shared/rules/rule-set.ts'
import { daysOfPlan, judgedDay, quarters } from '../../shared/rules/theme.ts'
import { heldOn, type PlannedTheme, quarterStanding } from '../../shared/rules/theme-plan.ts'
import type { Schema } from '../db/schema.ts'
import { looseSessions, plannedThemes } from '../db/theme-plan.ts'
import { thresholdsOf } from '../db/thresholds.ts'
import { ruleSets } from '../resources/rule-sets.ts'
import { themeKinds } from '../resources/theme-kinds.ts'

type Db = Kysely<Schema>

const foundAtMost = 100

/** This year and the next, and every year with themes or themed sessions; newest first. */
export async function yearsOfThemes(db: Db, today: string): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    SELECT year FROM theme
    UNION SELECT CAST(substr(period, 1, 4) AS INTEGER) FROM meeting
    WHERE removedAt IS NULL AND kind IN ('themed', 'regularThemed')`.execute(db)
  const thisYear = Number(today.slice(0, 4))
  const years = new Set([thisYear, thisYear + 1, ...rows.map((row) => row.year)])
  return [...years].sort((a, b) => b - a)
}

/** A year's four quarters with their themes and how they stand. */
export async function boardOf(db: Db, year: number, today: string): Promise<ThemeBoard> {
  const themes = await plannedThemes(db, sql<boolean>`theme.year = ${year}`, ruleSets, today)
  const loose = await looseSessions(db, `${year}-01`, `${year}-12`, today)
  const thresholds = await thresholdsOf(db)
  return {
    year,
    quarters: quarters.map((quarter) => {
      const { fromDate, toDate } = daysOfPlan(year, quarter, null)
      const plan = {
        year,
        quarter,
        themes: themes.filter((theme) => theme.quarter === quarter),
        loose: loose
          .filter(({ period }) => `${period}-01` >= fromDate && `${period}-01` <= toDate)
          .map(({ period, ...session }) => session),
      }
      return {
        quarter,
        standing: quarterStanding(plan, ruleSetOn(ruleSets, toDate), thresholds, today),
        themes: plan.themes,
        loose: plan.loose,
      }
    }),
  }
}

/** Themes of any year in which every word typed begins a word of title, kind, problem, product or a preparer's name. */
export async function foundThemes(db: Db, typed: string, today: string): Promise<FoundTheme[]> {
  const words = fold(typed).split(' ')
  if (words[0] === '') return []
  const texts = await db
    .selectFrom('theme')
    .leftJoin('member as lead', 'lead.id', 'theme.leadId')
    .orderBy('theme.year', 'desc')
    .orderBy('theme.quarter', 'desc')
    .orderBy('theme.position')
    .select(['theme.id', 'theme.titleFolded', 'theme.kind', 'theme.problem', 'theme.product'])
    .select([
      'lead.fullNameFolded as leadFolded',
      sql<string | null>`(SELECT group_concat(member.fullNameFolded, ' ') FROM themeContributor
        JOIN member ON member.id = themeContributor.memberId WHERE themeContributor.themeId = theme.id)`.as(
        'contributorsFolded',
      ),
    ])
    .execute()
  const ids = texts
    .filter(({ titleFolded, kind, problem, product, leadFolded, contributorsFolded }) => {
      const text = ` ${titleFolded} ${fold(`${kind} ${problem} ${product}`)} ${leadFolded ?? ''} ${contributorsFolded ?? ''}`
      return words.every((word) => text.includes(` ${word}`))
    })
    .slice(0, foundAtMost)
    .map(({ id }) => id)
  const themes = await plannedThemes(
    db,
    sql<boolean>`theme.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
    ruleSets,
    today,
  )
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  return ids.flatMap((id) => {
    const theme = byId.get(id)
    return theme ? [foundTheme(theme)] : []
  })
}

function foundTheme(theme: PlannedTheme): FoundTheme {
  const { id, year, quarter, title, kind, lead, sessionDay } = theme
  const held = heldOn(theme)
  return {
    id,
    year,
    quarter,
    title,
    kind,
    leadName: lead?.fullName ?? null,
    sessionDay: held ?? sessionDay,
    heldOn: held,
  }
}

/** One theme as the board shows it. Throws `not-found`. */
export async function existingTheme(db: Db, id: number, today: string): Promise<PlannedTheme> {
  const [theme] = await plannedThemes(db, sql<boolean>`theme.id = ${id}`, ruleSets, today)
  if (!theme) throw new AppError('not-found')
  return theme
}

/** Everything about one theme. Throws `not-found`. */
export async function wholeTheme(db: Db, id: number, today: string): Promise<Theme> {
  const planned = await existingTheme(db, id, today)
  const row = await db
    .selectFrom('theme')
    .select(['id', 'year', 'quarter', 'month', 'title', 'kind', 'origin', 'problem', 'figures', 'cause'])
    .select(['solution', 'aim', 'form', 'sessionOn', 'leadId', 'product', 'note'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const meeting = planned.meeting
    ? await db
        .selectFrom('meeting')
        .select(['id', 'kind', 'period', 'heldOn', 'closedAt'])
        .where('id', '=', planned.meeting.id)
        .executeTakeFirst()
    : undefined
  const contributors = await db
    .selectFrom('themeContributor')
    .innerJoin('member', 'member.id', 'themeContributor.memberId')
    .select(['themeContributor.id', 'themeContributor.memberId', 'member.fullName'])
    .select(['themeContributor.topic', 'themeContributor.minutes'])
    .where('themeId', '=', id)
    .orderBy('themeContributor.position')
    .execute()
  const questions = await db
    .selectFrom('themeQuestion')
    .select('question')
    .where('themeId', '=', id)
    .orderBy('position')
    .execute()
  const links = await db
    .selectFrom('themeLink')
    .select(['label', 'target'])
    .where('themeId', '=', id)
    .orderBy('position')
    .execute()
  const subjects = await db
    .selectFrom('themeSubject')
    .select('subject')
    .where('themeId', '=', id)
    .orderBy('id')
    .execute()
  return {
    ...row,
    leadName: planned.lead?.fullName ?? null,
    meeting: meeting
      ? {
          id: meeting.id,
          title: meetingTitle(meeting.kind, meeting.period),
          heldOn: meeting.heldOn,
          closed: meeting.closedAt !== null,
        }
      : null,
    contributors,
    questions: questions.map(({ question }) => question),
    links,
    subjects: subjects.map(({ subject }) => subject),
    planned,
  }
}

/** The catalogue's kinds in its order, then others in use, by alphabet. */
export async function kindsOfThemes(db: Db): Promise<string[]> {
  const used = await db.selectFrom('theme').select('kind').distinct().where('kind', '<>', '').execute()
  const known = new Set(themeKinds.map(fold))
  const others = used.map(({ kind }) => kind).filter((kind) => !known.has(fold(kind)))
  return [...themeKinds, ...others.sort(new Intl.Collator('vi').compare)]
}

/** The themed sessions of a theme's quarter, by day. */
export async function meetingsForTheme(
  db: Db,
  theme: { year: number; quarter: number },
): Promise<{ id: number; title: string; heldOn: string }[]> {
  const { fromDate, toDate } = daysOfPlan(theme.year, theme.quarter, null)
  const meetings = await db
    .selectFrom('meeting')
    .select(['id', 'kind', 'period', 'heldOn'])
    .where('removedAt', 'is', null)
    .where('kind', 'in', themedKinds)
    .where('period', '>=', fromDate.slice(0, 7))
    .where('period', '<=', toDate.slice(0, 7))
    .orderBy('heldOn')
    .orderBy('id')
    .execute()
  return meetings.map(({ id, kind, period, heldOn }) => ({ id, title: meetingTitle(kind, period), heldOn }))
}

/** Whoever takes part in the cell's meetings on the day by which a theme is judged, by given name. */
export async function peopleForTheme(
  db: Db,
  theme: PlannedTheme,
  today: string,
): Promise<{ memberId: number; fullName: string }[]> {
  const day = judgedDay(theme, today)
  const people = await db
    .selectFrom('memberStatus')
    .innerJoin('member', 'member.id', 'memberStatus.memberId')
    .where('member.removedAt', 'is', null)
    .where('memberStatus.status', 'in', attendingStatuses)
    .where('memberStatus.fromDate', '<=', day)
    .where((eb) => eb.or([eb('memberStatus.toDate', 'is', null), eb('memberStatus.toDate', '>=', day)]))
    .select(['member.id as memberId', 'member.fullName'])
    .execute()
  return sortByGivenName(people, (person) => person.fullName)
}
