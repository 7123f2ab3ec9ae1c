import { expect, test } from 'vitest'
import {
  cellsOf,
  fateOf,
  matchSentence,
  ownCell,
  planOf,
  planSentence,
  rowsOfCell,
  withoutCell,
} from '../../../src/renderer/members/import-plan.ts'
import type { ListPreview, ListRow } from '../../../src/shared/contract/members-import.ts'
import { blankPerson } from '../../support/blank-person.ts'

const row = (number: number, cellName: string, more: Partial<ListRow> = {}): ListRow => ({
  row: number,
  cellName,
  member: {
    fullName: `Người ${number}`,
    ...blankPerson,
    role: null,
    statuses: [{ status: 'full', fromDate: '2020-01-01', toDate: null, note: '' }],
  },
  findings: [],
  match: null,
  ...more,
})
const known = { id: 7, fullName: 'Người 2', by: 'cardNumber', changes: [] } satisfies ListRow['match']
const preview = (rows: ListRow[]): ListPreview => ({
  fileName: 'a.xlsx',
  sheets: ['Trang'],
  sheet: 'Trang',
  headingRows: [1],
  columns: [],
  notices: [],
  cellNames: [...new Set(rows.map(({ cellName }) => cellName))].filter((name) => name !== ''),
  rows,
  counts: { ok: 0, warning: 0, error: 0 },
})

test('errors are never taken over, whatever the user leaves out', () => {
  const error = row(1, '', { findings: [{ cell: 'B1', level: 'error', message: '' }] })
  const warning = row(2, '', { findings: [{ cell: 'B2', level: 'warning', message: '' }], match: known })
  expect(fateOf(error, new Set())).toBe('error')
  expect(fateOf(error, new Set([1]))).toBe('error')
  expect(fateOf(warning, new Set())).toBe('update')
  expect(fateOf(warning, new Set([2]))).toBe('skip')
  expect(fateOf(row(3, ''), new Set())).toBe('create')
  expect(planOf([error, warning, row(3, '')], new Set([3]))).toEqual({
    create: 0,
    update: 1,
    skip: 1,
    error: 1,
  })
})

test('a list of several cells is taken cell by cell', () => {
  const list = preview([row(1, 'Chi bộ 1'), row(2, 'CHI BỘ  2'), row(3, '')])
  expect(cellsOf(list)).toEqual(['Chi bộ 1', 'CHI BỘ  2', withoutCell])
  expect(rowsOfCell(list, 'Chi bộ 1').map((each) => each.row)).toEqual([1])
  expect(rowsOfCell(list, withoutCell).map((each) => each.row)).toEqual([3])
  expect(rowsOfCell(list, null).map((each) => each.row)).toEqual([1, 2, 3])
  expect(ownCell(list, 'chi bo 2')).toBe('CHI BỘ  2')
  expect(ownCell(list, 'Chi bộ 3')).toBe(null)
  expect(cellsOf(preview([row(1, ''), row(2, '')]))).toEqual([])
})

test.each([
  [
    { create: 14, update: 2, skip: 0, error: 1 },
    'Sẽ thêm 14 người mới, cập nhật 2 người đã có; 1 dòng có lỗi không nhập.',
  ],
  [{ create: 0, update: 2, skip: 3, error: 0 }, 'Sẽ cập nhật 2 người đã có; bỏ qua 3 người.'],
  [{ create: 0, update: 0, skip: 3, error: 0 }, 'Chưa có ai để nhập; bỏ qua 3 người.'],
])('%j is said as %s', (plan, sentence) => {
  expect(planSentence(plan)).toBe(sentence)
})

test('an update says what it changes', () => {
  expect(matchSentence(known)).toBe('Trùng số thẻ, không có gì mới')
  expect(matchSentence({ ...known, by: 'nameAndBirthDate', changes: ['note', 'statuses'] })).toBe(
    'Trùng họ tên, ngày sinh, đổi: ghi chú, diện sinh hoạt',
  )
})
