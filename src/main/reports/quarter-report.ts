import type { Report } from './report.ts'
import { ordinalColumn, tableOf, textColumn } from './report-table.ts'
import {
  daysColumn,
  durationColumn,
  rollColumns,
  scoreColumn,
  speakingColumns,
  strengthColumns,
  taskColumns,
  themesColumn,
} from './stretch-columns.ts'
import { byMonth, type Stretch, stretchesOf } from './stretches.ts'

/** Columns no record can fill yet: left to the secretary's hand. */
const byHand = [
  ['praise', 'Biểu dương'],
  ['criticism', 'Phê bình'],
  ['proposals', 'Kiến nghị'],
] as const

/** Month by month: members, attendance, speaking, tasks, themes (T18). */
export const quarterReport: Report = async (source) => {
  const { each, all } = await stretchesOf(source, byMonth)
  const table = tableOf<Stretch>(
    {
      key: 'months',
      name: 'Báo cáo theo tháng',
      title: 'Báo cáo tình hình sinh hoạt chi bộ',
      notes: [
        'Đảng số tính vào ngày họp cuối của tháng; dòng tổng số lấy ngày họp cuối của kỳ. Tỷ lệ phát biểu = số người phát biểu / có mặt.',
        'Thời lượng cộng các buổi có bấm giờ ở mục Điều hành. Biểu dương, Phê bình, Kiến nghị để trống cho bí thư ghi.',
      ],
      frozenColumns: 2,
    },
    [
      ordinalColumn(),
      textColumn('name', 'Tháng', ({ label }) => label, { centered: true, width: 11 }),
      daysColumn,
      ...strengthColumns,
      ...rollColumns,
      durationColumn,
      ...speakingColumns,
      ...taskColumns,
      themesColumn,
      scoreColumn,
      ...byHand.map(([key, heading]) => textColumn<Stretch>(key, heading, () => null, { width: 12 })),
    ],
    each.map((slice) => ({ key: slice.label, slice })),
    all,
  )
  table.charts = [
    { title: 'Tỷ lệ dự sinh hoạt theo tháng', categories: 'name', series: ['rate'] },
    { title: 'Tỷ lệ người có mặt đã phát biểu theo tháng', categories: 'name', series: ['speakerRate'] },
  ]
  return { something: all.meetings.length > 0, tables: [table] }
}
