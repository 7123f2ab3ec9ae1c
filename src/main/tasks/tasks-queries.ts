import { type Kysely, type RawBuilder, sql } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { Assignee, Task, TaskFields } from '../../shared/contract/tasks.ts'
import { addYears } from '../../shared/rules/calendar.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import { roleOn } from '../../shared/rules/member.ts'
import { attendingStatuses } from '../../shared/rules/obligation.ts'
import { sortByGivenName } from '../../shared/rules/person-name.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

/** Open tasks by due date, those without one last; or those done in the year up to a day, the last done first. */
export function tasksByState(db: Db, state: 'open' | 'done', today: string): Promise<Task[]> {
  return state === 'open'
    ? tasksWhere(db, sql`task.doneOn IS NULL`, sql`task.dueOn NULLS LAST, task.id`)
    : tasksWhere(db, sql`task.doneOn >= ${addYears(today, -1)}`, sql`task.doneOn DESC, task.id DESC`)
}

/** The tasks a meeting gave, then those only to be reported on at it, each in the order they were given. */
export function tasksOfMeeting(db: Db, meetingId: number): Promise<Task[]> {
  return tasksWhere(
    db,
    sql`(task.meetingId = ${meetingId} OR task.reportMeetingId = ${meetingId})`,
    sql`task.meetingId IS NOT ${meetingId}, task.id`,
  )
}

/** The tasks that fit a condition, without those of removed meetings. */
async function tasksWhere(
  db: Db,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<Task[]> {
  const fits = sql<boolean>`${condition} AND NOT EXISTS (
    SELECT 1 FROM meeting AS given WHERE given.id = task.meetingId AND given.removedAt IS NOT NULL)`
  const rows = await db
    .selectFrom('task')
    .leftJoin('meeting', 'meeting.id', 'task.meetingId')
    .leftJoin('meeting as report', (join) =>
      join.onRef('report.id', '=', 'task.reportMeetingId').on('report.removedAt', 'is', null),
    )
    .leftJoin('conclusion', 'conclusion.id', 'task.conclusionId')
    .where(fits)
    .orderBy(order)
    .select([
      'task.id',
      'task.meetingId',
      'task.conclusionId',
      'task.title',
      'task.dueOn',
      'report.id as reportMeetingId',
      'task.doneOn',
      'meeting.kind',
      'meeting.period',
      'report.kind as reportKind',
      'report.period as reportPeriod',
      'conclusion.content as conclusion',
    ])
    .execute()
  const owners = await db
    .selectFrom('taskOwner')
    .innerJoin('task', 'task.id', 'taskOwner.taskId')
    .innerJoin('member', 'member.id', 'taskOwner.memberId')
    .where(fits)
    .orderBy('taskOwner.id')
    .select(['taskOwner.taskId', 'taskOwner.memberId', 'member.fullName'])
    .execute()
  const ownersOf = Map.groupBy(owners, (owner) => owner.taskId)
  return rows.map(({ kind, period, reportKind, reportPeriod, ...task }) => ({
    ...task,
    owners: (ownersOf.get(task.id) ?? []).map(({ memberId, fullName }) => ({ memberId, fullName })),
    meetingTitle: kind && period && meetingTitle(kind, period),
    reportMeetingTitle: reportKind && reportPeriod && meetingTitle(reportKind, reportPeriod),
  }))
}

/** Whoever takes part in the cell's meetings on a day, by given name, with the open tasks each has in hand. */
export async function assigneesOn(db: Db, today: string): Promise<Assignee[]> {
  const people = await db
    .selectFrom('memberStatus')
    .innerJoin('member', 'member.id', 'memberStatus.memberId')
    .where('member.removedAt', 'is', null)
    .where('memberStatus.status', 'in', attendingStatuses)
    .where('memberStatus.fromDate', '<=', today)
    .where((eb) => eb.or([eb('memberStatus.toDate', 'is', null), eb('memberStatus.toDate', '>=', today)]))
    .select(['member.id as memberId', 'member.fullName'])
    .execute()
  const offices = await db
    .selectFrom('memberRole')
    .select(['memberId', 'role', 'fromDate', 'toDate'])
    .execute()
  const loads = await db
    .selectFrom('taskOwner')
    .innerJoin('task', 'task.id', 'taskOwner.taskId')
    .where('task.doneOn', 'is', null)
    .where(
      sql<boolean>`NOT EXISTS (
        SELECT 1 FROM meeting WHERE meeting.id = task.meetingId AND meeting.removedAt IS NOT NULL)`,
    )
    .groupBy('taskOwner.memberId')
    .select((eb) => [
      'taskOwner.memberId',
      eb.fn.countAll<number>().as('open'),
      sql<number>`sum(task.dueOn IS NOT NULL AND task.dueOn < ${today})`.as('overdue'),
    ])
    .execute()
  const officesOf = Map.groupBy(offices, (office) => office.memberId)
  const loadOf = new Map(loads.map((load) => [load.memberId, load]))
  return sortByGivenName(people, (person) => person.fullName).map((person) => ({
    ...person,
    role: roleOn(officesOf.get(person.memberId) ?? [], today),
    open: loadOf.get(person.memberId)?.open ?? 0,
    overdue: loadOf.get(person.memberId)?.overdue ?? 0,
  }))
}

/** The meetings held after a day, soonest first, at most a year's worth. */
export async function meetingsAfter(
  db: Db,
  day: string,
): Promise<{ id: number; title: string; heldOn: string }[]> {
  const meetings = await db
    .selectFrom('meeting')
    .where('removedAt', 'is', null)
    .where('heldOn', '>', day)
    .where('heldOn', '<=', addYears(day, 1))
    .orderBy('heldOn')
    .orderBy('id')
    .select(['id', 'kind', 'period', 'heldOn'])
    .execute()
  return meetings.map(({ id, kind, period, heldOn }) => ({ id, title: meetingTitle(kind, period), heldOn }))
}

/** A task not of a removed meeting. Throws `not-found`. */
export async function existingTask(db: Db, id: number): Promise<Task> {
  const [task] = await tasksWhere(db, sql`task.id = ${id}`, sql`task.id`)
  if (!task) throw new AppError('not-found')
  return task
}

/** Refuses people, meetings and conclusions that are not there, and a day of finishing that is still to come. */
export async function checkTask(db: Db, fields: TaskFields, today: string): Promise<void> {
  const wrong: Record<string, string> = {}
  const { meetingId, reportMeetingId, conclusionId, ownerIds, doneOn } = fields
  const meetingIds = [meetingId, reportMeetingId].filter((id) => id !== null)
  const meetings = meetingIds.length
    ? await db
        .selectFrom('meeting')
        .select('id')
        .where('id', 'in', meetingIds)
        .where('removedAt', 'is', null)
        .execute()
    : []
  const known = new Set(meetings.map((meeting) => meeting.id))
  if (meetingId !== null && !known.has(meetingId)) wrong.meetingId = 'Không tìm thấy cuộc họp này'
  if (reportMeetingId !== null && !known.has(reportMeetingId))
    wrong.reportMeetingId = 'Không tìm thấy cuộc họp này'
  if (conclusionId !== null) {
    const conclusion = await db
      .selectFrom('conclusion')
      .select('meetingId')
      .where('id', '=', conclusionId)
      .executeTakeFirst()
    if (!conclusion || conclusion.meetingId !== meetingId)
      wrong.conclusionId = 'Kết luận này không còn trong cuộc họp'
  }
  if (new Set(ownerIds).size !== ownerIds.length) wrong.ownerIds = 'Có người được chọn hai lần'
  const members = ownerIds.length
    ? await db.selectFrom('member').select('id').where('id', 'in', ownerIds).execute()
    : []
  if (members.length < new Set(ownerIds).size) wrong.ownerIds = 'Không tìm thấy đảng viên này'
  const future = futureDay(doneOn, today)
  if (future) wrong.doneOn = future
  if (Object.keys(wrong).length > 0) throw new AppError('invalid-input', wrong)
}

/** Why a day of finishing cannot be, or null. */
export function futureDay(doneOn: string | null, today: string): string | null {
  return doneOn !== null && doneOn > today ? 'Ngày hoàn thành chưa tới' : null
}

/** Makes these the owners of a task, in this order. */
export async function writeOwners(db: Db, taskId: number, ownerIds: readonly number[]): Promise<void> {
  const before = await db
    .selectFrom('taskOwner')
    .select('memberId')
    .where('taskId', '=', taskId)
    .orderBy('id')
    .execute()
  if (before.map((owner) => owner.memberId).join() === ownerIds.join()) return
  await db.deleteFrom('taskOwner').where('taskId', '=', taskId).execute()
  if (ownerIds.length > 0)
    await db
      .insertInto('taskOwner')
      .values(ownerIds.map((memberId) => ({ taskId, memberId })))
      .execute()
}
