import type { agendaContract } from '../../shared/contract/agenda.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { clockTimes, partsInOrder, placeLastInPart } from '../../shared/rules/agenda.ts'
import { checkAgenda } from '../../shared/rules/agenda-check.ts'
import { itemState } from '../../shared/rules/item-state.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import { minimumOn } from '../../shared/rules/rule-set.ts'
import type { HandlersOf } from '../api/context.ts'
import { findMeeting } from '../db/meetings.ts'
import { ruleSets } from '../resources/rule-sets.ts'
import { insertTemplateAgenda } from '../resources/template-agenda.ts'
import { checkedAgenda } from './agenda-checked.ts'
import { earlierMeetings, historyOf, isOver, runsOf } from './agenda-history.ts'
import {
  checkFollowedUp,
  checkOwner,
  findItem,
  hasTurns,
  itemsOf,
  placesOf,
  writePlaces,
} from './agenda-queries.ts'

export const agendaHandlers = {
  'agenda.list': async ({ db, today }, { meetingId }) => {
    const meeting = await findMeeting(db, meetingId)
    const rows = await itemsOf(db, meetingId)
    const times = clockTimes(
      meeting.startTime,
      rows.map((row) => row.plannedMinutes),
    )
    const runs = await runsOf(
      db,
      rows.map((row) => row.id),
    )
    const earlier = await earlierMeetings(db, meeting)
    const standing = { over: isOver(meeting, today), clocked: runs.size > 0 }
    return {
      items: rows.map(({ finished, ...row }, index) => ({
        ...row,
        startsAt: times[index] ?? meeting.startTime,
        state: itemState({ finished, runs: runs.get(row.id) ?? [] }, standing),
        earlierMeetings: earlier.get(row.id) ?? 0,
      })),
      totalMinutes: rows.reduce((sum, row) => sum + row.plannedMinutes, 0),
      endsAt: times.at(-1) ?? meeting.startTime,
      minimum: minimumOn(ruleSets, meeting.kind, meeting.heldOn),
    }
  },

  'agenda.check': async ({ db, today }, { meetingId }) =>
    checkAgenda(await checkedAgenda(db, meetingId, today)),

  'agenda.history': ({ db, today }, { id }) => historyOf(db, id, today),

  'agenda.create': async ({ db, describe }, fields) => {
    const meeting = await findMeeting(db, fields.meetingId)
    await checkOwner(db, fields.ownerId)
    await checkFollowedUp(db, fields)
    const before = await placesOf(db, meeting.id)
    const position = (before.at(-1)?.position ?? 0) + 1
    const { id } = await db
      .insertInto('agendaItem')
      .values({ ...fields, position })
      .returning('id')
      .executeTakeFirstOrThrow()
    const added = { id, part: fields.part, position }
    await writePlaces(db, [...before, added], placeLastInPart(before, added))
    describe(`Thêm mục chương trình ${quoted(fields.title)}`)
    return { id }
  },

  'agenda.update': async ({ db, describe }, { id, ...fields }) => {
    const item = await findItem(db, id)
    await checkOwner(db, fields.ownerId)
    if (fields.part !== item.part) {
      const before = await placesOf(db, item.meetingId)
      await writePlaces(db, before, placeLastInPart(before, { id, part: fields.part, position: 0 }))
    }
    await db.updateTable('agendaItem').set(fields).where('id', '=', id).execute()
    describe(`Sửa mục chương trình ${quoted(fields.title)}`)
    return null
  },

  'agenda.assignRest': async ({ db, describe }, { meetingId, ownerId }) => {
    const meeting = await findMeeting(db, meetingId)
    await checkOwner(db, ownerId)
    await db
      .updateTable('agendaItem')
      .set({ ownerId })
      .where('meetingId', '=', meetingId)
      .where('ownerId', 'is', null)
      .execute()
    describe(`Giao các mục chưa có người phụ trách của ${quoted(meetingTitle(meeting.kind, meeting.period))}`)
    return null
  },

  'agenda.setFinished': async ({ db, describe }, { id, finished }) => {
    const item = await findItem(db, id)
    const words = finished === null ? 'theo đồng hồ' : finished ? 'đã xong' : 'chưa xong'
    describe(`Ghi mục ${quoted(item.title)}: ${words}`)
    await db
      .updateTable('agendaItem')
      .set({ finished: finished === null ? null : Number(finished) })
      .where('id', '=', id)
      .execute()
    return null
  },

  'agenda.remove': async ({ db, describe }, { id }) => {
    const item = await findItem(db, id)
    if (await hasTurns(db, [id])) throw new AppError('meeting-has-turns')
    await db.deleteFrom('agendaItem').where('id', '=', id).execute()
    describe(`Xóa mục chương trình ${quoted(item.title)}`)
    return null
  },

  'agenda.reorder': async ({ db, describe }, { meetingId, items }) => {
    const meeting = await findMeeting(db, meetingId)
    const before = await placesOf(db, meetingId)
    const wanted = new Set(items.map((item) => item.id))
    const same = items.length === before.length && before.every((place) => wanted.has(place.id))
    if (!same) throw new AppError('agenda-changed')
    if (!partsInOrder(items)) {
      throw new AppError('invalid-input', { items: 'Các phần của chương trình phải đứng theo thứ tự' })
    }
    await writePlaces(db, before, items)
    describe(`Đổi thứ tự chương trình ${quoted(meetingTitle(meeting.kind, meeting.period))}`)
    return null
  },

  'agenda.applyTemplate': async ({ db, describe }, { meetingId }) => {
    const meeting = await findMeeting(db, meetingId)
    const before = await placesOf(db, meetingId)
    const itemIds = before.map((place) => place.id)
    if (await hasTurns(db, itemIds)) throw new AppError('agenda-has-turns')
    await db.deleteFrom('agendaItem').where('meetingId', '=', meetingId).execute()
    await insertTemplateAgenda(db, meeting)
    describe(`Dùng chương trình mẫu cho ${quoted(meetingTitle(meeting.kind, meeting.period))}`)
    return null
  },
} satisfies HandlersOf<typeof agendaContract>
