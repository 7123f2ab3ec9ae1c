import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  minimumOn,
  minutesMissing,
  type RuleSet,
  ruleSetName,
  ruleSetOn,
} from '../../../src/shared/rules/rule-set.ts'

const figure = (value: number) =>
  ({ value, unit: 'minutes', source: 'thử', confidence: 'certain', note: '' }) as const

const older: RuleSet = {
  id: 'older',
  kind: 'Hướng dẫn',
  number: '12-HD/BTCTW',
  date: '2018-07-06',
  validFrom: '2018-07-06',
  title: '',
  note: '',
  values: { minimumMinutesRegular: figure(80) },
}
const newer: RuleSet = {
  ...older,
  id: 'newer',
  number: '42-HD/BTCTW',
  date: '2025-10-28',
  validFrom: '2025-11-01',
  values: { minimumMinutesRegular: figure(90), minimumMinutesRegularThemed: figure(120) },
}

describe('ruleSetOn', () => {
  test.each([
    ['2018-07-05', null],
    ['2018-07-06', 'older'],
    ['2025-10-28', 'older'],
    ['2025-10-31', 'older'],
    ['2025-11-01', 'newer'],
    ['2030-01-01', 'newer'],
  ])('on %s', (date, id) => {
    expect(ruleSetOn([older, newer], date)?.id ?? null).toBe(id)
    expect(ruleSetOn([newer, older], date)?.id ?? null).toBe(id)
  })

  test('the one found already holds, and none that holds is newer', () => {
    const day = fc.integer({ min: 10, max: 28 }).map((number) => `2026-01-${number}`)
    fc.assert(
      fc.property(fc.array(day), day, (starts, date) => {
        const sets = starts.map((validFrom) => ({ ...older, validFrom }))
        const found = ruleSetOn(sets, date)
        const holding = starts.filter((start) => start <= date).sort()
        expect(found?.validFrom ?? null).toBe(holding.at(-1) ?? null)
      }),
    )
  })
})

test('a rule is named by kind, number and day', () => {
  expect(ruleSetName(newer)).toBe('Hướng dẫn 42-HD/BTCTW ngày 28/10/2025')
})

describe('minimumOn', () => {
  test.each([
    ['regular', '2018-07-05', null],
    ['regular', '2018-07-06', 80],
    ['regularThemed', '2025-10-31', null],
    ['regular', '2025-11-01', 90],
    ['regularThemed', '2025-11-01', 120],
    ['themed', '2026-01-01', null],
    ['committee', '2026-01-01', null],
    ['extraordinary', '2026-01-01', null],
  ] as const)('%s on %s', (kind, date, minutes) => {
    expect(minimumOn([older, newer], kind, date)?.minutes ?? null).toBe(minutes)
  })

  test('names the rule it comes from', () => {
    expect(minimumOn([older, newer], 'regular', '2019-01-01')?.rule).toBe(
      'Hướng dẫn 12-HD/BTCTW ngày 06/07/2018',
    )
  })
})

test.each([
  [0, 90, 90],
  [75, 90, 15],
  [89, 90, 1],
  [90, 90, 0],
  [91, 90, 0],
])('%i minutes against a minimum of %i: %i missing', (total, minimum, missing) => {
  expect(minutesMissing(total, { minutes: minimum, rule: '' })).toBe(missing)
})

test('nothing is missing where there is no minimum', () => {
  expect(minutesMissing(0, null)).toBe(0)
})
