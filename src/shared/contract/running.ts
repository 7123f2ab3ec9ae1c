import { z } from 'zod'
import type { ContentClass } from '../rules/agenda.ts'
import type { FairLine } from '../rules/fairness.ts'
import { type InviteChoice, inviteChoices } from '../rules/invite.ts'
import type { TurnKind } from '../rules/speaking.ts'
import { read, write } from './define.ts'
import { id, instant } from './fields.ts'
import type { Queued } from './queue.ts'

export type LiveItem = {
  id: number
  title: string
  contentClass: ContentClass
  plannedMinutes: number
  ownerName: string | null
  /** In the order they were begun, of all items by their ids. */
  runs: { id: number; startedAt: string; stoppedAt: string | null }[]
}

export type LiveTurn = {
  id: number
  agendaItemId: number | null
  memberId: number | null
  guestName: string | null
  speakerName: string
  kind: TurnKind
  gist: string
  startedAt: string
}

/** How long a turn that is over took; null where nobody knows. */
export type EndedTurn = LiveTurn & { speakingSeconds: number | null }

/** A paper prepared for an item by somebody who has not spoken yet. */
export type LivePaper = { memberId: number; fullName: string; agendaItemId: number }

export type LiveMeeting = {
  /** The main process's clock at the moment of the answer: screens count on from it. */
  now: string
  /** The instant of the day and time the meeting is called for. */
  plannedStart: string
  items: LiveItem[]
  /** Who speaks now. */
  speaking: LiveTurn | null
  /** Who spoke last by the clock: what they said is often written down only then. */
  last: EndedTurn | null
  queue: Queued[]
  /** Everybody on the roll, by given name, and whether they came (null: no mark yet). */
  people: { memberId: number; fullName: string; came: boolean | null }[]
  /** Guests written down for the meeting, then others who have spoken, as they are called. */
  guests: string[]
  /** The secretary's own view, on no paper. */
  fairness: FairLine[]
  /** Who is there and has said nothing yet, by given name. */
  silent: { memberId: number; fullName: string }[]
  /** Papers still to be heard, in the order of their items. */
  papers: LivePaper[]
  invited: { memberId: number; fullName: string; pinned: boolean; reasons: string[] }[]
  notInvited: { memberId: number; fullName: string; why: string; choice: InviteChoice | null }[]
}

const run = z.strictObject({ startedAt: instant, stoppedAt: instant.nullable() })

export const runningContract = {
  /** All that the screen "Điều hành" shows of a meeting. */
  'running.live': read(z.strictObject({ meetingId: id })).returns<LiveMeeting>(),
  /** Takes up an item, also one taken up before; the item under way is ended at the same instant. */
  'running.startItem': write('Bắt đầu mục', z.strictObject({ agendaItemId: id })).returns<null>(),
  /** Ends the item under way. */
  'running.stopItem': write('Kết thúc mục', z.strictObject({ meetingId: id })).returns<null>(),
  /** Takes up the next item that was not taken up yet. */
  'running.nextItem': write('Sang mục tiếp', z.strictObject({ meetingId: id })).returns<null>(),
  /** Notes after the event when an item was under way. */
  'running.addRun': write('Ghi giờ của mục', run.extend({ agendaItemId: id })).returns<{ id: number }>(),
  /** Corrects when an item was under way; an item that ended or began at the same instant moves with it. */
  'running.correctRun': write('Sửa giờ của mục', run.extend({ id })).returns<null>(),
  'running.removeRun': write('Bỏ giờ của mục', z.strictObject({ id })).returns<null>(),
  /** Pins a member on the list of whom to invite, or leaves them out this time; null takes either back. */
  'running.chooseInvite': write(
    'Chọn người mời phát biểu',
    z.strictObject({ meetingId: id, memberId: id, choice: z.enum(inviteChoices).nullable() }),
  ).returns<null>(),
}
