import { z } from 'zod'
import { type AgendaPart, agendaParts, type ContentClass, contentClasses } from '../rules/agenda.ts'
import type { Finding } from '../rules/agenda-finding.ts'
import type { ItemState } from '../rules/item-state.ts'
import type { MeetingMinimum } from '../rules/rule-set.ts'
import { read, write } from './define.ts'
import { id, requiredText, text } from './fields.ts'

export const agendaItemFields = z.strictObject({
  part: z.enum(agendaParts),
  contentClass: z.enum(contentClasses),
  title: requiredText('nội dung'),
  ownerId: id.nullable(),
  plannedMinutes: z.int().min(0, 'Số phút phải từ 0').max(600, 'Số phút tối đa 600'),
  /** For the secretary's eyes only: never on paper. */
  privateNote: text,
})

export type AgendaItemFields = z.infer<typeof agendaItemFields>

export type AgendaItem = {
  id: number
  position: number
  part: AgendaPart
  contentClass: ContentClass
  title: string
  ownerId: number | null
  ownerName: string | null
  plannedMinutes: number
  privateNote: string
  /** 'HH:MM' at which it begins if everything goes as planned. */
  startsAt: string
  state: ItemState
  /** Earlier meetings that had it, or what it follows up, on their agenda. */
  earlierMeetings: number
}

/** An item, or what it follows up, at one meeting. */
export type ItemMeeting = {
  itemId: number
  meetingId: number
  heldOn: string
  meetingTitle: string
  title: string
  plannedMinutes: number
  /** Null where it was not clocked. */
  ranMinutes: number | null
  state: ItemState
  conclusions: { content: string; doneOn: string | null }[]
}

export type ItemHistory = {
  title: string
  /** What the secretary said of it; null: its clock speaks. */
  finished: boolean | null
  /** Oldest first, this one among them. */
  meetings: ItemMeeting[]
  /** The tasks it is about, or that came of it, in the order they were given. */
  tasks: { id: number; title: string; dueOn: string | null; doneOn: string | null }[]
  /** When it was put aside and why, oldest first. */
  drops: { meetingTitle: string; reason: string; droppedOn: string }[]
}

export type Agenda = {
  items: AgendaItem[]
  totalMinutes: number
  endsAt: string
  /** The minimum in force on the meeting's date, and the rule it comes from; null where none is known. */
  minimum: MeetingMinimum | null
}

export const agendaContract = {
  'agenda.list': read(z.strictObject({ meetingId: id })).returns<Agenda>(),
  /** What is still amiss with the agenda and the meeting around it, what matters most first. */
  'agenda.check': read(z.strictObject({ meetingId: id })).returns<Finding[]>(),
  /** The same matter over the meetings: the items it was carried on from and to, and what they follow up. */
  'agenda.history': read(z.strictObject({ id })).returns<ItemHistory>(),
  /** Adds an item after the last one of its part; it may take up a task, a conclusion or an earlier item. */
  'agenda.create': write(
    'Thêm mục chương trình',
    agendaItemFields.extend({
      meetingId: id,
      taskId: id.optional(),
      conclusionId: id.optional(),
      carriedFromId: id.optional(),
    }),
  ).returns<{
    id: number
  }>(),
  'agenda.update': write('Sửa mục chương trình', agendaItemFields.extend({ id })).returns<null>(),
  /** Gives every item that nobody leads to one member. */
  'agenda.assignRest': write(
    'Giao các mục chưa có người phụ trách',
    z.strictObject({ meetingId: id, ownerId: id }),
  ).returns<null>(),
  /** Says that an item was finished, or not; null leaves it to its clock. */
  'agenda.setFinished': write(
    'Ghi mục đã xong hay chưa',
    z.strictObject({ id, finished: z.boolean().nullable() }),
  ).returns<null>(),
  'agenda.remove': write('Xóa mục chương trình', z.strictObject({ id })).returns<null>(),
  /** `items`: every item of the meeting in its new order, part after part; an item may change its part. */
  'agenda.reorder': write(
    'Đổi thứ tự chương trình',
    z.strictObject({
      meetingId: id,
      items: z.array(z.strictObject({ id, part: z.enum(agendaParts) })).max(200),
    }),
  ).returns<null>(),
  /** Replaces the agenda with the template of the meeting's kind. */
  'agenda.applyTemplate': write('Dùng chương trình mẫu', z.strictObject({ meetingId: id })).returns<null>(),
}
