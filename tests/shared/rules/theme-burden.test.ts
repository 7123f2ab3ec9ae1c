import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heavyThree } from '../../../src/shared/rules/theme-burden.ts'

/** 'AABC' -> two parts of A, one of B, one of C. */
const partsOf = (letters: string) =>
  [...letters].map((letter) => ({ memberId: letter.charCodeAt(0), fullName: letter }))

describe('three people carry more than half of the year', () => {
  it.each<[string, number, [string, number] | null]>([
    ['', 20, null],
    ['ABCD', 20, null],
    ['AABC', 20, ['ABC', 4]],
    ['AAAABCD', 20, ['ABC', 6]],
    ['AABBCCDDEEFF', 20, null],
    ['AABBCCDEFGHI', 20, null],
    ['AABBCCDEFGH', 20, ['ABC', 6]],
    ['AAABBBCCCDD', 20, ['ABC', 9]],
    ['AAABBB', 20, ['AB', 6]],
    ['AABBCC', 3, null],
    ['AABBCCDD', 4, null],
    ['AAABBBCD', 4, ['ABC', 7]],
  ])('%s of %i who can: %j', (letters, able, expected) => {
    const heavy = heavyThree(partsOf(letters), able)
    expect(heavy && [heavy.people.map(({ fullName }) => fullName).join(''), heavy.parts]).toEqual(expected)
  })

  it('is told with the counts', () => {
    expect(heavyThree(partsOf('AABBCCDEFGH'), 20)?.sentence).toBe(
      '3 người làm 6 trong 11 phần việc chuẩn bị chuyên đề của năm: A (2), B (2), C (2). Nên giao thêm cho người khác.',
    )
  })

  it('never when everybody has at most one part; always in more than half of the parts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 30 }), (ids) => {
        const parts = ids.map((memberId) => ({ memberId, fullName: String(memberId) }))
        const heavy = heavyThree(parts, 9)
        if (new Set(ids).size === ids.length) expect(heavy).toBeNull()
        if (heavy) {
          expect(heavy.parts * 2).toBeGreaterThan(heavy.ofParts)
          expect(heavy.people.reduce((sum, person) => sum + person.parts, 0)).toBe(heavy.parts)
        }
      }),
    )
  })
})
