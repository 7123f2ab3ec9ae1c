import { expect, test } from 'vitest'
import { findingsWorkbook } from '../../../src/main/members/findings-workbook.ts'
import type { ListRow } from '../../../src/shared/contract/members-import.ts'
import { blankPerson } from '../../support/blank-person.ts'

const row = (number: number, findings: ListRow['findings'], match: ListRow['match'] = null): ListRow => ({
  row: number,
  cellName: '',
  member: {
    fullName: `Người ${number}`,
    ...blankPerson,
    role: null,
    statuses: [{ status: 'full', fromDate: '2020-01-01', toDate: null, note: '' }],
  },
  findings,
  match,
})

test('every finding has its line with the cell’s address, and who is well has one too', () => {
  const [sheet] = findingsWorkbook({
    fileName: 'ds.xlsx',
    sheets: ['Trang'],
    sheet: 'Trang',
    headingRows: [1],
    columns: [],
    notices: ['Danh sách không có ngày sinh.'],
    cellNames: [],
    rows: [
      row(2, []),
      row(
        3,
        [
          { cell: 'B3', level: 'error', message: 'một' },
          { cell: 'F3', level: 'warning', message: 'hai' },
        ],
        { id: 1, fullName: 'Người 3', by: 'cardNumber', changes: [] },
      ),
    ],
    counts: { ok: 1, warning: 0, error: 1 },
  }).sheets
  expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
    ['2', 'Người 2', 'Đạt', '', '', 'Mới'],
    ['3', 'Người 3', 'Lỗi', 'B3', 'một', 'Đã có trong sổ'],
    ['3', 'Người 3', 'Cần xem', 'F3', 'hai', 'Đã có trong sổ'],
  ])
  expect(sheet?.titles).toContain('2 dòng: 1 đạt, 0 cần xem, 1 lỗi')
  expect(sheet?.notes).toEqual(['Danh sách không có ngày sinh.'])
})
