import { AppError } from '../../shared/contract/errors.ts'
import type { tasksContract } from '../../shared/contract/tasks.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { HandlersOf } from '../api/context.ts'
import {
  assigneesOn,
  checkTask,
  existingTask,
  futureDay,
  meetingsAfter,
  tasksByState,
  tasksOfMeeting,
  writeOwners,
} from './tasks-queries.ts'

/** Who has to do what by when, and when it was done. */
export const tasksHandlers = {
  'tasks.list': ({ db, today }, { state }) => tasksByState(db, state, today),

  'tasks.ofMeeting': ({ db }, { meetingId }) => tasksOfMeeting(db, meetingId),

  'tasks.assignees': ({ db, today }) => assigneesOn(db, today),

  'tasks.reportMeetings': ({ db }, { after }) => meetingsAfter(db, after),

  'tasks.create': async ({ db, today, describe }, fields) => {
    await checkTask(db, fields, today)
    const { ownerIds, ...row } = fields
    const title = row.title.trim()
    const { id } = await db
      .insertInto('task')
      .values({ ...row, title })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeOwners(db, id, ownerIds)
    describe(`Giao nhiệm vụ ${quoted(title)}`)
    return { id }
  },

  'tasks.update': async ({ db, today, describe }, { id, ...fields }) => {
    await existingTask(db, id)
    await checkTask(db, fields, today)
    const { ownerIds, ...row } = fields
    const title = row.title.trim()
    await db
      .updateTable('task')
      .set({ ...row, title })
      .where('id', '=', id)
      .execute()
    await writeOwners(db, id, ownerIds)
    describe(`Sửa nhiệm vụ ${quoted(title)}`)
    return null
  },

  'tasks.setDone': async ({ db, today, describe }, { id, doneOn }) => {
    const task = await existingTask(db, id)
    const future = futureDay(doneOn, today)
    if (future) throw new AppError('invalid-input', { doneOn: future })
    if (task.doneOn === doneOn) return null
    describe(
      doneOn === null
        ? `Mở lại nhiệm vụ ${quoted(task.title)}`
        : `Ghi xong ngày ${formatVietnameseDate(doneOn)}: nhiệm vụ ${quoted(task.title)}`,
    )
    await db.updateTable('task').set({ doneOn }).where('id', '=', id).execute()
    return null
  },

  'tasks.remove': async ({ db, describe }, { id }) => {
    const { title } = await existingTask(db, id)
    describe(`Xóa nhiệm vụ ${quoted(title)}`)
    await db.deleteFrom('task').where('id', '=', id).execute()
    return null
  },
} satisfies HandlersOf<typeof tasksContract>
