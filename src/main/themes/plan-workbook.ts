import type { PaperLayout } from '../../shared/documents/paper-layout.ts'
import { recipientsBlock } from '../../shared/documents/paper-words.ts'
import { upperCommittee } from '../../shared/rules/cell.ts'
import { longDate } from '../../shared/rules/long-date.ts'
import { quarterName } from '../../shared/rules/theme.ts'
import { type SheetColumn, type SheetRow, sheetColumn, type WorkbookSpec } from '../excel/workbook-spec.ts'
import type { PlanLine, YearPlan } from './year-plan.ts'

/** The usual columns of a year's plan of themed sessions; the import reads the same headings. */
export const planColumns: SheetColumn[] = [
  sheetColumn('ordinal', 'STT', 6, 'integer', true),
  sheetColumn('month', 'Quý / tháng', 10, 'text', true),
  sheetColumn('title', 'Tên chuyên đề', 26, 'text', false),
  sheetColumn('reason', 'Lý do chọn, vấn đề cần giải quyết', 29, 'text', false),
  sheetColumn('lead', 'Người chuẩn bị (báo cáo đề dẫn)', 16, 'text', false),
  sheetColumn('contributors', 'Người phát biểu tham luận', 22, 'text', false),
  sheetColumn('draft', 'Thời hạn gửi dự thảo', 11, 'date', true),
  sheetColumn('session', 'Ngày sinh hoạt', 11, 'date', true),
  sheetColumn('product', 'Sản phẩm / kết luận', 24, 'text', false),
  sheetColumn('reported', 'Ngày báo cáo cấp trên', 11, 'date', true),
  sheetColumn('note', 'Ghi chú', 13, 'text', false),
]

/** Who gets the plan. */
export function planRecipients({ cell }: YearPlan): string[] {
  return [`${upperCommittee(cell.upperBody)} (để báo cáo)`, 'Đảng viên chi bộ (để thực hiện)', 'Lưu Chi bộ']
}

/** `Kế hoạch sinh hoạt chuyên đề năm`: a line a theme under the heading of its quarter. */
export function planWorkbook(plan: YearPlan, layout: PaperLayout): WorkbookSpec {
  let ordinal = 0
  const rows = plan.quarters.flatMap(({ quarter, lines }): SheetRow[] => [
    {
      key: `quarter ${quarter}`,
      bold: true,
      type: null,
      across: true,
      cells: planColumns.map((_, index) =>
        index === 0
          ? `${quarterName(quarter)} năm ${plan.year}${lines.length === 0 ? ' (chưa có chuyên đề)' : ''}`
          : null,
      ),
    },
    ...lines.map((line) => themeRow(line, ++ordinal)),
  ])
  return {
    sheets: [
      {
        key: 'plan',
        name: `Chuyên đề ${plan.year}`,
        titles: ['KẾ HOẠCH SINH HOẠT CHUYÊN ĐỀ', `Năm ${plan.year}`],
        columns: planColumns,
        rows,
        totals: [],
        head: [plan.cell.upperBody, plan.cell.name].map((name) => name.toLocaleUpperCase('vi')),
        placeAndDate: `${plan.cell.place}, ${longDate(plan.today)}`,
        signatures: {
          left: { recipients: recipientsBlock(planRecipients(plan), layout) },
          right: { lines: plan.signedAs, name: plan.signature.name },
        },
        footer: plan.cell.name,
        notes: ['Ngày báo cáo cấp trên: ngày đã báo cáo, hoặc hạn báo cáo nếu chưa báo cáo.'],
        frozenColumns: 3,
      },
    ],
  }
}

function themeRow(line: PlanLine, ordinal: number): SheetRow {
  return {
    key: `theme ${ordinal}`,
    bold: false,
    type: null,
    cells: [
      ordinal,
      line.month === null ? quarterName(line.quarter) : `Tháng ${line.month}`,
      line.title,
      line.reason,
      line.lead ?? '',
      line.contributors.map(contributorText).join('\n'),
      line.draftDueOn,
      line.sessionDay,
      line.product,
      line.reportedOn,
      line.note,
    ],
  }
}

/** "Lê An: tiết kiệm điện". */
export function contributorText({ fullName, topic }: PlanLine['contributors'][number]): string {
  return topic.trim() === '' ? fullName : `${fullName}: ${topic.trim()}`
}
