import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import { callsRoll } from '../../shared/rules/attendance.ts'
import { guestNames, meetingTitle } from '../../shared/rules/meeting.ts'
import type { MeetingRecord, PersonFact, TaskFact } from '../../shared/rules/meeting-record.ts'
import { clockAt } from '../../shared/rules/running.ts'
import { lossWords } from '../../shared/rules/score.ts'
import { findMeeting } from '../db/meetings.ts'
import { remarksOf } from '../db/remarks.ts'
import { type RollRow, rollAt } from '../db/roll.ts'
import type { Schema } from '../db/schema.ts'
import { linesOf } from '../db/scores.ts'

type Db = Kysely<Schema>

/** All that was recorded of a meeting that its papers tell of. Throws `not-found` and `cell-missing`. */
export async function meetingRecord(db: Db, meetingId: number, today: string): Promise<MeetingRecord> {
  const meeting = await findMeeting(db, meetingId)
  const cell = await db.selectFrom('cell').select(['name', 'upperBody', 'abbreviation']).executeTakeFirst()
  if (!cell) throw new AppError('cell-missing')
  const rows = await rollAt(db, meeting)
  const { kind, period, heldOn, place, mode, theme } = meeting
  return {
    cell,
    kind,
    period,
    heldOn,
    place,
    mode,
    theme,
    guests: guestNames(meeting.guests),
    asOf: today < heldOn ? today : heldOn,
    plannedStart: meeting.startTime,
    ...(await agendaOf(db, meetingId)),
    roll: rows,
    rollCalled: rows.some((row) => callsRoll(row.state)),
    chair: await personOf(db, rows, meeting.chairId),
    minuteTaker: await personOf(db, rows, meeting.minuteTakerId),
    turns: await turnsOf(db, meetingId),
    conclusions: await conclusionsOf(db, meetingId),
    remarks: (await remarksOf(db, meetingId)).map(({ id, agendaItemId, kind, content, members }) => ({
      id,
      agendaItemId,
      kind,
      content,
      members: members.map(({ fullName }) => fullName),
    })),
    votes: await votesOf(db, meetingId),
    tasks: await tasksOf(db, meetingId),
    last: await lastOf(db, meeting),
    score: await scoreOf(db, meetingId),
  }
}

async function personOf(
  db: Db,
  rows: readonly RollRow[],
  memberId: number | null,
): Promise<PersonFact | null> {
  if (memberId === null) return null
  const row = rows.find((each) => each.memberId === memberId)
  if (row) return { memberId, fullName: row.fullName, role: row.role }
  const member = await db
    .selectFrom('member')
    .select('fullName')
    .where('id', '=', memberId)
    .executeTakeFirst()
  return member ? { memberId, ...member, role: 'member' } : null
}

/** The items with whether they were under way, and when the first began and the last ended, by the clock. */
async function agendaOf(db: Db, meetingId: number) {
  const items = await db
    .selectFrom('agendaItem')
    .leftJoin('member', 'member.id', 'agendaItem.ownerId')
    .leftJoin('agendaRun', 'agendaRun.agendaItemId', 'agendaItem.id')
    .where('agendaItem.meetingId', '=', meetingId)
    .groupBy('agendaItem.id')
    .orderBy('agendaItem.position')
    .select((eb) => [
      'agendaItem.id',
      'agendaItem.part',
      'agendaItem.contentClass',
      'agendaItem.title',
      'member.fullName as ownerName',
      eb.fn.min('agendaRun.startedAt').as('startedAt'),
      eb.fn.max('agendaRun.stoppedAt').as('stoppedAt'),
      sql<number>`sum(agendaRun.startedAt IS NOT NULL AND agendaRun.stoppedAt IS NULL)`.as('running'),
    ])
    .execute()
  const begun = items.flatMap((item) => item.startedAt ?? []).sort()
  const ended = items.flatMap((item) => item.stoppedAt ?? []).sort()
  const running = items.some((item) => item.running > 0)
  const first = begun[0]
  const last = ended.at(-1)
  return {
    items: items.map(({ startedAt, stoppedAt: _stoppedAt, running: _running, ...item }) => ({
      ...item,
      begun: startedAt !== null,
    })),
    startedAt: first === undefined ? null : clockAt(first),
    endedAt: last === undefined || running ? null : clockAt(last),
  }
}

function turnsOf(db: Db, meetingId: number) {
  return db
    .selectFrom('speakingTurn')
    .leftJoin('member', 'member.id', 'speakingTurn.memberId')
    .where('speakingTurn.meetingId', '=', meetingId)
    .orderBy('speakingTurn.id')
    .select([
      'speakingTurn.id',
      'speakingTurn.agendaItemId',
      'member.fullName as memberName',
      'speakingTurn.guestName',
      'speakingTurn.kind',
      'speakingTurn.gist',
    ])
    .execute()
}

/** By the agenda; those on the whole meeting last. */
function conclusionsOf(db: Db, meetingId: number) {
  return db
    .selectFrom('conclusion')
    .leftJoin('agendaItem', 'agendaItem.id', 'conclusion.agendaItemId')
    .where('conclusion.meetingId', '=', meetingId)
    .orderBy('agendaItem.position', (order) => order.asc().nullsLast())
    .orderBy('conclusion.id')
    .select(['conclusion.id', 'conclusion.agendaItemId', 'conclusion.content'])
    .execute()
}

function votesOf(db: Db, meetingId: number) {
  return db
    .selectFrom('vote')
    .where('meetingId', '=', meetingId)
    .orderBy('id')
    .select([
      'id',
      'subject',
      'rule',
      'method',
      'entitledCount',
      'presentCount',
      'forCount',
      'againstCount',
      'blankCount',
    ])
    .execute()
}

/** Tasks that meetings gave, each with the month it was given in, in the order they were given. */
async function tasksWhere(db: Db, given: Expression<SqlBool>): Promise<(TaskFact & { givenIn: string })[]> {
  const tasks = await db
    .selectFrom('task')
    .innerJoin('meeting', 'meeting.id', 'task.meetingId')
    .leftJoin('meeting as report', (join) =>
      join.onRef('report.id', '=', 'task.reportMeetingId').on('report.removedAt', 'is', null),
    )
    .where(given)
    .orderBy('meeting.heldOn')
    .orderBy('task.id')
    .select(['task.id', 'task.title', 'task.dueOn', 'task.doneOn', 'report.kind', 'report.period'])
    .select('meeting.period as givenIn')
    .execute()
  const owners = await db
    .selectFrom('taskOwner')
    .innerJoin('task', 'task.id', 'taskOwner.taskId')
    .innerJoin('meeting', 'meeting.id', 'task.meetingId')
    .innerJoin('member', 'member.id', 'taskOwner.memberId')
    .where(given)
    .orderBy('taskOwner.id')
    .select(['taskOwner.taskId', 'member.fullName'])
    .execute()
  const ownersOf = Map.groupBy(owners, ({ taskId }) => taskId)
  return tasks.map(({ kind, period, ...task }) => ({
    ...task,
    owners: (ownersOf.get(task.id) ?? []).map(({ fullName }) => fullName),
    reportTitle: kind && period && meetingTitle(kind, period),
  }))
}

const tasksOf = (db: Db, meetingId: number): Promise<TaskFact[]> =>
  tasksWhere(db, sql<SqlBool>`task.meetingId = ${meetingId}`)

/** The regular meeting before this one, with the tasks it gave and the cell's earlier ones that were open then. */
async function lastOf(
  db: Db,
  { id, heldOn }: { id: number; heldOn: string },
): Promise<MeetingRecord['last']> {
  const last = await db
    .selectFrom('meeting')
    .select(['id', 'period', 'heldOn'])
    .where('kind', 'in', ['regular', 'regularThemed'])
    .where('removedAt', 'is', null)
    .where('id', '<>', id)
    .where('heldOn', '<', heldOn)
    .orderBy('heldOn', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return null
  const earlier = sql<SqlBool>`meeting.removedAt IS NULL AND meeting.kind <> 'committee'
    AND meeting.heldOn < ${last.heldOn} AND (task.doneOn IS NULL OR task.doneOn > ${last.heldOn})`
  return {
    period: last.period,
    tasks: await tasksOf(db, last.id),
    earlier: await tasksWhere(db, earlier),
  }
}

/** The score with the sums of its groups, in the order of the sheet; null before it is begun. */
async function scoreOf(db: Db, meetingId: number): Promise<MeetingRecord['score']> {
  const score = await db
    .selectFrom('meetingScore')
    .select(['total', 'missing', 'level'])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (!score) return null
  const groups = await db
    .selectFrom('scoreLine')
    .where('meetingId', '=', meetingId)
    .groupBy('groupTitle')
    .orderBy((eb) => eb.fn.min('position'))
    .select((eb) => [
      'groupTitle as title',
      sql<number>`total(points)`.as('points'),
      eb.fn.sum<number>('maximum').as('maximum'),
    ])
    .execute()
  const losses = (await linesOf(db, meetingId)).flatMap((line) => {
    const words = lossWords(line)
    return words === null ? [] : [{ criterion: line.criterion, words }]
  })
  return { ...score, groups, losses, maximum: groups.reduce((sum, group) => sum + group.maximum, 0) }
}
