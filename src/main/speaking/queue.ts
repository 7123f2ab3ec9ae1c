import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { queueContract } from '../../shared/contract/queue.ts'
import { guestKey } from '../../shared/rules/speaking.ts'
import type { HandlersOf } from '../api/context.ts'
import { findMeeting } from '../db/meetings.ts'
import type { Schema } from '../db/schema.ts'
import { checkedSpeaker, type Speaker } from './speaker.ts'
import { insertTurn, runningTurn, stopTurn } from './turns.ts'

/** Who waits to speak. */
export const queueHandlers = {
  'queue.add': async ({ db, now, describe }, { meetingId, ...who }) => {
    await findMeeting(db, meetingId)
    const { speakerName, ...speaker } = await checkedSpeaker(db, who)
    if (speaker.memberId === null && speaker.guestName === null)
      throw new AppError('invalid-input', { memberId: 'Hãy chọn một đảng viên hoặc ghi tên khách' })
    const queue = await queueOf(db, meetingId)
    if (queue.some((waiting) => isSame(waiting, speaker))) throw new AppError('already-queued')
    describe(`Xếp ${speakerName} vào hàng chờ phát biểu`)
    const position = (queue.at(-1)?.position ?? 0) + 1
    return db
      .insertInto('speakerQueue')
      .values({ meetingId, ...speaker, position, addedAt: now().toISOString() })
      .returning('id')
      .executeTakeFirstOrThrow()
  },

  'queue.remove': async ({ db, describe }, { id }) => {
    const { speakerName } = await waitingSpeaker(db, id)
    describe(`Bỏ ${speakerName} khỏi hàng chờ phát biểu`)
    await db.deleteFrom('speakerQueue').where('id', '=', id).execute()
    return null
  },

  'queue.reorder': async ({ db, describe }, { meetingId, ids }) => {
    const queue = await queueOf(db, meetingId)
    const known = new Set(queue.map((waiting) => waiting.id))
    if (ids.length !== queue.length || new Set(ids).size !== ids.length || ids.some((id) => !known.has(id)))
      throw new AppError('queue-changed')
    describe('Đổi thứ tự hàng chờ phát biểu')
    for (const [index, id] of ids.entries())
      await db
        .updateTable('speakerQueue')
        .set({ position: index + 1 })
        .where('id', '=', id)
        .where('position', '<>', index + 1)
        .execute()
    return null
  },

  'queue.start': async ({ db, now, describe }, { id }) => {
    const { meetingId, speakerName, memberId, guestName } = await waitingSpeaker(db, id)
    const at = now().toISOString()
    const before = await runningTurn(db, meetingId)
    if (before) await stopTurn(db, before, at)
    const item = await db
      .selectFrom('agendaItem')
      .innerJoin('agendaRun', 'agendaRun.agendaItemId', 'agendaItem.id')
      .where('meetingId', '=', meetingId)
      .where('stoppedAt', 'is', null)
      .select('agendaItem.id')
      .executeTakeFirst()
    const paper =
      item && memberId !== null && (await paperToCome(db, { meetingId, memberId, itemId: item.id }))
    await db.deleteFrom('speakerQueue').where('id', '=', id).execute()
    describe(`Mời ${speakerName} phát biểu`)
    return insertTurn(db, {
      meetingId,
      agendaItemId: item?.id ?? null,
      memberId,
      guestName,
      kind: paper ? 'prepared' : 'opinion',
      speakingSeconds: null,
      gist: '',
      startedAt: at,
      stoppedAt: null,
    })
  },
} satisfies HandlersOf<typeof queueContract>

function isSame(a: Speaker, b: Speaker): boolean {
  if (a.memberId !== null) return a.memberId === b.memberId
  return a.guestName !== null && b.guestName !== null && guestKey(a.guestName) === guestKey(b.guestName)
}

/** Whether somebody prepared a paper for an item and has said nothing at the meeting yet. */
async function paperToCome(
  db: Kysely<Schema>,
  { meetingId, memberId, itemId }: { meetingId: number; memberId: number; itemId: number },
): Promise<boolean> {
  const turn = await db
    .selectFrom('speakingTurn')
    .where('meetingId', '=', meetingId)
    .where('memberId', '=', memberId)
    .select('id')
    .executeTakeFirst()
  if (turn) return false
  const ask = await db
    .selectFrom('speakerAsk')
    .where('agendaItemId', '=', itemId)
    .where('memberId', '=', memberId)
    .where('prepared', '=', 1)
    .select('id')
    .executeTakeFirst()
  return ask !== undefined
}

function queueOf(db: Kysely<Schema>, meetingId: number) {
  return db
    .selectFrom('speakerQueue')
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .orderBy('id')
    .select(['id', 'memberId', 'guestName', 'position'])
    .execute()
}

async function waitingSpeaker(db: Kysely<Schema>, id: number) {
  const waiting = await db
    .selectFrom('speakerQueue')
    .innerJoin('meeting', 'meeting.id', 'speakerQueue.meetingId')
    .leftJoin('member', 'member.id', 'speakerQueue.memberId')
    .where('speakerQueue.id', '=', id)
    .where('meeting.removedAt', 'is', null)
    .select(['meetingId', 'memberId', 'guestName', 'fullName'])
    .executeTakeFirst()
  if (!waiting) throw new AppError('not-found')
  const { fullName, ...rest } = waiting
  return { ...rest, speakerName: fullName ?? waiting.guestName ?? '' }
}
