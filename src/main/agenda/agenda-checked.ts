import { type Kysely, sql } from 'kysely'
import type { CheckedAgenda, CheckedMeeting, WaitingTask } from '../../shared/rules/agenda-finding.ts'
import { themedKinds } from '../../shared/rules/meeting.ts'
import { preparationOf } from '../../shared/rules/preparation.ts'
import { reportPeriod } from '../../shared/rules/report-period.ts'
import { minimumOn, ruleSetOn } from '../../shared/rules/rule-set.ts'
import { quarterOf } from '../../shared/rules/theme.ts'
import { heldOn } from '../../shared/rules/theme-plan.ts'
import { localDay } from '../api/clock.ts'
import { findMeeting } from '../db/meetings.ts'
import { officersOn, takesPartOn } from '../db/officers.ts'
import { openTasksBefore } from '../db/open-tasks.ts'
import { preparationFacts } from '../db/preparation.ts'
import type { Schema } from '../db/schema.ts'
import { plannedThemes } from '../db/theme-plan.ts'
import { thresholdsOf } from '../db/thresholds.ts'
import { ruleSets } from '../resources/rule-sets.ts'

type Db = Kysely<Schema>

/** Everything that the check of an agenda looks at. Throws `not-found`, for a removed meeting too. */
export async function checkedAgenda(db: Db, meetingId: number, today: string): Promise<CheckedAgenda> {
  const { closedAt: _closed, removedAt: _removed, ...meeting } = await findMeeting(db, meetingId)
  const items = await db
    .selectFrom('agendaItem')
    .select(['id', 'part', 'contentClass', 'title', 'ownerId', 'plannedMinutes', 'privateNote'])
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .execute()
  const ruleSet = ruleSetOn(ruleSets, meeting.heldOn)
  const thresholds = await thresholdsOf(db)
  const facts = await preparationFacts(db, meeting, localDay)
  return {
    meeting,
    items,
    ...(await peopleOf(db, meeting)),
    minimum: minimumOn(ruleSets, meeting.kind, meeting.heldOn),
    ruleSet,
    thresholds,
    themedInQuarter: await themedInQuarter(db, meeting),
    themeToMeet: await themeToMeet(db, meeting, today),
    themesInYear: await themesInYear(db, meeting),
    steps: preparationOf(meeting, facts, ruleSet, thresholds, today),
    tasks: await waitingTasks(db, meeting, today),
    today,
  }
}

/** Chair and minute-taker with whether they take part that day, and who would be either by their office. */
async function peopleOf(
  db: Db,
  meeting: CheckedMeeting,
): Promise<Pick<CheckedAgenda, 'people' | 'suggested'>> {
  const officers = await officersOn(db, meeting.heldOn)
  const chair = officers.find((officer) => officer.role === 'secretary') ?? officers[0]
  const takers = officers.filter(
    (officer) => officer.memberId !== chair?.memberId && officer.memberId !== meeting.chairId,
  )
  const taker = takers.find((officer) => officer.role === 'committeeMember') ?? takers[0]
  const people = officers.map((officer) => ({
    id: officer.memberId,
    fullName: officer.fullName,
    takesPart: true,
  }))
  for (const id of [meeting.chairId, meeting.minuteTakerId]) {
    if (id === null || people.some((person) => person.id === id)) continue
    const member = await db.selectFrom('member').select('fullName').where('id', '=', id).executeTakeFirst()
    const takesPart = await takesPartOn(db, id, meeting.heldOn)
    people.push({ id, fullName: member?.fullName ?? '', takesPart })
  }
  return {
    people,
    suggested: { chairId: chair?.memberId ?? null, minuteTakerId: taker?.memberId ?? null },
  }
}

async function themedInQuarter(db: Db, meeting: CheckedMeeting): Promise<number> {
  const quarter = reportPeriod('quarter', `${meeting.period}-01`)
  const { count } = await db
    .selectFrom('meeting')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', 'in', themedKinds)
    .where('period', '>=', quarter.fromDate.slice(0, 7))
    .where('period', '<=', quarter.toDate.slice(0, 7))
    .where('id', '<>', meeting.id)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

async function themeToMeet(
  db: Db,
  meeting: CheckedMeeting,
  today: string,
): Promise<CheckedAgenda['themeToMeet']> {
  const [year = 0, month = 1] = meeting.period.split('-').map(Number)
  const ofQuarter = sql<boolean>`theme.year = ${year} AND theme.quarter = ${quarterOf(month)}`
  const themes = await plannedThemes(db, ofQuarter, ruleSets, today)
  const [next] = themes
    .filter((theme) => theme.meeting === null && heldOn(theme) === null)
    .sort((a, b) => ((a.sessionDay ?? '9999') < (b.sessionDay ?? '9999') ? -1 : 1))
  return next ? { title: next.title, sessionDay: next.sessionDay } : null
}

async function themesInYear(db: Db, meeting: CheckedMeeting): Promise<number> {
  const { count } = await db
    .selectFrom('theme')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('year', '=', Number(meeting.period.slice(0, 4)))
    .executeTakeFirstOrThrow()
  return count
}

/** Open tasks that the agenda of a regular meeting to come should take up and that nobody put aside for it. */
async function waitingTasks(db: Db, meeting: CheckedMeeting, today: string): Promise<WaitingTask[]> {
  if (meeting.heldOn < today || (meeting.kind !== 'regular' && meeting.kind !== 'regularThemed')) return []
  const tasks = await openTasksBefore(db, meeting)
  const taken = await db
    .selectFrom('agendaItem')
    .where('meetingId', '=', meeting.id)
    .where('taskId', 'is not', null)
    .select('taskId')
    .execute()
  const dropped = await db
    .selectFrom('carryDrop')
    .where('meetingId', '=', meeting.id)
    .where('taskId', 'is not', null)
    .select('taskId')
    .execute()
  const settled = new Set([...taken, ...dropped].map((row) => row.taskId))
  return tasks.filter(
    ({ id, dueOn, reportedHere }) =>
      !settled.has(id) && (reportedHere || (dueOn !== null && dueOn <= meeting.heldOn)),
  )
}
