import { reportPeriod, reportPeriodName } from '../../shared/rules/report-period.ts'
import { type Cell, formula, type SheetColumn, type WorkbookSpec } from '../excel/workbook-spec.ts'
import { sampleCell } from './sample-data.ts'

const columns: SheetColumn[] = [
  { key: 'ordinal', heading: 'STT', group: null, width: 6, type: 'integer', centered: true },
  { key: 'name', heading: 'Tên chi bộ', group: null, width: 24, type: 'text', centered: false },
  { key: 'strength', heading: 'Đảng số', group: null, width: 10, type: 'integer', centered: true },
  // Wide enough for what a cell is filled with: the rows keep their height.
  ...[
    ['Số lượng ĐV dự sinh hoạt lệ', 24] as const,
    ['Phát biểu ý kiến', 24] as const,
    ['Học tập chuyên đề', 34] as const,
    ['Nhiệm vụ giao', 11] as const,
    ['Nhiệm vụ hoàn thành', 11] as const,
    ['Ghi chú', 16] as const,
  ].map(
    ([heading, width]): SheetColumn => ({
      key: heading,
      heading,
      group: null,
      width,
      type: 'text',
      centered: true,
    }),
  ),
]
const cells = ['Chi bộ Khoa Cơ bản', sampleCell.name, 'Chi bộ Phòng Đào tạo']

/** An empty form such as an upper body sends for the last half-year that is over, for trying to fill it. */
export function sampleForm(today: string): WorkbookSpec {
  const asked = reportPeriodName(reportPeriod('halfYear', today, -1)) ?? ''
  const empty: Cell[] = columns.slice(2).map(() => null)
  return {
    sheets: [
      {
        key: 'form',
        name: 'Biểu',
        head: [sampleCell.upperBody],
        titles: [`BIỂU TỔNG HỢP SỐ LIỆU SINH HOẠT CHI BỘ ${asked.toLocaleUpperCase('vi')}`],
        columns,
        rows: cells.map((name, index) => ({
          key: name,
          bold: false,
          type: null,
          cells: [index + 1, name, ...empty],
        })),
        totals: [
          {
            key: 'sum',
            bold: true,
            type: null,
            cells: [
              null,
              'TỔNG SỐ',
              formula(0)`SUM(${{ column: 'strength', row: 'all' }})`,
              ...empty.slice(1),
            ],
          },
        ],
        notes: [],
        placeAndDate: '',
        signatures: { left: null, right: null },
        frozenColumns: 2,
        footer: '',
      },
    ],
  }
}
