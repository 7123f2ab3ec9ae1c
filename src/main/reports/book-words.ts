import { type AttendanceState, attendanceStateNames } from '../../shared/rules/attendance.ts'
import { momentWords } from '../../shared/rules/lateness.ts'
import type { MeetingKind } from '../../shared/rules/meeting.ts'
import { statusNames } from '../../shared/rules/member.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { SheetSpec } from '../excel/workbook-spec.ts'
import type { BookMeeting, BookMember, Moments, RollBookData } from './roll-book.ts'

/** The marks of the roll. The formulas of the sheet count these very letters. */
export const marks: Record<AttendanceState, string> = {
  present: 'x',
  late: 'M',
  leftEarly: 'S',
  excused: 'P',
  unexcused: 'K',
}
export const notObliged = '–'
export const cameNotObliged = '(x)'

export const markLegend =
  'Ký hiệu: x có mặt; M đến muộn; S về sớm; P vắng có lý do; K vắng không lý do; – không thuộc diện phải dự; ' +
  '(x) không thuộc diện phải dự nhưng có dự; ô trống: chưa ghi. Có mặt gồm cả đến muộn và về sớm.'

const kindMarks: Record<MeetingKind, string> = {
  regular: 'TK',
  themed: 'CĐ',
  regularThemed: 'KH',
  committee: 'CU',
  extraordinary: 'BT',
}

export const kindLegend =
  'Loại: TK thường kỳ; CĐ chuyên đề; KH thường kỳ kết hợp chuyên đề; BT bất thường; CU họp chi ủy. ' +
  'T: kỳ sinh hoạt (tháng).'

/** Day and kind, as they stand above a meeting's column: "05/03" over "TK". */
export function meetingHeading(meeting: BookMeeting): string {
  return `${dayHeading(meeting)}\n${kindMarks[meeting.kind]}`
}

const dayHeading = ({ heldOn }: BookMeeting) => `${heldOn.slice(8)}/${heldOn.slice(5, 7)}`

/** The month a meeting is for: "T3", or "T12/25" where it was held in another year. */
export function periodHeading({ period, heldOn }: BookMeeting): string {
  const month = `T${Number(period.slice(5))}`
  return period.slice(0, 4) === heldOn.slice(0, 4) ? month : `${month}/${period.slice(2, 4)}`
}

/** "Từ ngày 01/01/2026 đến ngày 31/12/2026". */
export function periodLine({ fromDate, toDate }: { fromDate: string; toDate: string }): string {
  return `Từ ngày ${formatVietnameseDate(fromDate)} đến ngày ${formatVietnameseDate(toDate)}`
}

/** Why somebody was not obliged all the time, from their periods within these days. */
export function memberNotes(
  member: BookMember,
  days: { fromDate: string; toDate: string },
  joinedWithin: boolean,
): string[] {
  const lines: string[] = []
  const first = member.statuses.map((status) => status.fromDate).sort()[0]
  if (joinedWithin && first) lines.push(`Về chi bộ từ ${formatVietnameseDate(first)}`)
  for (const { status, fromDate, toDate, note } of member.statuses) {
    if (status === 'full' || status === 'probationary') continue
    if (fromDate > days.toDate || (toDate !== null && toDate < days.fromDate)) continue
    const until = toDate === null ? '' : ` đến ${formatVietnameseDate(toDate)}`
    const why = note === '' ? '' : ` (${note})`
    lines.push(`${statusNames[status]} từ ${formatVietnameseDate(fromDate)}${until}${why}`)
  }
  return lines
}

/**
 * When somebody came late or left early, of the marks that say so: "Đến muộn 05/03 (15 phút, 14:15, mục 3), 12/04
 * (10 phút)". `marked`: their marks in the order of the meetings.
 */
export function momentNotes(
  member: { id: number },
  meetings: readonly BookMeeting[],
  marked: readonly (string | null)[],
  moments: Moments,
): string[] {
  return (['late', 'leftEarly'] as const).flatMap((state) => {
    const times = meetings.flatMap((meeting, index) => {
      const moment = marked[index] === marks[state] && moments.get(meeting.id)?.get(member.id)
      return moment ? [`${dayHeading(meeting)} (${momentWords(moment)})`] : []
    })
    return times.length === 0 ? [] : [`${attendanceStateNames[state]} ${times.join(', ')}`]
  })
}

/** "Hà Giang, ngày 05 tháng 02 năm 2026": days below 10 and the months 1 and 2 take a zero (HD 05-HD/VPTW, 27/5/2026). */
export function placeAndDate(place: string, day: string): string {
  const month = Number(day.slice(5, 7))
  const monthText = month <= 2 ? `0${month}` : String(month)
  return `${place}, ngày ${day.slice(8)} tháng ${monthText} năm ${day.slice(0, 4)}`
}

/** What stands around the table of every sheet; what is sent upward names who gets it. */
export function surroundings(
  data: RollBookData,
  sentUpward = false,
): Pick<SheetSpec, 'head' | 'placeAndDate' | 'signatures' | 'footer'> {
  return {
    head: [data.cell.upperBody, data.cell.name].map((name) => name.toLocaleUpperCase('vi')),
    placeAndDate: placeAndDate(data.cell.place, data.today),
    signatures: {
      left: sentUpward ? { recipients: data.recipients } : null,
      right: data.signature,
    },
    footer: data.cell.name,
  }
}
