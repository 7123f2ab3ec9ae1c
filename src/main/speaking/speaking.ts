import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { speakingContract, TurnFields } from '../../shared/contract/speaking.ts'
import type { HandlersOf } from '../api/context.ts'
import { checkItem, findMeeting } from '../db/meetings.ts'
import type { Schema } from '../db/schema.ts'
import { chartOf } from './chart-queries.ts'
import { checkedSpeaker } from './speaker.ts'
import { meetingTotals, turnsOf } from './speaking-queries.ts'
import { existingTurn, insertTurn, isRunning, runningTurn, stopTurn } from './turns.ts'

/** Who spoke at a meeting, on what, for how long; all of it may be corrected later. */
export const speakingHandlers = {
  'speaking.list': async ({ db }, { meetingId }) => {
    await findMeeting(db, meetingId)
    return turnsOf(db, meetingId)
  },

  'speaking.create': async ({ db, describe }, { meetingId, ...fields }) => {
    await findMeeting(db, meetingId)
    const turn = await checkedTurn(db, meetingId, fields)
    describe(`Ghi lượt phát biểu của ${turn.speakerName}`)
    return insertTurn(db, { ...turn.row, meetingId, startedAt: null, stoppedAt: null })
  },

  'speaking.update': async ({ db, describe }, { id, ...fields }) => {
    const before = await existingTurn(db, id)
    const turn = await checkedTurn(db, before.meetingId, fields)
    if (isRunning(before) && fields.speakingSeconds !== null)
      throw new AppError('invalid-input', {
        speakingSeconds: 'Lượt này đang chạy: hãy bấm Kết thúc rồi mới sửa thời gian',
      })
    describe(`Sửa lượt phát biểu của ${turn.speakerName}`)
    await db.updateTable('speakingTurn').set(turn.row).where('id', '=', id).execute()
    return null
  },

  'speaking.note': async ({ db, describe }, { id, ...notes }) => {
    const { speakerName } = await existingTurn(db, id)
    describe(`Ghi nội dung phát biểu của ${speakerName}`)
    await db.updateTable('speakingTurn').set(notes).where('id', '=', id).execute()
    return null
  },

  'speaking.remove': async ({ db, describe }, { id }) => {
    const turn = await existingTurn(db, id)
    describe(`Xóa lượt phát biểu của ${turn.speakerName}`)
    await db.deleteFrom('speakingTurn').where('id', '=', id).execute()
    return null
  },

  'speaking.start': async ({ db, now, describe }, { meetingId, ...fields }) => {
    await findMeeting(db, meetingId)
    if (await runningTurn(db, meetingId)) throw new AppError('turn-running')
    const turn = await checkedTurn(db, meetingId, { ...fields, speakingSeconds: null })
    describe(`Bắt đầu tính giờ phát biểu của ${turn.speakerName}`)
    return insertTurn(db, { ...turn.row, meetingId, startedAt: now().toISOString(), stoppedAt: null })
  },

  'speaking.stop': async ({ db, now, describe }, { id }) => {
    const turn = await existingTurn(db, id)
    await stopTurn(db, turn, now().toISOString())
    describe(`Kết thúc phát biểu của ${turn.speakerName}`)
    return null
  },

  'speaking.pause': async ({ db, now, describe }, { id }) => {
    const turn = await existingTurn(db, id)
    const { meetingId, memberId, guestName } = turn
    if (memberId === null && guestName === null) throw new AppError('turn-unnamed')
    const at = now().toISOString()
    await stopTurn(db, turn, at)
    const queue = await db
      .selectFrom('speakerQueue')
      .where('meetingId', '=', meetingId)
      .select((eb) => eb.fn.min<number | null>('position').as('first'))
      .executeTakeFirstOrThrow()
    const position = (queue.first ?? 1) - 1
    await db
      .insertInto('speakerQueue')
      .values({ meetingId, memberId, guestName, position, addedAt: at })
      .onConflict((conflict) => conflict.columns(['meetingId', 'memberId']).doUpdateSet({ position }))
      .execute()
    describe(`Tạm dừng phát biểu của ${turn.speakerName}, xếp đầu hàng chờ`)
    return null
  },

  'speaking.swap': async ({ db, describe }, { id, ...who }) => {
    const turn = await existingTurn(db, id)
    if (!isRunning(turn)) throw new AppError('turn-not-running')
    const { speakerName, ...speaker } = await checkedSpeaker(db, who)
    await db.updateTable('speakingTurn').set(speaker).where('id', '=', id).execute()
    if (speaker.memberId !== null)
      await db
        .deleteFrom('speakerQueue')
        .where('meetingId', '=', turn.meetingId)
        .where('memberId', '=', speaker.memberId)
        .execute()
    describe(`Đổi người đang phát biểu: ${turn.speakerName} thành ${speakerName}`)
    return null
  },

  'speaking.meetingTotals': async ({ db }, { meetingId }) =>
    meetingTotals(db, await findMeeting(db, meetingId)),

  'speaking.chart': ({ db }, { toDate }) => chartOf(db, toDate),
} satisfies HandlersOf<typeof speakingContract>

/** Checks that a turn has a speaker we know, or none yet, and an item of its own meeting; answers its row and speaker. */
async function checkedTurn(
  db: Kysely<Schema>,
  meetingId: number,
  fields: TurnFields,
): Promise<{ row: TurnFields; speakerName: string }> {
  const { agendaItemId } = fields
  const { speakerName, ...speaker } = await checkedSpeaker(db, fields)
  await checkItem(db, meetingId, agendaItemId)
  return { row: { ...fields, ...speaker }, speakerName }
}
