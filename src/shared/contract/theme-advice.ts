import { z } from 'zod'
import type { ThemeHint } from '../rules/theme-wording.ts'
import { read } from './define.ts'
import { id } from './fields.ts'

/** Somebody proposed, with what speaks for and against them in words. */
export type ProposedPreparer = { memberId: number; fullName: string; reasons: string[] }

/** The first to ask, and who comes next. */
export type PreparerProposal = { best: ProposedPreparer; second: ProposedPreparer | null }

export type PreparersAdvice = {
  /** Null where the theme has a lead, or nobody is left. */
  lead: PreparerProposal | null
  /** The next to contribute beside those who do already. */
  contributor: PreparerProposal | null
  /** Who cannot prepare it, and why. */
  others: { memberId: number; fullName: string; why: string }[]
}

export type ThemeHints = {
  hints: ThemeHint[]
  /** Earlier themes much like it, the likest first. */
  alike: { id: number; year: number; title: string; words: string }[]
}

export const themeAdviceContract = {
  'themes.preparers': read(z.strictObject({ id })).returns<PreparersAdvice>(),
  'themes.hints': read(z.strictObject({ id })).returns<ThemeHints>(),
  /** That three people carry more than half of the year's themes, in words; null when they do not. */
  'themes.burden': read(z.strictObject({ year: z.int().min(1900).max(2200) })).returns<string | null>(),
}
