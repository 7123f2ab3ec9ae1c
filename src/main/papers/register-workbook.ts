import type { PaperRegister } from '../../shared/contract/register.ts'
import { longDate } from '../../shared/rules/long-date.ts'
import {
  groupWords,
  papersOfTerm,
  type RegisterGroup,
  type RegisterLine,
  registerGroups,
  revisionWords,
  termWords,
} from '../../shared/rules/paper-register.ts'
import { type SheetColumn, type SheetRow, sheetColumn, type WorkbookSpec } from '../excel/workbook-spec.ts'

const columns: SheetColumn[] = [
  sheetColumn('symbol', 'Số và ký hiệu', 16, 'text', true),
  sheetColumn('issuedOn', 'Ngày ban hành', 13, 'date', true),
  sheetColumn('title', 'Tên loại và trích yếu', 54, 'text', false),
  sheetColumn('meeting', 'Từ buổi họp', 40, 'text', false),
  sheetColumn('note', 'Ghi chú', 32, 'text', false),
]

/** `Sổ đăng ký văn bản` of one term: a line a number under the heading of its type, numbers left out among them. */
export function registerWorkbook(
  { papers, types, terms, abbreviation }: PaperRegister,
  termId: number | null,
  cell: { name: string; upperBody: string; place: string },
  today: string,
): WorkbookSpec {
  const groups = registerGroups(papersOfTerm(papers, terms, termId), types, abbreviation)
  return {
    sheets: [
      {
        key: 'register',
        name: 'Sổ đăng ký văn bản',
        head: [cell.upperBody, cell.name].map((name) => name.toLocaleUpperCase('vi')),
        titles: ['SỔ ĐĂNG KÝ VĂN BẢN', `Nhiệm kỳ chi ủy: ${termWords(terms, termId)}`],
        columns,
        rows: groups.flatMap(groupRows),
        totals: [],
        notes: ['Số đánh từ 01, liên tục theo từng thể loại trong một nhiệm kỳ.'],
        placeAndDate: `${cell.place}, ${longDate(today)}`,
        signatures: { left: null, right: null },
        frozenColumns: 1,
        footer: cell.name,
      },
    ],
  }
}

function groupRows(group: RegisterGroup): SheetRow[] {
  return [
    {
      key: `type ${group.code}`,
      bold: true,
      type: null,
      across: true,
      cells: columns.map((_, index) => (index === 0 ? `${group.name}: ${groupWords(group)}` : null)),
    },
    ...group.lines.map((line) => ({ key: null, bold: false, type: null, cells: lineCells(line) })),
  ]
}

function lineCells(line: RegisterLine): SheetRow['cells'] {
  if (line.kind === 'gap') return ['', null, line.words, '', '']
  const { paper, amiss } = line
  const notes = [
    ...amiss,
    revisionWords(paper),
    paper.origin === 'outside' ? 'Cấp ngoài chương trình' : '',
  ].filter((words) => words !== '')
  return [paper.symbol, paper.issuedOn, paper.title, paper.meeting?.title ?? '', notes.join('; ')]
}
