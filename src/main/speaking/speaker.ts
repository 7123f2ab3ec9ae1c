import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import { unnamedSpeaker } from '../../shared/rules/speaking.ts'
import type { Schema } from '../db/schema.ts'

export type Speaker = { memberId: number | null; guestName: string | null }

/** Checks that at most one speaker is given and that we know them; answers them with their name. */
export async function checkedSpeaker(
  db: Kysely<Schema>,
  { memberId, guestName: typed }: Speaker,
): Promise<Speaker & { speakerName: string }> {
  if (memberId !== null && typed !== null)
    throw new AppError('invalid-input', { memberId: 'Hãy chọn một đảng viên hoặc ghi tên khách' })
  if (memberId === null) {
    const guestName = typed?.normalize('NFC').trim().replace(/\s+/gu, ' ') ?? null
    return { memberId, guestName, speakerName: guestName ?? unnamedSpeaker }
  }
  const member = await db
    .selectFrom('member')
    .select('fullName')
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (!member) throw new AppError('invalid-input', { memberId: 'Không tìm thấy đảng viên này' })
  return { memberId, guestName: null, speakerName: member.fullName }
}
