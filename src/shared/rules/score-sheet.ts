import { pointsText, type ScoredKind } from './score.ts'
import type { ScoreFactName, ScoreScale } from './score-facts.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'

/** A line while its sheet is being written. A maximum of 0: the line is not on the sheet of such a month. */
export type WrittenLine = {
  groupTitle: string
  title: string
  maximum: number
  maximumThemed: number
  scale: ScoreScale | null
}

const hundredths = (points: number) => Math.round(points * 100)

/** What the lines add up to in a month without and with a themed session. */
export function sheetTotals(lines: readonly Pick<WrittenLine, 'maximum' | 'maximumThemed'>[]): {
  plain: number
  themed: number
} {
  const sum = (pointsOf: (line: Pick<WrittenLine, 'maximum' | 'maximumThemed'>) => number) =>
    lines.reduce((total, line) => total + hundredths(pointsOf(line)), 0) / 100
  return { plain: sum((line) => line.maximum), themed: sum((line) => line.maximumThemed) }
}

/** How far a total is from 100, in words: "95, còn thiếu 5". */
export function totalWords(total: number): string {
  const missing = (10_000 - hundredths(total)) / 100
  if (missing === 0) return '100'
  return `${pointsText(total)}, ${missing > 0 ? `còn thiếu ${pointsText(missing)}` : `thừa ${pointsText(-missing)}`}`
}

/**
 * What keeps a sheet from being scored by, each a sentence; none: it is complete. A sheet that is not for regular
 * meetings is only ever used in months with a themed session.
 */
export function sheetProblems(kinds: readonly ScoredKind[], lines: readonly WrittenLine[]): string[] {
  if (lines.length === 0) return ['Phiếu chưa có dòng nào']
  const { plain, themed } = sheetTotals(lines)
  const problems: string[] = []
  if (kinds.includes('regular') && plain !== 100)
    problems.push(`Tháng không có chuyên đề: các dòng cộng lại được ${totalWords(plain)}`)
  if (themed !== 100) problems.push(`Tháng có chuyên đề: các dòng cộng lại được ${totalWords(themed)}`)
  for (const [index, line] of lines.entries()) {
    const said = lineProblem(line)
    if (said) problems.push(`Dòng ${index + 1}: ${said}`)
  }
  return problems
}

function lineProblem({ maximum, maximumThemed, scale }: WrittenLine): string | null {
  const maxima = [maximum, maximumThemed].filter((most) => most > 0)
  if (maxima.length === 0) return 'chưa có điểm tối đa'
  const most = scale && mostOf(scale)
  const least = Math.min(...maxima)
  if (most === null || most <= least) return null
  return `mức cao nhất cho ${pointsText(most)} điểm, nhiều hơn tối đa ${pointsText(least)}`
}

/** The most points that steps can give. */
export function mostOf(scale: ScoreScale): number {
  switch (scale.kind) {
    case 'missing':
      return Math.max(scale.full, scale.half, scale.below, ...scale.steps.map(({ points }) => points))
    case 'share':
      return Math.max(scale.unexcused ?? 0, ...scale.steps.map(({ points }) => points))
    default:
      return scale.points
  }
}

/** What is wrong with steps by themselves, as a sentence; null when nothing is. */
export function scaleProblem(scale: ScoreScale): string | null {
  if (scale.kind === 'share') {
    const froms = scale.steps.map(({ from }) => from)
    if (froms.some((from) => from > 100)) return 'Tỷ lệ không thể quá 100%'
    if (!descends(froms)) return 'Các mức phải xếp từ tỷ lệ cao xuống tỷ lệ thấp, không trùng nhau'
    if (froms.at(-1) !== 0) return 'Mức cuối phải tính từ 0%, để tỷ lệ nào cũng có điểm'
    if (!descends(scale.steps.map(({ points }) => points))) return 'Điểm phải giảm dần theo tỷ lệ'
  }
  if (scale.kind === 'missing') {
    if (!descends(scale.steps.map(({ atMost }) => -atMost)))
      return 'Các mức phải xếp từ thiếu ít đến thiếu nhiều, không trùng nhau'
    const points = [scale.full, ...scale.steps.map((step) => step.points), scale.half, scale.below]
    if (!descends(points)) return 'Điểm phải giảm dần theo số phút thiếu'
  }
  return null
}

const descends = (numbers: readonly number[]) =>
  numbers.every((number, index) => index === 0 || number < (numbers[index - 1] ?? 0))

/** By what a fact can be measured; null where it is only told and people judge. */
export function scaleKindOf(fact: ScoreFactName): ScoreScale['kind'] | null {
  switch (fact) {
    case 'duration':
      return 'missing'
    case 'attendance':
    case 'speakers':
    case 'tasks':
      return 'share'
    case 'ideology':
      return 'minutes'
    case 'absenceRow':
    case 'committee':
    case 'notice':
    case 'papers':
    case 'minutes':
    case 'handbook':
    case 'upload':
      return 'met'
    case 'praise':
    case 'criticism':
    case 'conclusions':
    case 'adopted':
      return null
  }
}

export const scoreFactTitles: Record<ScoreFactName, string> = {
  duration: 'Thời lượng buổi họp',
  attendance: 'Tỷ lệ đảng viên dự',
  absenceRow: 'Không ai vắng có lý do quá số lần liên tiếp',
  committee: 'Họp chi ủy có biên bản',
  notice: 'Thông báo đến đảng viên và cấp ủy viên theo dõi',
  papers: 'Gửi tài liệu đúng hạn',
  speakers: 'Tỷ lệ phát biểu trên số có mặt',
  praise: 'Số lần biểu dương, nhắc nhở',
  criticism: 'Số lượt tự phê bình, phê bình',
  ideology: 'Số phút dành cho tư tưởng, phê bình',
  tasks: 'Tỷ lệ nhiệm vụ kỳ trước đã xong',
  conclusions: 'Số kết luận đã ghi',
  adopted: 'Biểu quyết thông qua, nhiệm vụ đã giao',
  minutes: 'Biên bản buổi họp đã ghi xong hoặc ban hành',
  handbook: 'Tài liệu có trên Sổ tay đảng viên điện tử',
  upload: 'Đăng tài liệu sau buổi họp đúng hạn',
}

/** Steps to begin with when a line is first bound to a fact: all its points, and what is left to the user to grade. */
export function usualScale(fact: ScoreFactName, maximum: number): ScoreScale | null {
  switch (scaleKindOf(fact)) {
    case 'missing':
      return { kind: 'missing', full: maximum, steps: [], half: maximum / 2, below: 0, larger: null }
    case 'share':
      return {
        kind: 'share',
        steps: [
          { from: 90, points: maximum },
          { from: 0, points: 0 },
        ],
        unexcused: null,
      }
    case 'minutes':
      return { kind: 'minutes', from: 15, points: maximum }
    case 'met':
      return { kind: 'met', points: maximum }
    case null:
      return null
  }
}

/** Steps in words, as a sheet prints them: "Từ 90% 4; từ 75% đến dưới 90% 3; dưới 75% 1". */
export function scaleWords(scale: ScoreScale): string {
  switch (scale.kind) {
    case 'missing':
      return missingWords(scale)
    case 'share':
      return shareWords(scale)
    case 'minutes':
      return `Từ ${scale.from} phút ${pointsText(scale.points)}; ít hơn 0`
    case 'met':
      return `Đạt ${pointsText(scale.points)}; không đạt 0`
  }
}

function missingWords(scale: Extract<ScoreScale, { kind: 'missing' }>): string {
  const steps = scale.steps.map(({ atMost, points }, index) => {
    const above = scale.steps[index - 1]?.atMost
    const range = above === undefined ? `không quá ${atMost}` : `trên ${above} đến ${atMost}`
    return `thiếu ${range} phút ${pointsText(points)}`
  })
  const words = [
    `Đủ thời lượng ${pointsText(scale.full)}`,
    ...steps,
    `thiếu nhiều hơn mà còn từ một nửa ${pointsText(scale.half)}`,
    `dưới một nửa ${pointsText(scale.below)}`,
  ]
  if (scale.larger)
    words.push(`chi bộ từ ${scale.larger.members} đảng viên tính theo ${scale.larger.minutes} phút`)
  return words.join('; ')
}

function shareWords({ steps, unexcused }: Extract<ScoreScale, { kind: 'share' }>): string {
  const words = steps.map(({ from, points }, index) => {
    const above = steps[index - 1]?.from
    const range =
      above === undefined
        ? `từ ${pointsText(from)}%`
        : from === 0
          ? `dưới ${pointsText(above)}%`
          : `từ ${pointsText(from)}% đến dưới ${pointsText(above)}%`
    return `${range} ${pointsText(points)}`
  })
  if (unexcused !== null) words.push(`có vắng không lý do ${pointsText(unexcused)}`)
  const said = words.join('; ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/**
 * What is wrong with a sheet's first day beside those of the sheet it replaces and of its own replacements (null: any
 * day), as a sentence: a sheet that holds before the one it replaces would leave that one without a day.
 */
export function firstDayProblem(
  validFrom: string | null,
  replaced: string | null,
  replacing: readonly (string | null)[],
): string | null {
  if (replaced !== null && (validFrom ?? '') < replaced)
    return `Phiếu được thay có hiệu lực từ ${formatVietnameseDate(replaced)}: hãy nhập ngày từ đó trở đi`
  if (validFrom === null) return null
  const first = replacing.map((day) => day ?? '').toSorted()[0]
  if (first === undefined || first >= validFrom) return null
  return first === ''
    ? 'Đã có phiếu thay phiếu này cho mọi ngày: hãy để trống, hoặc đặt ngày cho phiếu đó trước'
    : `Phiếu thay phiếu này có hiệu lực từ ${formatVietnameseDate(first)}: hãy nhập ngày đến đó trở về trước`
}

/** Where a line goes, by its index: to the neighbouring group first, then past the line beside it; null: nowhere. */
export function movedLine(
  lines: readonly { groupTitle: string }[],
  index: number,
  step: 1 | -1,
): { groupTitle: string; swapWith: number | null } | null {
  const line = lines[index]
  const neighbour = lines[index + step]
  if (!line || !neighbour) return null
  return neighbour.groupTitle === line.groupTitle
    ? { groupTitle: line.groupTitle, swapWith: index + step }
    : { groupTitle: neighbour.groupTitle, swapWith: null }
}

/** A sheet among which one is chosen for a meeting; `validFrom` null: it holds on any day. */
export type SheetOffer = {
  sheet: string
  kinds: readonly ScoredKind[]
  validFrom: string | null
  /** The sheet whose place it takes from its first day on. */
  replaces: string | null
}

/** The complete sheets that hold on a day, without those another of them has taken the place of. */
export function sheetsOn<Offer extends SheetOffer>(sheets: readonly Offer[], heldOn: string): Offer[] {
  const holding = sheets.filter(({ validFrom }) => validFrom === null || validFrom <= heldOn)
  return holding.filter(({ sheet }) => !holding.some(({ replaces }) => replaces === sheet))
}

/**
 * The sheet of a meeting unless a hand chooses another: one meant for its kind, the one meant for fewest kinds
 * first; among equals the one such a meeting was last scored by or what took its place, then the cell's newest own,
 * then the program's first. `offered` comes from `sheetsOn`, the program's own first.
 */
export function chosenSheet(
  offered: readonly SheetOffer[],
  all: readonly SheetOffer[],
  kind: ScoredKind,
  lastUsed: string | null,
): string | null {
  const fitting = offered.filter(({ kinds }) => kinds.includes(kind))
  const fewest = Math.min(...fitting.map(({ kinds }) => kinds.length))
  const narrow = fitting.length === 0 ? offered : fitting.filter(({ kinds }) => kinds.length === fewest)
  const used = narrow.find(({ sheet }) => lastUsed !== null && ancestry(all, sheet).includes(lastUsed))
  const own = narrow
    .filter(({ sheet }) => sheet.startsWith('own-'))
    .toSorted((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''))
    .at(-1)
  return (used ?? own ?? narrow[0])?.sheet ?? null
}

/** A sheet, what it took the place of, and so on. */
function ancestry(all: readonly SheetOffer[], sheet: string): string[] {
  const line: string[] = []
  let next: string | null = sheet
  while (next !== null && !line.includes(next)) {
    line.push(next)
    const current: string = next
    next = all.find((each) => each.sheet === current)?.replaces ?? null
  }
  return line
}
