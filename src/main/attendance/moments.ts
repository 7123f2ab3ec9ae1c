import type { Kysely } from 'kysely'
import type { RollMoments } from '../../shared/contract/attendance.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { dayAt } from '../../shared/rules/running.ts'
import type { Schema } from '../db/schema.ts'

/** What the moment of a late coming or an early leaving is chosen from, at the instant `now`. */
export async function momentsOf(
  db: Kysely<Schema>,
  meeting: { id: number; heldOn: string },
  now: string,
): Promise<RollMoments> {
  const { startTime } = await db
    .selectFrom('meeting')
    .select('startTime')
    .where('id', '=', meeting.id)
    .executeTakeFirstOrThrow()
  const items = await agendaOf(db, meeting.id).select(['id', 'title']).execute()
  const running = await agendaOf(db, meeting.id)
    .innerJoin('agendaRun', 'agendaRun.agendaItemId', 'agendaItem.id')
    .where('agendaRun.stoppedAt', 'is', null)
    .select('agendaItem.id')
    .executeTakeFirst()
  // A run nobody ended on the day would else put today's clock into the roll of a meeting long past.
  const runningItemId = dayAt(now) === meeting.heldOn ? (running?.id ?? null) : null
  return { startTime, items, now, runningItemId }
}

/** The number of an item on this meeting's agenda, from 1; null for none. Throws `invalid-input` for another's item. */
export async function agendaNumber(
  db: Kysely<Schema>,
  meetingId: number,
  agendaItemId: number | null,
): Promise<number | null> {
  if (agendaItemId === null) return null
  const items = await agendaOf(db, meetingId).select('id').execute()
  const index = items.findIndex(({ id }) => id === agendaItemId)
  if (index === -1)
    throw new AppError('invalid-input', { agendaItemId: 'Mục này không có trong chương trình buổi họp' })
  return index + 1
}

function agendaOf(db: Kysely<Schema>, meetingId: number) {
  return db.selectFrom('agendaItem').where('meetingId', '=', meetingId).orderBy('position')
}
