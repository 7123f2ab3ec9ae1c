import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statuses } from '../../../src/shared/rules/member.ts'
import { standingOn } from '../../../src/shared/rules/obligation.ts'
import {
  countsForVotes,
  quorumLevel,
  quorumSentence,
  voteOutcome,
  voteProblems,
  voteRules,
  votersOf,
  voteSentence,
  votesNeeded,
} from '../../../src/shared/rules/vote.ts'

const full = { place: 'obliged', status: 'full' } as const
const probationary = { place: 'obliged', status: 'probationary' } as const
const here = (row: Parameters<typeof countsForVotes>[0]) => ({ ...row, came: true })
const away = (row: Parameters<typeof countsForVotes>[0]) => ({ ...row, came: false })
const times = <T>(count: number, row: T) => Array.from({ length: count }, () => row)

describe('who a vote is counted on', () => {
  it.each([
    ['full', true, true],
    ['full', false, true],
    ['probationary', true, false],
    ['probationary', false, false],
    ['temporaryHere', true, false],
    ['temporaryElsewhere', true, false],
    ['temporaryElsewhere', false, false],
    ['exempt', false, false],
    ['exempt', true, true],
    ['movedAway', true, false],
    ['removed', true, false],
    ['deceased', false, false],
  ] as const)('%s, came: %s -> %s', (status, came, expected) => {
    const standing = standingOn(
      { statuses: [{ status, fromDate: '2020-01-01', toDate: null }], roles: [] },
      { kind: 'regular', heldOn: '2026-11-03' },
    )
    expect(countsForVotes(standing, came)).toBe(expected)
  })

  it('at the committee only the committee', () => {
    const of = (role: 'deputy' | 'member', status: 'full' | 'exempt' = 'full') =>
      standingOn(
        {
          statuses: [{ status, fromDate: '2020-01-01', toDate: null }],
          roles: [{ role, fromDate: '2020-01-01', toDate: null }],
        },
        { kind: 'committee', heldOn: '2026-11-03' },
      )
    expect(countsForVotes(of('deputy'), false)).toBe(true)
    expect(countsForVotes(of('member'), true)).toBe(false)
    expect(countsForVotes(of('member', 'exempt'), true)).toBe(false)
  })

  it('the worked example: 20 full and 2 on probation, 17 full came -> on 20', () => {
    const rows = [...times(17, here(full)), ...times(3, away(full)), ...times(2, here(probationary))]
    expect(votersOf(rows)).toEqual({ entitled: 20, present: 17 })
    const exempt = { place: 'apart', status: 'exempt' } as const
    expect(votersOf([...rows, away(exempt)])).toEqual({ entitled: 20, present: 17 })
    expect(votersOf([...rows, here(exempt)])).toEqual({ entitled: 21, present: 18 })
  })

  it('never changes with those on probation or temporarily anywhere, nor with who of the full came', () => {
    const row = fc.record({
      place: fc.constantFrom('obliged' as const, 'apart' as const, 'off' as const),
      status: fc.constantFrom(...statuses, null),
      came: fc.boolean(),
    })
    const others = fc.record({
      place: fc.constantFrom('obliged' as const, 'apart' as const),
      status: fc.constantFrom(
        'probationary' as const,
        'temporaryHere' as const,
        'temporaryElsewhere' as const,
      ),
      came: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(row), fc.array(others), (rows, more) => {
        const voters = votersOf(rows)
        expect(voters.present).toBeLessThanOrEqual(voters.entitled)
        expect(votersOf([...rows, ...more])).toEqual(voters)
        expect(votersOf([...rows, away(full)])).toEqual({ ...voters, entitled: voters.entitled + 1 })
      }),
    )
  })
})

describe('how many votes carry', () => {
  it.each([
    ['moreThanHalf', 1, 1],
    ['moreThanHalf', 2, 2],
    ['moreThanHalf', 19, 10],
    ['moreThanHalf', 20, 11],
    ['moreThanHalf', 21, 11],
    ['twoThirds', 1, 1],
    ['twoThirds', 3, 2],
    ['twoThirds', 4, 3],
    ['twoThirds', 20, 14],
    ['twoThirds', 21, 14],
    ['twoThirds', 22, 15],
  ] as const)('%s of %i: %i', (rule, entitled, needed) => {
    expect(votesNeeded(rule, entitled)).toBe(needed)
    expect(voteOutcome(rule, entitled, needed)).toEqual({ passed: true, needed })
    expect(voteOutcome(rule, entitled, needed - 1)).toEqual({ passed: false, needed })
  })

  it('is what the words of the rule say, for every number', () => {
    const cases = fc
      .integer({ min: 1, max: 400 })
      .chain((entitled) => fc.tuple(fc.constant(entitled), fc.integer({ min: 0, max: entitled })))
    fc.assert(
      fc.property(cases, ([entitled, forCount]) => {
        expect(voteOutcome('moreThanHalf', entitled, forCount).passed).toBe(forCount * 2 > entitled)
        expect(voteOutcome('twoThirds', entitled, forCount).passed).toBe(forCount * 3 >= entitled * 2)
        for (const rule of voteRules) {
          // An absent full member more never helps a motion.
          if (!voteOutcome(rule, entitled, forCount).passed)
            expect(voteOutcome(rule, entitled + 1, forCount).passed).toBe(false)
        }
      }),
    )
  })
})

describe('the quorum', () => {
  it.each([
    [20, 20, 'enough'],
    [20, 14, 'enough'],
    [20, 13, 'few'],
    [20, 11, 'few'],
    [20, 10, 'cannotPass'],
    [20, 0, 'cannotPass'],
    [1, 1, 'enough'],
    [0, 0, 'cannotPass'],
  ] as const)('of %i with %i there: %s', (entitled, present, level) => {
    expect(quorumLevel({ entitled, present })).toBe(level)
  })

  it('says how many are there and what they can decide', () => {
    expect(quorumSentence({ entitled: 20, present: 17 })).toBe(
      '17/20 đảng viên được biểu quyết có mặt (85%). Nghị quyết cần ít nhất 11 phiếu, việc cần hai phần ba ít nhất 14 phiếu.',
    )
    expect(quorumSentence({ entitled: 20, present: 13 })).toContain('chưa đủ 14 phiếu')
    expect(quorumSentence({ entitled: 20, present: 10 })).toContain('Chưa thông qua được nghị quyết nào')
    expect(quorumSentence({ entitled: 0, present: 0 })).toContain('không có đảng viên chính thức nào')
  })
})

describe('the numbers of a vote', () => {
  const counts = (forCount: number, againstCount = 0, blankCount = 0) => ({
    forCount,
    againstCount,
    blankCount,
  })

  it('are refused with the sum that does not fit', () => {
    expect(voteProblems({ entitled: 20, present: 17, counts: counts(15, 2, 1) })).toEqual({
      forCount: '15 + 2 + 1 = 18 phiếu, nhiều hơn 17 người có mặt',
    })
    expect(voteProblems({ entitled: 20, present: 21, counts: null })).toEqual({
      presentCount: '21 người có mặt nhiều hơn 20 người được biểu quyết',
    })
    expect(voteProblems({ entitled: 0, present: 0, counts: null })).toHaveProperty('entitledCount')
  })

  it('fit exactly when nobody voted twice or from outside', () => {
    const number = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(number, number, number, number, number, (entitled, present, yes, no, blank) => {
        const problems = voteProblems({ entitled, present, counts: counts(yes, no, blank) })
        const fits = entitled > 0 && present <= entitled && yes + no + blank <= present
        expect(Object.keys(problems).length === 0).toBe(fits)
      }),
    )
  })

  it('give the result on those entitled, and on those present beside it', () => {
    expect(voteSentence('moreThanHalf', { entitled: 20, present: 17, counts: counts(16, 1) })).toBe(
      'Thông qua: 16/20 được biểu quyết (80%), 16/17 có mặt (94,1%); cần ít nhất 11',
    )
    expect(voteSentence('twoThirds', { entitled: 20, present: 17, counts: counts(13, 1, 1) })).toBe(
      'Không thông qua: 13/20 được biểu quyết (65%), 13/17 có mặt (76,5%); cần ít nhất 14; 2 người có mặt không biểu quyết',
    )
    expect(voteSentence('moreThanHalf', { entitled: 20, present: 17, counts: null })).toBe(
      'Chưa ghi số phiếu; cần ít nhất 11/20',
    )
  })
})
