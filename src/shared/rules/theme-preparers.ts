import { addDays, addYears } from './calendar.ts'
import { type Status, type StatusPeriod, statusOn } from './member.ts'
import { attendingStatuses } from './obligation.ts'
import { periodOn } from './period.ts'
import { quoted } from './quoted.ts'
import { containsWords } from './theme-wording.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'

/** Who writes the theme's paper, or who speaks to it on one side of the matter. */
export type PreparerRole = 'lead' | 'contributor'

/** What somebody prepared, or is to prepare: the day of its session (or of its month's end) and its subjects. */
export type PreparedTheme = { role: PreparerRole; heldOn: string; subjects: readonly string[] }

/** A member as the suggestion sees them. */
export type PreparerCandidate = {
  memberId: number
  fullName: string
  statuses: readonly StatusPeriod[]
  /** Has said in advance that they cannot come to the theme's meeting. */
  excused: boolean
  /** Subjects entered as their strengths. */
  strengths: readonly string[]
  /** Other themes of theirs, earlier and coming; never the one in question. */
  prepared: readonly PreparedTheme[]
  /** What they have to do up to the session: papers on other themes, tasks due, speeches they were asked for. */
  load: { papers: number; tasks: number; speeches: number }
}

/** The theme for which somebody is looked for, and the days its session may fall on (one day when it is fixed). */
export type ThemeToPrepare = {
  title: string
  subjects: readonly string[]
  fromDate: string
  toDate: string
}

export type PreparerReason = { weight: number; words: string }

export type RankedPreparer<C extends PreparerCandidate = PreparerCandidate> = {
  candidate: C
  points: number
  /** What speaks for them, and what against. */
  reasons: PreparerReason[]
}

export type PreparerSuggestion<C extends PreparerCandidate = PreparerCandidate> = {
  ranked: RankedPreparer<C>[]
  others: { candidate: C; why: string }[]
}

/** Whose turn it is looks back so many years. */
export const turnYears = 2
/** What is asked of people counts as load when it falls within so many days. */
export const loadDays = 56

const weights = {
  entered: 6,
  /** Each further subject of theirs that matches, up to `matches` in all. */
  enteredMore: 2,
  matches: 3,
  /**
   * Grown from what they prepared. Less than any part once prepared costs, and no more than what never having
   * prepared one is worth, so that whoever has begun does not go on for ever.
   */
  grown: 1,
  neverYet: 2,
  notLately: 1,
  lead: -3,
  contributor: -2,
  paper: -3,
  task: -1,
  speech: -1,
} as const

const cannot: Record<Exclude<Status, 'full' | 'probationary' | 'temporaryHere'>, string> = {
  exempt: 'được miễn công tác và sinh hoạt',
  temporaryElsewhere: 'sinh hoạt tạm thời nơi khác',
  movedAway: 'đã chuyển đi',
  removed: 'không còn trong Đảng',
  deceased: 'đã từ trần',
}

/**
 * Why somebody cannot be asked: on one of the days the session may fall on they do not take part in the cell's
 * meetings, or they are excused from it already; null when they can.
 */
export function whyNotAvailable(
  candidate: Pick<PreparerCandidate, 'statuses' | 'excused'>,
  { fromDate, toDate }: Pick<ThemeToPrepare, 'fromDate' | 'toDate'>,
): string | null {
  const days = daysToJudge(candidate.statuses, fromDate, toDate)
  for (const day of days) {
    const status = statusOn(candidate.statuses, day)
    const on = `ngày ${formatVietnameseDate(day)}`
    if (status === null) {
      const before = candidate.statuses.every((period) => period.fromDate > day)
      return `${on} ${before ? 'chưa về chi bộ' : 'không còn sinh hoạt tại chi bộ'}`
    }
    if (!attendingStatuses.includes(status)) return `${on} ${cannot[status as keyof typeof cannot]}`
  }
  return candidate.excused ? 'đã xin vắng buổi này' : null
}

/** The first day of a stretch and those within it on which a status begins or has just ended. */
function daysToJudge(statuses: readonly StatusPeriod[], fromDate: string, toDate: string): string[] {
  const first = periodOn(statuses, fromDate)
  if (first && (first.toDate === null || first.toDate >= toDate)) return [fromDate]
  const changes = statuses.flatMap((period) => [
    period.fromDate,
    ...(period.toDate === null ? [] : [addDays(period.toDate, 1)]),
  ])
  return [fromDate, ...changes.filter((day) => fromDate < day && day <= toDate).sort()]
}

/**
 * Everybody who can prepare the theme, the fittest first, and everybody else with the reason why not. Points: their
 * strengths that match the subjects or the title, less what they prepared in the last two years, less what they have
 * to do until then; among equals whoever prepared longest ago, then the order handed in. A paper is led by a
 * probationary member or a guest for a time only when no full member is left: no rule forbids it, but whoever leads
 * answers for the conclusions, which these do not vote on.
 */
export function suggestPreparers<C extends PreparerCandidate>(
  candidates: readonly C[],
  theme: ThemeToPrepare,
  role: PreparerRole,
): PreparerSuggestion<C> {
  const others: PreparerSuggestion<C>['others'] = []
  const matches = matcherOf(theme)
  const ranked: (RankedPreparer<C> & { later: boolean; last: string })[] = []
  for (const candidate of candidates) {
    const why = whyNotAvailable(candidate, theme)
    if (why !== null) {
      others.push({ candidate, why })
      continue
    }
    const status = statusOn(candidate.statuses, theme.fromDate)
    const later = role === 'lead' && status !== 'full'
    const reasons = [
      ...strengthReasons(candidate, theme, matches),
      ...turnReasons(candidate, theme),
      ...loadReasons(candidate),
    ]
    if (later)
      reasons.push({
        weight: 0,
        words:
          status === 'probationary'
            ? 'đảng viên dự bị, xếp sau đảng viên chính thức'
            : 'sinh hoạt tạm thời tại đây, xếp sau',
      })
    ranked.push({
      candidate,
      points: reasons.reduce((sum, reason) => sum + reason.weight, 0),
      reasons,
      later,
      last: lastPrepared(candidate) ?? '',
    })
  }
  ranked.sort(
    (a, b) =>
      Number(a.later) - Number(b.later) ||
      b.points - a.points ||
      (a.last < b.last ? -1 : a.last > b.last ? 1 : 0),
  )
  return {
    ranked: ranked.map(({ candidate, points, reasons }) => ({ candidate, points, reasons })),
    others,
  }
}

/** Whether a strength and a theme's subject or title speak of the same: one's words stand whole in the other's. */
export function matchesTheme(
  strength: string,
  theme: { title: string; subjects: readonly string[] },
): boolean {
  return (
    containsWords(theme.title, strength) ||
    theme.subjects.some((subject) => containsWords(subject, strength) || containsWords(strength, subject))
  )
}

/** The same subjects are many people's, so each is compared with the theme once. */
function matcherOf(theme: ThemeToPrepare): (subject: string) => boolean {
  const known = new Map<string, boolean>()
  return (subject) => {
    const found = known.get(subject) ?? matchesTheme(subject, theme)
    known.set(subject, found)
    return found
  }
}

function strengthReasons(
  candidate: PreparerCandidate,
  theme: ThemeToPrepare,
  matches: (subject: string) => boolean,
): PreparerReason[] {
  const entered = candidate.strengths.filter(matches)
  if (entered.length > 0) {
    const counted = Math.min(entered.length, weights.matches)
    return [
      {
        weight: weights.entered + (counted - 1) * weights.enteredMore,
        words: `thế mạnh ${entered.map(quoted).join(', ')} hợp với chuyên đề`,
      },
    ]
  }
  const grown = candidate.prepared.filter(
    ({ heldOn, subjects }) => heldOn < theme.fromDate && subjects.some(matches),
  )
  if (grown.length === 0) return []
  return [{ weight: weights.grown, words: `đã chuẩn bị ${grown.length} chuyên đề cùng chủ đề` }]
}

function turnReasons(candidate: PreparerCandidate, theme: ThemeToPrepare): PreparerReason[] {
  const from = addYears(theme.fromDate, -turnYears)
  const lately = candidate.prepared.filter(({ heldOn }) => heldOn >= from)
  if (lately.length === 0) {
    const last = lastPrepared(candidate)
    return [
      {
        weight: last === null ? weights.neverYet : weights.notLately,
        words:
          last === null
            ? 'đến lượt: chưa chuẩn bị chuyên đề nào'
            : `đến lượt: lần gần nhất chuẩn bị là ${formatVietnameseDate(last)}`,
      },
    ]
  }
  const led = lately.filter((each) => each.role === 'lead').length
  const contributed = lately.length - led
  const parts = [led > 0 ? `${led} báo cáo đề dẫn` : '', contributed > 0 ? `${contributed} tham luận` : '']
  return [
    {
      weight: led * weights.lead + contributed * weights.contributor,
      words: `đã nhận ${parts.filter((part) => part !== '').join(', ')} từ ${formatVietnameseDate(from)}`,
    },
  ]
}

function loadReasons({ load }: PreparerCandidate): PreparerReason[] {
  const parts = [
    load.papers > 0 ? `${load.papers} bài chuyên đề khác` : '',
    load.tasks > 0 ? `${load.tasks} nhiệm vụ` : '',
    load.speeches > 0 ? `${load.speeches} phần phát biểu` : '',
  ].filter((part) => part !== '')
  if (parts.length === 0) return [{ weight: 0, words: 'không vướng việc khác trong thời gian tới' }]
  return [
    {
      weight: load.papers * weights.paper + load.tasks * weights.task + load.speeches * weights.speech,
      words: `đang có ${parts.join(', ')}`,
    },
  ]
}

function lastPrepared({ prepared }: PreparerCandidate): string | null {
  return prepared.reduce<string | null>(
    (last, { heldOn }) => (last === null || heldOn > last ? heldOn : last),
    null,
  )
}
