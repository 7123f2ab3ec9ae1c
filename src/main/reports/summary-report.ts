import { percent } from '../../shared/rules/attendance.ts'
import { ownStatuses } from '../../shared/rules/member.ts'
import { meetingsFigure, membersFigure, rollFigures } from './facts.ts'
import type { Report } from './report.ts'
import { came, type Entry, type Speech } from './report-source.ts'
import { counted, type Figure, ordinalColumn, plain, tableOf, textColumn, told } from './report-table.ts'
import {
  durationColumn,
  meetingsColumn,
  rollColumns,
  speakingColumns,
  strengthColumn,
  taskColumns,
  themedColumn,
} from './stretch-columns.ts'
import { byQuarter, isThemed, type Stretch, stretchesOf } from './stretches.ts'

/** The half-year's and the year's summary as upper bodies ask for it (T9), and its figures quarter by quarter. */
export const summaryReport: Report = async (source) => {
  const { book } = await source.noted()
  const { each, all } = await stretchesOf(source, byQuarter)
  const form = tableOf<Stretch>(
    {
      key: 'form',
      name: 'Biểu tổng hợp',
      title: 'Biểu tổng hợp số liệu báo cáo',
      notes: [
        'Dự sinh hoạt: lượt có mặt / lượt phải dự. Phát biểu: đảng viên đã phát biểu ít nhất một lần / đảng viên đã dự. Cột để trống do bí thư ghi.',
      ],
      frozenColumns: 2,
    },
    [
      ordinalColumn(),
      textColumn('name', 'Tên chi bộ', () => book.cell.name, { width: 24 }),
      {
        ...strengthColumn,
        key: 'strength',
        width: 9,
        of: ({ members, day }) => membersFigure('Đảng số', members, ownStatuses, day),
      },
      words('attendance', 'Số lượng ĐV dự sinh hoạt lệ', ({ entries }) =>
        shareWords(rollFigures.present(entries), rollFigures.obliged(entries)),
      ),
      words('speaking', 'Phát biểu ý kiến', ({ entries, speeches }) => {
        const there = people('Đảng viên đã dự', attended(entries))
        return shareWords(people('Đảng viên đã phát biểu', spoke(speeches)), there)
      }),
      empty('massWork', 'Dân vận khéo'),
      words('themes', 'Học tập chuyên đề', ({ meetings }) => {
        const themed = meetingsFigure('Sinh hoạt chuyên đề', meetings.filter(isThemed))
        return told(`${themed.value} buổi`, themed)
      }),
      empty('articles', 'Đọc bài viết'),
      empty('themePlan', 'KH sinh hoạt CĐ'),
      empty('admissions', 'KNĐ'),
      empty('inspection', 'KT, GS'),
      empty('note', 'Ghi chú'),
    ],
    [{ key: 'cell', slice: all }],
    null,
  )
  const quarters = tableOf<Stretch>(
    {
      key: 'quarters',
      name: 'Theo quý',
      title: 'Số liệu theo quý',
      notes: ['Đảng số tính vào ngày họp cuối của quý; dòng tổng số lấy ngày họp cuối của kỳ.'],
      frozenColumns: 2,
    },
    [
      ordinalColumn(),
      textColumn('name', 'Quý', ({ label }) => label, { centered: true, width: 14 }),
      strengthColumn,
      meetingsColumn,
      ...rollColumns,
      durationColumn,
      ...speakingColumns,
      ...taskColumns,
      themedColumn,
    ],
    each.map((slice) => ({ key: slice.label, slice })),
    all,
  )
  quarters.charts = [{ title: 'Tỷ lệ dự sinh hoạt theo quý', categories: 'name', series: ['rate'] }]
  return { something: all.meetings.length > 0, tables: [form, quarters] }
}

function words(key: string, heading: string, of: (stretch: Stretch) => Figure) {
  return { ...textColumn<Stretch>(key, heading, () => null, { width: 17, centered: true }), of }
}

function empty(key: string, heading: string) {
  return { ...textColumn<Stretch>(key, heading, () => null, { width: 11 }), of: () => plain(null) }
}

/** "15/15 (100%)". */
function shareWords(part: Figure, whole: Figure): Figure {
  const [ofPart, ofWhole] = [Number(part.value), Number(whole.value)]
  const text = ofWhole === 0 ? 'Chưa có' : `${ofPart}/${ofWhole} (${percent(ofPart, ofWhole)})`
  return told(text, part, whole)
}

type Someone = { id: number; name: string }

const attended = (entries: readonly Entry[]): Someone[] =>
  distinct(entries.filter(came).map(({ member }) => ({ id: member.id, name: member.fullName })))

const spoke = (speeches: readonly Speech[]): Someone[] =>
  distinct(
    speeches.flatMap(({ turn, name }) => (turn.memberId === null ? [] : [{ id: turn.memberId, name }])),
  )

const distinct = (list: readonly Someone[]) => [...new Map(list.map((each) => [each.id, each])).values()]

const people = (heading: string, list: readonly Someone[]) =>
  counted(heading, 'member', list, ({ id, name }) => ({ text: name, path: `/dang-vien/${id}` }))
