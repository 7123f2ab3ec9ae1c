import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SheetCell } from '../../../src/main/excel/read-sheet.ts'
import { readWorkbook, type SheetData } from '../../../src/main/excel/read-workbook.ts'
import { columnLetter } from '../../../src/main/excel/sheet-range.ts'
import { levelOf, readList } from '../../../src/main/members/read-list.ts'
import { AppError } from '../../../src/shared/contract/errors.ts'
import { importContract } from '../../../src/shared/contract/members-import.ts'
import { textRows, workbookParts } from '../../support/workbook-bytes.ts'
import { makeZip } from '../../support/zip.ts'

type Cells = readonly (readonly (string | number | null)[])[]

async function listOf(rows: Cells, merges: readonly string[] = []) {
  const after = merges.length
    ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    : ''
  const sheets = await readWorkbook(makeZip(workbookParts([{ data: textRows(rows), after }])))
  return readList(sheets, { sheet: null, columns: null, today: '2026-10-15' })
}
const namesOf = (list: Awaited<ReturnType<typeof listOf>>) => list.rows.map(({ member }) => member.fullName)

test('cells as headings between the people name the cell of those below', async () => {
  const list = await listOf([
    ['DANH SÁCH ĐẢNG VIÊN'],
    ['STT', 'Họ và tên', 'Năm sinh'],
    ['(1)', '(2)', '(3)'],
    ['I', 'CHI BỘ PHÒNG ĐÀO TẠO'],
    ['1', 'Lê Thị Ánh', '1975'],
    ['2', 'Võ Văn Bình', '1980'],
    [null, 'Cộng: 02'],
    ['II', 'Chi bộ Phòng Hành chính'],
    ['1', 'Hồ Thu Cúc', '1985'],
    [null, 'TỔNG CỘNG: 3 đảng viên'],
    [null, null, 'Hà Giang, ngày 30 tháng 9 năm 2026'],
    [null, 'NGƯỜI LẬP BIỂU', 'T/M CHI ỦY'],
    [null, 'Nguyễn Thị Lập', 'BÍ THƯ'],
  ])
  expect(list.rows.map(({ cellName, member }) => [cellName, member.fullName])).toEqual([
    ['CHI BỘ PHÒNG ĐÀO TẠO', 'Lê Thị Ánh'],
    ['CHI BỘ PHÒNG ĐÀO TẠO', 'Võ Văn Bình'],
    ['Chi bộ Phòng Hành chính', 'Hồ Thu Cúc'],
  ])
  expect(list.cellNames).toEqual(['CHI BỘ PHÒNG ĐÀO TẠO', 'Chi bộ Phòng Hành chính'])
})

test('a job or a family name that sounds like a sum is none', async () => {
  const list = await listOf([
    ['STT', 'Họ và tên', 'Nghề nghiệp', 'Năm sinh'],
    ['1', 'Tống Công Minh', 'Công chức', '1975'],
    [null, 'Công Tôn Nữ Hoa', 'Công nhân', '1980'],
    ['3', 'Lê Thị Cộng', 'Viên chức', '1985'],
  ])
  expect(namesOf(list)).toEqual(['Tống Công Minh', 'Công Tôn Nữ Hoa', 'Lê Thị Cộng'])
})

test('a list without numbers, with roles, ends at its signatures', async () => {
  const list = await listOf([
    ['Họ và tên', 'Chức vụ Đảng'],
    ['Lê Thị Ánh', 'Bí thư'],
    ['Võ Văn Bình', 'Đảng viên'],
    ['Hồ Thu Cúc', ''],
    ['Nơi nhận:', 'T/M CHI BỘ'],
    ['Nguyễn Văn Ký', ''],
  ])
  expect(list.rows.map(({ member }) => [member.fullName, member.role])).toEqual([
    ['Lê Thị Ánh', 'secretary'],
    ['Võ Văn Bình', 'member'],
    ['Hồ Thu Cúc', null],
  ])
  expect(list.notices.at(-1)).toBe('Bỏ qua vì không phải đảng viên: dòng 6 (“Nguyễn Văn Ký”).')
})

test('family name and given name in two columns, under one merged heading or two', async () => {
  const people: Cells = [
    ['1', 'NGUYỄN THỊ', 'ÁNH', '1975'],
    ['2', 'Võ  Văn', 'Bình', '1980'],
  ]
  const merged = await listOf([['STT', 'Họ và tên', null, 'Năm sinh'], ...people], ['B1:C1'])
  const apart = await listOf([['STT', 'Họ và tên đệm', 'Tên', 'Năm sinh'], ...people])
  expect(namesOf(merged)).toEqual(['Nguyễn Thị Ánh', 'Võ Văn Bình'])
  expect(namesOf(apart)).toEqual(['Nguyễn Thị Ánh', 'Võ Văn Bình'])
})

test('two heading rows that nobody merged, and a cell merged over several people', async () => {
  const list = await listOf(
    [
      ['STT', 'Họ và tên', 'Ngày sinh', null, 'Chi bộ'],
      [null, null, 'Nam', 'Nữ', null],
      ['1', 'Lê Thị Ánh', null, '1/2/75', 'Chi bộ 1'],
      ['2', 'Võ Văn Bình', '03/1980', null, null],
      ['3', 'Hồ Thu Cúc', null, '1985', 'Chi bộ 2'],
    ],
    ['E3:E4'],
  )
  expect(list.headingRows).toEqual([1, 2])
  expect(list.rows.map(({ cellName, member }) => [member.sex, member.birthDate, cellName])).toEqual([
    ['female', '1975-02-01', 'Chi bộ 1'],
    ['male', '1980-03', 'Chi bộ 1'],
    ['female', '1985', 'Chi bộ 2'],
  ])
})

test('doubts and mistakes carry the address of their cell', async () => {
  const list = await listOf([
    ['STT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức', 'Trạng thái', 'Giới tính'],
    ['1', null, '01/02/1980', '01/02/2005', '01/02/2006', 'Đang sinh hoạt', 'Nam'],
    ['2', 'Lê Thị Ánh', '31/02/1980', '2005', '01/02/2004', 'Nghỉ không lương', 'X'],
    ['3', 'Võ Văn Bình', '01/02/2000', '01/02/2010', '01/02/2011', '', ''],
    ['4', 'Hồ Thu Cúc', '01/02/1985', '01/02/2030', '', '', ''],
  ])
  expect(
    list.rows.map((row) => [levelOf(row), [...new Set(row.findings.map(({ cell }) => cell))].sort()]),
  ).toEqual([
    ['error', ['B2']],
    ['warning', ['B3', 'C3', 'D3', 'F3', 'G3']],
    ['warning', ['D4']],
    ['warning', ['B5', 'D5']],
  ])
  expect(list.rows[1]?.member).toMatchObject({ birthDate: null, admittedOn: null, officialOn: '2004-02-01' })
})

test('nothing that looks like a list is said plainly', async () => {
  await expect(listOf([['một'], ['hai']])).rejects.toMatchObject({ code: 'list-not-found' })
  const sheets = await readWorkbook(makeZip(workbookParts([{ data: '' }])))
  expect(() => readList(sheets, { sheet: null, columns: null, today: '2026-10-15' })).toThrow(AppError)
  expect(() => readList(sheets, { sheet: 'Không có', columns: null, today: '2026-10-15' })).toThrow(AppError)
})

const words = fc.oneof(
  fc.constantFrom(
    'STT',
    'Họ và tên',
    'Ngày sinh',
    'Nam',
    'Nữ',
    'Số thẻ',
    'Trạng thái',
    'Ghi chú',
    'Lê Thị Ánh\nNữ - 1/2/80',
    'Tổng cộng',
    'Chi bộ 1',
    'Miễn SH từ 1/5/2026',
    '10.557124\n835909',
    '__proto__',
    '1',
    '(2)',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constant('a \n('.repeat(5000)),
)
const cell: fc.Arbitrary<SheetCell> = fc.oneof(
  words.map((text) => ({ text, kind: 'text' as const, number: null })),
  fc.double({ noNaN: true }).map((number) => ({ text: String(number), kind: 'number' as const, number })),
  fc.constant({ text: '', kind: 'failed' as const, number: null }),
  fc.constant({ text: '1980-02-01', kind: 'date' as const, number: 29252 }),
)
const sheet: fc.Arbitrary<SheetData> = fc.record({
  name: fc.constant('Trang'),
  hidden: fc.boolean(),
  rows: fc.array(fc.array(fc.option(cell), { maxLength: 8 }), { maxLength: 12 }).map((rows) =>
    rows.map((cells, index) => ({
      row: index + 1,
      cells: Object.fromEntries(cells.flatMap((each, i) => (each ? [[columnLetter(i + 1), each]] : []))),
    })),
  ),
  merges: fc.array(
    fc.tuple(fc.nat(5), fc.nat(3), fc.nat(5), fc.nat(3)).map(([row, down, column, right]) => ({
      firstRow: row + 1,
      lastRow: row + 1 + down,
      firstColumn: column + 1,
      lastColumn: column + 1 + right,
    })),
    { maxLength: 4 },
  ),
})

test('whatever stands in a sheet, the answer is a list or a plain refusal, and what is offered can be taken over', () => {
  const accepts = importContract['members.import'].input
  fc.assert(
    fc.property(fc.array(sheet, { minLength: 1, maxLength: 2 }), (sheets) => {
      try {
        const list = readList(sheets, { sheet: null, columns: null, today: '2026-10-15' })
        for (const row of list.rows) {
          if (levelOf(row) === 'error') continue
          expect(accepts.safeParse({ rows: [{ memberId: null, member: row.member }] }).error).toBe(undefined)
        }
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        expect(error.code).toBe('list-not-found')
      }
    }),
    { numRuns: 500 },
  )
})
