import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { speakingContract, TurnFields } from '../../shared/contract/speaking.ts'
import { secondsBetween } from '../../shared/rules/speaking.ts'
import type { HandlersOf } from '../api/context.ts'
import { meetingDay } from '../db/roll.ts'
import type { Schema } from '../db/schema.ts'
import { meetingTotals, periodTotals, turnsOf } from './speaking-queries.ts'

/** Who spoke at a meeting, on what, for how long; all of it may be corrected later. */
export const speakingHandlers = {
  'speaking.list': async ({ db }, { meetingId }) => {
    await requireMeeting(db, meetingId)
    return turnsOf(db, meetingId)
  },

  'speaking.create': async ({ db, describe }, { meetingId, ...fields }) => {
    await requireMeeting(db, meetingId)
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

  'speaking.remove': async ({ db, describe }, { id }) => {
    const turn = await existingTurn(db, id)
    describe(`Xóa lượt phát biểu của ${turn.speakerName}`)
    await db.deleteFrom('speakingTurn').where('id', '=', id).execute()
    return null
  },

  'speaking.start': async ({ db, now, describe }, { meetingId, ...fields }) => {
    await requireMeeting(db, meetingId)
    const running = await db
      .selectFrom('speakingTurn')
      .select('id')
      .where('meetingId', '=', meetingId)
      .where('startedAt', 'is not', null)
      .where('stoppedAt', 'is', null)
      .executeTakeFirst()
    if (running) throw new AppError('turn-running')
    const turn = await checkedTurn(db, meetingId, { ...fields, speakingSeconds: null })
    describe(`Bắt đầu tính giờ phát biểu của ${turn.speakerName}`)
    return insertTurn(db, { ...turn.row, meetingId, startedAt: now().toISOString(), stoppedAt: null })
  },

  'speaking.stop': async ({ db, now, describe }, { id }) => {
    const turn = await existingTurn(db, id)
    if (!isRunning(turn)) throw new AppError('turn-not-running')
    const stoppedAt = now().toISOString()
    const speakingSeconds = secondsBetween(turn.startedAt ?? stoppedAt, stoppedAt)
    describe(`Kết thúc phát biểu của ${turn.speakerName}`)
    await db.updateTable('speakingTurn').set({ stoppedAt, speakingSeconds }).where('id', '=', id).execute()
    return null
  },

  'speaking.meetingTotals': async ({ db }, { meetingId }) =>
    meetingTotals(db, await requireMeeting(db, meetingId)),

  'speaking.totals': async ({ db }, { fromDate, toDate }) => {
    if (fromDate > toDate) throw new AppError('period-invalid')
    return periodTotals(db, fromDate, toDate)
  },
} satisfies HandlersOf<typeof speakingContract>

async function requireMeeting(db: Kysely<Schema>, meetingId: number) {
  const meeting = await meetingDay(db, meetingId)
  if (!meeting) throw new AppError('not-found')
  return meeting
}

type ExistingTurn = {
  meetingId: number
  startedAt: string | null
  stoppedAt: string | null
  speakerName: string
}

async function existingTurn(db: Kysely<Schema>, id: number): Promise<ExistingTurn> {
  const turn = await db
    .selectFrom('speakingTurn')
    .innerJoin('meeting', 'meeting.id', 'speakingTurn.meetingId')
    .leftJoin('member', 'member.id', 'speakingTurn.memberId')
    .select(['meetingId', 'startedAt', 'stoppedAt', 'guestName', 'fullName'])
    .where('speakingTurn.id', '=', id)
    .where('meeting.removedAt', 'is', null)
    .executeTakeFirst()
  if (!turn) throw new AppError('not-found')
  const { fullName, guestName, ...times } = turn
  return { ...times, speakerName: fullName ?? guestName ?? '' }
}

function isRunning(turn: ExistingTurn): boolean {
  return turn.startedAt !== null && turn.stoppedAt === null
}

/** Checks that a turn has one speaker we know and an item of its own meeting; answers its row and speaker. */
async function checkedTurn(
  db: Kysely<Schema>,
  meetingId: number,
  fields: TurnFields,
): Promise<{ row: TurnFields; speakerName: string }> {
  const { memberId, agendaItemId } = fields
  const guestName = fields.guestName?.normalize('NFC').trim().replace(/\s+/gu, ' ') ?? null
  if ((memberId === null) === (guestName === null))
    throw new AppError('invalid-input', { memberId: 'Hãy chọn một đảng viên hoặc ghi tên khách' })
  if (agendaItemId !== null) {
    const item = await db
      .selectFrom('agendaItem')
      .select('id')
      .where('id', '=', agendaItemId)
      .where('meetingId', '=', meetingId)
      .executeTakeFirst()
    if (!item)
      throw new AppError('invalid-input', { agendaItemId: 'Mục này không còn trong chương trình họp' })
  }
  return { row: { ...fields, guestName }, speakerName: guestName ?? (await memberName(db, memberId)) }
}

async function memberName(db: Kysely<Schema>, memberId: number | null): Promise<string> {
  const member = await db
    .selectFrom('member')
    .select('fullName')
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (!member) throw new AppError('invalid-input', { memberId: 'Không tìm thấy đảng viên này' })
  return member.fullName
}

async function insertTurn(
  db: Kysely<Schema>,
  row: TurnFields & { meetingId: number; startedAt: string | null; stoppedAt: string | null },
): Promise<{ id: number }> {
  return db.insertInto('speakingTurn').values(row).returning('id').executeTakeFirstOrThrow()
}
