/**
 * Figures that guide a preparation but that no rule fixes: usage, which each cell may set for itself. What a rule
 * fixes stands in the dated rule-sets instead.
 */
export const thresholdNames = [
  'discussionPercentAtLeast',
  'readingPercentAtMost',
  'professionalPercentAtMost',
  'assignDaysBefore',
  'draftDaysBefore',
  'committeeDaysBefore',
  'noticeDaysBefore',
  'askDaysBefore',
  'papersDaysBefore',
  'themeOutlineDaysBefore',
  'themeDraftDaysBefore',
  'themeApprovalDaysBefore',
  'themeReportDaysAfter',
  'themeQuarterPercent',
] as const
export type ThresholdName = (typeof thresholdNames)[number]

export type Thresholds = Readonly<Record<ThresholdName, number>>

type Threshold = {
  label: string
  unit: 'percent' | 'days'
  usual: number
  atLeast: number
  atMost: number
}

const percent = { unit: 'percent', atLeast: 0, atMost: 100 } as const
const days = { unit: 'days', atLeast: 0, atMost: 60 } as const

/** Each with its words, its unit and what it is as long as nobody has set another. */
export const thresholds: Readonly<Record<ThresholdName, Threshold>> = {
  discussionPercentAtLeast: { label: 'Thảo luận: ít nhất bao nhiêu % thời lượng', usual: 20, ...percent },
  readingPercentAtMost: { label: 'Thủ tục, đọc, trình bày: nhiều nhất bao nhiêu %', usual: 40, ...percent },
  professionalPercentAtMost: {
    label: 'Chuyên môn so với xây dựng Đảng: nhiều nhất bao nhiêu %',
    usual: 50,
    ...percent,
  },
  assignDaysBefore: { label: 'Phân công chuẩn bị: trước buổi họp mấy ngày', usual: 10, ...days },
  draftDaysBefore: { label: 'Có dự thảo nghị quyết: trước buổi họp mấy ngày', usual: 6, ...days },
  committeeDaysBefore: { label: 'Họp chi ủy: trước buổi họp mấy ngày', usual: 5, ...days },
  noticeDaysBefore: { label: 'Gửi thông báo: trước buổi họp mấy ngày', usual: 3, ...days },
  askDaysBefore: { label: 'Mời người phát biểu: trước buổi họp mấy ngày', usual: 2, ...days },
  papersDaysBefore: {
    label: 'Gửi tài liệu, khi quy định không nêu: trước mấy ngày',
    usual: 1,
    ...days,
  },
  themeOutlineDaysBefore: { label: 'Đề cương chuyên đề: trước buổi sinh hoạt mấy ngày', usual: 21, ...days },
  themeDraftDaysBefore: { label: 'Dự thảo chuyên đề: trước buổi sinh hoạt mấy ngày', usual: 14, ...days },
  themeApprovalDaysBefore: { label: 'Chi ủy duyệt chuyên đề: trước mấy ngày', usual: 7, ...days },
  themeReportDaysAfter: {
    label: 'Báo cáo chuyên đề lên cấp trên, khi quy định không nêu: sau mấy ngày',
    usual: 2,
    ...days,
  },
  themeQuarterPercent: {
    label: 'Nhắc quý chưa sinh hoạt chuyên đề: khi đã qua bao nhiêu % của quý',
    usual: 67,
    ...percent,
  },
}

/** What holds: what was set, else what is usual. */
export function thresholdsFrom(set: readonly { key: string; value: number }[]): Thresholds {
  const byKey = new Map(set.map(({ key, value }) => [key, value]))
  return Object.fromEntries(
    thresholdNames.map((name) => [name, byKey.get(name) ?? thresholds[name].usual]),
  ) as Record<ThresholdName, number>
}

/** How a finding names the source of a figure that no rule fixes. */
export const usageSource = 'thông lệ, đặt trong Cài đặt'
