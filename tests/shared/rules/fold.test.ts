import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../../src/shared/rules/fold.ts'

test('every letter of the Vietnamese alphabet comes out without marks', () => {
  const letters: Record<string, string> = {
    a: 'aàảãáạăằẳẵắặâầẩẫấậ',
    e: 'eèẻẽéẹêềểễếệ',
    i: 'iìỉĩíị',
    o: 'oòỏõóọôồổỗốộơờởỡớợ',
    u: 'uùủũúụưừửữứự',
    y: 'yỳỷỹýỵ',
    d: 'dđ',
  }
  for (const [plain, marked] of Object.entries(letters)) {
    expect(fold(marked)).toBe(plain.repeat(marked.length))
    expect(fold(marked.toUpperCase())).toBe(plain.repeat(marked.length))
  }
})

test('decomposed text, non-breaking and double spaces and invisible characters do not matter', () => {
  for (const text of [
    'Nguyễn Thị Đào',
    'NGUYỄN  THỊ\u00a0ĐÀO ',
    'Nguyễn Thị Đào'.normalize('NFD'),
    '\ufeffNguyễn\nThị Đ\u200bào',
  ])
    expect(fold(text)).toBe('nguyen thi dao')
})

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})
