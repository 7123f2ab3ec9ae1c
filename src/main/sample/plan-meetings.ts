import type { MeetingKind } from '../../shared/rules/meeting.ts'
import { addMonths, workingDay } from './months.ts'

export type PlannedMeeting = {
  kind: MeetingKind
  /** 'YYYY-MM' */
  period: string
  heldOn: string
  startTime: string
  /** Which of the quarters' themes it treats, counted from the first; null without a theme. */
  themeNumber: number | null
  /** Before the day the sample is made: the roll was called and people spoke. */
  held: boolean
}

const monthsShown = 36

/**
 * The meetings of three years up to a day, in their order: a regular one each month; a theme in the middle month of
 * each quarter, by turns within the regular meeting and on a day of its own; the committee a week before that; one
 * extraordinary. The last one is the next regular meeting, not yet held.
 */
export function planMeetings(today: string): PlannedMeeting[] {
  const thisMonth = today.slice(0, 7)
  const last = regularDay(thisMonth) < today ? addMonths(thisMonth, 1) : thisMonth
  const end = regularDay(last)
  const meetings: PlannedMeeting[] = []
  const add = (
    kind: MeetingKind,
    period: string,
    heldOn: string,
    startTime: string,
    theme: number | null = null,
  ) => {
    const held = heldOn < today
    if (heldOn <= end) meetings.push({ kind, period, heldOn, startTime, themeNumber: theme, held })
  }
  let themeNumber = 0
  for (let month = addMonths(thisMonth, 1 - monthsShown); month <= last; month = addMonths(month, 1)) {
    const themed = Number(month.slice(5)) % 3 === 2
    if (themed) add('committee', month, workingDay(addMonths(month, -1), 26), '16:00')
    const combined = themed && themeNumber % 2 === 1
    add(
      combined ? 'regularThemed' : 'regular',
      month,
      regularDay(month),
      '14:00',
      combined ? themeNumber : null,
    )
    if (themed && !combined) add('themed', month, workingDay(month, 17), '08:00', themeNumber)
    if (themed) themeNumber++
  }
  const extraordinary = addMonths(thisMonth, -8)
  add('extraordinary', extraordinary, workingDay(extraordinary, 20), '15:30')
  return meetings.sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
}

/** The cell meets on the third, or on the Monday after. */
function regularDay(month: string): string {
  return workingDay(month, 3)
}
