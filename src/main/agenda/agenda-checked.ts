import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { CheckedAgenda, CheckedMeeting } from '../../shared/rules/agenda-finding.ts'
import { preparationOf } from '../../shared/rules/preparation.ts'
import { reportPeriod } from '../../shared/rules/report-period.ts'
import { minimumOn, ruleSetOn } from '../../shared/rules/rule-set.ts'
import { localDay } from '../api/clock.ts'
import { officersOn, takesPartOn } from '../db/officers.ts'
import { preparationFacts } from '../db/preparation.ts'
import type { Schema } from '../db/schema.ts'
import { thresholdsOf } from '../db/thresholds.ts'
import { ruleSets } from '../resources/rule-sets.ts'

type Db = Kysely<Schema>

/** Everything that the check of an agenda looks at. Throws `not-found`, for a removed meeting too. */
export async function checkedAgenda(db: Db, meetingId: number, today: string): Promise<CheckedAgenda> {
  const meeting = await db
    .selectFrom('meeting')
    .select(['id', 'kind', 'period', 'heldOn', 'startTime', 'place', 'mode', 'chairId', 'minuteTakerId'])
    .select(['theme', 'note'])
    .where('id', '=', meetingId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!meeting) throw new AppError('not-found')
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
    steps: preparationOf(meeting, facts, ruleSet, thresholds, today),
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
    .where('kind', 'in', ['themed', 'regularThemed'])
    .where('period', '>=', quarter.fromDate.slice(0, 7))
    .where('period', '<=', quarter.toDate.slice(0, 7))
    .where('id', '<>', meeting.id)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
