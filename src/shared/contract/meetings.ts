import { z } from 'zod'
import { type MeetingKind, type MeetingMode, meetingKinds, meetingModes } from '../rules/meeting.ts'
import { read, write } from './define.ts'
import { clockTime, id, isoDate, month, requiredText, text } from './fields.ts'

export const meetingFields = z.strictObject({
  kind: z.enum(meetingKinds),
  /** The month the meeting is for; the day it is held may lie in another. */
  period: month,
  heldOn: isoDate,
  startTime: clockTime,
  place: requiredText('địa điểm'),
  mode: z.enum(meetingModes),
  chairId: id.nullable(),
  minuteTakerId: id.nullable(),
  /** Title of the themed part, where there is one. */
  theme: text,
  note: text,
  /** Visitors who are not on the roll, one a line; left out: none, or as they were. */
  guests: text.optional(),
})

export type MeetingFields = z.infer<typeof meetingFields>
/** The same with nothing left out. */
export type WholeMeetingFields = MeetingFields & { guests: string }
export type Meeting = WholeMeetingFields & {
  id: number
  chairName: string | null
  minuteTakerName: string | null
  /** When the secretary closed the meeting; null while it is open. */
  closedAt: string | null
}

export type MeetingRow = {
  id: number
  kind: MeetingKind
  period: string
  heldOn: string
  startTime: string
  place: string
  mode: MeetingMode
  /** Sum of the agenda, in minutes. */
  plannedMinutes: number
  /** Of those obliged to come, how many came (late and leaving early too); both 0 while the roll was not called. */
  present: number
  obliged: number
  turns: number
}

export const meetingsContract = {
  /** The years in which meetings were held or are planned, newest first. */
  'meetings.years': read(z.strictObject({})).returns<number[]>(),
  /** The meetings of a calendar year, by the day they are held, newest first. Removed ones are left out. */
  'meetings.list': read(z.strictObject({ year: z.int().min(1900).max(2200) })).returns<MeetingRow[]>(),
  'meetings.get': read(z.strictObject({ id })).returns<Meeting>(),
  /** What a new meeting of this kind would start from: chair and minute-taker by their roles on that date. */
  'meetings.defaults': read(
    z.strictObject({ kind: z.enum(meetingKinds), heldOn: isoDate }),
  ).returns<WholeMeetingFields>(),
  /** Makes the meeting with the agenda of its kind's template. */
  'meetings.create': write('Thêm cuộc họp', meetingFields).returns<Meeting>(),
  'meetings.update': write('Sửa cuộc họp', meetingFields.extend({ id })).returns<Meeting>(),
  'meetings.remove': write('Xóa cuộc họp', z.strictObject({ id })).returns<null>(),
}
