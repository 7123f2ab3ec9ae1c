import type { Kysely } from 'kysely'
import type { ContentClass } from '../../shared/rules/agenda.ts'
import { isRegular } from '../../shared/rules/meeting.ts'
import { statusOn } from '../../shared/rules/member.ts'
import { type RemarkKind, remarkKinds } from '../../shared/rules/remark.ts'
import type { Schema } from '../db/schema.ts'
import { createRandom, type Random } from './random.ts'
import { remarks } from './sample-data.ts'
import type { WrittenMeeting } from './sample-decisions.ts'

type Db = Kysely<Schema>

/** How often a regular meeting notes something of a kind, and on which item. */
const habits: Readonly<Record<RemarkKind, { share: number; on: ContentClass; names: boolean }>> = {
  commendation: { share: 1, on: 'ideology', names: true },
  reminder: { share: 0.3, on: 'ideology', names: true },
  petition: { share: 0.4, on: 'discussion', names: false },
  massWork: { share: 0.25, on: 'professional', names: false },
  reading: { share: 0.6, on: 'ideology', names: false },
  inspection: { share: 0.25, on: 'partyBuilding', names: false },
}

/** What each regular meeting noted; the last one something of every kind but one, so that it can be looked at. */
export async function insertRemarks(
  db: Db,
  meetings: readonly WrittenMeeting[],
  idOf: (key: string) => number,
): Promise<void> {
  // A seed of its own: what was drawn for everything else stays as it is.
  const random = createRandom(1975)
  const regular = meetings.filter((meeting) => meeting.held && isRegular(meeting))
  for (const meeting of regular) {
    const items = await db
      .selectFrom('agendaItem')
      .select(['id', 'contentClass'])
      .where('meetingId', '=', meeting.id)
      .orderBy('position')
      .execute()
    for (const kind of remarkKinds) {
      const { share, on, names } = habits[kind]
      const noted = random.chance(share) || (meeting === regular.at(-1) && kind !== 'inspection')
      if (!noted) continue
      const { id } = await db
        .insertInto('remark')
        .values({
          meetingId: meeting.id,
          agendaItemId:
            (names ? items.toReversed() : items).find((item) => item.contentClass === on)?.id ?? null,
          kind,
          content: random.pick(remarks[kind]),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      if (!names) continue
      await db
        .insertInto('remarkMember')
        .values(someOf(meeting, kind, random).map((key) => ({ remarkId: id, memberId: idOf(key) })))
        .execute()
    }
  }
}

/** Of those who came and belong to the cell: one reminded, one or two commended. */
function someOf(meeting: WrittenMeeting, kind: RemarkKind, random: Random): string[] {
  const able = meeting.came.filter((person) => statusOn(person.statuses, meeting.heldOn) !== 'exempt')
  const first = random.pick(able)
  const second = random.pick(able)
  const both = kind === 'commendation' && random.chance(0.3) && second !== first
  return both ? [first.key, second.key] : [first.key]
}
