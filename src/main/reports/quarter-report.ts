import { remarkKindNames } from '../../shared/rules/remark.ts'
import type { MeetingRemark } from '../db/remarks.ts'
import { breathe } from './breathe.ts'
import type { Report } from './report.ts'
import { ordinalColumn, type ReportTable, tableOf, textColumn } from './report-table.ts'
import {
  daysColumn,
  durationColumn,
  rollColumns,
  saidColumns,
  scoreColumn,
  speakingColumns,
  strengthColumns,
  taskColumns,
  themesColumn,
} from './stretch-columns.ts'
import { byMonth, type Stretch, stretchesOf } from './stretches.ts'

/** Month by month: members, attendance, speaking, tasks, themes (T18), and what the meetings noted, in words. */
export const quarterReport: Report = async (source) => {
  const { each, all } = await stretchesOf(source, byMonth)
  await breathe()
  const table = await tableOf<Stretch>(
    {
      key: 'months',
      name: 'Báo cáo theo tháng',
      title: 'Báo cáo tình hình sinh hoạt chi bộ',
      notes: [
        'Đảng số tính vào ngày họp cuối của tháng; dòng tổng số lấy ngày họp cuối của kỳ. Lượt người phát biểu: mỗi đảng viên mỗi buổi tính một lần; tỷ lệ phát biểu = lượt người / có mặt.',
        'Thời lượng cộng các buổi có bấm giờ ở mục Điều hành. Nội dung biểu dương, phê bình, kiến nghị: xem trang “Ghi nhận”.',
      ],
      sentUpward: true,
      frozenColumns: 2,
    },
    [
      ordinalColumn(),
      textColumn('name', 'Tháng', ({ label }) => label, { centered: true, width: 8.5 }),
      daysColumn,
      ...strengthColumns,
      ...rollColumns,
      durationColumn,
      ...speakingColumns,
      ...taskColumns,
      themesColumn,
      scoreColumn,
      ...saidColumns,
    ],
    each.map((slice) => ({ key: slice.label, slice })),
    all,
  )
  table.charts = [
    { title: 'Tỷ lệ dự sinh hoạt theo tháng', categories: 'name', series: ['rate'] },
    { title: 'Tỷ lệ người có mặt đã phát biểu theo tháng', categories: 'name', series: ['speakerRate'] },
  ]
  return { something: all.meetings.length > 0, tables: [table, await remarksTable(all.remarks)] }
}

/** What the meetings noted, each in its own words. */
function remarksTable(remarks: readonly MeetingRemark[]): Promise<ReportTable> {
  return tableOf<MeetingRemark>(
    {
      key: 'remarks',
      name: 'Ghi nhận',
      title: 'Biểu dương, phê bình, kiến nghị và các việc được ghi nhận',
      notes: remarks.length === 0 ? ['Trong kỳ chưa có ghi nhận nào.'] : [],
      frozenColumns: 2,
    },
    [
      ordinalColumn(),
      textColumn('on', 'Ngày họp', ({ heldOn }) => heldOn, { type: 'date', centered: true, width: 12 }),
      textColumn('kind', 'Loại', ({ kind }) => remarkKindNames[kind], { width: 22 }),
      textColumn(
        'name',
        'Đảng viên',
        ({ members }) => members.map(({ fullName }) => fullName).join(', ') || null,
        {
          width: 26,
        },
      ),
      textColumn(
        'content',
        'Nội dung',
        ({ content }) => content.replace(/^./u, (c) => c.toLocaleUpperCase('vi')),
        {
          width: 60,
        },
      ),
    ],
    remarks.map((slice) => ({ key: `remark${slice.id}`, slice })),
    null,
  )
}
