import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { MeetingKind } from '../../shared/rules/meeting.ts'
import type { RemarkKind } from '../../shared/rules/remark.ts'
import type { Schema } from './schema.ts'

/** A remark with its meeting and whom it concerns. */
export type MeetingRemark = {
  id: number
  kind: RemarkKind
  content: string
  agendaItemId: number | null
  meetingId: number
  meetingKind: MeetingKind
  period: string
  heldOn: string
  members: { memberId: number; fullName: string }[]
}

/** The remarks that fit a condition on `remark` and `meeting`, meeting by meeting, without those of removed ones. */
export async function remarksWhere(
  db: Kysely<Schema>,
  condition: RawBuilder<boolean>,
): Promise<MeetingRemark[]> {
  const rows = await db
    .selectFrom('remark')
    .innerJoin('meeting', 'meeting.id', 'remark.meetingId')
    .leftJoin('remarkMember', 'remarkMember.remarkId', 'remark.id')
    .leftJoin('member', 'member.id', 'remarkMember.memberId')
    .where('meeting.removedAt', 'is', null)
    .where(condition)
    .orderBy('meeting.heldOn')
    .orderBy('meeting.startTime')
    .orderBy('meeting.id')
    .orderBy('remark.id')
    .orderBy('remarkMember.id')
    .select([
      'remark.id',
      'remark.kind',
      'remark.content',
      'remark.agendaItemId',
      'remark.meetingId',
      'meeting.kind as meetingKind',
      'meeting.period',
      'meeting.heldOn',
      'member.id as memberId',
      'member.fullName',
    ])
    .execute()
  const byId = new Map<number, MeetingRemark>()
  for (const { memberId, fullName, ...row } of rows) {
    const remark = byId.get(row.id) ?? { ...row, members: [] }
    byId.set(row.id, remark)
    if (memberId !== null && fullName !== null) remark.members.push({ memberId, fullName })
  }
  return [...byId.values()]
}

/** What one meeting noted, in the order it was noted. */
export function remarksOf(db: Kysely<Schema>, meetingId: number): Promise<MeetingRemark[]> {
  return remarksWhere(db, sql<boolean>`remark.meetingId = ${meetingId}`)
}
