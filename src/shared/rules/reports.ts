import { type ReportPeriod, type ReportStretch, reportPeriod } from './report-period.ts'

/** Every report a secretary sends upward or keeps, in the order they are listed. */
export const reportNames = [
  'rollBook',
  'speaking',
  'quality',
  'quarter',
  'themes',
  'summary',
  'schedule',
  'members',
  'resolution',
  'everything',
] as const
export type ReportName = (typeof reportNames)[number]

type ReportWords = {
  /** Short, for lists. */
  label: string
  /** As it stands above the table and in the file's name. */
  title: string
  /** What it holds, in one sentence. */
  about: string
  /** The stretch it is usually asked for, and which one: 0 the present, -1 the one before, 1 the next. */
  usual: ReportStretch
  steps: number
}

export const reportWords: Readonly<Record<ReportName, ReportWords>> = {
  rollBook: {
    label: 'Sổ dự sinh hoạt và phát biểu',
    title: 'Sổ theo dõi dự sinh hoạt và phát biểu',
    about: 'Từng đảng viên theo từng buổi: dấu điểm danh, lượt và phút phát biểu, tổng hợp theo tháng.',
    usual: 'year',
    steps: 0,
  },
  speaking: {
    label: 'Thống kê phát biểu',
    title: 'Thống kê phát biểu trong sinh hoạt chi bộ',
    about: 'Ai đã phát biểu, mấy lượt, loại gì; mỗi buổi bao nhiêu người có mặt đã phát biểu.',
    usual: 'year',
    steps: 0,
  },
  quality: {
    label: 'Chất lượng sinh hoạt tháng',
    title: 'Bảng tổng hợp đánh giá, xếp loại chất lượng sinh hoạt chi bộ',
    about: 'Từng buổi: số lượng đảng viên, điểm, mức xếp loại và thuyết minh điểm trừ.',
    usual: 'month',
    steps: 0,
  },
  quarter: {
    label: 'Báo cáo quý',
    title: 'Báo cáo tình hình sinh hoạt chi bộ',
    about:
      'Từng tháng: đảng số, dự họp, thời lượng, phát biểu, nhiệm vụ, chuyên đề, điểm, biểu dương, phê bình, kiến nghị.',
    usual: 'quarter',
    steps: 0,
  },
  themes: {
    label: 'Sinh hoạt chuyên đề',
    title: 'Báo cáo sinh hoạt chuyên đề',
    about:
      'Từng chuyên đề của kỳ: kế hoạch với kết quả, ngày sinh hoạt, dự, phát biểu, kết luận, nhiệm vụ, việc chậm; từng quý đủ hay thiếu.',
    usual: 'quarter',
    steps: 0,
  },
  summary: {
    label: 'Tổng hợp 6 tháng, năm',
    title: 'Biểu tổng hợp số liệu báo cáo',
    about: 'Biểu số liệu cấp trên yêu cầu 6 tháng và cả năm, kèm số liệu từng quý.',
    usual: 'halfYear',
    steps: 0,
  },
  schedule: {
    label: 'Lịch sinh hoạt',
    title: 'Lịch sinh hoạt chi bộ',
    about: 'Thông báo ngày giờ, địa điểm các buổi sinh hoạt, số lượng đảng viên, bí thư và điện thoại.',
    usual: 'month',
    steps: 1,
  },
  members: {
    label: 'Danh sách đảng viên và biến động',
    title: 'Danh sách đảng viên và biến động',
    about: 'Danh sách ngày cuối kỳ, cơ cấu đội ngũ, và những ai đến, đi, đổi diện trong kỳ.',
    usual: 'year',
    steps: 0,
  },
  resolution: {
    label: 'Kết quả nghị quyết tháng',
    title: 'Bảng đối chiếu nhiệm vụ theo nghị quyết',
    about: 'Từng nhiệm vụ, kết luận các buổi sinh hoạt trong kỳ đã giao, tình trạng đầu kỳ và kết quả.',
    usual: 'month',
    steps: -1,
  },
  everything: {
    label: 'Tất cả trong một tệp',
    title: 'Báo cáo tổng hợp của chi bộ',
    about: 'Mọi báo cáo của kỳ trong một tệp Excel, trang đầu là mục lục có đường dẫn tới từng trang.',
    usual: 'year',
    steps: 0,
  },
}

/** What facts are counted in. */
export const factUnits = [
  'mark',
  'turn',
  'speaker',
  'meeting',
  'member',
  'movement',
  'minute',
  'task',
  'conclusion',
  'remark',
  'point',
] as const
export type FactUnit = (typeof factUnits)[number]

export const factUnitNames: Readonly<Record<FactUnit, string>> = {
  mark: 'dấu',
  turn: 'lượt phát biểu',
  speaker: 'lượt người phát biểu',
  meeting: 'buổi',
  member: 'đảng viên',
  movement: 'biến động',
  minute: 'phút',
  task: 'nhiệm vụ',
  conclusion: 'kết luận',
  remark: 'ghi nhận',
  point: 'điểm',
}

/** How often a report is asked for: "hằng tháng". */
export function reportStretchWords(name: ReportName): string {
  const words = { month: 'hằng tháng', quarter: 'hằng quý', halfYear: '6 tháng một lần', year: 'hằng năm' }
  return words[reportWords[name].usual]
}

/** The period a report is usually asked for on a day. */
export function usualPeriod(name: ReportName, today: string): ReportPeriod {
  const { usual, steps } = reportWords[name]
  return reportPeriod(usual, today, steps)
}
