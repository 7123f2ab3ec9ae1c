import { z } from 'zod'
import type { Role } from '../rules/member.ts'
import { read, write } from './define.ts'
import { id, isoDate, requiredText } from './fields.ts'

export const taskFields = z.strictObject({
  /** The meeting that gave it and its conclusion; null where none did. */
  meetingId: id.nullable(),
  conclusionId: id.nullable(),
  title: requiredText('nội dung nhiệm vụ'),
  ownerIds: z.array(id).max(50, 'Tối đa 50 người'),
  dueOn: isoDate.nullable(),
  /** The meeting at which it is reported on. */
  reportMeetingId: id.nullable(),
  doneOn: isoDate.nullable(),
})

export type TaskFields = z.infer<typeof taskFields>

export type Task = Omit<TaskFields, 'ownerIds'> & {
  id: number
  owners: { memberId: number; fullName: string }[]
  /** What the meetings are called and the conclusion says; null where there is none. */
  meetingTitle: string | null
  reportMeetingTitle: string | null
  conclusion: string | null
}

/** Somebody who can be given a task, with what they have in hand now. */
export type Assignee = { memberId: number; fullName: string; role: Role; open: number; overdue: number }

export const tasksContract = {
  /** All open tasks, or those done in the last twelve months; by due date, those without one last. */
  'tasks.list': read(z.strictObject({ state: z.enum(['open', 'done']) })).returns<Task[]>(),
  /** The tasks a meeting gave, then those only to be reported on at it. */
  'tasks.ofMeeting': read(z.strictObject({ meetingId: id })).returns<Task[]>(),
  /** By given name: whoever takes part in the cell's meetings today. */
  'tasks.assignees': read(z.strictObject({})).returns<Assignee[]>(),
  /** The meetings at which a task given on a day may be reported on, soonest first. */
  'tasks.reportMeetings': read(z.strictObject({ after: isoDate })).returns<
    { id: number; title: string; heldOn: string }[]
  >(),
  'tasks.create': write('Giao nhiệm vụ', taskFields).returns<{ id: number }>(),
  'tasks.update': write('Sửa nhiệm vụ', taskFields.extend({ id })).returns<null>(),
  /** The day it was done, or null to open it again. */
  'tasks.setDone': write(
    'Ghi nhiệm vụ đã xong',
    z.strictObject({ id, doneOn: isoDate.nullable() }),
  ).returns<null>(),
  'tasks.remove': write('Xóa nhiệm vụ', z.strictObject({ id })).returns<null>(),
}
