import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compareByGivenName,
  normaliseName,
  sortByGivenName,
  splitName,
} from '../../../src/shared/rules/person-name.ts'

test('a name is family, middle and given', () => {
  expect(splitName('Nguyễn Thị Thu Hà')).toEqual({ family: 'Nguyễn', middle: 'Thị Thu', given: 'Hà' })
  expect(splitName('Lê Lan')).toEqual({ family: 'Lê', middle: '', given: 'Lan' })
  expect(splitName('Lan')).toEqual({ family: '', middle: '', given: 'Lan' })
  expect(splitName('')).toEqual({ family: '', middle: '', given: '' })
})

test('lists stand by given name, then family, then middle, in Vietnamese order', () => {
  const sorted = [
    'Nguyễn Văn An',
    'Lê Thị Ánh',
    'Đỗ Minh Ân',
    'Trần Thu Bình',
    'Vũ Kim Dung',
    'Bùi Công Đức',
    'Hồ Thị Mai',
    'Võ Thị Mai',
    'Võ Thu Mai',
    'Lý Thị Yến',
  ]
  expect([...sorted].reverse().sort(compareByGivenName)).toEqual(sorted)
})

test('sorting a list agrees with comparing two by two, however many lists came before', () => {
  const word = fc.constantFrom('An', 'Ân', 'Ánh', 'Đức', 'Dung', 'Yến', 'Lý', 'lý', 'Lỹ')
  const people = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 30 })
  fc.assert(
    fc.property(people, (drawn) => {
      const list = drawn.map((words, index) => ({ name: words.join(' '), index }))
      expect(sortByGivenName(list, (person) => person.name)).toEqual(
        [...list].sort((a, b) => compareByGivenName(a.name, b.name)),
      )
    }),
  )
})

test('tones follow the Vietnamese order: ngang, huyền, hỏi, ngã, sắc, nặng', () => {
  const sorted = ['Lê Ma', 'Lê Mà', 'Lê Mả', 'Lê Mã', 'Lê Má', 'Lê Mạ']
  expect([...sorted].sort().sort(compareByGivenName)).toEqual(sorted)
  expect(new Intl.Collator('vi').resolvedOptions().locale).toBe('vi')
})

test.each([
  ['ĐOÀN NGỌC NAM', 'Đoàn Ngọc Nam'],
  ['  Lê  Minh\u00a0 Ước ', 'Lê Minh Ước'],
  ['Đoàn Ngọc Nam'.normalize('NFD'), 'Đoàn Ngọc Nam'],
  ["K'BRÔI", "K'Brôi"],
  ["H'Hen Niê", "H'Hen Niê"],
  ['Nguyễn văn An', 'Nguyễn văn An'],
  ['', ''],
])('%j is kept as %j', (written, kept) => {
  expect(normaliseName(written)).toBe(kept)
})

test('normalising twice changes nothing more', () => {
  const word = fc.constantFrom('Nguyễn', 'ĐOÀN', 'thị', "K'BRÔI", ' ', '\u00a0', 'Ước'.normalize('NFD'))
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const name = normaliseName(words.join(' '))
      expect(normaliseName(name)).toBe(name)
    }),
  )
})
