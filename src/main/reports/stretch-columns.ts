import { isThemed } from '../../shared/rules/meeting.ts'
import { ownStatuses } from '../../shared/rules/member.ts'
import { type RemarkKind, remarkKindNames } from '../../shared/rules/remark.ts'
import { pointsText, scoreLevelNames } from '../../shared/rules/score.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { MeetingRemark } from '../db/remarks.ts'
import {
  meetingsFigure,
  meetingWords,
  membersFigure,
  movesFigure,
  remarksFigure,
  rollFigures,
  speakersFigure,
  tasksFigure,
  turnsFigure,
} from './facts.ts'
import { type FigureColumn, numberColumn, shareOf, summed, textColumn } from './report-table.ts'
import type { Stretch } from './stretches.ts'

type Column = FigureColumn<Stretch>

const narrow = { width: 6.6 } as const

/** How many the cell counted on the stretch's day; down the column that is no sum. */
export const strengthColumns: Column[] = [
  numberColumn(
    'full',
    'Chính thức',
    ({ members, day }) => membersFigure('Chính thức', members, ['full'], day),
    { ...narrow, group: 'Đảng số', total: 'own' },
  ),
  numberColumn(
    'probationary',
    'Dự bị',
    ({ members, day }) => membersFigure('Dự bị', members, ['probationary'], day),
    {
      ...narrow,
      group: 'Đảng số',
      total: 'own',
    },
  ),
  numberColumn(
    'exempt',
    'Miễn sinh hoạt',
    ({ members, day }) => membersFigure('Miễn sinh hoạt', members, ['exempt'], day),
    {
      ...narrow,
      group: 'Đảng số',
      total: 'own',
    },
  ),
]

export const strengthColumn: Column = numberColumn(
  'strength',
  'Đảng số',
  ({ members, day }) => membersFigure('Đảng số', members, ownStatuses, day),
  { ...narrow, total: 'own' },
)

export const meetingsColumn: Column = numberColumn(
  'meetings',
  'Số buổi',
  ({ meetings }) => meetingsFigure('Buổi sinh hoạt', meetings),
  narrow,
)

export const daysColumn: Column = textColumn(
  'days',
  'Ngày họp',
  ({ meetings, label }) =>
    label === '' ? null : meetings.map(({ heldOn }) => formatVietnameseDate(heldOn)).join('\n') || null,
  { centered: true, width: 11.2 },
)

const roll = { ...narrow, group: 'Dự sinh hoạt (lượt người)' } as const

export const rollColumns: Column[] = [
  numberColumn('obliged', 'Phải dự', ({ entries }) => rollFigures.obliged(entries), roll),
  numberColumn('present', 'Có mặt', ({ entries }) => rollFigures.present(entries), roll),
  numberColumn('excused', 'Vắng có lý do', ({ entries }) => rollFigures.excused(entries), roll),
  numberColumn('unexcused', 'Vắng không lý do', ({ entries }) => rollFigures.unexcused(entries), roll),
  numberColumn('unmarked', 'Chưa ghi', ({ entries }) => rollFigures.unmarked(entries), roll),
  numberColumn('rate', 'Tỷ lệ dự', shareOf('present', 'obliged'), { ...roll, type: 'percent', total: 'own' }),
]

export const durationColumn: Column = numberColumn(
  'duration',
  'Thời lượng (phút)',
  ({ details }) =>
    summed(
      'Thời lượng',
      'minute',
      details.filter(({ minutes, kind }) => minutes !== null && kind !== 'committee'),
      ({ minutes }) => minutes ?? 0,
      (meeting) => ({ text: meetingWords(meeting), path: `/cuoc-hop/${meeting.id}/dieu-hanh` }),
    ),
  { width: 8.5 },
)

const spoken = { ...narrow, group: 'Phát biểu' } as const

export const speakingColumns: Column[] = [
  numberColumn('turns', 'Số lượt', ({ speeches }) => turnsFigure('Lượt phát biểu', speeches), spoken),
  numberColumn(
    'speakers',
    'Lượt người',
    ({ speeches }) => speakersFigure('Đảng viên phát biểu', speeches),
    spoken,
  ),
  numberColumn('speakerRate', 'Tỷ lệ', shareOf('speakers', 'present'), {
    ...spoken,
    type: 'percent',
    total: 'own',
  }),
]

const given = { ...narrow, group: 'Nhiệm vụ' } as const

export const taskColumns: Column[] = [
  numberColumn('tasks', 'Giao', ({ tasks }) => tasksFigure('Nhiệm vụ giao', tasks), given),
  numberColumn(
    'tasksDone',
    'Hoàn thành',
    ({ tasks }) =>
      tasksFigure(
        'Nhiệm vụ hoàn thành',
        tasks.filter(({ doneOn }) => doneOn !== null),
      ),
    given,
  ),
]

/** A kind of remark by the key of its column, which is counted in it. */
const remarkColumn = (key: string, heading: string, kind: RemarkKind, width: number): Column =>
  numberColumn(key, heading, ({ remarks }) => remarksOfKind(remarks, kind), { width })

export const remarksOfKind = (remarks: readonly MeetingRemark[], kind: RemarkKind) =>
  remarksFigure(
    remarkKindNames[kind],
    remarks.filter((remark) => remark.kind === kind),
  )

/** What was said of people and asked for. */
export const saidColumns: Column[] = [
  remarkColumn('commendations', 'Biểu dương', 'commendation', 7),
  remarkColumn('reminders', 'Phê bình', 'reminder', 7),
  remarkColumn('petitions', 'Kiến nghị', 'petition', 7),
]

/** What was done beside. */
export const doneColumns: Column[] = [
  remarkColumn('massWorks', 'Dân vận khéo', 'massWork', 14),
  remarkColumn('readings', 'Đọc bài viết', 'reading', 14),
  remarkColumn('inspections', 'Kiểm tra, giám sát', 'inspection', 14),
]

export const admissionsColumn: Column = numberColumn(
  'admitted',
  'Kết nạp đảng viên',
  ({ admissions }) => movesFigure('Kết nạp đảng viên', admissions),
  { width: 14 },
)

export const themedColumn: Column = numberColumn(
  'themed',
  'Buổi chuyên đề',
  ({ meetings }) => meetingsFigure('Sinh hoạt chuyên đề', meetings.filter(isThemed)),
  { width: 9 },
)

export const themesColumn: Column = textColumn(
  'themes',
  'Chuyên đề (tên, ngày)',
  ({ meetings, details, label }) => {
    const themes = new Map(details.map(({ id, theme }) => [id, theme]))
    if (label === '') return null
    const lines = meetings
      .filter(isThemed)
      .map(({ id, heldOn }) => `${themes.get(id) || 'Chưa ghi tên'} (${formatVietnameseDate(heldOn)})`)
    return lines.join('\n') || null
  },
  { width: 20 },
)

export const scoreColumn: Column = textColumn(
  'score',
  'Điểm, xếp loại',
  ({ meetings, scores, label }) => {
    if (label === '') return null
    const lines = meetings.flatMap(({ id }) => {
      const score = scores.get(id)
      if (!score) return []
      return [
        `${pointsText(score.total)}${score.level ? `, ${scoreLevelNames[score.level]}` : ', chưa chấm xong'}`,
      ]
    })
    return lines.join('\n') || null
  },
  { width: 11.5, centered: true },
)
