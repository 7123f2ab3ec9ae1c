import { percent } from '../../shared/rules/attendance.ts'
import { isThemed } from '../../shared/rules/meeting.ts'
import { ownStatuses } from '../../shared/rules/member.ts'
import type { RemarkKind } from '../../shared/rules/remark.ts'
import type { MeetingRemark } from '../db/remarks.ts'
import { breathe } from './breathe.ts'
import { meetingsFigure, membersFigure, movesFigure, rollFigures, sessionsFigure } from './facts.ts'
import type { Report } from './report.ts'
import { came, type Entry, type Speech } from './report-source.ts'
import { counted, type Figure, ordinalColumn, plain, tableOf, textColumn, told } from './report-table.ts'
import {
  admissionsColumn,
  doneColumns,
  durationColumn,
  meetingsColumn,
  remarksOfKind,
  rollColumns,
  saidColumns,
  speakingColumns,
  strengthColumn,
  taskColumns,
  themedColumn,
} from './stretch-columns.ts'
import { byQuarter, type Stretch, stretchesOf } from './stretches.ts'

/** The half-year's and the year's summary as upper bodies ask for it (T9), and its figures quarter by quarter. */
export const summaryReport: Report = async (source) => {
  const { book } = await source.noted()
  const { each, all } = await stretchesOf(source, byQuarter)
  const { ofPeriod } = await source.sessions()
  const ofPlan = ofPeriod.filter(({ from }) => 'theme' in from)
  const planned = sessionsFigure('Chuyên đề trong kế hoạch', ofPlan)
  const held = sessionsFigure(
    'Đã sinh hoạt',
    ofPlan.filter(({ heldOn }) => heldOn !== null),
  )
  const form = await tableOf<Stretch>(
    {
      key: 'form',
      name: 'Biểu tổng hợp',
      title: 'Biểu tổng hợp số liệu báo cáo',
      notes: [
        'Dự sinh hoạt, học tập chuyên đề: lượt có mặt / lượt phải dự. Phát biểu: đảng viên đã phát biểu ít nhất một lần / đảng viên đã dự.',
        'Kế hoạch sinh hoạt chuyên đề: số đã sinh hoạt / số có trong kế hoạch của kỳ. Dân vận khéo, đọc bài viết, kiểm tra, giám sát: theo ghi nhận của các buổi họp. Ghi chú để trống do bí thư ghi.',
      ],
      sentUpward: true,
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
      words('massWork', 'Dân vận khéo', ({ remarks }) => howMany(remarks, 'massWork', 'mô hình')),
      words('themes', `Học tập chuyên đề ${source.toDate.slice(0, 4)}`, ({ meetings, entries }) => {
        const themed = meetingsFigure('Sinh hoạt chuyên đề', meetings.filter(isThemed))
        const there = entries.filter(({ meeting }) => isThemed(meeting))
        const [present, obliged] = [rollFigures.present(there), rollFigures.obliged(there)]
        if (there.length === 0) return told(`${themed.value} buổi`, themed)
        return told(
          `${themed.value} buổi, dự ${shareWords(present, obliged).value}`,
          themed,
          present,
          obliged,
        )
      }),
      words('reading', 'Đọc bài viết', ({ remarks }) => howMany(remarks, 'reading', 'bài')),
      words('themePlan', 'KH sinh hoạt CĐ', () => shareWords(held, planned)),
      words('admissions', 'KNĐ', ({ admissions }) => {
        const admitted = movesFigure('Kết nạp đảng viên', admissions)
        return told(`${admitted.value} đảng viên`, admitted)
      }),
      words('inspection', 'KT, GS', ({ remarks }) => howMany(remarks, 'inspection', 'cuộc')),
      empty('note', 'Ghi chú'),
    ],
    [{ key: 'cell', slice: all }],
    null,
  )
  await breathe()
  const quarters = await tableOf<Stretch>(
    {
      key: 'quarters',
      name: 'Theo quý',
      title: 'Số liệu theo quý',
      notes: [
        'Đảng số tính vào ngày họp cuối của quý; dòng tổng số lấy ngày họp cuối của kỳ. Lượt người phát biểu: mỗi đảng viên mỗi buổi tính một lần; tỷ lệ phát biểu = lượt người / có mặt.',
      ],
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
  await breathe()
  const noted = await tableOf<Stretch>(
    {
      key: 'noted',
      name: 'Ghi nhận theo quý',
      title: 'Ghi nhận tại các buổi họp theo quý',
      notes: [
        'Số lần được ghi ở mục Kết luận của các buổi họp; kết nạp theo ngày vào Đảng ghi ở từng đảng viên.',
      ],
      frozenColumns: 2,
    },
    [
      ordinalColumn(),
      textColumn('name', 'Quý', ({ label }) => label, { centered: true, width: 16 }),
      ...saidColumns,
      ...doneColumns,
      admissionsColumn,
    ],
    each.map((slice) => ({ key: slice.label, slice })),
    all,
  )
  quarters.charts = [{ title: 'Tỷ lệ dự sinh hoạt theo quý', categories: 'name', series: ['rate'] }]
  return { something: all.meetings.length > 0, tables: [form, quarters, noted] }
}

function words(key: string, heading: string, of: (stretch: Stretch) => Figure) {
  return { ...textColumn<Stretch>(key, heading, () => null, { width: 17, centered: true }), of }
}

function empty(key: string, heading: string) {
  return { ...textColumn<Stretch>(key, heading, () => null, { width: 11 }), of: () => plain(null) }
}

/** "3 mô hình"; what nobody noted is told as that. */
function howMany(remarks: readonly MeetingRemark[], kind: RemarkKind, unit: string): Figure {
  const noted = remarksOfKind(remarks, kind)
  return told(noted.value === 0 ? 'Chưa có' : `${noted.value} ${unit}`, noted)
}

/** "15/15 (100%)". */
function shareWords(part: Figure, whole: Figure): Figure {
  const [ofPart, ofWhole] = [Number(part.value), Number(whole.value)]
  const text = ofWhole === 0 ? 'Chưa có' : `${ofPart}/${ofWhole} (${percent(ofPart, ofWhole)})`
  return told(text, part, whole)
}

/** Each by id with the name, once. */
type People = Map<number, string>

function attended(entries: readonly Entry[]): People {
  const found: People = new Map()
  for (const entry of entries) if (came(entry)) found.set(entry.member.id, entry.member.fullName)
  return found
}

function spoke(speeches: readonly Speech[]): People {
  const found: People = new Map()
  for (const { turn, name } of speeches) if (turn.memberId !== null) found.set(turn.memberId, name)
  return found
}

const people = (heading: string, found: People) =>
  counted(heading, 'member', [...found], ([id, name]) => ({ text: name, path: `/dang-vien/${id}` }))
