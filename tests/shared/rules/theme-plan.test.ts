import { describe, expect, it, test } from 'vitest'
import { ruleSets } from '../../../src/main/resources/rule-sets.ts'
import { ruleSetOn } from '../../../src/shared/rules/rule-set.ts'
import {
  percentGone,
  plannedInWords,
  quarterStanding,
  themeProblems,
} from '../../../src/shared/rules/theme-plan.ts'
import { thresholdsFrom } from '../../../src/shared/rules/thresholds.ts'
import { plannedTheme } from '../../support/planned-theme.ts'

const thresholds = thresholdsFrom([])
const rule = ruleSetOn(ruleSets, '2026-03-31')
const standing = (
  today: string,
  themes: ReturnType<typeof plannedTheme>[] = [],
  loose: Parameters<typeof quarterStanding>[0]['loose'] = [],
  by = rule,
) => quarterStanding({ year: 2026, quarter: 1, themes, loose }, by, thresholds, today)
const open = plannedTheme({ id: 1 })
const held = plannedTheme({ id: 2, heldOn: '2026-02-20' })
const session = { meetingId: 7, title: 'Buổi', heldOn: '2026-02-20' }

describe('how a quarter stands', () => {
  it.each([
    ['2026-01-10', [], 'missing', 'Chưa có chuyên đề, cần ít nhất 1 buổi'],
    ['2026-01-10', [open], 'planned', 'Có 1 chuyên đề, chưa sinh hoạt'],
    ['2026-03-01', [open], 'planned', 'Có 1 chuyên đề, chưa sinh hoạt'],
    ['2026-03-03', [open], 'overdue', 'Đã qua 67% của quý, chưa sinh hoạt chuyên đề'],
    ['2026-03-03', [], 'overdue', 'Đã qua 67% của quý, chưa có chuyên đề nào'],
    ['2026-04-01', [open], 'overdue', 'Quý đã hết, chưa sinh hoạt chuyên đề'],
    ['2026-04-01', [open, held], 'held', 'Đã sinh hoạt 1 buổi chuyên đề'],
  ] as const)('on %s with %j: %s', (today, themes, state, sentence) => {
    expect(standing(today, [...themes])).toMatchObject({ state, sentence })
  })

  it('counts sessions that no theme was planned for', () => {
    expect(standing('2026-04-01', [], [{ ...session, held: true }]).state).toBe('held')
    expect(standing('2026-01-10', [], [{ ...session, held: false }]).state).toBe('planned')
  })

  it('asks for nothing where no rule in force does', () => {
    expect(standing('2026-04-01', [], [], null)).toEqual({
      state: 'none',
      sentence: 'Không có chuyên đề',
      source: null,
    })
    expect(standing('2026-04-01', [open], [], null).state).toBe('planned')
    expect(standing('2026-04-01', [held]).source).toBe('Hướng dẫn 42-HD/BTCTW ngày 28/10/2025')
  })
})

describe('what is amiss with a theme', () => {
  it('is told of people who left, of days outside the quarter and of deadlines after the session', () => {
    const gone = { memberId: 1, fullName: 'Lý Thị Cúc', gone: true }
    const theme = plannedTheme({
      ...{ id: 1, quarter: 2, sessionDay: '2026-07-02', lead: gone },
      draftDueOn: '2026-07-05',
    })
    expect(themeProblems(theme)).toEqual([
      'Lý Thị Cúc không còn ở chi bộ vào ngày sinh hoạt, cần phân công lại',
      'Buổi sinh hoạt ngoài Quý II/2026',
      'Hạn dự thảo 05/07/2026 muộn hơn ngày sinh hoạt',
    ])
  })

  it('goes by the month a meeting belongs to, not by the day it is held', () => {
    const meeting = { id: 7, period: '2026-06' }
    expect(themeProblems(plannedTheme({ id: 1, quarter: 2, sessionDay: '2026-07-02', meeting }))).toEqual([])
  })
})

test.each([
  ['2025-12-01', 0],
  ['2026-01-01', 0],
  ['2026-02-15', 50],
  ['2026-03-31', 98],
  ['2026-04-01', 100],
  ['2027-01-01', 100],
])('on %s so much of the first quarter has gone: %i', (today, percent) => {
  expect(percentGone('2026-01-01', '2026-03-31', today)).toBe(percent)
})

test('a plan is named with its day', () => {
  expect(plannedInWords({ title: 'Điện', sessionDay: null })).toBe('“Điện” chưa định ngày')
})
