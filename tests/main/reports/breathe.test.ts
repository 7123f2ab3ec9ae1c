import { expect, test } from 'vitest'
import { breathe } from '../../../src/main/reports/breathe.ts'

test('works side by side take their steps one by one, each in a turn of its own', async () => {
  let turn = 0
  let on = true
  const count = () => {
    turn++
    if (on) setImmediate(count)
  }
  setImmediate(count)
  const steps: { name: string; turn: number }[] = []
  const work = async (name: string) => {
    for (let step = 1; step <= 3; step++) {
      await breathe()
      steps.push({ name: `${name}${step}`, turn })
    }
  }
  await Promise.all([work('a'), work('b')])
  on = false
  expect(steps.map(({ name }) => name)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3'])
  expect(new Set(steps.map((step) => step.turn)).size).toBe(steps.length)
})
