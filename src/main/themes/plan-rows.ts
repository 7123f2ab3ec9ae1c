import type { Finding } from '../../shared/contract/members-import.ts'
import { monthsOf, quarterName, quarterOf } from '../../shared/rules/theme.ts'
import { formatVietnameseDate, parseVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { SheetCell, SheetRow } from '../excel/read-sheet.ts'
import { type PlanLetters, quarterIn } from './plan-headings.ts'

/** A name in the plan with what they are to speak about, and the cell it stands in. */
export type NamedPerson = { name: string; topic: string; cell: string }

/** A row as it was understood; people are names yet. `quarter` is null where nothing tells it. */
export type ReadTheme = {
  row: number
  quarter: number | null
  month: number | null
  title: string
  titleCell: string
  problem: string
  leads: NamedPerson[]
  contributors: NamedPerson[]
  draftDueOn: string | null
  sessionOn: string | null
  product: string
  reportedOn: string | null
  note: string
  findings: Finding[]
}

const longestText = 2000

/** Reads one theme. `quarter`: that of the heading above, where there is one. */
export function readTheme(
  row: SheetRow,
  letters: PlanLetters,
  place: { year: number; quarter: number | null },
): ReadTheme {
  const findings: Finding[] = []
  const addressOf = (column: keyof PlanLetters) => `${letters[column] ?? letters.title ?? 'A'}${row.row}`
  const note = (column: keyof PlanLetters, level: Finding['level'], message: string) =>
    findings.push({ cell: addressOf(column), level, message })
  const cellOf = (column: keyof PlanLetters): SheetCell | undefined => row.cells[letters[column] ?? '']
  const kept: string[] = []
  const textOf = (column: keyof PlanLetters) => {
    const cell = cellOf(column)
    if (cell?.kind === 'failed') note(column, 'warning', 'Ô này bị lỗi công thức nên không đọc được.')
    const text = (cell?.kind === 'date' ? formatVietnameseDate(cell.text) : (cell?.text ?? ''))
      .normalize('NFC')
      .replace(/\0/g, '')
      .trim()
    if (text.length <= longestText) return /^[-–—.]+$/.test(text) ? '' : text
    note(column, 'warning', `Dài quá ${longestText.toLocaleString('vi-VN')} ký tự nên bị cắt bớt.`)
    return text.slice(0, longestText)
  }
  const dayOf = (column: 'draft' | 'session' | 'reported', what: string): string | null => {
    const text = textOf(column)
    if (text === '') return null
    const day = parseVietnameseDate(withYear(text, place.year), place.year + 1)
    if (day?.length === 10) return day
    kept.push(`${what}: ${text}`)
    note(column, 'warning', `“${text.slice(0, 40)}” không phải là một ngày; được chép vào ghi chú.`)
    return null
  }

  const title = textOf('title').replace(/\s+/g, ' ')
  if (title === '') note('title', 'error', 'Thiếu tên chuyên đề.')
  const sessionOn = dayOf('session', 'Ngày sinh hoạt')
  const draftDueOn = dayOf('draft', 'Hạn gửi dự thảo')
  const reportedOn = dayOf('reported', 'Báo cáo cấp trên')
  const when = whenOf(textOf('when'), place.quarter, sessionOn)
  if (when.month === undefined) {
    kept.push(`Thời gian: ${textOf('when')}`)
    note('when', 'warning', `Không hiểu “${textOf('when').slice(0, 40)}”; được chép vào ghi chú.`)
  }
  if (when.quarter === null) note('when', 'error', 'Chưa rõ chuyên đề thuộc quý nào.')
  if (when.month && when.quarter !== null && quarterOf(when.month) !== when.quarter)
    note(
      'when',
      'error',
      `Tháng ${when.month} không thuộc ${quarterName(when.quarter)} (tháng ${monthsOf(when.quarter).join(', ')}).`,
    )
  checkDays(note, place.year, when.quarter, { sessionOn, draftDueOn })
  return {
    row: row.row,
    quarter: when.quarter,
    month: when.month ?? null,
    title,
    titleCell: addressOf('title'),
    problem: textOf('problem'),
    leads: namesIn(textOf('lead'), addressOf('lead')),
    contributors: namesIn(textOf('contributors'), addressOf('contributors')),
    draftDueOn,
    sessionOn,
    product: textOf('product'),
    reportedOn,
    note: [textOf('note'), ...kept].filter((text) => text !== '').join('. '),
    findings,
  }
}

function checkDays(
  note: (column: 'session' | 'draft', level: Finding['level'], message: string) => void,
  year: number,
  quarter: number | null,
  { sessionOn, draftDueOn }: { sessionOn: string | null; draftDueOn: string | null },
): void {
  if (sessionOn === null) return
  const day = formatVietnameseDate(sessionOn)
  if (!sessionOn.startsWith(`${year}-`))
    note('session', 'error', `Ngày ${day} ngoài năm ${year} của kế hoạch.`)
  else if (quarter !== null && quarterOf(Number(sessionOn.slice(5, 7))) !== quarter)
    note('session', 'error', `Ngày ${day} không thuộc ${quarterName(quarter)}.`)
  if (draftDueOn !== null && draftDueOn > sessionOn)
    note(
      'draft',
      'error',
      `Hạn gửi dự thảo ${formatVietnameseDate(draftDueOn)} muộn hơn ngày sinh hoạt ${day}.`,
    )
}

/** 'ngày 5/3' in a plan of 2025 is 5/3/2025. */
function withYear(text: string, year: number): string {
  return /^\D*\d{1,2}[/.-]\d{1,2}$/.test(text) ? `${text}/${year}` : text
}

/** The quarter and month of a row; `month` is undefined where something stands there that is neither. */
function whenOf(
  text: string,
  heading: number | null,
  sessionOn: string | null,
): { quarter: number | null; month: number | null | undefined } {
  const ofSession = sessionOn === null ? null : quarterOf(Number(sessionOn.slice(5, 7)))
  if (text === '') return { quarter: heading ?? ofSession, month: null }
  const quarter = quarterIn(text)
  const plain = text.toLowerCase()
  const month = Number(
    /(?:tháng|thang|^t)\s*\.?\s*(\d{1,2})(?!\d)/.exec(plain)?.[1] ??
      /^(\d{1,2})(?:\/20\d\d)?$/.exec(plain)?.[1],
  )
  if (month >= 1 && month <= 12) return { quarter: quarter ?? heading ?? quarterOf(month), month }
  if (quarter !== null) return { quarter, month: null }
  return { quarter: heading ?? ofSession, month: undefined }
}

const forms = /^(?:các\s+)?(?:đồng chí|đ\/c|đ\.c|đc|ông|bà|anh|chị)[.:]?\s+/iu

/** The people named in a cell: a line each, or with semicolons; with commas where no topic follows a name. */
function namesIn(text: string, cell: string): NamedPerson[] {
  return text
    .split(/[\n;]/)
    .flatMap((part) => {
      const [name = '', ...topic] = part.split(':')
      if (topic.length > 0) return [{ name, topic: topic.join(':') }]
      const inBrackets = /^([^(]+)\(([^)]+)\)\s*$/.exec(part)
      if (inBrackets) return [{ name: inBrackets[1] ?? '', topic: inBrackets[2] ?? '' }]
      return part.split(/,|\svà\s/).map((each) => ({ name: each, topic: '' }))
    })
    .map(({ name, topic }) => ({
      name: name
        .replace(/^[\s\-–+*\d.)]+/, '')
        .replace(forms, '')
        .replace(/\s+/g, ' ')
        .replace(/[.\s]+$/, '')
        .trim(),
      topic: topic.trim(),
      cell,
    }))
    .filter(({ name }) => name !== '')
}
