import { daysBetween } from './calendar.ts'

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
