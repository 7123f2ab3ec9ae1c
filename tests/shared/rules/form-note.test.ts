import { expect, it } from 'vitest'
import { formNoteSentence, isLeftAlone } from '../../../src/shared/rules/form-note.ts'

it('says what a cell would lose, and of one left alone that it is', () => {
  expect(formNoteSentence({ letter: 'C', kind: 'holds', words: '12' })).toBe(
    'Ô đang có nội dung khác, sẽ bị thay: “12”.',
  )
  for (const kind of ['formula', 'covered', 'locked', 'low'] as const) {
    const note = { letter: 'C', kind, words: '12' }
    expect(formNoteSentence(note).includes('giữ nguyên')).toBe(isLeftAlone(note))
  }
})
