import { type Kysely, sql } from 'kysely'
import type { Conclusion } from '../../shared/contract/decisions.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

/** By the agenda; those on the whole meeting last. */
export function conclusionsOf(db: Db, meetingId: number): Promise<Conclusion[]> {
  return db
    .selectFrom('conclusion')
    .leftJoin('agendaItem', 'agendaItem.id', 'conclusion.agendaItemId')
    .where('conclusion.meetingId', '=', meetingId)
    .orderBy('agendaItem.position', (order) => order.asc().nullsLast())
    .orderBy('conclusion.id')
    .select([
      'conclusion.id',
      'conclusion.agendaItemId',
      'agendaItem.title as agendaItemTitle',
      'conclusion.content',
      'conclusion.doneOn',
    ])
    .select((eb) => {
      const tasks = eb.selectFrom('task').whereRef('task.conclusionId', '=', 'conclusion.id')
      const count = sql<number>`count(*)`.as('count')
      return [
        tasks.select(count).$asScalar().$notNull().as('tasks'),
        tasks.where('task.doneOn', 'is', null).select(count).$asScalar().$notNull().as('openTasks'),
      ]
    })
    .execute()
}

/** A conclusion of a meeting not removed. Throws `not-found`. */
export async function existingConclusion(
  db: Db,
  id: number,
): Promise<{ meetingId: number; content: string; doneOn: string | null }> {
  const conclusion = await db
    .selectFrom('conclusion')
    .innerJoin('meeting', 'meeting.id', 'conclusion.meetingId')
    .select(['conclusion.meetingId', 'conclusion.content', 'conclusion.doneOn'])
    .where('conclusion.id', '=', id)
    .where('meeting.removedAt', 'is', null)
    .executeTakeFirst()
  if (!conclusion) throw new AppError('not-found')
  return conclusion
}
