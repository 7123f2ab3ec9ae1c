import type { ListedMember } from '../../shared/contract/member-fields.ts'
import { addDays, addYears, firstDayOf, lastDayOf } from '../../shared/rules/calendar.ts'
import { fold } from '../../shared/rules/fold.ts'
import { type Status, statusNames } from '../../shared/rules/member.ts'
import { layOver } from '../../shared/rules/period.ts'
import { formatVietnameseDate, parseVietnameseDate } from '../../shared/rules/vietnamese-date.ts'

type StatusPeriod = ListedMember['statuses'][number]

/** What a text says about someone's standing: a kind of member, a status with its days as far as given. */
export type Standing = {
  kind: 'full' | 'probationary' | null
  event: { status: Status; fromDate: string | null; toDate: string | null } | null
}

const eventWords: readonly (readonly [RegExp, Status])[] = [
  [/\bmien (\S+ ){0,6}?(sh|shd|sinh hoat)\b|^mien$|\bduoc mien\b/, 'exempt'],
  [/\b(shtt|tam thoi)\b.*\b(tai day|den day|chuyen den)\b|\bden (sinh hoat|sh) tam thoi\b/, 'temporaryHere'],
  [/\bshtt\b|\b(sinh hoat|sh|shd)( dang)? tam thoi\b|\btam thoi (tai|o)? ?noi khac\b/, 'temporaryElsewhere'],
  [/\b(tu tran|da mat|qua doi|hy sinh)\b/, 'deceased'],
  [/\b(xoa ten|khai tru|ra khoi dang)\b(?! (bo|uy)\b)/, 'removed'],
  [
    /\bchuyen (\S+ ){0,4}?(ra|di|sang)\b|\bda chuyen\b(?! (den|ve)\b)|^chuyen (sinh hoat|shd|sh)( dang)?$/,
    'movedAway',
  ],
]

/** Reads a status word or a note: 'Miễn SH từ 01/5/2026', 'SHTT tại nơi khác đến 31/12/2026', 'Đảng viên dự bị'. */
export function readStanding(text: string, newestYear: number): Standing {
  const words = fold(text)
  const status = eventWords.find(([pattern]) => pattern.test(words))?.[1]
  const date = (pattern: RegExp) => {
    const found = pattern.exec(words)?.[1]
    return found ? parseVietnameseDate(found.replace(/[./-]+$/, ''), newestYear) : null
  }
  const from = date(/\btu (?:ngay |thang |t)?(\d[\d./-]*)/)
  const to = date(/\b(?:den|toi|het)(?: het)? (?:ngay |thang |t)?(\d[\d./-]*)/)
  // A date standing alone is the day it began.
  const alone = from ?? (to ? null : date(/\b(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[./-]\d{4})\b/))
  return {
    kind: /\b(du bi|dvdb)\b/.test(words) ? 'probationary' : /\bchinh thuc\b/.test(words) ? 'full' : null,
    event: status ? { status, fromDate: alone && firstDayOf(alone), toDate: to && lastDayOf(to) } : null,
  }
}

/** Words of a status column that mean nothing special: the person takes part. */
export function isActive(text: string): boolean {
  return /^(dang )?(sinh hoat|hoat dong|sh|binh thuong)( dang)?( binh thuong)?$|^(dang vien )?(chinh thuc|du bi)$/.test(
    fold(text),
  )
}

export type StatusFacts = {
  /** Whole or partial dates as read. */
  admittedOn: string | null
  officialOn: string | null
  kind: 'full' | 'probationary' | null
  events: { status: Status; fromDate: string | null; toDate: string | null; note: string }[]
  /** Whether the list has columns for these dates at all; where not, that is said once for everyone. */
  listsAdmitted: boolean
  listsOfficial: boolean
  today: string
  /** The day the list says it holds for; what it tells without dates is counted from there. */
  asOf: string
}

/**
 * A person's status periods from the dates and words of a list, never overlapping. Probation lasts from
 * admission to the day before the official date (twelve months where it is unknown: Party statutes, article 5);
 * exemptions, moves and the like are laid over that. Says in words whatever had to be assumed.
 */
export function proposeStatuses(facts: StatusFacts): { statuses: StatusPeriod[]; warnings: string[] } {
  const warnings: string[] = []
  let statuses = basePeriods(facts, warnings)
  for (const event of facts.events) {
    const name = statusNames[event.status]
    let fromDate = event.fromDate
    if (!fromDate) {
      if (event.toDate && event.toDate < facts.today) {
        warnings.push(`“${event.note}” đã hết hạn và không ghi từ ngày nào, không tạo diện ${name}.`)
        continue
      }
      fromDate = facts.asOf
      const shown = formatVietnameseDate(fromDate)
      const what = fromDate === facts.today ? `hôm nay ${shown}` : `ngày của danh sách ${shown}`
      warnings.push(`Không ghi “${name}” từ ngày nào, tạm tính từ ${what}.`)
    }
    if (event.toDate && event.toDate < fromDate) {
      warnings.push(`“${event.note}”: ngày kết thúc trước ngày bắt đầu, không tạo diện ${name}.`)
      continue
    }
    statuses = layOver(statuses, { status: event.status, fromDate, toDate: event.toDate, note: event.note })
  }
  return { statuses, warnings }
}

function basePeriods(facts: StatusFacts, warnings: string[]): StatusPeriod[] {
  const { kind, today, listsOfficial } = facts
  const admitted = facts.admittedOn && firstDayOf(facts.admittedOn)
  const stated = facts.officialOn && firstDayOf(facts.officialOn)
  const open = (status: Status, fromDate: string) => [{ status, fromDate, toDate: null, note: '' }]
  const shown = formatVietnameseDate

  if (!admitted && !stated) {
    const fromDate = `${today.slice(0, 4)}-01-01`
    if (facts.listsAdmitted || listsOfficial)
      warnings.push(`Không có ngày vào Đảng, tạm tính diện sinh hoạt từ ${shown(fromDate)}.`)
    return open(kind ?? 'full', fromDate)
  }
  if (!admitted) return open('full', stated as string)
  if (kind === 'probationary' && (!stated || stated > today)) {
    const expected = addYears(admitted, 1)
    if (!stated && expected <= today)
      warnings.push(`Ghi là dự bị nhưng đã vào Đảng hơn 12 tháng (${shown(admitted)}), hãy kiểm tra.`)
    if (!stated) return open('probationary', admitted)
  }
  if (kind === 'probationary' && stated && stated <= today)
    warnings.push(`Ghi là dự bị nhưng đã chính thức từ ${shown(stated)}, lấy theo ngày chính thức.`)
  if (stated && stated <= admitted) {
    warnings.push('Ngày chính thức không sau ngày vào Đảng, chỉ tính từ ngày vào Đảng.')
    return open('full', admitted)
  }
  const official = stated ?? addYears(admitted, 1)
  if (!stated && official > today) {
    if (kind === 'full') {
      warnings.push(`Ghi là chính thức nhưng vào Đảng chưa đủ 12 tháng (${shown(admitted)}), hãy kiểm tra.`)
      return open('full', admitted)
    }
    warnings.push('Vào Đảng chưa đủ 12 tháng, tạm tính là đảng viên dự bị.')
    return open('probationary', admitted)
  }
  if (!stated && listsOfficial)
    warnings.push(`Không có ngày chính thức, tạm tính chính thức từ ${shown(official)} (sau 12 tháng).`)
  return [
    { status: 'probationary', fromDate: admitted, toDate: addDays(official, -1), note: '' },
    ...open('full', official),
  ]
}
