import { type Kysely, sql } from 'kysely'
import type { LiveItem, LiveMeeting } from '../../shared/contract/running.ts'
import { cameTo, presentStates } from '../../shared/rules/attendance.ts'
import { addYears } from '../../shared/rules/calendar.ts'
import {
  type FairPerson,
  type FairTurn,
  fairLines,
  fairnessOf,
  silentStreaks,
} from '../../shared/rules/fairness.ts'
import { type InviteSituation, inviteList, ownReasons } from '../../shared/rules/invite.ts'
import { guestNames } from '../../shared/rules/meeting.ts'
import { guestsOf } from '../../shared/rules/meeting-record.ts'
import type { MeetingDay } from '../../shared/rules/obligation.ts'
import { instantOf } from '../../shared/rules/running.ts'
import { formatSeconds, unnamedSpeaker } from '../../shared/rules/speaking.ts'
import { type RollRow, rollAt } from '../db/roll.ts'
import type { Schema } from '../db/schema.ts'
import { reasonsElsewhere } from './invite-reasons.ts'
import { papersToCome } from './papers.ts'

type Db = Kysely<Schema>

export type RunMeeting = MeetingDay & {
  id: number
  startTime: string
  chairId: number | null
  guests: string
}

/** The items of a meeting in their order, each with its stretches. */
export async function runItems(db: Db, meetingId: number): Promise<LiveItem[]> {
  const items = await db
    .selectFrom('agendaItem')
    .leftJoin('member', 'member.id', 'agendaItem.ownerId')
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .select(['agendaItem.id', 'title', 'contentClass', 'plannedMinutes', 'member.fullName as ownerName'])
    .execute()
  const runs = await db
    .selectFrom('agendaItem')
    .innerJoin('agendaRun', 'agendaRun.agendaItemId', 'agendaItem.id')
    .where('meetingId', '=', meetingId)
    .orderBy('agendaRun.id')
    .select(['agendaRun.id', 'agendaItemId', 'startedAt', 'stoppedAt'])
    .execute()
  const runsOf = Map.groupBy(runs, (run) => run.agendaItemId)
  return items.map((item) => ({
    ...item,
    runs: (runsOf.get(item.id) ?? []).map(({ agendaItemId: _, ...run }) => run),
  }))
}

/** Everything the screen of a running meeting shows at an instant: items, clocks, queue, whom to ask. */
export async function liveMeeting(db: Db, meeting: RunMeeting, now: string): Promise<LiveMeeting> {
  const items = await runItems(db, meeting.id)
  const roll = await rollAt(db, meeting)
  const turns = await turnsOf(db, meeting.id)
  const queue = await queueOf(db, meeting.id)
  const speaking = turns.find((turn) => turn.startedAt !== null && turn.stoppedAt === null)
  const fairness = fairnessOf(fairPeople(roll, meeting.chairId), turns)
  const silentIds = new Set(
    fairness.persons.filter((person) => person.turns === 0).map((each) => each.memberId),
  )
  const waiting = new Set([...queue.map((each) => each.memberId), speaking?.memberId ?? null])
  const situation: InviteSituation = {
    heldOn: meeting.heldOn,
    called: fairness.called,
    committee: fairness.committee,
    ordinary: fairness.ordinary,
  }
  const justBefore = spokeJustBefore(items, turns)
  const facts = await inviteFacts(db, meeting)
  const elsewhere = await reasonsElsewhere(db, meeting.id, {
    running: items.find((item) => item.runs.some((run) => run.stoppedAt === null))?.id ?? null,
    waiting: new Set(items.flatMap((item) => (item.runs.length === 0 ? [item.id] : []))),
    silent: silentIds,
  })
  const people = roll.map((row) => {
    const known = facts.people.get(row.memberId)
    const person = {
      ...row,
      chair: row.memberId === meeting.chairId,
      waiting: waiting.has(row.memberId),
      spokeJustBefore: justBefore.has(row.memberId),
      spokeToday: !silentIds.has(row.memberId),
      silentMeetings: facts.silent.get(String(row.memberId)) ?? 0,
      birthDate: known?.birthDate ?? null,
      admittedOn: known?.admittedOn ?? null,
      choice: facts.choices.get(row.memberId) ?? null,
    }
    return {
      ...person,
      reasons: [...ownReasons(person, situation), ...(elsewhere.get(row.memberId) ?? [])],
    }
  })
  const { invited, others } = inviteList(people, situation)
  return {
    now,
    plannedStart: instantOf(meeting.heldOn, meeting.startTime),
    items,
    speaking: speaking?.startedAt ? liveTurn(speaking, speaking.startedAt) : null,
    last: lastTurn(turns),
    queue,
    people: roll.map(({ memberId, fullName, state }) => ({
      memberId,
      fullName,
      came: state === null ? null : cameTo(state),
    })),
    guests: guestsOf({ guests: guestNames(meeting.guests), turns }),
    fairness: fairLines(fairness, formatSeconds),
    silent: roll.flatMap(({ memberId, fullName }) =>
      silentIds.has(memberId) ? [{ memberId, fullName }] : [],
    ),
    papers: await papersToCome(db, meeting.id),
    invited: invited.map(({ person, reasons }) => ({
      memberId: person.memberId,
      fullName: person.fullName,
      pinned: person.choice === 'pinned',
      reasons,
    })),
    notInvited: others.map(({ person: { memberId, fullName, choice }, why }) => ({
      memberId,
      fullName,
      why,
      choice,
    })),
  }
}

/** Those who can be heard: obliged to come, or come all the same. */
function fairPeople(roll: readonly RollRow[], chairId: number | null): FairPerson[] {
  return roll
    .filter(({ place, state }) => place === 'obliged' || (state !== null && cameTo(state)))
    .map(({ memberId, role, state }) => ({ memberId, role, state, chair: memberId === chairId }))
}

type TurnRow = Awaited<ReturnType<typeof turnsOf>>[number]

function turnsOf(db: Db, meetingId: number) {
  return db
    .selectFrom('speakingTurn')
    .leftJoin('agendaItem', 'agendaItem.id', 'speakingTurn.agendaItemId')
    .leftJoin('member', 'member.id', 'speakingTurn.memberId')
    .where('speakingTurn.meetingId', '=', meetingId)
    .orderBy('speakingTurn.id')
    .select([
      'speakingTurn.id',
      'agendaItemId',
      'contentClass',
      'memberId',
      'guestName',
      'fullName',
      'kind',
      'gist',
      'startedAt',
      'stoppedAt',
      'speakingSeconds',
    ])
    .execute()
}

function liveTurn(turn: TurnRow, startedAt: string): NonNullable<LiveMeeting['speaking']> {
  const { id, agendaItemId, memberId, guestName, fullName, kind, gist } = turn
  const speakerName = fullName ?? guestName ?? unnamedSpeaker
  return { id, agendaItemId, memberId, guestName, speakerName, kind, gist, startedAt }
}

function lastTurn(turns: readonly TurnRow[]): LiveMeeting['last'] {
  let last: TurnRow | null = null
  for (const turn of turns)
    if (turn.stoppedAt !== null && turn.stoppedAt >= (last?.stoppedAt ?? '')) last = turn
  return last?.startedAt ? { ...liveTurn(last, last.startedAt), speakingSeconds: last.speakingSeconds } : null
}

async function queueOf(db: Db, meetingId: number): Promise<LiveMeeting['queue']> {
  const rows = await db
    .selectFrom('speakerQueue')
    .leftJoin('member', 'member.id', 'speakerQueue.memberId')
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .orderBy('speakerQueue.id')
    .select(['speakerQueue.id', 'memberId', 'guestName', 'fullName'])
    .execute()
  return rows.map(({ fullName, ...row }) => ({ ...row, speakerName: fullName ?? row.guestName ?? '' }))
}

/** Members who spoke on the item last taken up, or on the one taken up before it. */
function spokeJustBefore(items: readonly LiveItem[], turns: readonly FairTurn[]): Set<number> {
  const begun = items
    .flatMap((item) => item.runs.map((run) => ({ itemId: item.id, runId: run.id })))
    .sort((a, b) => b.runId - a.runId)
  const lastTwo = new Set([...new Set(begun.map((run) => run.itemId))].slice(0, 2))
  // Where no item is clocked, the last turn's item is the one under way.
  const lastItem = turns.at(-1)?.agendaItemId ?? null
  if (lastTwo.size === 0 && lastItem !== null) lastTwo.add(lastItem)
  return new Set(
    turns.flatMap(({ memberId, agendaItemId }) =>
      memberId !== null && agendaItemId !== null && lastTwo.has(agendaItemId) ? [memberId] : [],
    ),
  )
}

/** How far back silence is looked at. */
const yearsBack = 2

/** Births, admissions, choices of this meeting, and at how many meetings in a row somebody was silent. */
async function inviteFacts(db: Db, meeting: RunMeeting) {
  const people = await db.selectFrom('member').select(['id', 'birthDate', 'admittedOn']).execute()
  const choices = await db
    .selectFrom('inviteChoice')
    .where('meetingId', '=', meeting.id)
    .select(['memberId', 'choice'])
    .execute()
  // Talk among the committee is no talk before the cell, nor the other way round.
  const meetings = await db
    .selectFrom('meeting')
    .where('removedAt', 'is', null)
    .where('heldOn', '<', meeting.heldOn)
    .where('heldOn', '>=', addYears(meeting.heldOn, -yearsBack))
    .where('kind', meeting.kind === 'committee' ? '=' : '<>', 'committee')
    .orderBy('heldOn', 'desc')
    .orderBy('id', 'desc')
    .select('id')
    .execute()
  const ids = meetings.map(({ id }) => id)
  // One row a meeting: over two years rows of single marks would be thousands.
  const attendances = await db
    .selectFrom('attendance')
    .where('meetingId', 'in', ids)
    .where('state', 'in', presentStates)
    .groupBy('meetingId')
    .select(['meetingId', sql<string | null>`group_concat(memberId)`.as('memberIds')])
    .execute()
  const turns = await db
    .selectFrom('speakingTurn')
    .where('meetingId', 'in', ids)
    .groupBy('meetingId')
    .select(['meetingId', sql<string | null>`group_concat(DISTINCT memberId)`.as('memberIds')])
    .execute()
  const came = new Map(attendances.map((row) => [row.meetingId, idsOf(row.memberIds)]))
  const spoke = new Map(turns.map((row) => [row.meetingId, new Set(idsOf(row.memberIds))]))
  const told = ids.flatMap((id) => {
    const speakers = spoke.get(id)
    // A meeting where no turn was noted says nothing about who was silent.
    return speakers ? [{ came: came.get(id) ?? [], spoke: speakers }] : []
  })
  return {
    people: new Map(people.map((person) => [person.id, person])),
    choices: new Map(choices.map((row) => [row.memberId, row.choice])),
    silent: silentStreaks(told),
  }
}

/** Ids as SQLite strings them together; none at all where only guests spoke. */
const idsOf = (together: string | null) => together?.split(',') ?? []
