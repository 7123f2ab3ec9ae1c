import type { MeetingFields, meetingsContract } from '../../shared/contract/meetings.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { HandlersOf } from '../api/context.ts'
import { findMeeting, meetingWithPeople } from '../db/meetings.ts'
import { insertTemplateAgenda } from '../resources/template-agenda.ts'
import { checkPeople, meetingDefaults, meetingsOfYear, meetingYears } from './meetings-queries.ts'

export const meetingsHandlers = {
  'meetings.years': ({ db }) => meetingYears(db),

  'meetings.list': ({ db }, { year }) => meetingsOfYear(db, year),

  'meetings.get': ({ db }, { id }) => meetingWithPeople(db, id),

  'meetings.defaults': ({ db }, { kind, heldOn }) => meetingDefaults(db, kind, heldOn),

  'meetings.create': async ({ db, describe }, fields) => {
    await checkPeople(db, fields)
    const { id } = await db.insertInto('meeting').values(fields).returning('id').executeTakeFirstOrThrow()
    await insertTemplateAgenda(db, { id, ...fields })
    describe(`Thêm ${named(fields)}`)
    return meetingWithPeople(db, id)
  },

  'meetings.update': async ({ db, describe }, { id, ...fields }) => {
    await findMeeting(db, id)
    await checkPeople(db, fields)
    await db.updateTable('meeting').set(fields).where('id', '=', id).execute()
    describe(`Sửa ${named(fields)}`)
    return meetingWithPeople(db, id)
  },

  'meetings.remove': async ({ db, describe, now }, { id }) => {
    const meeting = await findMeeting(db, id)
    await db.updateTable('meeting').set({ removedAt: now().toISOString() }).where('id', '=', id).execute()
    describe(`Xóa ${named(meeting)}`)
    return null
  },
} satisfies HandlersOf<typeof meetingsContract>

/** "buổi “Sinh hoạt thường kỳ tháng 11/2026” ngày 03/11/2026" */
function named(meeting: MeetingFields): string {
  return `buổi “${meetingTitle(meeting.kind, meeting.period)}” ngày ${formatVietnameseDate(meeting.heldOn)}`
}
