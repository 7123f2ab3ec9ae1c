import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../../src/main/excel/read-workbook.ts'
import { levelOf, type ReadList, readList } from '../../../src/main/members/read-list.ts'
import { overlap } from '../../../src/shared/rules/period.ts'

const samples = resolve(import.meta.dirname, '../../samples')

async function listOf(file: string): Promise<ReadList> {
  const sheets = await readWorkbook(readFileSync(resolve(samples, file)))
  return readList(sheets, { sheet: null, columns: null, today: '2026-10-15' })
}

const columnsOf = (list: ReadList) =>
  Object.fromEntries(list.columns.map(({ letter, column }) => [letter, column]))
const personOf = (list: ReadList, row: number) => {
  const found = list.rows.find((each) => each.row === row)
  if (!found) throw new Error(`no person in row ${row}`)
  return found.member
}
const findingsOf = (list: ReadList) => list.rows.flatMap(({ findings }) => findings)

test.each(['ds-dang-vien-van-phong.xlsx', 'ds-dang-vien-he-thong.xlsx', 'ds-dang-vien-dang-bo.xlsx'])(
  '%s: everyone has a name, a card and periods that do not overlap',
  async (file) => {
    const list = await listOf(file)
    for (const { member } of list.rows) {
      expect(member.fullName).toMatch(/^\p{Lu}\p{Ll}*( \p{Lu}\p{Ll}*)+$/u)
      expect(member.fullName).toBe(member.fullName.normalize('NFC'))
      expect(member.cardNumber).toMatch(/^\d{2}\.\d{6}$/)
      expect(member.birthDate).toMatch(/^(19|20)\d{2}/)
      expect(member.admittedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(member.statuses.length).toBeGreaterThan(0)
      expect(overlap(member.statuses)).toBe(null)
    }
    expect(list.rows.every((row) => levelOf(row) !== 'error')).toBe(true)
    expect(list.columns.every(({ known }) => known)).toBe(true)
  },
)

test('the list of an office: two-row headings, birth dates by sex, notes that mean a status', async () => {
  const list = await listOf('ds-dang-vien-van-phong.xlsx')
  expect(list.sheet).toBe('Danh sách ĐV 2026')
  expect(list.headingRows).toEqual([7, 8])
  expect(columnsOf(list)).toEqual({
    A: 'ordinal',
    B: 'fullName',
    C: 'birthDateMale',
    D: 'birthDateFemale',
    E: 'roleAndJob',
    F: 'cardNumber',
    G: 'admittedOn',
    H: 'officialOn',
    I: 'note',
  })
  expect(list.rows.map(({ row }) => row)).toEqual([
    9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
  ])
  expect(list.rows.map(({ member }) => member.fullName)).toEqual([
    'Đinh Anh Khôi',
    'Hoàng Ngọc Khôi',
    'Lê Văn Bảo',
    'Trần Thanh Đức',
    'Lê Minh Ước',
    'Trịnh Minh Dung',
    'Mai Thị Thủy',
    'Đỗ Minh Khoa',
    'Vũ Quốc Ân',
    'Bùi Hồng Uyên',
    'Huỳnh Ngọc Hưng',
    'Nguyễn Diệu Ánh',
    'Trịnh Thị Yến',
    'Hoàng Văn Ước',
    'Đoàn Phương Nhung',
    'Bùi Thu Phượng',
  ])
  expect(list.rows.map(({ member }) => member.sex === 'female')).toEqual(
    [6, 7, 10, 12, 13, 15, 16].reduce((all, n) => all.with(n - 1, true), Array<boolean>(16).fill(false)),
  )
  expect(list.rows.map(({ member }) => member.role)).toEqual([
    'secretary',
    'deputy',
    'committeeMember',
    ...Array(13).fill('member'),
  ])
  expect(personOf(list, 9)).toEqual({
    fullName: 'Đinh Anh Khôi',
    sex: 'male',
    birthDate: '1973-07-01',
    cardNumber: '83.849712',
    identityNumber: null,
    fileNumber: null,
    admittedOn: '1998-08-09',
    officialOn: '1999-08-09',
    job: 'Chuyên viên',
    politicalTheory: '',
    residenceCell: '',
    phone: '',
    note: '',
    role: 'secretary',
    statuses: [
      { status: 'probationary', fromDate: '1998-08-09', toDate: '1999-08-08', note: '' },
      { status: 'full', fromDate: '1999-08-09', toDate: null, note: '' },
    ],
  })
  // Date as a number, as 27/10/95, as 22/7/26 (not 1926), as a year alone.
  expect(personOf(list, 11).birthDate).toBe('1996-04-03')
  expect(personOf(list, 10).officialOn).toBe('1995-10-27')
  expect(personOf(list, 12).officialOn).toBe('2026-07-22')
  expect(personOf(list, 14).birthDate).toBe('1965')
  expect(personOf(list, 14).cardNumber).toBe('04.232960')
  expect(personOf(list, 20).cardNumber).toBe('26.456424')
  expect(personOf(list, 15).statuses.slice(1)).toEqual([
    { status: 'full', fromDate: '2021-12-09', toDate: '2026-04-30', note: '' },
    { status: 'exempt', fromDate: '2026-05-01', toDate: null, note: 'Miễn SH từ 01/5/2026' },
  ])
  const away = 'SHTT tại nơi khác đến 31/12/2026'
  expect(personOf(list, 17).statuses.slice(1)).toEqual([
    { status: 'full', fromDate: '2005-01-17', toDate: '2026-09-29', note: '' },
    { status: 'temporaryElsewhere', fromDate: '2026-09-30', toDate: '2026-12-31', note: away },
    { status: 'full', fromDate: '2027-01-01', toDate: null, note: '' },
  ])
  expect(personOf(list, 24).statuses).toEqual([
    { status: 'probationary', fromDate: '1993-12-06', toDate: null, note: '' },
  ])
  expect(findingsOf(list)).toEqual([
    {
      cell: 'F14',
      level: 'warning',
      message: 'Số thẻ “4232960” ghi thiếu số 0 hoặc dấu chấm, hiểu là 04.232960.',
    },
    {
      cell: 'I17',
      level: 'warning',
      message:
        'Không ghi “Sinh hoạt tạm thời nơi khác” từ ngày nào, tạm tính từ ngày của danh sách 30/09/2026.',
    },
    {
      cell: 'F20',
      level: 'warning',
      message: 'Số thẻ “26456424” ghi thiếu số 0 hoặc dấu chấm, hiểu là 26.456424.',
    },
    {
      cell: 'I24',
      level: 'warning',
      message: 'Ghi là dự bị nhưng đã vào Đảng hơn 12 tháng (06/12/1993), hãy kiểm tra.',
    },
  ])
  expect(list.notices).toEqual([])
})

test('the list out of the management system: all capitals, identity numbers, status words', async () => {
  const list = await listOf('ds-dang-vien-he-thong.xlsx')
  expect(list.headingRows).toEqual([1])
  expect(Object.values(columnsOf(list))).toEqual([
    'ordinal',
    'fullName',
    'cardNumber',
    'identityNumber',
    'birthDate',
    'admittedOn',
    'cellName',
    'residenceCell',
    'status',
  ])
  expect(list.rows.length).toBe(24)
  expect(list.cellNames).toEqual(['Chi bộ Phòng Quản lý đào tạo và Nghiên cứu khoa học'])
  expect(personOf(list, 2)).toMatchObject({
    fullName: 'Đoàn Ngọc Nam',
    sex: null,
    identityNumber: '024101064292',
    birthDate: '1996-10-07',
    admittedOn: '2018-09-16',
    residenceCell: 'Chi bộ Khu phố 9',
    role: null,
  })
  const standing = list.rows.map(({ row, member }) => [row, member.statuses.at(-1)?.status])
  expect(standing.filter(([, status]) => status !== 'full')).toEqual([
    [5, 'exempt'],
    [6, 'movedAway'],
    [13, 'exempt'],
    [14, 'movedAway'],
    [16, 'exempt'],
  ])
  expect(findingsOf(list).map(({ cell, level }) => `${cell} ${level}`)).toEqual(
    ['I5', 'I6', 'I13', 'I14', 'I16'].map((cell) => `${cell} warning`),
  )
  expect(findingsOf(list)[0]?.message).toBe(
    'Không ghi “Miễn sinh hoạt” từ ngày nào, tạm tính từ hôm nay 15/10/2026.',
  )
  expect(list.notices).toEqual([
    'Danh sách không có ngày chính thức: thời gian dự bị được tạm tính 12 tháng từ ngày vào Đảng.',
  ])
})

test('the list of a whole Party body: second sheet, several things in one cell, two cells', async () => {
  const list = await listOf('ds-dang-vien-dang-bo.xlsx')
  expect(list.sheets).toEqual(['Ghi chú', 'DSĐV'])
  expect(list.sheet).toBe('DSĐV')
  expect(Object.values(columnsOf(list))).toEqual([
    'ordinal',
    'nameWithSexAndBirth',
    'cellName',
    'roleAndJob',
    'cardAndFileNumber',
    'admittedOn',
    'memberKind',
    'politicalTheory',
  ])
  expect(list.rows.length).toBe(41)
  expect(list.cellNames).toEqual(['Chi bộ 1', 'Chi bộ 2'])
  expect(list.rows.filter(({ cellName }) => cellName === 'Chi bộ 2').length).toBe(13)
  expect(list.rows.filter(({ member }) => member.sex === 'male').length).toBe(23)
  expect(list.rows.filter(({ member }) => member.sex === 'female').length).toBe(18)
  expect(personOf(list, 4)).toMatchObject({
    fullName: 'Huỳnh Hồng Giang',
    sex: 'female',
    birthDate: '1973-04-21',
    cardNumber: '10.557124',
    fileNumber: '835909',
    role: 'secretary',
    job: 'Giảng viên chính',
    politicalTheory: 'Sơ cấp',
    admittedOn: '2004-03-05',
  })
  const probationary = list.rows.filter(({ member }) => member.statuses.at(-1)?.status === 'probationary')
  expect(probationary.map(({ row }) => row)).toEqual([12, 21, 30, 39])
  expect(findingsOf(list).map(({ cell }) => cell)).toEqual(['G12', 'G21', 'G30', 'G39'])
})
