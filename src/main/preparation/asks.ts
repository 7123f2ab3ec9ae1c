import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { preparationContract } from '../../shared/contract/preparation.ts'
import { compareByGivenName } from '../../shared/rules/person-name.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import { localDay } from '../api/clock.ts'
import type { HandlersOf } from '../api/context.ts'
import { takesPartOn } from '../db/officers.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>
type AskNames = 'asks.list' | 'asks.create' | 'asks.update' | 'asks.remove'

/** Whom the secretary asks before a meeting to speak on an item, with what question. */
export const asksHandlers = {
  'asks.list': async ({ db }, { meetingId }) => {
    const rows = await db
      .selectFrom('speakerAsk')
      .innerJoin('agendaItem', 'agendaItem.id', 'speakerAsk.agendaItemId')
      .innerJoin('member', 'member.id', 'speakerAsk.memberId')
      .innerJoin('meeting', 'meeting.id', 'speakerAsk.meetingId')
      .select([
        'speakerAsk.id',
        'speakerAsk.agendaItemId',
        'agendaItem.position',
        'agendaItem.title as itemTitle',
        'speakerAsk.memberId',
        'member.fullName',
        'speakerAsk.question',
        'speakerAsk.prepared',
        'speakerAsk.askedAt',
      ])
      .where('speakerAsk.meetingId', '=', meetingId)
      .where('meeting.removedAt', 'is', null)
      .execute()
    rows.sort((a, b) => a.position - b.position || compareByGivenName(a.fullName, b.fullName))
    return rows.map(({ position: _position, prepared, askedAt, ...row }) => ({
      ...row,
      prepared: prepared === 1,
      askedOn: askedAt === null ? null : localDay(new Date(askedAt)),
    }))
  },

  'asks.create': async ({ db, describe }, ask) => {
    const item = await db
      .selectFrom('agendaItem')
      .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
      .select(['agendaItem.title', 'meeting.heldOn'])
      .where('agendaItem.id', '=', ask.agendaItemId)
      .where('agendaItem.meetingId', '=', ask.meetingId)
      .where('meeting.removedAt', 'is', null)
      .executeTakeFirst()
    if (!item) throw new AppError('not-found')
    if (!(await takesPartOn(db, ask.memberId, item.heldOn))) {
      throw new AppError('invalid-input', { memberId: 'Người này không thuộc diện dự buổi họp' })
    }
    const same = await db
      .selectFrom('speakerAsk')
      .select('id')
      .where('agendaItemId', '=', ask.agendaItemId)
      .where('memberId', '=', ask.memberId)
      .executeTakeFirst()
    if (same) throw new AppError('invalid-input', { memberId: 'Đã có lời mời người này cho mục này' })
    const { fullName } = await db
      .selectFrom('member')
      .select('fullName')
      .where('id', '=', ask.memberId)
      .executeTakeFirstOrThrow()
    describe(`Mời ${fullName} phát biểu về mục ${quoted(item.title)}`)
    return db
      .insertInto('speakerAsk')
      .values({ ...ask, askedAt: null })
      .returning('id')
      .executeTakeFirstOrThrow()
  },

  'asks.update': async ({ db, describe, now }, { id, question, prepared, asked }) => {
    const ask = await findAsk(db, id)
    const askedAt = asked ? (ask.askedAt ?? now().toISOString()) : null
    if (asked !== (ask.askedAt !== null))
      describe(`${asked ? 'Đã mời' : 'Chưa mời'} ${ask.fullName} phát biểu`)
    else if (prepared !== (ask.prepared === 1))
      describe(`${ask.fullName} ${prepared ? 'có' : 'không có'} tham luận`)
    else describe(`Sửa câu hỏi cho ${ask.fullName}`)
    await db
      .updateTable('speakerAsk')
      .set({ question, prepared: Number(prepared), askedAt })
      .where('id', '=', id)
      .execute()
    return null
  },

  'asks.remove': async ({ db, describe }, { id }) => {
    const ask = await findAsk(db, id)
    describe(`Bỏ lời mời ${ask.fullName} phát biểu`)
    await db.deleteFrom('speakerAsk').where('id', '=', id).execute()
    return null
  },
} satisfies HandlersOf<Pick<typeof preparationContract, AskNames>>

async function findAsk(db: Db, id: number) {
  const ask = await db
    .selectFrom('speakerAsk')
    .innerJoin('member', 'member.id', 'speakerAsk.memberId')
    .innerJoin('meeting', 'meeting.id', 'speakerAsk.meetingId')
    .select(['speakerAsk.prepared', 'speakerAsk.askedAt', 'member.fullName'])
    .where('speakerAsk.id', '=', id)
    .where('meeting.removedAt', 'is', null)
    .executeTakeFirst()
  if (!ask) throw new AppError('not-found')
  return ask
}
