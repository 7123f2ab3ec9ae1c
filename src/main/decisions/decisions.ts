import type { decisionsContract } from '../../shared/contract/decisions.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { HandlersOf } from '../api/context.ts'
import { checkItem, findMeeting } from '../db/meetings.ts'
import { closingOf } from './closing.ts'
import { conclusionsOf, existingConclusion } from './conclusions.ts'
import { checkedVote, existingVote, votesOf } from './votes.ts'

/** What a meeting decided by vote and concluded, and its closing. */
export const decisionsHandlers = {
  'votes.list': async ({ db }, { meetingId }) => {
    await findMeeting(db, meetingId)
    return votesOf(db, meetingId)
  },

  'votes.create': async ({ db, describe }, { meetingId, ...fields }) => {
    await findMeeting(db, meetingId)
    await checkItem(db, meetingId, fields.agendaItemId)
    const row = checkedVote(fields)
    describe(`Ghi biểu quyết ${quoted(row.subject)}`)
    return db
      .insertInto('vote')
      .values({ ...row, meetingId })
      .returning('id')
      .executeTakeFirstOrThrow()
  },

  'votes.update': async ({ db, describe }, { id, ...fields }) => {
    const { meetingId } = await existingVote(db, id)
    await checkItem(db, meetingId, fields.agendaItemId)
    const row = checkedVote(fields)
    describe(`Sửa biểu quyết ${quoted(row.subject)}`)
    await db.updateTable('vote').set(row).where('id', '=', id).execute()
    return null
  },

  'votes.remove': async ({ db, describe }, { id }) => {
    const { subject } = await existingVote(db, id)
    describe(`Xóa biểu quyết ${quoted(subject)}`)
    await db.deleteFrom('vote').where('id', '=', id).execute()
    return null
  },

  'conclusions.list': async ({ db }, { meetingId }) => {
    await findMeeting(db, meetingId)
    return conclusionsOf(db, meetingId)
  },

  'conclusions.create': async ({ db, describe }, { meetingId, agendaItemId, content }) => {
    await findMeeting(db, meetingId)
    await checkItem(db, meetingId, agendaItemId)
    describe(`Ghi kết luận ${quoted(content.trim())}`)
    return db
      .insertInto('conclusion')
      .values({ meetingId, agendaItemId, content: content.trim() })
      .returning('id')
      .executeTakeFirstOrThrow()
  },

  'conclusions.update': async ({ db, describe }, { id, agendaItemId, content }) => {
    const { meetingId } = await existingConclusion(db, id)
    await checkItem(db, meetingId, agendaItemId)
    describe(`Sửa kết luận ${quoted(content.trim())}`)
    await db
      .updateTable('conclusion')
      .set({ agendaItemId, content: content.trim() })
      .where('id', '=', id)
      .execute()
    return null
  },

  'conclusions.setDone': async ({ db, today, describe }, { id, doneOn }) => {
    const { content, doneOn: before } = await existingConclusion(db, id)
    if (doneOn !== null && doneOn > today)
      throw new AppError('invalid-input', { doneOn: 'Ngày thực hiện chưa tới' })
    if (doneOn === before) return null
    describe(
      doneOn === null
        ? `Mở lại kết luận ${quoted(content)}`
        : `Ghi kết luận ${quoted(content)} đã thực hiện ngày ${formatVietnameseDate(doneOn)}`,
    )
    await db.updateTable('conclusion').set({ doneOn }).where('id', '=', id).execute()
    return null
  },

  'conclusions.remove': async ({ db, describe }, { id }) => {
    const { content } = await existingConclusion(db, id)
    describe(`Xóa kết luận ${quoted(content)}`)
    await db.deleteFrom('conclusion').where('id', '=', id).execute()
    return null
  },

  'closing.get': async ({ db }, { meetingId }) => closingOf(db, await findMeeting(db, meetingId)),

  'closing.close': async ({ db, describe, now }, { meetingId }) => {
    const meeting = await findMeeting(db, meetingId)
    if (meeting.closedAt !== null) throw new AppError('meeting-closed')
    describe(`Kết thúc ${quoted(meetingTitle(meeting.kind, meeting.period))}`)
    const closedAt = now().toISOString()
    await db.updateTable('meeting').set({ closedAt }).where('id', '=', meetingId).execute()
    return null
  },

  'closing.reopen': async ({ db, describe }, { meetingId }) => {
    const meeting = await findMeeting(db, meetingId)
    if (meeting.closedAt === null) throw new AppError('meeting-not-closed')
    describe(`Mở lại ${quoted(meetingTitle(meeting.kind, meeting.period))}`)
    await db.updateTable('meeting').set({ closedAt: null }).where('id', '=', meetingId).execute()
    return null
  },
} satisfies HandlersOf<typeof decisionsContract>
