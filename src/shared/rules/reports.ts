import type { ReportStretch } from './report-period.ts'

/** Every report a secretary sends upward or keeps, in the order they are listed. */
export const reportNames = ['rollBook', 'speaking', 'members', 'everything'] as const
export type ReportName = (typeof reportNames)[number]

type ReportWords = {
  /** Short, for lists. */
  label: string
  /** As it stands above the table and in the file's name. */
  title: string
  /** What it holds, in one sentence. */
  about: string
  /** The stretch it is usually asked for. */
  usual: ReportStretch
}

export const reportWords: Readonly<Record<ReportName, ReportWords>> = {
  rollBook: {
    label: 'Sổ dự sinh hoạt và phát biểu',
    title: 'Sổ theo dõi dự sinh hoạt và phát biểu',
    about: 'Từng đảng viên theo từng buổi: dấu điểm danh, lượt và phút phát biểu, tổng hợp theo tháng.',
    usual: 'year',
  },
  speaking: {
    label: 'Thống kê phát biểu',
    title: 'Thống kê phát biểu trong sinh hoạt chi bộ',
    about: 'Ai đã phát biểu, mấy lượt, loại gì; mỗi buổi bao nhiêu người có mặt đã phát biểu.',
    usual: 'year',
  },
  members: {
    label: 'Danh sách đảng viên và biến động',
    title: 'Danh sách đảng viên và biến động',
    about: 'Danh sách ngày cuối kỳ, cơ cấu đội ngũ, và những ai đến, đi, đổi diện trong kỳ.',
    usual: 'year',
  },
  everything: {
    label: 'Tất cả trong một tệp',
    title: 'Báo cáo tổng hợp của chi bộ',
    about: 'Mọi báo cáo của kỳ trong một tệp Excel, trang đầu là mục lục có đường dẫn tới từng trang.',
    usual: 'year',
  },
}

/** What facts are counted in. */
export const factUnits = ['mark', 'turn', 'speaker', 'meeting', 'member', 'movement', 'minute'] as const
export type FactUnit = (typeof factUnits)[number]

export const factUnitNames: Readonly<Record<FactUnit, string>> = {
  mark: 'dấu',
  turn: 'lượt phát biểu',
  speaker: 'người phát biểu',
  meeting: 'buổi',
  member: 'đảng viên',
  movement: 'biến động',
  minute: 'phút',
}
