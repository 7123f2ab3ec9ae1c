import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'
import type { MeetingKind } from '../../shared/rules/meeting.ts'
import type { ReportPeriod } from '../../shared/rules/report-period.ts'
import type { Schema } from '../db/schema.ts'

/** What reports say of a meeting beyond its roll. */
export type MeetingDetail = {
  id: number
  kind: MeetingKind
  period: string
  heldOn: string
  startTime: string
  place: string
  theme: string
  /** From the first item's start to the last one's end; null where it was not clocked. */
  minutes: number | null
}

/** The meetings held in a period, the committee’s too, by id, oldest first. */
export async function readDetails(
  db: Kysely<Schema>,
  { fromDate, toDate }: ReportPeriod,
): Promise<Map<number, MeetingDetail>> {
  const rows = await db
    .selectFrom('meeting')
    .where('removedAt', 'is', null)
    .where('heldOn', '>=', fromDate)
    .where('heldOn', '<=', toDate)
    .orderBy('heldOn')
    .orderBy('startTime')
    .orderBy('id')
    .select(['id', 'kind', 'period', 'heldOn', 'startTime', 'place', 'theme'])
    .select(
      sql<number | null>`(
        SELECT round((julianday(max(agendaRun.stoppedAt)) - julianday(min(agendaRun.startedAt))) * 1440)
        FROM agendaItem JOIN agendaRun ON agendaRun.agendaItemId = agendaItem.id
        WHERE agendaItem.meetingId = meeting.id AND agendaRun.stoppedAt IS NOT NULL)`.as('minutes'),
    )
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export type GivenTask = {
  id: number
  meetingId: number
  conclusionId: number | null
  title: string
  dueOn: string | null
  doneOn: string | null
  kind: MeetingKind
  period: string
  heldOn: string
  owners: string[]
}

/** Tasks given by meetings, as `given` says of `task` and `meeting`, in the order they were given. */
export async function readTasks(db: Kysely<Schema>, given: Expression<SqlBool>): Promise<GivenTask[]> {
  const tasks = await db
    .selectFrom('task')
    .innerJoin('meeting', 'meeting.id', 'task.meetingId')
    .where('meeting.removedAt', 'is', null)
    .where(given)
    .orderBy('meeting.heldOn')
    .orderBy('task.id')
    .select([
      'task.id',
      'meeting.id as meetingId',
      'conclusionId',
      'title',
      'dueOn',
      'doneOn',
      'meeting.kind',
      'meeting.period',
      'meeting.heldOn',
    ])
    .execute()
  const owners = await db
    .selectFrom('taskOwner')
    .innerJoin('task', 'task.id', 'taskOwner.taskId')
    .innerJoin('meeting', 'meeting.id', 'task.meetingId')
    .innerJoin('member', 'member.id', 'taskOwner.memberId')
    .where('meeting.removedAt', 'is', null)
    .where(given)
    .orderBy('taskOwner.id')
    .select(['taskOwner.taskId', 'member.fullName'])
    .execute()
  const ownersOf = Map.groupBy(owners, ({ taskId }) => taskId)
  return tasks.map((task) => ({
    ...task,
    owners: (ownersOf.get(task.id) ?? []).map(({ fullName }) => fullName),
  }))
}
