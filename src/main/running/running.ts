import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { runningContract } from '../../shared/contract/running.ts'
import { nextItem } from '../../shared/rules/running.ts'
import type { HandlersOf } from '../api/context.ts'
import { findMeeting } from '../db/meetings.ts'
import type { Schema } from '../db/schema.ts'
import { liveMeeting, runItems } from './running-queries.ts'
import { runsHandlers } from './runs.ts'

type Db = Kysely<Schema>

/** A meeting while it goes on: which item is under way since when, and whom to ask to speak. */
export const runningHandlers = {
  'running.live': async ({ db, now }, { meetingId }) =>
    liveMeeting(db, await findMeeting(db, meetingId), now().toISOString()),

  'running.startItem': async ({ db, now, describe }, { agendaItemId }) => {
    const item = await db
      .selectFrom('agendaItem')
      .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
      .where('agendaItem.id', '=', agendaItemId)
      .where('meeting.removedAt', 'is', null)
      .select(['meetingId', 'title'])
      .executeTakeFirst()
    if (!item) throw new AppError('not-found')
    const running = await itemUnderWay(db, item.meetingId)
    if (running?.agendaItemId === agendaItemId) throw new AppError('item-running')
    await begin(db, item.meetingId, agendaItemId, now().toISOString())
    describe(`Bắt đầu mục “${item.title}”`)
    return null
  },

  'running.stopItem': async ({ db, now, describe }, { meetingId }) => {
    const running = await itemUnderWay(db, meetingId)
    if (!running) throw new AppError('item-not-running')
    await end(db, meetingId, now().toISOString())
    describe(`Kết thúc mục “${running.title}”`)
    return null
  },

  'running.nextItem': async ({ db, now, describe }, { meetingId }) => {
    await findMeeting(db, meetingId)
    const items = await runItems(db, meetingId)
    const next = nextItem(items)
    if (next === null) throw new AppError('no-next-item')
    await begin(db, meetingId, next, now().toISOString())
    describe(`Sang mục “${items.find((item) => item.id === next)?.title ?? ''}”`)
    return null
  },

  ...runsHandlers,

  'running.chooseInvite': async ({ db, now, describe }, { meetingId, memberId, choice }) => {
    await findMeeting(db, meetingId)
    const member = await db
      .selectFrom('member')
      .select('fullName')
      .where('id', '=', memberId)
      .executeTakeFirst()
    if (!member) throw new AppError('not-found')
    await db
      .deleteFrom('inviteChoice')
      .where('meetingId', '=', meetingId)
      .where('memberId', '=', memberId)
      .execute()
    if (choice !== null)
      await db
        .insertInto('inviteChoice')
        .values({ meetingId, memberId, choice, chosenAt: now().toISOString() })
        .execute()
    const words = { pinned: 'Ghim', notThisTime: 'Không mời lần này:', none: 'Bỏ lựa chọn mời phát biểu của' }
    describe(`${words[choice ?? 'none']} ${member.fullName}`)
    return null
  },
} satisfies HandlersOf<typeof runningContract>

function itemUnderWay(db: Db, meetingId: number) {
  return db
    .selectFrom('agendaItem')
    .innerJoin('agendaRun', 'agendaRun.agendaItemId', 'agendaItem.id')
    .where('meetingId', '=', meetingId)
    .where('stoppedAt', 'is', null)
    .select(['agendaRun.id as runId', 'agendaItemId', 'title', 'startedAt'])
    .executeTakeFirst()
}

/** Ends the item under way, if any. A clock set back meanwhile makes it end when it began, never before. */
async function end(db: Db, meetingId: number, at: string): Promise<void> {
  const running = await itemUnderWay(db, meetingId)
  if (!running) return
  const stoppedAt = at < running.startedAt ? running.startedAt : at
  await db.updateTable('agendaRun').set({ stoppedAt }).where('id', '=', running.runId).execute()
}

async function begin(db: Db, meetingId: number, agendaItemId: number, startedAt: string): Promise<void> {
  await end(db, meetingId, startedAt)
  await db.insertInto('agendaRun').values({ agendaItemId, startedAt, stoppedAt: null }).execute()
}
