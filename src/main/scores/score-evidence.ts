import { type Kysely, sql } from 'kysely'
import { addDays } from '../../shared/rules/calendar.ts'
import { type PreparationStep, preparationOf } from '../../shared/rules/preparation.ts'
import { ruleSetName, ruleSetOn } from '../../shared/rules/rule-set.ts'
import {
  daysOfFact,
  type EvidenceDay,
  isOwnDay,
  type MadeOn,
  type OwnDay,
  type ScoreFactName,
  type ScoreFacts,
} from '../../shared/rules/score-facts.ts'
import { localDay } from '../api/clock.ts'
import { officersOn } from '../db/officers.ts'
import { preparationFacts, recordStep } from '../db/preparation.ts'
import type { Schema } from '../db/schema.ts'
import { thresholdsOf } from '../db/thresholds.ts'
import { ruleSets } from '../resources/rule-sets.ts'
import type { ScoredMeeting } from './score-facts.ts'

type Db = Kysely<Schema>

export type Evidence = {
  facts: Pick<ScoreFacts, 'committee' | 'notice' | 'papers' | 'minutes' | 'handbookOn' | 'upload'>
  /** What was entered by hand, or null; a day that the program found itself is not there. */
  days: ReadonlyMap<EvidenceDay, string | null>
}

/** What is known of a meeting by days: of its preparation, its minutes and its papers; found first, else entered. */
export async function evidenceOf(db: Db, meeting: ScoredMeeting, today: string): Promise<Evidence> {
  const ruleSet = ruleSetOn(ruleSets, meeting.heldOn)
  const known = await preparationFacts(db, meeting, localDay)
  const steps = preparationOf(meeting, known, ruleSet, await thresholdsOf(db), today)
  const step = (name: PreparationStep) => steps.find((each) => each.step === name)
  const officers = await officersOn(db, meeting.heldOn)
  const alone = officers.every((officer) => officer.role === 'secretary')
  const committee = await lastCommittee(db, meeting)
  const issued = await issuedOf(db, meeting.id)
  const committeeIssued = committee && (await issuedOf(db, committee.id)).get('minutes')
  const byHand = await enteredDays(db, meeting.id)

  const made = (found: MadeOn | undefined, day: OwnDay): MadeOn | null => {
    const on = byHand.get(day)
    return found ?? (on === undefined ? null : { on, symbol: '' })
  }
  const notice = step('notice')?.doneOn ?? null
  const papers = step('papers')
  const reportDays = ruleSet?.values.reportDaysAfter?.value
  const ownDay = (day: OwnDay) => byHand.get(day) ?? null
  const ownStep = (name: PreparationStep) => step(name)?.doneOn ?? null
  const days = new Map<EvidenceDay, string | null>([
    ['papers', ownStep('papers')],
    ['noticeUpper', ownStep('noticeUpper')],
    ['handbook', ownDay('handbook')],
    ['upload', ownDay('upload')],
  ])
  if (!alone && !step('committee')?.found) days.set('committee', ownStep('committee'))
  if (!alone && !committeeIssued && !committee?.recorded)
    days.set('committeeMinutes', ownDay('committeeMinutes'))
  if (notice !== null || !issued.has('notice')) days.set('notice', notice)
  if (!issued.has('minutes')) days.set('minutes', ownDay('minutes'))
  return {
    days,
    facts: {
      committee: {
        alone,
        heldOn: step('committee')?.doneOn ?? known.committeeOn,
        recorded: committee?.recorded === 1,
        minutes: made(committeeIssued, 'committeeMinutes'),
      },
      notice: {
        members: notice ?? issued.get('notice')?.on ?? null,
        symbol: notice === null ? (issued.get('notice')?.symbol ?? '') : '',
        upper: ownStep('noticeUpper'),
      },
      papers: {
        doneOn: papers?.doneOn ?? null,
        dueOn: papers?.dueOn ?? meeting.heldOn,
        source: papers?.source ?? '',
      },
      minutes: made(issued.get('minutes'), 'minutes'),
      handbookOn: ownDay('handbook'),
      upload: {
        doneOn: ownDay('upload'),
        dueOn: reportDays === undefined ? null : addDays(meeting.heldOn, reportDays),
        source: ruleSet && reportDays !== undefined ? ruleSetName(ruleSet) : '',
      },
    },
  }
}

/** The latest committee meeting of the same period, and whether the program holds what it concluded (0 or 1). */
function lastCommittee(db: Db, meeting: ScoredMeeting) {
  return db
    .selectFrom('meeting')
    .where('kind', '=', 'committee')
    .where('period', '=', meeting.period)
    .where('heldOn', '<=', meeting.heldOn)
    .where('removedAt', 'is', null)
    .orderBy('heldOn', 'desc')
    .select([
      'id',
      sql<number>`EXISTS (SELECT 1 FROM conclusion WHERE conclusion.meetingId = meeting.id)`.as('recorded'),
    ])
    .executeTakeFirst()
}

/** Papers of a meeting as they were first issued: a later revision does not make them later. */
async function issuedOf(db: Db, meetingId: number): Promise<ReadonlyMap<string, MadeOn>> {
  const rows = await db
    .selectFrom('issuedPaper')
    .where('meetingId', '=', meetingId)
    .where('revision', '=', 0)
    .select(['paper', 'issuedOn', 'symbol'])
    .execute()
  return new Map(rows.map(({ paper, issuedOn, symbol }) => [paper, { on: issuedOn, symbol }]))
}

async function enteredDays(db: Db, meetingId: number): Promise<ReadonlyMap<OwnDay, string>> {
  const rows = await db
    .selectFrom('scoreEvidence')
    .where('meetingId', '=', meetingId)
    .select(['day', 'doneOn'])
    .execute()
  return new Map(rows.map(({ day, doneOn }) => [day, doneOn]))
}

/** The days a line can still be given by hand. */
export function daysOfLine(
  facts: readonly ScoreFactName[],
  { days }: Evidence,
): { day: EvidenceDay; doneOn: string | null }[] {
  return facts.flatMap(daysOfFact).flatMap((day) => {
    const doneOn = days.get(day)
    return doneOn === undefined ? [] : [{ day, doneOn }]
  })
}

/** Stores a day entered by hand: a step of the preparation where it is one, so that it is entered once for both. */
export async function storeDay(
  db: Db,
  meetingId: number,
  day: EvidenceDay,
  doneOn: string | null,
): Promise<void> {
  if (!isOwnDay(day)) {
    const recorded = await db
      .selectFrom('preparationStep')
      .where('meetingId', '=', meetingId)
      .where('step', '=', day)
      .select('note')
      .executeTakeFirst()
    await recordStep(db, { meetingId, step: day, doneOn, note: recorded?.note ?? '' })
  } else if (doneOn === null) {
    await db.deleteFrom('scoreEvidence').where('meetingId', '=', meetingId).where('day', '=', day).execute()
  } else {
    await db
      .insertInto('scoreEvidence')
      .values({ meetingId, day, doneOn })
      .onConflict((conflict) => conflict.columns(['meetingId', 'day']).doUpdateSet({ doneOn }))
      .execute()
  }
}
