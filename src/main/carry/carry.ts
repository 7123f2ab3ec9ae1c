import type { carryContract } from '../../shared/contract/carry.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { carryProposals } from '../../shared/rules/carry.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import type { HandlersOf } from '../api/context.ts'
import { findMeeting } from '../db/meetings.ts'
import { carryFacts, columnOf, dropsUpTo, sourceOf, sourceTitle, takesUp } from './carry-queries.ts'

/** What earlier meetings left to a later one, and what the secretary puts aside of it. */
export const carryHandlers = {
  'carry.list': async ({ db, today }, { meetingId }) => {
    const meeting = await findMeeting(db, meetingId)
    const drops = await dropsUpTo(db, meeting)
    return {
      proposals: takesUp(meeting, today) ? carryProposals(await carryFacts(db, meeting, drops, today)) : [],
      dropped: drops.filter((drop) => drop.meetingId === meetingId),
    }
  },

  'carry.drop': async ({ db, today, describe }, { meetingId, kind, sourceId, reason }) => {
    await findMeeting(db, meetingId)
    describe(`Gác lại ${quoted(await sourceTitle(db, kind, sourceId))}`)
    const column = columnOf[kind]
    await db.deleteFrom('carryDrop').where('meetingId', '=', meetingId).where(column, '=', sourceId).execute()
    const source = { itemId: null, conclusionId: null, taskId: null, [column]: sourceId }
    return db
      .insertInto('carryDrop')
      .values({ meetingId, ...source, reason: reason.trim(), droppedOn: today })
      .returning('id')
      .executeTakeFirstOrThrow()
  },

  'carry.restore': async ({ db, describe }, { id }) => {
    const drop = await db.selectFrom('carryDrop').selectAll().where('id', '=', id).executeTakeFirst()
    if (!drop) throw new AppError('not-found')
    const { kind, sourceId } = sourceOf(drop)
    describe(`Đưa lại ${quoted(await sourceTitle(db, kind, sourceId))}`)
    await db.deleteFrom('carryDrop').where('id', '=', id).execute()
    return null
  },
} satisfies HandlersOf<typeof carryContract>
