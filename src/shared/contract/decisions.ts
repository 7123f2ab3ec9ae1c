import { z } from 'zod'
import type { ClosingFinding } from '../rules/closing.ts'
import { type VoteMethod, type VoteRule, voteMethods, voteRules } from '../rules/vote.ts'
import { read, write } from './define.ts'
import { id, isoDate, requiredText } from './fields.ts'

const count = z.int('Hãy nhập một số').min(0, 'Phải từ 0').max(1000, 'Tối đa 1.000')

export const voteFields = z.strictObject({
  agendaItemId: id.nullable(),
  subject: requiredText('nội dung biểu quyết'),
  rule: z.enum(voteRules),
  method: z.enum(voteMethods),
  /** Those the result is counted on, and how many of them were there. */
  entitledCount: count,
  presentCount: count,
  /** All three, or all null until the votes are counted. */
  forCount: count.nullable(),
  againstCount: count.nullable(),
  blankCount: count.nullable(),
})

export type VoteFields = z.infer<typeof voteFields>

export type Vote = VoteFields & {
  id: number
  agendaItemTitle: string | null
  rule: VoteRule
  method: VoteMethod
}

export const conclusionFields = z.strictObject({
  agendaItemId: id.nullable(),
  content: requiredText('kết luận'),
})

export type ConclusionFields = z.infer<typeof conclusionFields>
export type Conclusion = ConclusionFields & {
  id: number
  agendaItemTitle: string | null
  /** The day it was carried out, by the secretary's word. */
  doneOn: string | null
  /** Tasks that came of it, and how many of them are open: it is carried out too once none is. */
  tasks: number
  openTasks: number
}

export type Closing = {
  closedAt: string | null
  /** What is not recorded yet, in the order of the meeting. */
  missing: ClosingFinding[]
  /** Steps that changed the record after it was closed, newest first, as far as the undo log goes back. */
  changes: { description: string; doneAt: string }[]
}

export const decisionsContract = {
  /** The votes of a meeting in the order they were noted. */
  'votes.list': read(z.strictObject({ meetingId: id })).returns<Vote[]>(),
  'votes.create': write('Ghi biểu quyết', voteFields.extend({ meetingId: id })).returns<{ id: number }>(),
  'votes.update': write('Sửa biểu quyết', voteFields.extend({ id })).returns<null>(),
  'votes.remove': write('Xóa biểu quyết', z.strictObject({ id })).returns<null>(),
  /** The conclusions of a meeting by the agenda, those on the whole meeting last. */
  'conclusions.list': read(z.strictObject({ meetingId: id })).returns<Conclusion[]>(),
  'conclusions.create': write('Ghi kết luận', conclusionFields.extend({ meetingId: id })).returns<{
    id: number
  }>(),
  'conclusions.update': write('Sửa kết luận', conclusionFields.extend({ id })).returns<null>(),
  /** The day a conclusion was carried out, or null to open it again. */
  'conclusions.setDone': write(
    'Ghi kết luận đã thực hiện',
    z.strictObject({ id, doneOn: isoDate.nullable() }),
  ).returns<null>(),
  'conclusions.remove': write('Xóa kết luận', z.strictObject({ id })).returns<null>(),
  'closing.get': read(z.strictObject({ meetingId: id })).returns<Closing>(),
  /** Closes a meeting as it stands: what is missing is told, never demanded, and everything can still be changed. */
  'closing.close': write('Kết thúc cuộc họp', z.strictObject({ meetingId: id })).returns<null>(),
  'closing.reopen': write('Mở lại cuộc họp', z.strictObject({ meetingId: id })).returns<null>(),
}
