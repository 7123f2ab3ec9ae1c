import { type Kysely, sql } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { MemberRemark, Remark } from '../../shared/contract/remarks.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import type { RemarkKind } from '../../shared/rules/remark.ts'
import { checkItem } from '../db/meetings.ts'
import { remarksOf, remarksWhere } from '../db/remarks.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

/** A remark of a meeting not removed. Throws `not-found`. */
export async function existingRemark(
  db: Db,
  id: number,
): Promise<{ meetingId: number; kind: RemarkKind; content: string }> {
  const remark = await db
    .selectFrom('remark')
    .innerJoin('meeting', 'meeting.id', 'remark.meetingId')
    .select(['remark.meetingId', 'remark.kind', 'remark.content'])
    .where('remark.id', '=', id)
    .where('meeting.removedAt', 'is', null)
    .executeTakeFirst()
  if (!remark) throw new AppError('not-found')
  return remark
}

/** Refuses an item of another meeting, somebody who is not in the register, and somebody named twice. */
export async function checkRemark(
  db: Db,
  meetingId: number,
  agendaItemId: number | null,
  memberIds: readonly number[],
): Promise<void> {
  await checkItem(db, meetingId, agendaItemId)
  const wrong: Record<string, string> = {}
  const distinct = new Set(memberIds)
  if (distinct.size !== memberIds.length) wrong.memberIds = 'Có người được chọn hai lần'
  const members = distinct.size
    ? await db
        .selectFrom('member')
        .select('id')
        .where('id', 'in', [...distinct])
        .execute()
    : []
  if (members.length < distinct.size) wrong.memberIds = 'Không tìm thấy đảng viên này'
  if (Object.keys(wrong).length > 0) throw new AppError('invalid-input', wrong)
}

/** Writes whom a remark concerns, in the order chosen. */
export async function writeMembers(db: Db, remarkId: number, memberIds: readonly number[]): Promise<void> {
  const before = await db
    .selectFrom('remarkMember')
    .select('memberId')
    .where('remarkId', '=', remarkId)
    .orderBy('id')
    .execute()
  if (before.map(({ memberId }) => memberId).join() === memberIds.join()) return
  await db.deleteFrom('remarkMember').where('remarkId', '=', remarkId).execute()
  if (memberIds.length > 0)
    await db
      .insertInto('remarkMember')
      .values(memberIds.map((memberId) => ({ remarkId, memberId })))
      .execute()
}

/** What a meeting noted, each with the item it was noted on. */
export async function remarksOfMeeting(db: Db, meetingId: number): Promise<Remark[]> {
  const items = await db
    .selectFrom('agendaItem')
    .select(['id', 'title'])
    .where('meetingId', '=', meetingId)
    .execute()
  const titles = new Map<number | null, string>(items.map(({ id, title }) => [id, title]))
  return (await remarksOf(db, meetingId)).map(({ id, kind, content, agendaItemId, members }) => ({
    id,
    kind,
    content,
    agendaItemId,
    agendaItemTitle: titles.get(agendaItemId) ?? null,
    members,
  }))
}

/** What meetings noted of a member, newest first. */
export async function remarksOfMember(db: Db, memberId: number): Promise<MemberRemark[]> {
  const remarks = await remarksWhere(
    db,
    sql<boolean>`remark.id IN (SELECT remarkId FROM remarkMember WHERE memberId = ${memberId})`,
  )
  return remarks.toReversed().map(({ id, kind, content, meetingId, meetingKind, period, heldOn }) => ({
    id,
    kind,
    content,
    meetingId,
    meetingTitle: meetingTitle(meetingKind, period),
    heldOn,
  }))
}

/** The last twelve meetings up to a day, newest first. */
export async function lastMeetings(
  db: Db,
  today: string,
): Promise<{ id: number; title: string; heldOn: string }[]> {
  const meetings = await db
    .selectFrom('meeting')
    .where('removedAt', 'is', null)
    .where('heldOn', '<=', today)
    .orderBy('heldOn', 'desc')
    .orderBy('id', 'desc')
    .limit(12)
    .select(['id', 'kind', 'period', 'heldOn'])
    .execute()
  return meetings.map(({ id, kind, period, heldOn }) => ({ id, title: meetingTitle(kind, period), heldOn }))
}
