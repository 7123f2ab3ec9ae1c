import { percent } from './attendance.ts'
import type { Standing } from './obligation.ts'

/** How many of those entitled must agree. Two thirds: proposing admission, recognising full membership. */
export const voteRules = ['moreThanHalf', 'twoThirds'] as const
export type VoteRule = (typeof voteRules)[number]

export const voteRuleNames: Record<VoteRule, string> = {
  moreThanHalf: 'Trên một nửa (nghị quyết, công việc)',
  twoThirds: 'Ít nhất hai phần ba (kết nạp, công nhận chính thức)',
}

export const voteMethods = ['showOfHands', 'secret'] as const
export type VoteMethod = (typeof voteMethods)[number]

export const voteMethodNames: Record<VoteMethod, string> = {
  showOfHands: 'Giơ tay',
  secret: 'Bỏ phiếu kín',
}

/**
 * Whether a member belongs to the number a vote is counted on. Full members summoned do, absent ones too; an exempt
 * one only by coming. Members temporarily elsewhere, temporarily here and on probation never (Quy định 294-QĐ/TW of
 * 26/5/2025, 9.3.2, as quoted in digests; kept under Quy định 208-QĐ/TW of 26/7/2026 as far as is known; Điều lệ
 * Đảng, 3.4, for probation). Of a committee meeting only the committee is summoned.
 */
export function countsForVotes(
  { place, status }: Pick<Standing, 'place' | 'status'>,
  came: boolean,
): boolean {
  if (place === 'off') return false
  return status === 'full' || (status === 'exempt' && came)
}

/** How many a vote is counted on, and how many of those are there. */
export type Voters = { entitled: number; present: number }

/** How many may vote at a meeting, and how many of them came. */
export function votersOf(rows: readonly (Pick<Standing, 'place' | 'status'> & { came: boolean })[]): Voters {
  const voting = rows.filter((row) => countsForVotes(row, row.came))
  return { entitled: voting.length, present: voting.filter((row) => row.came).length }
}

/** The fewest votes in favour that carry a motion among so many entitled. */
export function votesNeeded(rule: VoteRule, entitled: number): number {
  return rule === 'moreThanHalf' ? Math.floor(entitled / 2) + 1 : Math.ceil((entitled * 2) / 3)
}

/**
 * What those present can decide: `cannotPass` – too few for any resolution; `few` – fewer than two thirds, a
 * resolution can pass but nothing that needs two thirds; `enough`. No rule on a quorum is known: nothing is blocked.
 */
export type QuorumLevel = 'enough' | 'few' | 'cannotPass'

/** Whether those present can carry any motion, or only one that needs more than half. */
export function quorumLevel({ entitled, present }: Voters): QuorumLevel {
  if (present < votesNeeded('moreThanHalf', entitled)) return 'cannotPass'
  return present < votesNeeded('twoThirds', entitled) ? 'few' : 'enough'
}

/** The quorum in words: "17/20 đảng viên được biểu quyết có mặt (85%). Nghị quyết cần ít nhất 11 phiếu." */
export function quorumSentence(voters: Voters): string {
  const { entitled, present } = voters
  if (entitled === 0) return 'Ngày này không có đảng viên chính thức nào được biểu quyết.'
  const there = `${present}/${entitled} đảng viên được biểu quyết có mặt (${percent(present, entitled)}).`
  const half = votesNeeded('moreThanHalf', entitled)
  const twoThirds = votesNeeded('twoThirds', entitled)
  switch (quorumLevel(voters)) {
    case 'cannotPass':
      return `${there} Chưa thông qua được nghị quyết nào: cần ít nhất ${half} phiếu.`
    case 'few':
      return `${there} Nghị quyết cần ít nhất ${half} phiếu; chưa đủ ${twoThirds} phiếu cho việc cần hai phần ba.`
    case 'enough':
      return `${there} Nghị quyết cần ít nhất ${half} phiếu, việc cần hai phần ba ít nhất ${twoThirds} phiếu.`
  }
}

export type VoteCounts = { forCount: number; againstCount: number; blankCount: number }

/** The numbers of a vote; the counts are all null until the votes are counted. */
export type VoteNumbers = Voters & { counts: VoteCounts | null }

export type VoteNumberField = 'entitledCount' | 'presentCount' | 'forCount'

/** Why the numbers of a vote cannot be, beside the field to mend; empty when they fit. */
export function voteProblems({
  entitled,
  present,
  counts,
}: VoteNumbers): Partial<Record<VoteNumberField, string>> {
  if (entitled < 1) return { entitledCount: 'Phải có ít nhất 1 người được biểu quyết' }
  if (present > entitled)
    return { presentCount: `${present} người có mặt nhiều hơn ${entitled} người được biểu quyết` }
  if (!counts) return {}
  const { forCount, againstCount, blankCount } = counts
  const cast = forCount + againstCount + blankCount
  if (cast > present)
    return {
      forCount: `${forCount} + ${againstCount} + ${blankCount} = ${cast} phiếu, nhiều hơn ${present} người có mặt`,
    }
  return {}
}

export type VoteOutcome = { passed: boolean; needed: number }

/** Whether a motion is carried: always among all those entitled, not only those present. */
export function voteOutcome(rule: VoteRule, entitled: number, forCount: number): VoteOutcome {
  const needed = votesNeeded(rule, entitled)
  return { passed: forCount >= needed, needed }
}

/** The result in words: "Thông qua: 16/20 được biểu quyết (80%), 16/17 có mặt (94,1%); cần ít nhất 11". */
export function voteSentence(rule: VoteRule, { entitled, present, counts }: VoteNumbers): string {
  const { passed, needed } = voteOutcome(rule, entitled, counts?.forCount ?? 0)
  if (!counts) return `Chưa ghi số phiếu; cần ít nhất ${needed}/${entitled}`
  const { forCount, againstCount, blankCount } = counts
  const silent = present - forCount - againstCount - blankCount
  return [
    `${passed ? 'Thông qua' : 'Không thông qua'}: ${forCount}/${entitled} được biểu quyết (${percent(forCount, entitled)})`,
    `, ${forCount}/${present} có mặt (${percent(forCount, present)}); cần ít nhất ${needed}`,
    silent > 0 ? `; ${silent} người có mặt không biểu quyết` : '',
  ].join('')
}
