import { type Kysely, sql } from 'kysely'
import type { OpenTask } from '../../shared/rules/carry.ts'
import type { Schema } from './schema.ts'

/** Open tasks given before a meeting, or by none, soonest due first and those without a day last. */
export async function openTasksBefore(
  db: Kysely<Schema>,
  meeting: { id: number; heldOn: string },
): Promise<OpenTask[]> {
  const rows = await db
    .selectFrom('task')
    .leftJoin('meeting as giver', 'giver.id', 'task.meetingId')
    .leftJoin('conclusion', 'conclusion.id', 'task.conclusionId')
    .leftJoin('taskOwner', (join) =>
      join.on(
        sql<boolean>`taskOwner.id = (SELECT min(id) FROM taskOwner AS first WHERE first.taskId = task.id)`,
      ),
    )
    .leftJoin('member', 'member.id', 'taskOwner.memberId')
    .where('task.doneOn', 'is', null)
    .where((eb) =>
      eb.or([
        eb('giver.id', 'is', null),
        eb.and([eb('giver.heldOn', '<', meeting.heldOn), eb('giver.removedAt', 'is', null)]),
      ]),
    )
    .orderBy(sql`task.dueOn NULLS LAST, task.id`)
    .select([
      'task.id',
      'task.title',
      'task.dueOn',
      'task.reportMeetingId',
      'member.id as ownerId',
      'member.fullName as ownerName',
      'conclusion.content as conclusion',
    ])
    .select((eb) =>
      eb
        .selectFrom('agendaItem')
        .innerJoin('meeting as earlier', 'earlier.id', 'agendaItem.meetingId')
        .select(sql<number>`count(DISTINCT earlier.id)`.as('count'))
        .whereRef('agendaItem.taskId', '=', 'task.id')
        .where('earlier.heldOn', '<', meeting.heldOn)
        .where('earlier.removedAt', 'is', null)
        .$asScalar()
        .$notNull()
        .as('earlierAgendas'),
    )
    .execute()
  return rows.map(({ reportMeetingId, ...task }) => ({
    ...task,
    reportedHere: reportMeetingId === meeting.id,
  }))
}
