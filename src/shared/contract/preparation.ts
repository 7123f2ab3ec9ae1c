import { z } from 'zod'
import { preparationSteps, type StepStanding } from '../rules/preparation.ts'
import { read, write } from './define.ts'
import { id, isoDate, text } from './fields.ts'

/** Somebody to be asked before the meeting to speak on an item. */
export type SpeakerAsk = {
  id: number
  agendaItemId: number
  itemTitle: string
  memberId: number
  fullName: string
  question: string
  /** They are to give a contribution prepared in writing. */
  prepared: boolean
  /** The day they were asked; null: not yet. */
  askedOn: string | null
}

export const preparationContract = {
  /** Every step before a meeting of its kind, with its day and where it stands today. */
  'preparation.get': read(z.strictObject({ meetingId: id })).returns<StepStanding[]>(),
  /** Notes the day a step was done, or that it is not done yet (null), and a word about it. */
  'preparation.mark': write(
    'Việc chuẩn bị',
    z.strictObject({
      meetingId: id,
      step: z.enum(preparationSteps),
      doneOn: isoDate.nullable(),
      note: text,
    }),
  ).returns<null>(),
  /** In the order of the agenda, by given name within an item. */
  'asks.list': read(z.strictObject({ meetingId: id })).returns<SpeakerAsk[]>(),
  'asks.create': write(
    'Mời phát biểu',
    z.strictObject({ meetingId: id, agendaItemId: id, memberId: id, question: text }),
  ).returns<{ id: number }>(),
  /** `asked`: they have been told; the moment is kept from the first time on. */
  'asks.update': write(
    'Sửa lời mời phát biểu',
    z.strictObject({ id, question: text, prepared: z.boolean(), asked: z.boolean() }),
  ).returns<null>(),
  'asks.remove': write('Bỏ lời mời phát biểu', z.strictObject({ id })).returns<null>(),
}
