import { describe, expect, test } from 'vitest'
import type { SheetCell } from '../../../src/main/excel/read-sheet.ts'
import {
  readCardAndFile,
  readCardNumber,
  readDate,
  readIdentityNumber,
  readName,
  readPhone,
  readRoleAndJob,
  readSex,
  splitNameCell,
} from '../../../src/main/members/list-values.ts'

const text = (value: string): SheetCell => ({ text: value, kind: 'text', number: null })
const number = (value: number): SheetCell => ({ text: String(value), kind: 'number', number: value })

describe('names', () => {
  test.each([
    ['NGUYỄN VĂN AN', 'Nguyễn Văn An', false],
    [' Lê  Thị\u00a0Ánh ', 'Lê Thị Ánh', false],
    ['Đ/c Lê Thị Ánh', 'Lê Thị Ánh', false],
    ['Đồng chí: Lê Thị Ánh', 'Lê Thị Ánh', false],
    ['Bà Triệu', 'Triệu', true],
    ['Lê Thị Ánh 2', 'Lê Thị Ánh 2', true],
    ['Ánh', 'Ánh', true],
    ['', '', false],
  ])('%j is %s', (written, name, doubtful) => {
    const reading = readName(written)
    expect(reading.value).toBe(name)
    expect(reading.warning !== null).toBe(doubtful)
  })

  test.each([
    ['Huỳnh Hồng Giang\nNữ - 21/04/1973', 'Huỳnh Hồng Giang', 'female', '21/04/1973'],
    ['Lê Văn Nam\nNam – 1/2/1980', 'Lê Văn Nam', 'male', '1/2/1980'],
    ['Lê Văn Nam (Nam, 1980)', 'Lê Văn Nam', 'male', '1980'],
    ['Lê Thị Ánh - 01/02/1980', 'Lê Thị Ánh', null, '01/02/1980'],
    ['Lê Thị Ánh\nsinh năm 1980', 'Lê Thị Ánh', null, '1980'],
    ['Lê Thị Ánh\nNữ', 'Lê Thị Ánh', 'female', ''],
    ['ĐOÀN NGỌC NAM', 'ĐOÀN NGỌC NAM', null, ''],
    ['Trần Thị Nữ', 'Trần Thị Nữ', null, ''],
    ['Lê Thị\nÁnh', 'Lê Thị\nÁnh', null, ''],
  ])('%j holds %s', (cell, name, sex, date) => {
    expect(splitNameCell(cell)).toEqual({ name, sex, date })
    expect(splitNameCell(cell.normalize('NFD')).sex).toBe(sex)
  })

  // A pattern that goes back over what it has read would never come to the end of these.
  test('a cell of 30,000 spaces is read to its end', () => {
    expect(splitNameCell(`a${' \n('.repeat(10_000)}`).sex).toBe(null)
    expect(readName(' '.repeat(30_000))).toEqual(readName(''))
  })

  test('sexes', () => {
    expect([readSex('Nam'), readSex(' NỮ'), readSex('x'), readSex('')]).toEqual([
      'male',
      'female',
      null,
      null,
    ])
  })
})

describe('dates', () => {
  test.each<[SheetCell, string | null, RegExp | null]>([
    [text('09.08.1998'), '1998-08-09', null],
    [text('8/3/99'), '1999-03-08', null],
    [text(' 1972 '), '1972', null],
    [text('06/1975'), '1975-06', null],
    [text('-'), null, null],
    [text(''), null, null],
    [{ text: '1996-04-03', kind: 'date', number: 35158 }, '1996-04-03', null],
    [{ text: '1905-05-18', kind: 'date', number: 1965 }, '1965', /hiểu là năm 1965/],
    [number(1965), '1965', null],
    [number(1021980), '1980-02-01', null],
    [number(29235), '1980-01-15', /hiểu là ngày 15\/01\/1980/],
    [number(123), null, /Không đọc được ngày/],
    [text('31/02/1980'), null, /Không đọc được ngày “31\/02\/1980”/],
    [text('hè 1980'), null, /Không đọc được/],
    [{ text: '', kind: 'failed', number: null }, null, /công thức/],
  ])('%j is %s', (cell, date, warning) => {
    const reading = readDate(cell, 2026)
    expect(reading.value).toBe(date)
    if (warning) expect(reading.warning).toMatch(warning)
    else expect(reading.warning).toBe(null)
  })
})

describe('numbers', () => {
  test.each<[SheetCell, string | null, boolean]>([
    [text('83.849712'), '83.849712', false],
    [text(' 83.849712\u00a0'), '83.849712', false],
    [number(4232960), '04.232960', true],
    [number(26456424), '26.456424', true],
    [text('26456424'), '26.456424', true],
    [number(10.55712), '10.557120', true],
    [number(4.23296), '04.232960', true],
    [number(81.643783), '81.643783', false],
    [text('81 643 783'), '81.643783', true],
    [text('1234'), '1234', true],
    [text('chưa có'), 'chưa có', true],
    [text('—'), null, false],
  ])('card %j is %s', (cell, card, doubtful) => {
    const reading = readCardNumber(cell)
    expect(reading.value).toBe(card)
    expect(reading.warning !== null).toBe(doubtful)
  })

  test('a card and a file number in one cell', () => {
    expect(readCardAndFile(text('10.557124\n835909'))).toEqual({
      card: { value: '10.557124', warning: null },
      file: '835909',
    })
    expect(readCardAndFile(text('10.557124 / 835909')).file).toBe('835909')
    expect(readCardAndFile(text('10.557124')).file).toBe(null)
  })

  test.each<[SheetCell, string | null, boolean]>([
    [text('024101064292'), '024101064292', false],
    [number(24101064292), '024101064292', true],
    [number(1101064292), '001101064292', true],
    [text('123456789'), '123456789', false],
    [text('12'), '12', true],
    [text(''), null, false],
  ])('identity %j is %s', (cell, identity, doubtful) => {
    const reading = readIdentityNumber(cell)
    expect(reading.value).toBe(identity)
    expect(reading.warning !== null).toBe(doubtful)
  })

  test('telephone numbers get their first zero back', () => {
    expect(readPhone(number(912345678))).toBe('0912345678')
    expect(readPhone(text('0912 345 678'))).toBe('0912 345 678')
  })
})

test.each([
  ['Bí thư/ Chuyên viên', 'secretary', 'Chuyên viên'],
  ['Bí thư\nGiảng viên chính', 'secretary', 'Giảng viên chính'],
  ['Phó Bí thư/ Giảng viên', 'deputy', 'Giảng viên'],
  ['Chi ủy viên/ Giảng viên', 'committeeMember', 'Giảng viên'],
  ['Đảng viên/ Phó Trưởng phòng', 'member', 'Phó Trưởng phòng'],
  ['Trưởng phòng, Bí thư chi bộ', 'secretary', 'Trưởng phòng'],
  ['BÍ THƯ CHI BỘ', 'secretary', ''],
  ['Bí thư Đoàn thanh niên', null, 'Bí thư Đoàn thanh niên'],
  ['Phó Bí thư Đảng ủy - Bí thư chi bộ', 'secretary', 'Phó Bí thư Đảng ủy'],
  ['Kế toán', null, 'Kế toán'],
  ['', null, ''],
])('%j is role %s and job %j', (cell, role, job) => {
  expect(readRoleAndJob(cell)).toEqual({ role, job })
})
