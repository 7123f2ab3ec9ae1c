import { daysBetween } from './calendar.ts'
import { fold } from './fold.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'

/** When a task was to be finished and when it was, as ISO days. */
export type TaskDays = { dueOn: string | null; doneOn: string | null }

/** Still open after its day. */
export function isOverdue({ dueOn, doneOn }: TaskDays, today: string): boolean {
  return doneOn === null && dueOn !== null && dueOn < today
}

/** How a task stands, in words: "quá hạn 5 ngày", "đến hạn hôm nay", "còn 3 ngày", "xong, muộn 2 ngày". */
export function taskStanding({ dueOn, doneOn }: TaskDays, today: string): string {
  if (doneOn !== null) {
    if (dueOn === null) return 'đã xong'
    return doneOn > dueOn ? `đã xong, muộn ${daysBetween(dueOn, doneOn)} ngày` : 'đã xong, đúng hạn'
  }
  if (dueOn === null) return 'chưa có hạn'
  if (dueOn < today) return `quá hạn ${daysBetween(dueOn, today)} ngày`
  if (dueOn === today) return 'đến hạn hôm nay'
  return `còn ${daysBetween(today, dueOn)} ngày`
}

/** What somebody has in hand: "3 việc đang làm, 1 quá hạn". */
export function loadInWords({ open, overdue }: { open: number; overdue: number }): string {
  if (open === 0) return 'chưa có việc đang làm'
  return overdue > 0 ? `${open} việc đang làm, ${overdue} quá hạn` : `${open} việc đang làm`
}

/**
 * How a task stood when a month began, in the words of a cell's table of last month's tasks (Hướng dẫn
 * 42-HD/BTCTW of 28/10/2025 as a ward's cells follow it). `givenIn` is the month ('YYYY-MM') of the meeting that gave
 * it where that is not the one whose resolution is looked at: then it was under way already.
 */
export function openingState(task: { title: string; dueOn: string | null }, givenIn: string | null): string {
  const due = task.dueOn === null ? null : formatVietnameseDate(task.dueOn)
  if (due === null && isStanding(task.title)) return 'Nhiệm vụ thường xuyên'
  if (givenIn !== null)
    return `Đang triển khai từ ${givenIn.slice(5)}/${givenIn.slice(0, 4)}${due === null ? '' : `, hạn ${due}`}`
  return due === null ? 'Chưa xác định mốc' : `Có mốc thời hạn: ${due}`
}

/** Whether a task says of itself that it has no end: "thường xuyên", "hằng tuần", "định kỳ"; not "chi thường xuyên". */
const isStanding = (title: string) =>
  /(?<!\bchi )\bthuong xuyen\b|\bhang (ngay|tuan|thang|quy)\b|\bdinh ky\b/.test(fold(title))
