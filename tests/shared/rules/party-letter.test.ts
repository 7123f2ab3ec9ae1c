import { expect, it } from 'vitest'
import { partyLetter } from '../../../src/shared/rules/party-letter.ts'

it('letters lists as the Party does: đ after d, neither f nor j', () => {
  expect(Array.from({ length: 10 }, (_, index) => partyLetter(index)).join('')).toBe('a)b)c)d)đ)e)g)h)i)k)')
  expect(partyLetter(23)).toBe('a1)')
})
