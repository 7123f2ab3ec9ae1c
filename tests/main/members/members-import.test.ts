import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readWorkbook } from '../../../src/main/excel/read-workbook.ts'
import type { ListPreview } from '../../../src/shared/contract/members-import.ts'
import { hostileWorkbooks } from '../../support/hostile-workbooks.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'
import { textWorkbook } from '../../support/workbook-bytes.ts'

let started: TestProgram
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nhap-'))
  started = startProgram({
    now: '2026-10-15T08:00:00+07:00',
    host: { chooseSavePath: async (_kind, fileName) => join(folder, fileName) },
  })
  await started.call('cell.update', sampleCell)
})

afterEach(() => {
  started.close()
  expect(started.errors).toEqual([])
  rmSync(folder, { recursive: true })
})

const fileOf = (bytes: Uint8Array, fileName = 'danh sách.xlsx') => ({
  fileName,
  base64: Buffer.from(bytes).toString('base64'),
  sheet: null,
  columns: null,
})
const office = fileOf(readFileSync(resolve(import.meta.dirname, '../../samples/ds-dang-vien-van-phong.xlsx')))
const everyone = (list: ListPreview) =>
  list.rows.map(({ match, member }) => ({ memberId: match?.id ?? null, member }))
const contentOf = async () => {
  const rows = await started.call('members.list', { date: '2026-10-15' })
  return Promise.all(rows.map(({ id }) => started.call('members.get', { id })))
}

test('a list is read, taken over in one step and taken back by one undo', async () => {
  const list = await started.call('members.readList', office)
  expect(list.counts).toEqual({ ok: 12, warning: 4, error: 0 })
  expect(list.rows.every(({ match }) => match === null)).toBe(true)
  expect(await contentOf()).toEqual([])

  expect(await started.call('members.import', { rows: everyone(list) })).toEqual({ created: 16, updated: 0 })
  const people = await contentOf()
  expect(people.length).toBe(16)
  expect(people.find(({ fullName }) => fullName === 'Đinh Anh Khôi')).toMatchObject({
    cardNumber: '83.849712',
    roles: [{ role: 'secretary', fromDate: '2026-01-01', toDate: null }],
    statuses: [
      { status: 'probationary', fromDate: '1998-08-09', toDate: '1999-08-08' },
      { status: 'full', fromDate: '1999-08-09', toDate: null },
    ],
  })
  const rows = await started.call('members.list', { date: '2026-10-15' })
  expect(rows.filter(({ status }) => status === 'exempt').map(({ fullName }) => fullName)).toEqual([
    'Mai Thị Thủy',
  ])

  await started.call('history.undo', {})
  expect(await contentOf()).toEqual([])
  await started.call('history.redo', {})
  expect(await contentOf()).toEqual(people)
})

test('the same list again recognises everyone by card and changes nothing', async () => {
  await started.call('members.import', { rows: everyone(await started.call('members.readList', office)) })
  const before = await contentOf()
  const again = await started.call('members.readList', office)
  expect(again.rows.map(({ match }) => match?.by)).toEqual(Array(16).fill('cardNumber'))
  expect(again.rows.flatMap(({ match }) => match?.changes)).toEqual([])
  expect(await started.call('members.import', { rows: everyone(again) })).toEqual({ created: 0, updated: 16 })
  expect(await contentOf()).toEqual(before)
})

test('an update changes what the list has and keeps the rest', async () => {
  await started.call('members.import', {
    rows: everyone(
      await started.call(
        'members.readList',
        fileOf(
          textWorkbook([
            ['STT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Điện thoại', 'Ghi chú'],
            ['1', 'Lê Thị Ánh', '12/06/1975', '01/02/2000', '0912345678', 'Tổ trưởng'],
            ['2', 'Trần Văn Bình', '1980', '01/02/2000', '', ''],
          ]),
        ),
      ),
    ),
  })
  const list = await started.call(
    'members.readList',
    fileOf(
      textWorkbook([
        ['Họ và tên', 'Năm sinh', 'Số thẻ đảng viên', 'Chức vụ Đảng', 'Trạng thái', 'Ghi chú'],
        ['LÊ THỊ ÁNH', '1975', '12.345678', 'Bí thư', 'Miễn sinh hoạt từ 01/9/2026', ''],
        ['Trần Văn Bình', '1991', '', '', 'Đang sinh hoạt', ''],
      ]),
    ),
  )
  expect(list.rows.map(({ match }) => match?.by ?? null)).toEqual(['nameAndBirthDate', null])
  expect(list.rows[0]?.match?.changes).toEqual(['cardNumber', 'statuses', 'roles'])
  await started.call('members.import', { rows: everyone(list).slice(0, 1) })
  const people = await contentOf()
  expect(people.map(({ fullName }) => fullName)).toEqual(['Lê Thị Ánh', 'Trần Văn Bình'])
  expect(people[0]).toMatchObject({
    birthDate: '1975-06-12',
    cardNumber: '12.345678',
    phone: '0912345678',
    note: 'Tổ trưởng',
    roles: [{ role: 'secretary', fromDate: '2026-10-15', toDate: null }],
    statuses: [
      { status: 'probationary', fromDate: '2000-02-01', toDate: '2001-01-31' },
      { status: 'full', fromDate: '2001-02-01', toDate: '2026-08-31' },
      { status: 'exempt', fromDate: '2026-09-01', toDate: null },
    ],
  })
})

test('who stands twice in the list, or is another person in the register, is pointed out', async () => {
  await started.call('members.import', {
    rows: everyone(
      await started.call(
        'members.readList',
        fileOf(
          textWorkbook([
            ['Họ và tên', 'Số thẻ đảng'],
            ['Lê Thị Ánh', '12.345678'],
            ['Võ Văn Cường', ''],
          ]),
        ),
      ),
    ),
  })
  const list = await started.call(
    'members.readList',
    fileOf(
      textWorkbook([
        ['STT', 'Họ và tên', 'Ngày sinh', 'Số thẻ đảng'],
        ['1', 'Đỗ Văn Dũng', '01/02/1980', '12.345678'],
        ['2', 'Hồ Thị Hà', '03/04/1985', '11.111111'],
        ['3', 'Hồ Thị Hà', '03/04/1985', '22.222222'],
        ['4', 'Lý Thu Lan', '05/06/1990', '11.111111'],
        ['5', 'Võ Văn Cường', '07/08/1970', ''],
      ]),
    ),
  )
  expect(list.rows.map(({ findings }) => findings.map(({ cell, level }) => `${cell} ${level}`))).toEqual([
    ['D2 warning'],
    [],
    ['B4 error'],
    ['D5 error'],
    ['B6 warning'],
  ])
  expect(list.counts).toEqual({ ok: 1, warning: 2, error: 2 })
  expect(list.rows[0]?.match).toMatchObject({ fullName: 'Lê Thị Ánh', by: 'cardNumber' })
})

test('a refused row leaves nothing of the list behind', async () => {
  const list = await started.call('members.readList', office)
  const rows = everyone(list)
  const last = rows.at(-1)
  if (!last) throw new Error('no rows')
  rows.push({ memberId: null, member: { ...last.member, fullName: 'Người Khác' } })
  await expect(started.call('members.import', { rows })).rejects.toMatchObject({
    code: 'card-number-taken',
    fields: { 'Người Khác': 'Số thẻ này đã ghi cho Bùi Thu Phượng' },
  })
  expect(await contentOf()).toEqual([])
})

test('the user says what an unknown column is', async () => {
  const bytes = textWorkbook([
    ['STT', 'Đồng chí', 'Mốc A', 'Mốc B'],
    ['1', 'Lê Thị Ánh', '12/06/1975', '01/02/2000'],
  ])
  const first = await started.call('members.readList', fileOf(bytes))
  expect(first.rows).toEqual([])
  expect(first.columns.map(({ letter, known }) => [letter, known])).toEqual([
    ['A', true],
    ['B', false],
    ['C', false],
    ['D', false],
  ])
  const told = await started.call('members.readList', {
    ...fileOf(bytes),
    columns: { B: 'fullName', C: 'birthDate', D: 'admittedOn' },
  })
  expect(told.rows[0]?.member).toMatchObject({
    fullName: 'Lê Thị Ánh',
    birthDate: '1975-06-12',
    admittedOn: '2000-02-01',
  })
  expect(told.columns.every(({ known }) => known)).toBe(true)
})

test('the findings are saved as a workbook', async () => {
  const saved = await started.call('members.exportFindings', office)
  expect(saved?.path).toBe(join(folder, 'Kết quả kiểm tra - danh sách.xlsx'))
  const [sheet] = await readWorkbook(readFileSync(saved?.path ?? ''))
  const texts = sheet?.rows.map(({ cells }) => Object.values(cells).map(({ text }) => text)) ?? []
  expect(texts.flat()).toContain('16 dòng: 12 đạt, 4 cần xem, 0 lỗi')
  expect(texts.filter((row) => row.includes('Cần xem')).map((row) => row[3])).toEqual([
    'F14',
    'I17',
    'F20',
    'I24',
  ])
})

test('hostile files are refused in the program’s own words and it goes on', async () => {
  const names = [
    'one merge over A1:XFD20000',
    'a validation over the whole sheet',
    'an encrypted workbook',
    'an old workbook (.xls)',
    'a CSV renamed',
    'an empty file',
    'a truncated file',
    'row 999,999,999',
    'a bomb: 60 MB of one letter',
  ]
  for (const name of names) {
    const hostile = hostileWorkbooks.find((each) => each.name === name)
    if (!hostile) throw new Error(`no workbook called ${name}`)
    await expect(started.call('members.readList', fileOf(hostile.make())), name).rejects.toMatchObject({
      code: hostile.code,
    })
  }
  await expect(
    started.call('members.readList', fileOf(textWorkbook([['một'], ['hai']]))),
  ).rejects.toMatchObject({ code: 'list-not-found' })
  expect((await started.call('members.readList', office)).rows.length).toBe(16)
})
