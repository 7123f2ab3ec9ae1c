import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { Block } from '../../shared/documents/blocks.ts'
import { longDate, longMonth } from '../../shared/rules/long-date.ts'
import type { MeetingKind } from '../../shared/rules/meeting.ts'
import { roleNames } from '../../shared/rules/member.ts'
import { meetingWithPeople } from '../db/meetings.ts'
import { officersOn } from '../db/officers.ts'
import type { Schema } from '../db/schema.ts'
import type { Signers } from './signing.ts'

/** What the head and the foot of every paper of a meeting are made from. */
export type MeetingFacts = Awaited<ReturnType<typeof meetingFacts>>

/** Throws `not-found` and `cell-missing`. */
export async function meetingFacts(db: Kysely<Schema>, meetingId: number) {
  const meeting = await meetingWithPeople(db, meetingId)
  const cell = await db
    .selectFrom('cell')
    .select(['name', 'upperBody', 'place', 'abbreviation'])
    .executeTakeFirst()
  if (!cell) throw new AppError('cell-missing')
  return { meeting, cell, officers: await officersOn(db, meeting.heldOn) }
}

const kindsInTitle: Record<MeetingKind, string> = {
  regular: 'Sinh hoạt chi bộ thường kỳ',
  themed: 'Sinh hoạt chuyên đề',
  regularThemed: 'Sinh hoạt chi bộ thường kỳ kết hợp chuyên đề',
  committee: 'Họp chi ủy',
  extraordinary: 'Sinh hoạt chi bộ bất thường',
}

/** 'Sinh hoạt chi bộ thường kỳ tháng 11 năm 2026': how a paper names its meeting. */
export function meetingExcerpt({ kind, period }: { kind: MeetingKind; period: string }): string {
  return `${kindsInTitle[kind]} ${longMonth(period)}`
}

/** The same inside a sentence. */
export function meetingInText(meeting: { kind: MeetingKind; period: string }): string {
  const excerpt = meetingExcerpt(meeting)
  return excerpt.charAt(0).toLowerCase() + excerpt.slice(1)
}

/** The head of a paper; `number` as '05-NQ/CB', `madeOn` the ISO day it is dated, each null where it has none. */
export function letterhead(
  { cell }: Pick<MeetingFacts, 'cell'>,
  number: string | null,
  madeOn: string | null,
): Block {
  return {
    kind: 'letterhead',
    upperBody: cell.upperBody,
    body: cell.name,
    number,
    placeAndDate: madeOn === null ? null : `${cell.place}, ${longDate(madeOn)}`,
  }
}

/** Whom the papers of a meeting may be signed by. */
export const meetingSigners = ({
  meeting,
  officers,
}: Pick<MeetingFacts, 'meeting' | 'officers'>): Signers => ({
  officers,
  chairId: meeting.chairId,
  committeeMet: meeting.kind === 'committee',
})

/** 'Nguyễn Thị Hường, Bí thư': a person with their office on the meeting's day; null where nobody is named. */
export function withOffice(
  { officers }: Pick<MeetingFacts, 'officers'>,
  memberId: number | null,
  fullName: string | null,
): string | null {
  const role = officers.find((officer) => officer.memberId === memberId)?.role
  return role && fullName ? `${fullName}, ${roleNames[role]}` : fullName
}
