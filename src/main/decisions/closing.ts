import { type Kysely, sql } from 'kysely'
import type { Closing } from '../../shared/contract/decisions.ts'
import { closingFindings } from '../../shared/rules/closing.ts'
import { isRegular, type MeetingKind } from '../../shared/rules/meeting.ts'
import { quorumOf, standingsAt } from '../db/roll.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

export type ClosableMeeting = {
  id: number
  kind: MeetingKind
  period: string
  heldOn: string
  chairId: number | null
  minuteTakerId: number | null
  closedAt: string | null
}

/** How the record of a meeting stands: closed when, what is missing, what was changed since. */
export async function closingOf(db: Db, meeting: ClosableMeeting): Promise<Closing> {
  const { id, closedAt } = meeting
  const roll = await standingsAt(db, meeting)
  const obliged = roll.filter((row) => row.place === 'obliged')
  const runningItems = await db
    .selectFrom('agendaRun')
    .innerJoin('agendaItem', 'agendaItem.id', 'agendaRun.agendaItemId')
    .where('agendaItem.meetingId', '=', id)
    .where('agendaRun.stoppedAt', 'is', null)
    .orderBy('agendaItem.position')
    .select('agendaItem.title')
    .execute()
  const turns = await db
    .selectFrom('speakingTurn')
    .leftJoin('member', 'member.id', 'speakingTurn.memberId')
    .where('meetingId', '=', id)
    .orderBy('speakingTurn.id')
    .select(['startedAt', 'stoppedAt', 'fullName', 'guestName'])
    .execute()
  const silentPapers = await db
    .selectFrom('speakerAsk')
    .innerJoin('member', 'member.id', 'speakerAsk.memberId')
    .where('speakerAsk.meetingId', '=', id)
    .where('speakerAsk.prepared', '=', 1)
    .where(
      sql<boolean>`NOT EXISTS (
        SELECT 1 FROM speakingTurn WHERE meetingId = ${id} AND memberId = speakerAsk.memberId)`,
    )
    .groupBy('member.id')
    .orderBy(sql`min(speakerAsk.id)`)
    .select('member.fullName')
    .execute()
  const votes = await db
    .selectFrom('vote')
    .where('meetingId', '=', id)
    .orderBy('id')
    .select(['subject', 'forCount', 'entitledCount'])
    .execute()
  const conclusions = await db.selectFrom('conclusion').where('meetingId', '=', id).select('id').execute()
  const praise = await db
    .selectFrom('remark')
    .where('meetingId', '=', id)
    .where('kind', 'in', ['commendation', 'reminder'])
    .select('id')
    .limit(1)
    .executeTakeFirst()
  const tasks = await db
    .selectFrom('task')
    .where('meetingId', '=', id)
    .orderBy('id')
    .select((eb) => [
      'title',
      'dueOn',
      eb
        .selectFrom('taskOwner')
        .select('taskOwner.id')
        .whereRef('taskOwner.taskId', '=', 'task.id')
        .limit(1)
        .as('ownerId'),
    ])
    .execute()
  const { entitled } = quorumOf(roll)
  const score = await db
    .selectFrom('meetingScore')
    .select('missing')
    .where('meetingId', '=', id)
    .executeTakeFirst()
  // A themed session alone is scored with the month's regular meeting, where the cell does not score it apart.
  const regular = isRegular(meeting)
  const missing = closingFindings({
    obliged: obliged.length,
    unmarked: obliged.filter((row) => row.state === null).length,
    chairKnown: meeting.chairId !== null,
    minuteTakerKnown: meeting.minuteTakerId !== null,
    runningItems: runningItems.map((item) => item.title),
    runningSpeakers: turns
      .filter((turn) => turn.startedAt !== null && turn.stoppedAt === null)
      .map((turn) => turn.fullName ?? turn.guestName ?? 'người chưa ghi tên'),
    turns: turns.length,
    unnamedTurns: turns.filter((turn) => turn.fullName === null && turn.guestName === null).length,
    silentPapers: silentPapers.map((person) => person.fullName),
    conclusions: conclusions.length,
    // The month's resolution has a paragraph for it, and the score a line.
    praised: regular ? praise !== undefined : null,
    votes: votes.map((vote) => ({
      subject: vote.subject,
      counted: vote.forCount !== null,
      entitled: vote.entitledCount,
      entitledByRoll: entitled,
    })),
    tasks: tasks.map((task) => ({
      title: task.title,
      owned: task.ownerId !== null,
      dated: task.dueOn !== null,
    })),
    unscoredLines: score?.missing ?? (regular ? null : 0),
  })
  return { closedAt, missing, changes: closedAt === null ? [] : await changesSince(db, id, closedAt) }
}

/**
 * The steps after an instant that touched a row of the meeting, read from the undo log. Noting that a task is done, a
 * conclusion carried out or an item unfinished, and putting a matter aside, is work after the meeting, not a change of
 * its record.
 */
async function changesSince(db: Db, meetingId: number, closedAt: string): Promise<Closing['changes']> {
  return db
    .selectFrom('undoStep')
    .select(['description', 'doneAt'])
    .where('undone', '=', 0)
    .where('doneAt', '>', closedAt)
    .where('operation', 'not in', [
      'tasks.setDone',
      'conclusions.setDone',
      'agenda.setFinished',
      'carry.drop',
      'carry.restore',
    ])
    .where(
      sql<boolean>`EXISTS (
        SELECT 1 FROM undoChange WHERE stepId = undoStep.id AND (
          (tableName = 'meeting' AND rowId = ${meetingId})
          OR coalesce(after, before) ->> '$.meetingId' = ${meetingId}
          OR coalesce(after, before) ->> '$.agendaItemId' IN (
            SELECT id FROM agendaItem WHERE meetingId = ${meetingId})
          OR (tableName = 'remarkMember' AND coalesce(after, before) ->> '$.remarkId' IN (
            SELECT id FROM remark WHERE meetingId = ${meetingId}))
          OR (tableName = 'taskOwner' AND coalesce(after, before) ->> '$.taskId' IN (
            SELECT id FROM task WHERE meetingId = ${meetingId}))))`,
    )
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}
