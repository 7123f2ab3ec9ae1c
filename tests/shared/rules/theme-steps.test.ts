import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ruleSets } from '../../../src/main/resources/rule-sets.ts'
import { addDays } from '../../../src/shared/rules/calendar.ts'
import { ruleSetOn } from '../../../src/shared/rules/rule-set.ts'
import { stepsBefore, type ThemeStep, themeSteps } from '../../../src/shared/rules/theme.ts'
import {
  dueDayProblem,
  lateStepWords,
  sessionDayProblem,
  type ThemeFacts,
  themeStepsOf,
  themeStepWords,
} from '../../../src/shared/rules/theme-steps.ts'
import { thresholdsFrom } from '../../../src/shared/rules/thresholds.ts'

const thresholds = thresholdsFrom([])
const rule = ruleSetOn(ruleSets, '2026-05-20')
const sessionDay = '2026-05-20'
const steps = (facts: Partial<ThemeFacts> = {}, today = '2026-05-10') =>
  themeStepsOf({ recorded: [], sessionDay, found: {}, ...facts }, rule, thresholds, today)
const step = (name: ThemeStep, facts: Partial<ThemeFacts> = {}, today = '2026-05-10') => {
  const found = steps(facts, today).find((each) => each.step === name)
  if (!found) throw new Error(`no step ${name}`)
  return found
}

describe('the steps of a theme', () => {
  it('are counted from the session by usage where no rule says a day', () => {
    const before = themeStepsOf({ recorded: [], sessionDay, found: {} }, null, thresholds, '2026-05-10')
    expect(before.map(({ dueOn }) => dueOn)).toEqual([
      '2026-04-29',
      '2026-05-06',
      '2026-05-13',
      '2026-05-19',
      '2026-05-20',
      '2026-05-20',
      '2026-05-22',
    ])
    expect(before.some(({ byRule }) => byRule)).toBe(false)
  })

  it('have no day without a session, unless one was set by hand', () => {
    const facts = {
      sessionDay: null,
      recorded: [
        { step: 'outline', dueOn: '2026-05-01', doneOn: null },
        { step: 'draft', dueOn: null, doneOn: '2026-05-02' },
      ] as const,
    }
    expect(step('outline', facts)).toMatchObject({ state: 'late', lateDays: 9, dueByHand: true })
    expect(step('draft', facts)).toMatchObject({ state: 'done', lateDays: 0, dueOn: null })
    expect(step('sent', facts)).toMatchObject({ state: 'undated', dueOn: null })
    expect(themeStepWords(step('sent', facts), '2026-05-10')).toBe('Chưa có hạn: chưa định ngày sinh hoạt')
    expect(themeStepWords(step('draft', facts), '2026-05-10')).toBe('Xong ngày 02/05/2026')
  })

  it('after the session follow the day it was held', () => {
    const found = { held: '2026-05-25' }
    expect(step('reported', { found }, '2026-05-30')).toMatchObject({ dueOn: '2026-05-27', lateDays: 3 })
    expect(step('draft', { found }, '2026-05-30').state).toBe('unrecorded')
  })

  it('are told in words when they are late', () => {
    expect(lateStepWords(steps())).toEqual(['Đề cương chậm 11 ngày', 'Dự thảo chậm 4 ngày'])
  })

  it('believe what was written down before what the meeting tells', () => {
    const recorded = [{ step: 'sent', dueOn: null, doneOn: '2026-05-18' }] as const
    const found = { sent: '2026-05-19' }
    expect(step('sent', { recorded, found })).toMatchObject({ doneOn: '2026-05-18', found: false })
    expect(step('sent', { found }, '2026-05-19')).toMatchObject({ doneOn: '2026-05-19', found: true })
  })

  it('never count fewer days late when more time goes by, and none once done in time', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days))
    fc.assert(
      fc.property(day, day, fc.nat(60), fc.constantFrom(...themeSteps), (session, today, more, name) => {
        const late = (on: string) => step(name, { sessionDay: session }, on).lateDays
        expect(late(addDays(today, more))).toBeGreaterThanOrEqual(late(today))
        const dueOn = step(name, { sessionDay: session }).dueOn ?? ''
        const recorded = [{ step: name, dueOn: null, doneOn: dueOn }]
        // The days after the session follow the day it was held, so those of a session held are their own.
        expect(step(name, { sessionDay: session, recorded }, addDays(dueOn, more)).lateDays).toBe(0)
      }),
      { numRuns: 60 },
    )
  })
})

test.each([
  ['draft', '2026-05-20', null],
  ['draft', '2026-05-21', 'Hạn này muộn hơn ngày sinh hoạt 20/05/2026'],
  ['sent', '2026-05-19', null],
  [
    'sent',
    '2026-05-20',
    'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025: gửi trước buổi sinh hoạt ít nhất 1 ngày, tức là chậm nhất 19/05/2026',
  ],
  ['reported', '2026-05-20', null],
  ['reported', '2026-05-19', 'Hạn này sớm hơn ngày sinh hoạt 20/05/2026'],
] as const)('%s due on %s', (name, dueOn, problem) => {
  expect(dueDayProblem(name, dueOn, sessionDay, rule)).toBe(problem)
  expect(dueDayProblem(name, dueOn, null, rule)).toBeNull()
})

test('a session lies on or after what prepares it, by the days set by hand', () => {
  const recorded = themeSteps.map((name) => ({ step: name, dueOn: '2026-05-10', doneOn: null }))
  expect(sessionDayProblem('2026-05-10', recorded)).toBeNull()
  const problem = sessionDayProblem('2026-05-09', recorded) ?? ''
  expect(problem).toContain('đề cương 10/05/2026, dự thảo 10/05/2026, chi ủy duyệt 10/05/2026')
  expect(problem).not.toContain('kết luận')
  expect(stepsBefore).toHaveLength(4)
})
