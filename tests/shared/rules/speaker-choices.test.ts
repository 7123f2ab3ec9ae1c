import { expect, test } from 'vitest'
import { speakerChoices } from '../../../src/shared/rules/speaker-choices.ts'

const people = [
  { memberId: 1, fullName: 'Lê Thị Hà', came: false },
  { memberId: 2, fullName: 'Trần Văn Hạnh', came: true },
  { memberId: 3, fullName: 'Nguyễn Văn An', came: null },
]
const guests = ['Đồng chí Hoàng Văn Hải, Phó Bí thư Đảng ủy phường', 'Vũ Thị Mai']

test.each([
  ['', []],
  ['  ', []],
  ['an', ['Nguyễn Văn An', 'khách an']],
  // Members who are there, guests, those who are absent, and whoever else is meant.
  ['ha', ['Trần Văn Hạnh', `khách ${guests[0]}`, 'Lê Thị Hà', 'khách ha']],
  ['pho bi', [`khách ${guests[0]}`, 'khách pho bi']],
  ['Vũ  Thị mai ', ['khách Vũ Thị Mai']],
  ['Bùi Thị Lý', ['khách Bùi Thị Lý']],
])('%j finds %j', (typed, found) => {
  const names = speakerChoices(people, guests, typed).map((choice) =>
    choice.kind === 'member' ? choice.person.fullName : `khách ${choice.guestName}`,
  )
  expect(names).toEqual(found)
})

test('of many only the first few are shown, and the new guest always', () => {
  const many = Array.from({ length: 20 }, (_, memberId) => ({ memberId, fullName: 'Nguyễn An', came: true }))
  expect(speakerChoices(many, [], 'an')).toHaveLength(9)
})
