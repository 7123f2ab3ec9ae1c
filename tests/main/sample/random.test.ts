import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../src/main/sample/random.ts'

describe('chance', () => {
  it('falls the same way for the same seed and another way for another', () => {
    const numbers = (seed: number) => {
      const random = createRandom(seed)
      return Array.from({ length: 20 }, () => random.next())
    }
    expect(numbers(7)).toEqual(numbers(7))
    expect(numbers(7)).not.toEqual(numbers(8))
    for (const number of numbers(7)) expect(number >= 0 && number < 1).toBe(true)
  })

  it('spreads evenly and picks by weight', () => {
    const random = createRandom(1)
    const thrown = Array.from({ length: 6000 }, () => random.between(1, 6))
    for (let face = 1; face <= 6; face++)
      expect(Math.abs(thrown.filter((one) => one === face).length - 1000)).toBeLessThan(150)
    const picked = Array.from({ length: 2000 }, () =>
      random.pickWeighted(['a', 'b', 'c'], (one) => (one === 'a' ? 3 : one === 'b' ? 1 : 0)),
    )
    expect(picked).not.toContain('c')
    expect(picked.filter((one) => one === 'a').length / 2000).toBeCloseTo(0.75, 1)
    expect(random.pickWeighted(['a'], () => 0)).toBeUndefined()
  })
})
