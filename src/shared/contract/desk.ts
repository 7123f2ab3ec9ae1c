import type { MeetingKind } from '../rules/meeting.ts'
import type { ReportDue } from '../rules/report-calendar.ts'
import { read } from './define.ts'
import { nothing } from './fields.ts'

/** A meeting that wants something done: it is coming, or its roll is not finished. */
export type DeskMeeting = {
  id: number
  kind: MeetingKind
  period: string
  heldOn: string
  startTime: string
  place: string
  /** Sum of the agenda, in minutes; 0 while it has none. */
  plannedMinutes: number
  /** Members obliged to come who have no mark yet; null before its day. */
  unmarked: number | null
}

/** What needs doing now. */
export type Desk = {
  /** How many people the register holds: with none, that comes first. */
  members: number
  /** From today on, soonest first. */
  coming: DeskMeeting[]
  /** Held in the last two months and not fully marked, newest first. */
  unfinished: DeskMeeting[]
  /** Open tasks: past their day, and due within a week from today. */
  tasks: { overdue: number; dueSoon: number }
  /** Reports past their day or due within a week, the earliest first. */
  reports: ReportDue[]
  /** The present quarter while its themed session is missing or late, in words; else null. */
  quarterWithoutTheme: { year: number; quarter: number; sentence: string } | null
  /** Themes from the last quarter on with something amiss, each in words. */
  themes: { id: number; title: string; problems: string[] }[]
  /** The present month ('YYYY-MM') while no regular meeting is planned for it, else null. */
  monthWithoutMeeting: string | null
}

export const deskContract = {
  'desk.get': read(nothing).returns<Desk>(),
}
