import type { Kysely } from 'kysely'
import { addDays } from '../../shared/rules/calendar.ts'
import { fold } from '../../shared/rules/fold.ts'
import { quarterOf, type ThemeStep } from '../../shared/rules/theme.ts'
import type { Schema } from '../db/schema.ts'
import { addMonths, workingDay } from './months.ts'
import { type SampleTheme, strengths, themePlan, themes } from './sample-data.ts'
import type { WrittenMeeting } from './sample-decisions.ts'

type Db = Kysely<Schema>

type Place = {
  /** 'YYYY-MM' */
  period: string
  sessionOn?: string
  meetingId?: number
  leadId?: number | null
}
type Contributor = { memberId: number; topic: string; minutes: number }

/** Days from the session on which a step was done, by turns: in time, and now and then late. */
const doneDays: Readonly<Record<Exclude<ThemeStep, 'held' | 'concluded'>, readonly number[]>> = {
  outline: [-22, -21, -18, -24],
  draft: [-15, -14, -11, -14],
  approval: [-8, -7, -7, -9],
  sent: [-2, -1, -3, -1],
  reported: [1, 2, 2, 5],
}

/**
 * The plan behind the sample office's themed sessions: each treated in its meeting and prepared step by step, the
 * last one not yet reported; one of the year before that was never held; and the three quarters to come, the nearest
 * of them ready, the others less and less. Some people are known to be strong in something.
 */
export async function insertThemes(
  db: Db,
  meetings: readonly WrittenMeeting[],
  today: string,
  idOf: (key: string) => number,
): Promise<void> {
  const themed = meetings.filter(({ themeNumber }) => themeNumber !== null)
  for (const [index, meeting] of themed.entries()) {
    const theme = themes[(meeting.themeNumber ?? 0) % themes.length]
    if (!theme) continue
    const speakers = await db
      .selectFrom('speakingTurn')
      .select(['memberId', 'gist'])
      .where('meetingId', '=', meeting.id)
      .where('kind', '=', 'prepared')
      .where('memberId', 'is not', null)
      .orderBy('id')
      .execute()
    const [lead, ...others] = speakers
    const themeId = await insertTheme(db, theme, {
      period: meeting.period,
      meetingId: meeting.id,
      leadId: lead?.memberId ?? null,
    })
    await insertContributors(
      db,
      themeId,
      others.flatMap(({ memberId, gist }) =>
        memberId === null || memberId === lead?.memberId ? [] : [{ memberId, topic: gist, minutes: 10 }],
      ),
    )
    await insertSteps(db, themeId, meeting.heldOn, index, index === themed.length - 1, today)
  }
  const year = Number(today.slice(0, 4))
  await insertTheme(db, themePlan.missed, { period: `${year - 1}-08` })
  const last = themed.at(-1)?.period ?? today.slice(0, 7)
  for (const [index, theme] of themePlan.planned.entries()) {
    const period = addMonths(last, (index + 1) * 3)
    const sessionOn = workingDay(period, 17)
    const themeId = await insertTheme(db, theme, {
      period,
      ...(index < 2 ? { sessionOn } : {}),
      leadId: theme.lead === null ? null : idOf(theme.lead),
    })
    await insertContributors(
      db,
      themeId,
      theme.contributors.map(({ key, ...contributor }) => ({ ...contributor, memberId: idOf(key) })),
    )
  }
  await db
    .insertInto('memberStrength')
    .values(
      Object.entries(strengths).flatMap(([key, subjects]) =>
        subjects.map((subject) => ({ memberId: idOf(key), subject, subjectFolded: fold(subject) })),
      ),
    )
    .execute()
}

async function insertTheme(db: Db, theme: SampleTheme, place: Place): Promise<number> {
  const { title, kind, origin, form, problem, figures, cause, solution, aim, product } = theme
  const [year = 0, month = 1] = place.period.split('-').map(Number)
  const { id } = await db
    .insertInto('theme')
    .values({
      ...{ year, quarter: quarterOf(month), month, position: 1 },
      ...{ title, titleFolded: fold(title), kind, origin, form },
      ...{ problem, figures, cause, solution, aim, product },
      sessionOn: place.sessionOn ?? null,
      meetingId: place.meetingId ?? null,
      leadId: place.leadId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (theme.subjects.length > 0)
    await db
      .insertInto('themeSubject')
      .values(theme.subjects.map((subject) => ({ themeId: id, subject, subjectFolded: fold(subject) })))
      .execute()
  if (theme.questions.length > 0)
    await db
      .insertInto('themeQuestion')
      .values(theme.questions.map((question, index) => ({ themeId: id, question, position: index + 1 })))
      .execute()
  return id
}

async function insertContributors(
  db: Db,
  themeId: number,
  contributors: readonly Contributor[],
): Promise<void> {
  if (contributors.length === 0) return
  await db
    .insertInto('themeContributor')
    .values(contributors.map((contributor, index) => ({ themeId, ...contributor, position: index + 1 })))
    .execute()
}

async function insertSteps(
  db: Db,
  themeId: number,
  sessionOn: string,
  number: number,
  newest: boolean,
  today: string,
): Promise<void> {
  const steps = Object.entries(doneDays).flatMap(([step, days]) => {
    const doneOn = addDays(sessionOn, days[number % days.length] ?? 0)
    const open = doneOn > today || (newest && step === 'reported')
    return open ? [] : [{ themeId, step: step as ThemeStep, dueOn: null, doneOn }]
  })
  if (steps.length > 0) await db.insertInto('themeStep').values(steps).execute()
}
