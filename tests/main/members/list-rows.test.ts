import { expect, test } from 'vitest'
import type { SheetCell } from '../../../src/main/excel/read-sheet.ts'
import { type ColumnLetters, readPerson } from '../../../src/main/members/list-rows.ts'

const text = (value: string): SheetCell => ({ text: value, kind: 'text', number: null })
const letters: ColumnLetters = {
  fullName: 'B',
  birthDateMale: 'C',
  birthDateFemale: 'D',
  roleAndJob: 'E',
  job: 'F',
  status: 'G',
  note: 'H',
  admittedOn: 'I',
}
const personOf = (cells: Record<string, string>) => {
  const row = {
    row: 7,
    cells: Object.fromEntries(Object.entries(cells).map(([letter, value]) => [letter, text(value)])),
  }
  const sheet = { name: 'Trang', hidden: false, rows: [row], merges: [] }
  return readPerson({ sheet, letters, row, today: '2026-10-15', asOf: '2026-10-15' })
}

test('the column of a birth date tells the sex', () => {
  expect(personOf({ B: 'Lê Văn Bình', C: '1980' }).member).toMatchObject({ sex: 'male', birthDate: '1980' })
  expect(personOf({ B: 'Lê Thị Ánh', D: '1/2/80' }).member).toMatchObject({
    sex: 'female',
    birthDate: '1980-02-01',
  })
  expect(personOf({ B: 'Lê Ánh' }).member).toMatchObject({ sex: null, birthDate: null })
})

test('jobs of two columns are put together, the role taken out', () => {
  expect(personOf({ B: 'Lê Ánh', E: 'Bí thư/ Giảng viên', F: 'Khoa Lý luận' }).member).toMatchObject({
    role: 'secretary',
    job: 'Giảng viên, Khoa Lý luận',
  })
})

test('a status and the note beside it speak of one thing: the note gives the date', () => {
  const { member, findings } = personOf({
    B: 'Lê Ánh',
    G: 'Miễn sinh hoạt',
    H: 'Miễn SH từ 01/5/2026',
    I: '01/02/2000',
  })
  expect(member.statuses.at(-1)).toMatchObject({ status: 'exempt', fromDate: '2026-05-01', toDate: null })
  expect(findings.map(({ cell }) => cell)).toEqual([])
})

test('texts longer than the register keeps are cut and told', () => {
  const { member, findings } = personOf({ B: 'Lê Ánh', H: 'dài '.repeat(2000), I: '01/02/2000' })
  expect(member.note.length).toBeLessThanOrEqual(2000)
  expect(findings.map(({ cell }) => cell)).toEqual(['H7'])
})
