import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/rules/calendar.ts'
import { statuses } from '../../../src/shared/rules/member.ts'
import { attendingStatuses } from '../../../src/shared/rules/obligation.ts'
import { contains } from '../../../src/shared/rules/period.ts'
import {
  matchesTheme,
  type PreparedTheme,
  type PreparerCandidate,
  type PreparerRole,
  suggestPreparers,
  type ThemeToPrepare,
  whyNotAvailable,
} from '../../../src/shared/rules/theme-preparers.ts'

const theme: ThemeToPrepare = {
  title: 'Đảng viên Văn phòng tiên phong chuyển đổi số',
  subjects: ['Chuyển đổi số', 'Hồ sơ điện tử'],
  fromDate: '2026-12-10',
  toDate: '2026-12-10',
}
const full = [{ status: 'full', fromDate: '2010-01-01', toDate: null } as const]
const person = (memberId: number, more: Partial<PreparerCandidate> = {}): PreparerCandidate => ({
  memberId,
  fullName: `Người ${memberId}`,
  statuses: full,
  excused: false,
  strengths: [],
  prepared: [],
  load: { papers: 0, tasks: 0, speeches: 0 },
  ...more,
})
const led = (heldOn: string, subjects: string[] = []): PreparedTheme => ({ role: 'lead', heldOn, subjects })
const told = (heldOn: string, subjects: string[] = []): PreparedTheme => ({
  role: 'contributor',
  heldOn,
  subjects,
})
const order = (people: PreparerCandidate[], role: PreparerRole = 'lead', of = theme) =>
  suggestPreparers(people, of, role).ranked.map(({ candidate }) => candidate.memberId)
const reasonsOf = (more: Partial<PreparerCandidate>) =>
  suggestPreparers([person(1, more)], theme, 'lead').ranked[0]?.reasons.map(({ words }) => words)

describe('the order', () => {
  it.each<[string, Partial<PreparerCandidate>, Partial<PreparerCandidate>]>([
    ['a strength that matches the subject', {}, { strengths: ['chuyển đổi số'] }],
    ['two strengths before one', { strengths: ['chuyển đổi số'] }, { strengths: ['Chuyen doi so', 'hồ sơ'] }],
    [
      'a strength entered before one grown',
      { prepared: [led('2020-01-01', ['Chuyển đổi số'])] },
      { strengths: ['chuyển đổi số'] },
    ],
    [
      'a strength grown, among those whose turn it is',
      { prepared: [led('2020-01-01')] },
      { prepared: [led('2021-01-01', ['Chuyển đổi số'])] },
    ],
    ['who never prepared one', { prepared: [led('2020-01-01', ['Chuyển đổi số'])] }, {}],
    ['who prepared longer ago', { prepared: [led('2023-01-01')] }, { prepared: [led('2022-01-01')] }],
    [
      'who prepared less lately',
      { prepared: [led('2025-06-01'), told('2026-01-01')] },
      { prepared: [led('2026-06-01')] },
    ],
    [
      'a contribution weighs less than a paper',
      { prepared: [led('2025-06-01')] },
      { prepared: [told('2026-06-01')] },
    ],
    ['the lighter load', { load: { papers: 0, tasks: 1, speeches: 0 } }, {}],
    [
      'a paper is a heavier load than a task',
      { load: { papers: 1, tasks: 0, speeches: 0 } },
      { load: { papers: 0, tasks: 1, speeches: 1 } },
    ],
    [
      'a full member before one on probation, strengths or not',
      {
        statuses: [{ status: 'probationary', fromDate: '2026-01-01', toDate: null }],
        strengths: ['chuyển đổi số'],
      },
      { load: { papers: 3, tasks: 3, speeches: 0 } },
    ],
    [
      'a full member before a guest for a time',
      { statuses: [{ status: 'temporaryHere', fromDate: '2026-01-01', toDate: null }] },
      { prepared: [led('2026-01-01')] },
    ],
  ])('%s', (_name, second, first) => expect(order([person(1, second), person(2, first)])).toEqual([2, 1]))

  it('among equals is the one handed in', () =>
    expect(order([person(5), person(3), person(4)])).toEqual([5, 3, 4]))

  it('has a probationary member contribute like anybody', () => {
    const probationary = person(1, {
      statuses: [{ status: 'probationary', fromDate: '2026-01-01', toDate: null }],
      strengths: ['chuyển đổi số'],
    })
    expect(order([person(2), probationary], 'contributor')).toEqual([1, 2])
    expect(order([person(2), probationary], 'lead')).toEqual([2, 1])
  })
})

describe('the reasons are told in words', () => {
  it('count a turn of exactly two years ago among the last ones', () => {
    expect(reasonsOf({ prepared: [led('2024-12-10')] })).toContain('đã nhận 1 báo cáo đề dẫn từ 10/12/2024')
    expect(reasonsOf({ prepared: [led('2024-12-09')] })?.join()).not.toContain('đã nhận')
  })

  it.each<[Partial<PreparerCandidate>, string[]]>([
    [{}, ['đến lượt: chưa chuẩn bị chuyên đề nào', 'không vướng việc khác trong thời gian tới']],
    [
      { strengths: ['Hồ sơ', 'Thể thao', 'chuyển đổi số'] },
      [
        'thế mạnh “Hồ sơ”, “chuyển đổi số” hợp với chuyên đề',
        'đến lượt: chưa chuẩn bị chuyên đề nào',
        'không vướng việc khác trong thời gian tới',
      ],
    ],
    [
      { prepared: [led('2022-03-31', ['chuyển đổi số'])] },
      [
        'đã chuẩn bị 1 chuyên đề cùng chủ đề',
        'đến lượt: lần gần nhất chuẩn bị là 31/03/2022',
        'không vướng việc khác trong thời gian tới',
      ],
    ],
    [
      {
        prepared: [led('2025-03-31'), told('2026-03-31'), told('2026-06-30')],
        load: { papers: 1, tasks: 2, speeches: 1 },
      },
      [
        'đã nhận 1 báo cáo đề dẫn, 2 tham luận từ 10/12/2024',
        'đang có 1 bài chuyên đề khác, 2 nhiệm vụ, 1 phần phát biểu',
      ],
    ],
  ])('%j', (more, words) => expect(reasonsOf(more)).toEqual(words))

  it('points are the sum of the reasons', () => {
    const { ranked } = suggestPreparers(
      [
        person(1, {
          strengths: ['chuyển đổi số'],
          prepared: [led('2026-01-01')],
          load: { papers: 1, tasks: 1, speeches: 1 },
        }),
      ],
      theme,
      'lead',
    )
    expect(ranked[0]?.points).toBe(6 - 3 - 3 - 1 - 1)
  })
})

describe('not available is', () => {
  const on = (status: (typeof statuses)[number], fromDate = '2026-01-01') => [
    { status, fromDate, toDate: null },
  ]
  it.each<[Partial<PreparerCandidate>, string]>([
    [{ statuses: on('exempt') }, 'ngày 10/12/2026 được miễn công tác và sinh hoạt'],
    [{ statuses: on('temporaryElsewhere') }, 'ngày 10/12/2026 sinh hoạt tạm thời nơi khác'],
    [{ statuses: on('movedAway') }, 'ngày 10/12/2026 đã chuyển đi'],
    [{ statuses: on('removed') }, 'ngày 10/12/2026 không còn trong Đảng'],
    [{ statuses: on('deceased') }, 'ngày 10/12/2026 đã từ trần'],
    [{ statuses: on('full', '2026-12-11') }, 'ngày 10/12/2026 chưa về chi bộ'],
    [
      { statuses: [{ status: 'full', fromDate: '2020-01-01', toDate: '2026-12-09' }] },
      'ngày 10/12/2026 không còn sinh hoạt tại chi bộ',
    ],
    [{ excused: true }, 'đã xin vắng buổi này'],
  ])('%j', (more, why) => {
    expect(whyNotAvailable(person(1, more), theme)).toBe(why)
    expect(suggestPreparers([person(1, more)], theme, 'lead')).toMatchObject({
      ranked: [],
      others: [{ why }],
    })
  })

  it('whoever is away on one day of a month still open', () => {
    const leaving = [
      { status: 'full', fromDate: '2020-01-01', toDate: '2026-12-14' },
      { status: 'temporaryElsewhere', fromDate: '2026-12-15', toDate: '2026-12-20' },
      { status: 'full', fromDate: '2026-12-21', toDate: null },
    ] as const
    const month = { fromDate: '2026-12-01', toDate: '2026-12-31' }
    expect(whyNotAvailable({ statuses: leaving, excused: false }, month)).toBe(
      'ngày 15/12/2026 sinh hoạt tạm thời nơi khác',
    )
    expect(whyNotAvailable({ statuses: leaving, excused: false }, theme)).toBeNull()
  })
})

it.each<[string, boolean]>([
  ['chuyển đổi số', true],
  ['Hồ sơ', true],
  ['Văn phòng', true],
  ['hồ sơ điện tử và lưu trữ', true],
  ['lưu trữ', false],
  ['số liệu', false],
])('a strength “%s” matches: %s', (strength, matches) => expect(matchesTheme(strength, theme)).toBe(matches))

describe('whoever the people are', () => {
  const day = fc.integer({ min: -1200, max: 400 }).map((days) => addDays('2026-06-01', days))
  const subject = fc.constantFrom('Chuyển đổi số', 'Tiết kiệm', 'Hồ sơ')
  const role = fc.constantFrom<PreparerRole>('lead', 'contributor')
  const load = fc.record({ papers: fc.nat(3), tasks: fc.nat(4), speeches: fc.nat(3) })
  const anybody = fc.record({
    statuses: fc
      .record({ status: fc.constantFrom(...statuses), fromDate: day })
      .map((each) => [{ ...each, toDate: null }]),
    excused: fc.boolean(),
    strengths: fc.array(subject, { maxLength: 2 }),
    prepared: fc.array(fc.record({ role, heldOn: day, subjects: fc.array(subject, { maxLength: 2 }) }), {
      maxLength: 4,
    }),
    load,
  })
  const people = fc
    .array(anybody, { maxLength: 12 })
    .map((list) => list.map((each, index) => person(index + 1, each)))

  it('nobody unavailable is proposed, everybody is told of once, and the same people give the same answer', () => {
    fc.assert(
      fc.property(people, role, (list, asked) => {
        const suggestion = suggestPreparers(list, theme, asked)
        for (const { candidate } of suggestion.ranked) {
          const status = candidate.statuses.find((period) => contains(period, theme.fromDate))?.status
          expect(status && attendingStatuses.includes(status)).toBe(true)
          expect(candidate.excused).toBe(false)
        }
        const told = [...suggestion.ranked, ...suggestion.others].map(({ candidate }) => candidate.memberId)
        expect(told.toSorted((a, b) => a - b)).toEqual(list.map(({ memberId }) => memberId))
        expect(suggestPreparers(list, theme, asked)).toEqual(suggestion)
        expect(suggestion.ranked.every(({ reasons }) => reasons.length > 0)).toBe(true)
      }),
    )
  })

  it('a heavier load never raises a rank', () => {
    fc.assert(
      fc.property(people, role, fc.nat(11), load, (list, asked, which, more) => {
        const before = list[which % Math.max(1, list.length)]
        if (!before) return
        const { papers, tasks, speeches } = before.load
        const heavier = {
          ...before,
          load: {
            papers: papers + more.papers,
            tasks: tasks + more.tasks,
            speeches: speeches + more.speeches,
          },
        }
        const rank = (of: PreparerCandidate[]) => order(of, asked).indexOf(before.memberId)
        expect(rank(list.map((each) => (each === before ? heavier : each)))).toBeGreaterThanOrEqual(
          rank(list),
        )
      }),
    )
  })

  it('equal people take turns, whatever lies between the themes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 20 }),
        role,
        fc.array(subject, { maxLength: 2 }),
        (count, gaps, asked, strengths) => {
          let list = Array.from({ length: count }, (_, index) => person(index + 1, { strengths }))
          let heldOn = '2011-01-01'
          const chosen: number[] = []
          for (const gap of gaps) {
            heldOn = addDays(heldOn, gap)
            const best = order(list, asked, { ...theme, fromDate: heldOn, toDate: heldOn })[0]
            if (best === undefined) throw new Error('nobody proposed')
            chosen.push(best)
            const part = { role: asked, heldOn, subjects: theme.subjects }
            list = list.map((each) =>
              each.memberId === best ? { ...each, prepared: [...each.prepared, part] } : each,
            )
          }
          expect(chosen).toEqual(gaps.map((_, index) => (index % count) + 1))
        },
      ),
    )
  })
})
