import type { remarksContract } from '../../shared/contract/remarks.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import { type RemarkKind, remarkKindNames } from '../../shared/rules/remark.ts'
import type { HandlersOf } from '../api/context.ts'
import { findMeeting } from '../db/meetings.ts'
import {
  checkRemark,
  existingRemark,
  lastMeetings,
  remarksOfMeeting,
  remarksOfMember,
  writeMembers,
} from './remarks-queries.ts'

const inWords = ({ kind, content }: { kind: RemarkKind; content: string }) =>
  `${remarkKindNames[kind].toLocaleLowerCase('vi')} ${quoted(content.trim())}`

/** What a meeting noted beside its votes, conclusions and tasks. */
export const remarksHandlers = {
  'remarks.list': async ({ db }, { meetingId }) => {
    await findMeeting(db, meetingId)
    return remarksOfMeeting(db, meetingId)
  },

  'remarks.ofMember': ({ db }, { memberId }) => remarksOfMember(db, memberId),

  'remarks.meetings': ({ db, today }) => lastMeetings(db, today),

  'remarks.create': async ({ db, describe }, { meetingId, memberIds, ...fields }) => {
    await findMeeting(db, meetingId)
    await checkRemark(db, meetingId, fields.agendaItemId, memberIds)
    describe(`Ghi ${inWords(fields)}`)
    const { id } = await db
      .insertInto('remark')
      .values({ ...fields, content: fields.content.trim(), meetingId })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeMembers(db, id, memberIds)
    return { id }
  },

  'remarks.update': async ({ db, describe }, { id, memberIds, ...fields }) => {
    const { meetingId } = await existingRemark(db, id)
    await checkRemark(db, meetingId, fields.agendaItemId, memberIds)
    describe(`Sửa ${inWords(fields)}`)
    await db
      .updateTable('remark')
      .set({ ...fields, content: fields.content.trim() })
      .where('id', '=', id)
      .execute()
    await writeMembers(db, id, memberIds)
    return null
  },

  'remarks.remove': async ({ db, describe }, { id }) => {
    const remark = await existingRemark(db, id)
    describe(`Xóa ${inWords(remark)}`)
    await db.deleteFrom('remark').where('id', '=', id).execute()
    return null
  },
} satisfies HandlersOf<typeof remarksContract>
