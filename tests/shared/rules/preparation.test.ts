import { describe, expect, it } from 'vitest'
import { ruleSets } from '../../../src/main/resources/rule-sets.ts'
import type { MeetingKind } from '../../../src/shared/rules/meeting.ts'
import {
  type PreparationFacts,
  type PreparationStep,
  preparationOf,
  preparationSteps,
  standingWords,
} from '../../../src/shared/rules/preparation.ts'
import { ruleSetOn } from '../../../src/shared/rules/rule-set.ts'
import { thresholdsFrom, usageSource } from '../../../src/shared/rules/thresholds.ts'

const nothing: PreparationFacts = {
  recorded: [],
  draftOn: null,
  committeeOn: null,
  asks: { count: 0, allAskedOn: null },
}

function steps(
  today: string,
  facts: Partial<PreparationFacts> = {},
  heldOn = '2026-11-28',
  kind: MeetingKind = 'regular',
) {
  return preparationOf(
    { kind, heldOn },
    { ...nothing, ...facts },
    ruleSetOn(ruleSets, heldOn),
    thresholdsFrom([]),
    today,
  )
}
const step = (name: PreparationStep, ...of: Parameters<typeof steps>) => {
  const found = steps(...of).find((each) => each.step === name)
  if (!found) throw new Error('no such step')
  return found
}
const marked = (name: PreparationStep, doneOn: string) => ({
  recorded: [{ step: name, doneOn, note: 'ghi' }],
})

describe('the days of a preparation', () => {
  it('are counted back from the meeting, by rule or by usage', () => {
    expect(
      steps('2026-11-01').map(({ step, dueOn, byRule, source }) => [step, dueOn, byRule, source]),
    ).toEqual([
      ['assign', '2026-11-18', false, usageSource],
      ['draft', '2026-11-22', false, usageSource],
      ['committee', '2026-11-23', false, usageSource],
      ['notice', '2026-11-25', false, usageSource],
      ['noticeUpper', '2026-11-25', false, usageSource],
      ['ask', '2026-11-26', false, usageSource],
      ['papers', '2026-11-27', true, 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025'],
    ])
  })

  it('fall to usage where the rule of that day is silent', () => {
    expect(step('papers', '2020-05-01', {}, '2020-05-05')).toMatchObject({
      dueOn: '2020-05-04',
      byRule: false,
      source: usageSource,
    })
  })

  it.each([
    ['regular', preparationSteps],
    ['regularThemed', preparationSteps],
    ['themed', ['assign', 'committee', 'notice', 'noticeUpper', 'ask', 'papers']],
    ['committee', ['notice']],
    ['extraordinary', ['notice', 'noticeUpper', 'papers']],
  ] as const)('of a %s meeting', (kind, names) => {
    expect(steps('2026-11-01', {}, '2026-11-28', kind).map((each) => each.step)).toEqual(names)
  })
})

describe('where a step stands', () => {
  it.each([
    ['2026-11-24', null, 'open', 0, 'Hạn 25/11/2026, còn 1 ngày'],
    ['2026-11-25', null, 'open', 0, 'Hạn 25/11/2026, hôm nay'],
    ['2026-11-26', null, 'late', 1, 'Chậm 1 ngày, hạn 25/11/2026'],
    ['2026-11-28', null, 'late', 3, 'Chậm 3 ngày, hạn 25/11/2026'],
    ['2026-11-29', null, 'unrecorded', 0, 'Không ghi ngày xong, hạn 25/11/2026'],
    ['2026-11-26', '2026-11-25', 'done', 0, 'Xong ngày 25/11/2026'],
    ['2026-11-27', '2026-11-27', 'doneLate', 2, 'Xong ngày 27/11/2026, chậm 2 ngày'],
    ['2026-12-05', '2026-11-27', 'doneLate', 2, 'Xong ngày 27/11/2026, chậm 2 ngày'],
  ] as const)('on %s, done %s: %s', (today, doneOn, state, lateDays, words) => {
    const found = step('notice', today, doneOn ? marked('notice', doneOn) : {})
    expect(found).toMatchObject({ state, lateDays, doneOn, found: false, note: doneOn ? 'ghi' : '' })
    expect(standingWords(found, today)).toBe(words)
  })

  it.each([
    ['2026-11-20', '2026-11-21', 'done', 'Xong ngày 20/11/2026'],
    ['2026-11-22', '2026-11-21', 'planned', 'Định ngày 22/11/2026'],
    ['2026-11-25', '2026-11-21', 'planned', 'Định ngày 25/11/2026, chậm 2 ngày'],
    ['2026-11-25', '2026-11-26', 'doneLate', 'Xong ngày 25/11/2026, chậm 2 ngày'],
  ] as const)('the committee met on %s, seen on %s: %s', (committeeOn, today, state, words) => {
    const found = step('committee', today, { committeeOn })
    expect(found).toMatchObject({ state, doneOn: committeeOn, found: true })
    expect(standingWords(found, today)).toBe(words)
  })

  it('takes a day written down before the one found', () => {
    const found = step('committee', '2026-11-21', {
      ...marked('committee', '2026-11-19'),
      committeeOn: '2026-11-20',
    })
    expect(found).toMatchObject({ doneOn: '2026-11-19', found: false })
  })

  it('has a draft once a hand has written on the resolution', () => {
    expect(step('draft', '2026-11-21', { draftOn: '2026-11-20' })).toMatchObject({
      state: 'done',
      doneOn: '2026-11-20',
      found: true,
    })
  })

  it('has all speakers asked on the day of the last asking', () => {
    expect(step('ask', '2026-11-21', { asks: { count: 2, allAskedOn: '2026-11-20' } })).toMatchObject({
      state: 'done',
      doneOn: '2026-11-20',
      found: true,
    })
    expect(step('ask', '2026-11-21', { asks: { count: 2, allAskedOn: null } })).toMatchObject({
      state: 'open',
    })
  })
})
