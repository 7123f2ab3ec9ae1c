import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { PreparerProposal, themeAdviceContract } from '../../shared/contract/theme-advice.ts'
import { attendingStatuses } from '../../shared/rules/obligation.ts'
import { heavyThree } from '../../shared/rules/theme-burden.ts'
import { type RankedPreparer, suggestPreparers } from '../../shared/rules/theme-preparers.ts'
import { alikeWords, earlierAlike, themeHints } from '../../shared/rules/theme-wording.ts'
import type { HandlersOf } from '../api/context.ts'
import type { Schema } from '../db/schema.ts'
import { themeWording } from '../resources/theme-wording.ts'
import { preparerCandidates, subjectsByTheme, themeDays, themeToPrepare } from './preparer-queries.ts'

type Db = Kysely<Schema>

/** What the program has to say on a theme: who might prepare it, what it lacks, whether it was there before. */
export const themeAdviceHandlers = {
  'themes.preparers': async ({ db, today }, { id }) => {
    const themes = await themeDays(db)
    const theme = themes.find((each) => each.id === id)
    if (!theme) throw new AppError('not-found')
    const subjects = await subjectsByTheme(db)
    const everybody = await preparerCandidates(db, theme, themes, subjects, today)
    const contributing = await db
      .selectFrom('themeContributor')
      .select('memberId')
      .where('themeId', '=', id)
      .execute()
    const taken = new Set([theme.leadId, ...contributing.map(({ memberId }) => memberId)])
    const candidates = everybody.filter(({ memberId }) => !taken.has(memberId))
    const wanted = themeToPrepare(theme, subjects)
    const lead = suggestPreparers(candidates, wanted, 'lead')
    const contributor = suggestPreparers(candidates, wanted, 'contributor')
    // Whoever is proposed to lead is not proposed beside themselves.
    const leading = theme.leadId === null ? lead.ranked[0]?.candidate.memberId : undefined
    return {
      lead: theme.leadId === null ? proposal(lead.ranked) : null,
      contributor: proposal(contributor.ranked.filter(({ candidate }) => candidate.memberId !== leading)),
      others: lead.others.map(({ candidate: { memberId, fullName }, why }) => ({ memberId, fullName, why })),
    }
  },

  'themes.hints': async ({ db }, { id }) => {
    const theme = await db
      .selectFrom('theme')
      .select(['year', 'title', 'problem', 'figures', 'cause', 'aim', 'solution'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!theme) throw new AppError('not-found')
    const earlier = await db
      .selectFrom('theme')
      .select(['id', 'year', 'title', 'problem'])
      .where('year', '<', theme.year)
      .execute()
    return {
      hints: themeHints(theme, themeWording),
      alike: earlierAlike(theme, earlier, themeWording).map((alike) => {
        const { id, year, title } = alike.theme
        return { id, year, title, words: alikeWords(alike) }
      }),
    }
  },

  'themes.burden': async ({ db, today }, { year }) => {
    const leads = await db
      .selectFrom('theme')
      .innerJoin('member', 'member.id', 'theme.leadId')
      .where('year', '=', year)
      .orderBy('quarter')
      .orderBy('position')
      .select(['member.id as memberId', 'member.fullName'])
      .execute()
    const contributions = await db
      .selectFrom('themeContributor')
      .innerJoin('theme', 'theme.id', 'themeContributor.themeId')
      .innerJoin('member', 'member.id', 'themeContributor.memberId')
      .where('year', '=', year)
      .orderBy('themeContributor.id')
      .select(['member.id as memberId', 'member.fullName'])
      .execute()
    return heavyThree([...leads, ...contributions], await ableCount(db, year, today))?.sentence ?? null
  },
} satisfies HandlersOf<typeof themeAdviceContract>

function proposal(ranked: readonly RankedPreparer[]): PreparerProposal | null {
  const [best, second] = ranked.map(({ candidate: { memberId, fullName }, reasons }) => ({
    memberId,
    fullName,
    reasons: reasons.map(({ words }) => words),
  }))
  return best ? { best, second: second ?? null } : null
}

/** How many take part in the cell's meetings, and so could prepare: today, or on the nearest day of the year. */
async function ableCount(db: Db, year: number, today: string): Promise<number> {
  const first = `${year}-01-01`
  const last = `${year}-12-31`
  const day = today < first ? first : today > last ? last : today
  const { count } = await db
    .selectFrom('memberStatus')
    .innerJoin('member', 'member.id', 'memberStatus.memberId')
    .where('member.removedAt', 'is', null)
    .where('memberStatus.status', 'in', attendingStatuses)
    .where('memberStatus.fromDate', '<=', day)
    .where((eb) => eb.or([eb('memberStatus.toDate', 'is', null), eb('memberStatus.toDate', '>=', day)]))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
