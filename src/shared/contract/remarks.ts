import { z } from 'zod'
import { type RemarkKind, remarkKinds } from '../rules/remark.ts'
import { read, write } from './define.ts'
import { id, nothing, requiredText } from './fields.ts'

export const remarkFields = z.strictObject({
  kind: z.enum(remarkKinds),
  content: requiredText('nội dung'),
  /** Whom it concerns; nobody where it is about the cell. */
  memberIds: z.array(id).max(50, 'Tối đa 50 người'),
  agendaItemId: id.nullable(),
})

export type RemarkFields = z.infer<typeof remarkFields>

export type Remark = Omit<RemarkFields, 'memberIds'> & {
  id: number
  agendaItemTitle: string | null
  members: { memberId: number; fullName: string }[]
}

/** A remark as it concerns a member: what was noted of them, and at which meeting. */
export type MemberRemark = {
  id: number
  kind: RemarkKind
  content: string
  meetingId: number
  meetingTitle: string
  heldOn: string
}

export const remarksContract = {
  /** What a meeting noted, in the order it was noted. */
  'remarks.list': read(z.strictObject({ meetingId: id })).returns<Remark[]>(),
  /** What meetings noted of a member, newest first. */
  'remarks.ofMember': read(z.strictObject({ memberId: id })).returns<MemberRemark[]>(),
  /** The last twelve meetings up to today, newest first: what one of them noted may be written down elsewhere. */
  'remarks.meetings': read(nothing).returns<{ id: number; title: string; heldOn: string }[]>(),
  'remarks.create': write('Ghi nhận', remarkFields.extend({ meetingId: id })).returns<{ id: number }>(),
  'remarks.update': write('Sửa ghi nhận', remarkFields.extend({ id })).returns<null>(),
  'remarks.remove': write('Xóa ghi nhận', z.strictObject({ id })).returns<null>(),
}
