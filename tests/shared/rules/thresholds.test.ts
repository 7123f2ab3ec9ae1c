import { expect, it } from 'vitest'
import { thresholdNames, thresholds, thresholdsFrom } from '../../../src/shared/rules/thresholds.ts'

it('holds what was set, else what is usual', () => {
  const set = thresholdsFrom([
    { key: 'noticeDaysBefore', value: 0 },
    { key: 'noSuchThing', value: 9 },
  ])
  expect(set.noticeDaysBefore).toBe(0)
  expect(set.assignDaysBefore).toBe(thresholds.assignDaysBefore.usual)
  expect(Object.keys(set)).toEqual([...thresholdNames])
})

it.each(thresholdNames)('%s is usual within its own bounds', (name) => {
  const { usual, atLeast, atMost, label } = thresholds[name]
  expect(usual).toBeGreaterThanOrEqual(atLeast)
  expect(usual).toBeLessThanOrEqual(atMost)
  expect(label).toMatch(/\S/)
})
