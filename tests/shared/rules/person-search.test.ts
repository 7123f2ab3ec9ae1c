import { expect, it } from 'vitest'
import { findByName } from '../../../src/shared/rules/person-search.ts'

const people = ['Hà Văn Bình', 'Trần Thị Hạnh', 'Lê Khánh', 'Nguyễn Thị Thu Hà', 'Đỗ Đức'].map(
  (fullName) => ({
    fullName,
  }),
)

it.each([
  ['ha', ['Trần Thị Hạnh', 'Nguyễn Thị Thu Hà', 'Hà Văn Bình']],
  ['Hạ', ['Trần Thị Hạnh', 'Nguyễn Thị Thu Hà', 'Hà Văn Bình']],
  ['thu ha', ['Nguyễn Thị Thu Hà']],
  ['ha binh', ['Hà Văn Bình']],
  ['du', ['Đỗ Đức']],
  ['anh', []],
  ['  ', []],
])('%j finds', (typed, names) => {
  expect(findByName(people, typed).map(({ fullName }) => fullName)).toEqual(names)
})
