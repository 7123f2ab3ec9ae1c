import { AppError } from '../../shared/contract/errors.ts'
import type { membersContract } from '../../shared/contract/members.ts'
import type { HandlersOf } from '../api/context.ts'
import { importHandlers } from './members-import.ts'
import { listMembers, readMember } from './members-queries.ts'
import { createMember, updateMember } from './save-member.ts'

/** The register of members: who they are, and since when in which status and role. */
export const membersHandlers = {
  'members.list': ({ db }, { date }) => listMembers(db, date),
  'members.get': ({ db }, { id }) => readMember(db, id),

  'members.create': async ({ db, describe }, fields) => {
    const member = await readMember(db, await createMember(db, fields))
    describe(`Thêm đảng viên ${member.fullName}`)
    return member
  },

  'members.update': async ({ db, describe }, { id, ...fields }) => {
    await updateMember(db, id, fields)
    const member = await readMember(db, id)
    describe(`Sửa đảng viên ${member.fullName}`)
    return member
  },

  'members.remove': async ({ db, now, describe }, { id }) => {
    const removed = await db
      .updateTable('member')
      .set({ removedAt: now().toISOString() })
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .returning('fullName')
      .executeTakeFirst()
    if (!removed) throw new AppError('not-found')
    describe(`Xóa đảng viên ${removed.fullName}`)
    return null
  },

  ...importHandlers,
} satisfies HandlersOf<typeof membersContract>
