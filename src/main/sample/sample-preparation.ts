import type { Kysely } from 'kysely'
import { addDays } from '../../shared/rules/calendar.ts'
import type { Schema } from '../db/schema.ts'
import { nextMeeting } from './sample-data.ts'

/** What has been done for the next meeting by an ISO day: the work given out in time, some of those to speak asked. */
export async function insertPreparation(
  db: Kysely<Schema>,
  today: string,
  idOf: (key: string) => number,
): Promise<void> {
  const meeting = await db
    .selectFrom('meeting')
    .select(['id', 'heldOn'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const yesterday = addDays(today, -1)
  const [assignedOn = yesterday] = [addDays(meeting.heldOn, -11), yesterday].sort()
  await db
    .insertInto('preparationStep')
    .values({
      meetingId: meeting.id,
      step: 'assign',
      doneOn: assignedOn,
      note: 'Đồng chí Thuận viết dự thảo nghị quyết',
    })
    .execute()
  for (const { contentClass, person, question, asked } of nextMeeting.asks) {
    const item = await db
      .selectFrom('agendaItem')
      .select('id')
      .where('meetingId', '=', meeting.id)
      .where('contentClass', '=', contentClass)
      .orderBy('position')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('speakerAsk')
      .values({
        meetingId: meeting.id,
        agendaItemId: item.id,
        memberId: idOf(person),
        question,
        askedAt: asked ? `${yesterday}T02:30:00.000Z` : null,
      })
      .execute()
  }
}
