import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { runningContract } from '../../shared/contract/running.ts'
import { clockAt, type ItemRun, movedBorders, overlapOf } from '../../shared/rules/running.ts'
import type { HandlersOf } from '../api/context.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>
type RunHandlers = Pick<
  HandlersOf<typeof runningContract>,
  'running.addRun' | 'running.correctRun' | 'running.removeRun'
>

/** When an item was under way, noted or corrected after, without a clock. */
export const runsHandlers: RunHandlers = {
  'running.addRun': async ({ db, now, describe }, { agendaItemId, ...run }) => {
    const item = await db
      .selectFrom('agendaItem')
      .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
      .where('agendaItem.id', '=', agendaItemId)
      .where('meeting.removedAt', 'is', null)
      .select(['meetingId', 'title'])
      .executeTakeFirst()
    if (!item) throw new AppError('not-found')
    check(run, await runsOf(db, item.meetingId), now())
    describe(`Ghi giờ của mục “${item.title}”`)
    return db
      .insertInto('agendaRun')
      .values({ agendaItemId, ...run })
      .returning('id')
      .executeTakeFirstOrThrow()
  },

  'running.correctRun': async ({ db, now, describe }, { id, ...run }) => {
    const before = await existingRun(db, id)
    const others = (await runsOf(db, before.meetingId)).filter((other) => other.id !== id)
    const moved = movedBorders(others, before, run)
    const movedIds = new Set(moved.map((other) => other.id))
    check(run, [...others.filter((other) => !movedIds.has(other.id)), ...moved], now())
    describe(`Sửa giờ của mục “${before.title}”`)
    for (const { id: runId, startedAt, stoppedAt } of [{ ...before, ...run }, ...moved])
      await db.updateTable('agendaRun').set({ startedAt, stoppedAt }).where('id', '=', runId).execute()
    return null
  },

  'running.removeRun': async ({ db, describe }, { id }) => {
    const { title } = await existingRun(db, id)
    describe(`Bỏ giờ của mục “${title}”`)
    await db.deleteFrom('agendaRun').where('id', '=', id).execute()
    return null
  },
}

type StoredRun = ItemRun & { id: number; title: string; meetingId: number }

function runs(db: Db) {
  return db
    .selectFrom('agendaRun')
    .innerJoin('agendaItem', 'agendaItem.id', 'agendaRun.agendaItemId')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .where('meeting.removedAt', 'is', null)
    .select(['agendaRun.id', 'startedAt', 'stoppedAt', 'title', 'meetingId'])
}

function runsOf(db: Db, meetingId: number): Promise<StoredRun[]> {
  return runs(db).where('meetingId', '=', meetingId).execute()
}

async function existingRun(db: Db, id: number): Promise<StoredRun> {
  const run = await runs(db).where('agendaRun.id', '=', id).executeTakeFirst()
  if (!run) throw new AppError('not-found')
  return run
}

/** Throws `invalid-input` for a stretch that ends before it begins, is still to come, or lies over another one. */
function check(run: ItemRun, others: readonly StoredRun[], now: Date): void {
  const { startedAt, stoppedAt } = run
  if (stoppedAt !== null && stoppedAt < startedAt)
    throw new AppError('invalid-input', { stoppedAt: `Phải từ ${clockAt(startedAt)} trở đi` })
  if ((stoppedAt ?? startedAt) > now.toISOString()) {
    const field = stoppedAt === null ? 'startedAt' : 'stoppedAt'
    throw new AppError('invalid-input', { [field]: `Bây giờ mới ${clockAt(now.toISOString())}` })
  }
  const over = overlapOf(others, run)
  if (!over) return
  const end = over.stoppedAt === null ? 'chưa kết thúc' : `đến ${clockAt(over.stoppedAt)}`
  throw new AppError('invalid-input', {
    startedAt: `Trùng với mục “${over.title}” (từ ${clockAt(over.startedAt)}, ${end})`,
  })
}
