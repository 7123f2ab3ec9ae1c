import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { Strengths, strengthsContract } from '../../shared/contract/strengths.ts'
import { fold } from '../../shared/rules/fold.ts'
import { daysOfPlan } from '../../shared/rules/theme.ts'
import type { HandlersOf } from '../api/context.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

/** What members are strong in: entered once, and grown from what they have prepared. */
export const strengthsHandlers = {
  'strengths.get': async ({ db, today }, { memberId }) => {
    await nameOf(db, memberId)
    return readStrengths(db, memberId, today)
  },

  'strengths.set': async ({ db, describe }, { memberId, subjects }) => {
    describe(`Thế mạnh của ${await nameOf(db, memberId)}`)
    await db.deleteFrom('memberStrength').where('memberId', '=', memberId).execute()
    const kept = new Map(subjects.map((subject) => [fold(subject), subject.replace(/\s+/g, ' ').trim()]))
    if (kept.size > 0)
      await db
        .insertInto('memberStrength')
        .values([...kept].map(([subjectFolded, subject]) => ({ memberId, subject, subjectFolded })))
        .execute()
    return null
  },
} satisfies HandlersOf<typeof strengthsContract>

async function nameOf(db: Db, memberId: number): Promise<string> {
  const member = await db
    .selectFrom('member')
    .select('fullName')
    .where('id', '=', memberId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!member) throw new AppError('not-found')
  return member.fullName
}

async function readStrengths(db: Db, memberId: number, today: string): Promise<Strengths> {
  const entered = await db
    .selectFrom('memberStrength')
    .select(['subject', 'subjectFolded'])
    .where('memberId', '=', memberId)
    .orderBy('id')
    .execute()
  const prepared = await db
    .selectFrom('themeSubject')
    .innerJoin('theme', 'theme.id', 'themeSubject.themeId')
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'theme.meetingId').on('meeting.removedAt', 'is', null),
    )
    .where((eb) =>
      eb.or([
        eb('theme.leadId', '=', memberId),
        eb.exists(
          eb
            .selectFrom('themeContributor')
            .select('themeContributor.id')
            .whereRef('themeContributor.themeId', '=', 'theme.id')
            .where('themeContributor.memberId', '=', memberId),
        ),
      ]),
    )
    .select((eb) => [
      'themeSubject.subject',
      'themeSubject.subjectFolded',
      'theme.year',
      'theme.quarter',
      'theme.month',
      eb.fn.coalesce('meeting.heldOn', 'theme.sessionOn').as('sessionDay'),
    ])
    .orderBy('themeSubject.id')
    .execute()
  const known = await db
    .selectFrom('memberStrength')
    .select(['subject', 'subjectFolded'])
    .union(db.selectFrom('themeSubject').select(['subject', 'subjectFolded']))
    .execute()
  const own = new Set(entered.map((each) => each.subjectFolded))
  const grown = new Map<string, Strengths['grown'][number]>()
  for (const { subject, subjectFolded, year, quarter, month, sessionDay } of prepared) {
    const day = sessionDay ?? daysOfPlan(year, quarter, month).toDate
    if (day > today || own.has(subjectFolded)) continue
    const before = grown.get(subjectFolded)
    grown.set(subjectFolded, {
      subject,
      themes: (before?.themes ?? 0) + 1,
      lastOn: before && before.lastOn > day ? before.lastOn : day,
    })
  }
  const words = new Map<string, string>()
  for (const { subject, subjectFolded } of known) {
    const before = words.get(subjectFolded)
    // Of several ways to write it one is offered, always the same.
    words.set(subjectFolded, before !== undefined && before < subject ? before : subject)
  }
  return {
    entered: entered.map((each) => each.subject),
    grown: [...grown.values()].sort((a, b) => b.themes - a.themes || (a.lastOn < b.lastOn ? 1 : -1)),
    known: [...words.values()].sort(new Intl.Collator('vi').compare),
  }
}
