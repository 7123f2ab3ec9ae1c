import { expect, it } from 'vitest'
import { partyLetter } from '../../../src/shared/rules/party-letter.ts'

it('letters lists as the Party does: đ after d, neither f nor j', () => {
  expect(Array.from({ length: 10 }, (_, index) => partyLetter(index)).join('')).toBe('abcdđeghik')
  expect(partyLetter(23)).toBe('a1')
})
