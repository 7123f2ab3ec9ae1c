import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { SheetColumn, WorkbookSpec } from '../excel/workbook-spec.ts'
import { peopleOn, sampleCell } from './sample-data.ts'

const headings = [
  'STT',
  'Họ và tên',
  'Giới tính',
  'Ngày sinh',
  'Số thẻ đảng viên',
  'Ngày vào Đảng',
  'Ghi chú',
]
const widths = [6, 26, 9, 14, 18, 14, 32]

/**
 * A list of members such as an office keeps, for trying the import: some of the sample's own people, some new, and
 * the usual faults (a date that does not exist, a card twice, a name missing, a note that means a status).
 */
export function sampleList(today: string): WorkbookSpec {
  const known = peopleOn(today)
    .slice(2, 6)
    .map((person) => [
      person.fullName.toUpperCase(),
      person.sex === 'male' ? 'Nam' : 'Nữ',
      formatVietnameseDate(person.birthDate),
      '',
      formatVietnameseDate(person.admittedOn),
      '',
    ])
  const year = Number(today.slice(0, 4))
  const rows = [
    ...known,
    ['Sầm Thị Mây', 'Nữ', '1/2/1989', '09.900901', '19/05/2016', ''],
    ['Lường Văn Chung', 'Nam', '1977', '09900902', `03/02/${year - 18}`, `Miễn SH từ 01/5/${year}`],
    ['Hứa Minh Giang', 'Nam', '31/02/1985', '09.900903', '02/09/2012', ''],
    ['Ma Thị Hiền', 'Nữ', '15.6.1992', '09900902', '22122018', ''],
    ['', 'Nam', '07/1980', '09.900905', '20/11/2010', 'Chưa rõ họ tên'],
  ]
  return {
    sheets: [
      {
        key: 'list',
        name: 'Danh sách',
        head: [sampleCell.upperBody, sampleCell.name],
        titles: ['DANH SÁCH ĐẢNG VIÊN'],
        columns: headings.map((heading, index) => column(heading, widths[index] ?? 12)),
        rows: rows.map((cells, index) => ({
          key: null,
          bold: false,
          type: null,
          cells: [String(index + 1), ...cells],
        })),
        totals: [],
        notes: [],
        placeAndDate: '',
        signatures: { left: null, right: null },
        frozenColumns: 0,
        footer: '',
      },
    ],
  }
}

function column(heading: string, width: number): SheetColumn {
  return { key: heading, heading, group: null, width, type: 'text', centered: false }
}
