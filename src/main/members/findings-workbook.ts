import type { ListPreview } from '../../shared/contract/members-import.ts'
import type { SheetColumn, WorkbookSpec } from '../excel/workbook-spec.ts'

const levelNames = { ok: 'Đạt', warning: 'Cần xem', error: 'Lỗi' } as const

/** What was found in a list, a line for each cell to look at, as a workbook beside which the list can be mended. */
export function findingsWorkbook(list: ListPreview): WorkbookSpec {
  const column = (key: string, heading: string, width: number, centered: boolean): SheetColumn => ({
    key,
    heading,
    group: null,
    width,
    type: 'text',
    centered,
  })
  const rows = list.rows.flatMap((row) => {
    const findings =
      row.findings.length > 0 ? row.findings : [{ cell: '', level: 'ok' as const, message: '' }]
    return findings.map(({ cell, level, message }) => ({
      key: null,
      bold: false,
      type: null,
      cells: [
        String(row.row),
        row.member.fullName,
        levelNames[level],
        cell,
        message,
        row.match ? 'Đã có trong sổ' : 'Mới',
      ],
    }))
  })
  const { ok, warning, error } = list.counts
  return {
    sheets: [
      {
        key: 'findings',
        name: 'Kết quả kiểm tra',
        head: [],
        titles: [
          'KẾT QUẢ KIỂM TRA DANH SÁCH ĐẢNG VIÊN',
          `Tệp ${list.fileName}, trang tính ${list.sheet}`,
          `${list.rows.length} dòng: ${ok} đạt, ${warning} cần xem, ${error} lỗi`,
        ],
        columns: [
          column('row', 'Dòng', 8, true),
          column('name', 'Họ và tên', 28, false),
          column('level', 'Kết quả', 12, true),
          column('cell', 'Ô', 8, true),
          column('message', 'Điều cần xem', 70, false),
          column('match', 'Trong sổ', 16, true),
        ],
        rows,
        totals: [],
        notes: list.notices,
        placeAndDate: '',
        signatures: { left: null, right: null },
        frozenColumns: 2,
        footer: 'Kết quả kiểm tra danh sách',
      },
    ],
  }
}
