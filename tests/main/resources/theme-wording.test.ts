import { expect, it } from 'vitest'
import wording from '../../../resources/themes/wording.json' with { type: 'json' }
import { themeWording } from '../../../src/main/resources/theme-wording.ts'
import { wordsOf } from '../../../src/shared/rules/theme-wording.ts'

it('names its source, and every phrase once', () => {
  expect(wording.source).toMatch(/\S/)
  const phrases = [...themeWording.genericPhrases, ...themeWording.framePhrases].map((phrase) =>
    wordsOf(phrase).join(' '),
  )
  expect(new Set(phrases).size).toBe(phrases.length)
  expect(phrases.every((phrase) => phrase !== '')).toBe(true)
  expect(themeWording.joiningWords.every((word) => wordsOf(word).length === 1)).toBe(true)
})
