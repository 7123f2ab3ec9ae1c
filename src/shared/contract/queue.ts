import { z } from 'zod'
import { write } from './define.ts'
import { id, requiredText } from './fields.ts'

export type Queued = { id: number; memberId: number | null; guestName: string | null; speakerName: string }

export const queueContract = {
  /** Puts a member or a guest (exactly one of them) at the end of the queue of those who want to speak. */
  'queue.add': write(
    'Xếp hàng phát biểu',
    z.strictObject({
      meetingId: id,
      memberId: id.nullable(),
      guestName: requiredText('tên khách').nullable(),
    }),
  ).returns<{ id: number }>(),
  'queue.remove': write('Bỏ khỏi hàng chờ', z.strictObject({ id })).returns<null>(),
  /** `ids`: everybody in the queue in the new order. */
  'queue.reorder': write(
    'Đổi thứ tự hàng chờ',
    z.strictObject({ meetingId: id, ids: z.array(id).max(500) }),
  ).returns<null>(),
  /** Gives the floor to somebody of the queue, on the item under way; whoever speaks is stopped in the same step. */
  'queue.start': write('Mời phát biểu', z.strictObject({ id })).returns<{ id: number }>(),
}
