import { z } from 'zod'
import type { MeetingKind } from '../rules/meeting.ts'
import { type TurnKind, turnKinds } from '../rules/speaking.ts'
import type { ChartRow } from '../rules/speaking-chart.ts'
import { read, write } from './define.ts'
import { id, isoDate, requiredText, text } from './fields.ts'

export const turnFields = z.strictObject({
  agendaItemId: id.nullable(),
  /** A member, a guest, or neither: somebody to be named later. */
  memberId: id.nullable(),
  guestName: requiredText('tên khách').nullable(),
  kind: z.enum(turnKinds),
  /** How long they spoke; null while running or not known. */
  speakingSeconds: z.int().min(0).max(36_000).nullable(),
  gist: text,
})

export type TurnFields = z.infer<typeof turnFields>

export type Turn = {
  id: number
  agendaItemId: number | null
  agendaItemTitle: string | null
  memberId: number | null
  /** The member's or the guest's name, or what stands for a name still missing. */
  speakerName: string
  guestName: string | null
  kind: TurnKind
  startedAt: string | null
  stoppedAt: string | null
  speakingSeconds: number | null
  gist: string
}

/** One person's speaking at a meeting; without member and guest: everybody not named yet. */
export type SpeakingTotal = {
  memberId: number | null
  guestName: string | null
  speakerName: string
  turns: number
  /** Turns of unknown length add nothing. */
  speakingSeconds: number
  /** 1 where they spoke. */
  meetings: number
  /** 1 where they were marked as there; always 0 for guests. */
  attended: number
}

export type SpeakingChart = {
  /** Held within two years up to the day, oldest first. */
  meetings: { id: number; kind: MeetingKind; heldOn: string }[]
  /** Everybody with a mark or a turn at one of them, by given name. */
  members: (ChartRow & { fullName: string })[]
}

export const speakingContract = {
  'speaking.list': read(z.strictObject({ meetingId: id })).returns<Turn[]>(),
  'speaking.create': write('Ghi lượt phát biểu', turnFields.extend({ meetingId: id })).returns<{
    id: number
  }>(),
  'speaking.update': write('Sửa lượt phát biểu', turnFields.extend({ id })).returns<null>(),
  /** What kind of speech it is and what is said, whether the clock runs or not. */
  'speaking.note': write(
    'Ghi nội dung phát biểu',
    turnFields.pick({ kind: true, gist: true }).extend({ id }),
  ).returns<null>(),
  'speaking.remove': write('Xóa lượt phát biểu', z.strictObject({ id })).returns<null>(),
  /** Begins a turn now. Only one turn of a meeting runs at a time. */
  'speaking.start': write(
    'Bắt đầu phát biểu',
    turnFields.omit({ speakingSeconds: true }).extend({ meetingId: id }),
  ).returns<{ id: number }>(),
  'speaking.stop': write('Kết thúc phát biểu', z.strictObject({ id })).returns<null>(),
  /** Stops the running turn and puts its speaker at the front of the queue. */
  'speaking.pause': write('Tạm dừng phát biểu', z.strictObject({ id })).returns<null>(),
  /** Says that the running turn is somebody else's; its clock runs on. */
  'speaking.swap': write(
    'Đổi người đang phát biểu',
    z.strictObject({ id, memberId: id.nullable(), guestName: requiredText('tên khách').nullable() }),
  ).returns<null>(),
  /** Everybody obliged to come or there (the silent with zeros) by given name, then guests, then the unnamed. */
  'speaking.meetingTotals': read(z.strictObject({ meetingId: id })).returns<SpeakingTotal[]>(),
  /** Who spoke at which meeting over two years up to a day; committee meetings apart. */
  'speaking.chart': read(z.strictObject({ toDate: isoDate })).returns<SpeakingChart>(),
}
