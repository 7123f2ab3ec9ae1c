import { z } from 'zod'
import { type CarryDrop, carryKinds, type Proposal } from '../rules/carry.ts'
import { read, write } from './define.ts'
import { id, requiredText } from './fields.ts'

export type CarryOver = {
  /** What should come back on this agenda: none for a meeting that is over, or of a kind that takes nothing up. */
  proposals: Proposal[]
  /** What was put aside for this meeting, the newest first. */
  dropped: (CarryDrop & { title: string })[]
}

export const carryContract = {
  /** Unfinished items, conclusions not carried out and open tasks as proposals for the agenda of a regular meeting. */
  'carry.list': read(z.strictObject({ meetingId: id })).returns<CarryOver>(),
  /** Puts a proposal aside for this meeting with a word why; for a later one it comes back, with that word. */
  'carry.drop': write(
    'Gác lại đề nghị',
    z.strictObject({
      meetingId: id,
      kind: z.enum(carryKinds),
      sourceId: id,
      reason: requiredText('lý do'),
    }),
  ).returns<{ id: number }>(),
  /** Proposes again what was put aside. */
  'carry.restore': write('Đưa lại đề nghị', z.strictObject({ id })).returns<null>(),
}
