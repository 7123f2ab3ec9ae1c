import { type AttendanceState, attendanceStateNames, type ReasonKind, reasonKindNames } from './attendance.ts'
import { parseClockTime } from './clock-time.ts'

/** When somebody came late or left early: minutes after the beginning, the clock 'HH:MM', the item under way. */
export type MarkMoment = {
  lateMinutes: number | null
  atTime: string | null
  /** The item's number on the agenda, from 1. */
  itemNumber: number | null
}

/** The states that a moment belongs to. */
export function hasMoment(state: AttendanceState | null): state is 'late' | 'leftEarly' {
  return state === 'late' || state === 'leftEarly'
}

const longestMinutes = 600

/** How many minutes after the start ('HH:MM' both) somebody came; null where that is no lateness of at most ten hours. */
export function minutesLate(startTime: string, atTime: string): number | null {
  const minutes = inMinutes(atTime) - inMinutes(startTime)
  return minutes >= 1 && minutes <= longestMinutes ? minutes : null
}

function inMinutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

/**
 * How late somebody was, as typed: "15", "15p", "15 phút" are minutes; "14h15", "14:15", "1415" a time from which the
 * minutes follow. Nothing typed is an answer too. Null where it is neither, or a time at which nobody was late yet.
 */
export function parseLateness(
  typed: string,
  startTime: string,
): { lateMinutes: number | null; atTime: string | null } | null {
  const tidy = typed.normalize('NFC').trim().toLowerCase()
  if (tidy === '') return { lateMinutes: null, atTime: null }
  const minutes = Number(/^(\d{1,3})\s*(?:p|ph|phút|')?$/.exec(tidy)?.[1] ?? 0)
  if (minutes >= 1 && minutes <= longestMinutes) return { lateMinutes: minutes, atTime: null }
  const atTime = parseClockTime(tidy)
  const late = atTime === null ? null : minutesLate(startTime, atTime)
  return late === null ? null : { lateMinutes: late, atTime }
}

/** "15 phút, 14:15, mục 3"; empty where nothing is known. */
export function momentWords({ lateMinutes, atTime, itemNumber }: MarkMoment): string {
  return [
    lateMinutes === null ? '' : `${lateMinutes} phút`,
    atTime ?? '',
    itemNumber === null ? '' : `mục ${itemNumber}`,
  ]
    .filter((words) => words !== '')
    .join(', ')
}

/** A mark within a sentence: "đến muộn 15 phút, 14:15, mục 3", "về sớm 15:20, mục 6", "vắng có lý do (đi công tác)". */
export function markInWords(
  mark: MarkMoment & { state: AttendanceState; reasonKind: ReasonKind | null },
): string {
  const words = attendanceStateNames[mark.state].toLowerCase()
  const moment = momentWords(mark)
  if (moment !== '') return `${words}${moment.startsWith('mục') ? ',' : ''} ${moment}`
  return mark.reasonKind === null ? words : `${words} (${reasonKindNames[mark.reasonKind].toLowerCase()})`
}
