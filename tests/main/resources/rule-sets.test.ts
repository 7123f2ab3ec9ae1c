import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { membershipRules, ruleSets } from '../../../src/main/resources/rule-sets.ts'
import {
  confidences,
  minimumOn,
  ruleSetOn,
  ruleUnits,
  ruleValueNames,
} from '../../../src/shared/rules/rule-set.ts'

const folder = resolve(import.meta.dirname, '../../../resources/rules')
const isDay = (text: string) => new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text

test.each([
  ['rules', ruleSets],
  ['membership-rules', membershipRules],
])('every file of the folder %s is loaded, under its own id', (name, loaded) => {
  const files = readdirSync(resolve(folder, '..', name)).map((file) => file.replace(/\.json$/, ''))
  expect(loaded.map((ruleSet) => ruleSet.id).sort()).toEqual(files.sort())
})

describe.each([...ruleSets, ...membershipRules].map((ruleSet) => [ruleSet.id, ruleSet] as const))(
  '%s',
  (_id, ruleSet) => {
    test('has the shape its type promises', () => {
      expect(Object.keys(ruleSet).sort()).toEqual(
        ['date', 'id', 'kind', 'note', 'number', 'title', 'validFrom', 'values'].sort(),
      )
      for (const text of [ruleSet.kind, ruleSet.number, ruleSet.title]) expect(text).toMatch(/\S/)
      expect(isDay(ruleSet.date) && isDay(ruleSet.validFrom)).toBe(true)
      expect(ruleSet.validFrom >= ruleSet.date).toBe(true)
      expect(Object.keys(ruleSet.values).length).toBeGreaterThan(0)
      for (const [name, value] of Object.entries(ruleSet.values)) {
        expect(ruleValueNames).toContain(name)
        expect(Object.keys(value).sort()).toEqual(['confidence', 'note', 'source', 'unit', 'value'])
        expect(Number.isInteger(value.value) && value.value > 0).toBe(true)
        expect(ruleUnits).toContain(value.unit)
        expect(confidences).toContain(value.confidence)
        expect(value.source).toMatch(/\S/)
      }
    })
  },
)

test('no two begin on the same day', () => {
  const days = ruleSets.map((ruleSet) => ruleSet.validFrom)
  expect(new Set(days).size).toBe(days.length)
})

describe('the guidances by date', () => {
  test.each([
    ['2012-03-02', null],
    ['2018-07-05', null],
    ['2018-07-06', '12-HD/BTCTW'],
    ['2025-10-27', '12-HD/BTCTW'],
    ['2025-10-28', '42-HD/BTCTW'],
    ['2026-11-21', '42-HD/BTCTW'],
  ])('on %s', (date, number) => {
    expect(ruleSetOn(ruleSets, date)?.number ?? null).toBe(number)
  })

  test.each([
    ['regular', '2020-05-03', 90],
    ['regularThemed', '2020-05-03', 120],
    ['regular', '2026-05-03', 90],
    ['regularThemed', '2026-05-03', 120],
    ['themed', '2026-05-03', null],
    ['committee', '2026-05-03', null],
    ['extraordinary', '2026-05-03', null],
    ['regular', '2017-05-03', null],
  ] as const)('minimum of a %s meeting on %s', (kind, date, minutes) => {
    expect(minimumOn(ruleSets, kind, date)?.minutes ?? null).toBe(minutes)
  })

  test('the attendance target rose from above 85 % to above 90 %', () => {
    const target = (date: string) => ruleSetOn(ruleSets, date)?.values.attendancePercentAbove?.value
    expect([target('2024-01-01'), target('2026-01-01')]).toEqual([85, 90])
  })
})
