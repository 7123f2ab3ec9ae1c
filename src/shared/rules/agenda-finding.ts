import type { AgendaPart, ContentClass } from './agenda.ts'
import type { CarriedItem } from './carry.ts'
import type { MeetingKind, MeetingMode } from './meeting.ts'
import type { PreparationStep, StepStanding } from './preparation.ts'
import { quoted } from './quoted.ts'
import type { MeetingMinimum, RuleSet } from './rule-set.ts'
import type { Thresholds } from './thresholds.ts'

/** An agenda item as it is stored, without what is computed of it. */
export type CheckedItem = {
  id: number
  part: AgendaPart
  contentClass: ContentClass
  title: string
  ownerId: number | null
  plannedMinutes: number
  privateNote: string
}

/** The meeting's own fields, all that changing one of them takes. */
export type CheckedMeeting = {
  id: number
  kind: MeetingKind
  period: string
  heldOn: string
  startTime: string
  place: string
  mode: MeetingMode
  chairId: number | null
  minuteTakerId: number | null
  theme: string
  note: string
}

/** An open task that is due by the meeting or to be reported on at it, and that no item of its agenda takes up. */
export type WaitingTask = {
  id: number
  title: string
  dueOn: string | null
  /** The first of those who have it. */
  ownerId: number | null
  /** On how many earlier agendas it stood. */
  earlierAgendas: number
}

/** Everything the check of an agenda looks at. */
export type CheckedAgenda = {
  meeting: CheckedMeeting
  /** In the order of the meeting. */
  items: readonly CheckedItem[]
  /** At least the chair, the minute-taker and those suggested; `takesPart` on the meeting's day. */
  people: readonly { id: number; fullName: string; takesPart: boolean }[]
  /** Who would chair and take the minutes by their office on that day. */
  suggested: { chairId: number | null; minuteTakerId: number | null }
  minimum: MeetingMinimum | null
  ruleSet: RuleSet | null
  thresholds: Thresholds
  /** Other meetings of the quarter, held or planned, that treat a theme. */
  themedInQuarter: number
  /** A theme of the year's plan for the quarter that has no meeting yet, the soonest; null where there is none. */
  themeToMeet: { title: string; sessionDay: string | null } | null
  /** Themes of the plan of the meeting's year, whatever became of them. */
  themesInYear: number
  steps: readonly StepStanding[]
  /** None for a meeting that has been held. */
  tasks: readonly WaitingTask[]
  today: string
}

export type FindingKind =
  | 'tooShort'
  | 'chairIdMissing'
  | 'chairIdNotTakingPart'
  | 'minuteTakerIdMissing'
  | 'minuteTakerIdNotTakingPart'
  | 'noLastResolution'
  | 'noDiscussion'
  | 'littleDiscussion'
  | 'noTheme'
  | 'themedMissing'
  | 'noDraft'
  | 'noticeLate'
  | 'papersLate'
  | 'muchReading'
  | 'muchProfessional'
  | 'noOwner'
  | 'taskWaiting'
  | 'noThemeReview'
  | 'noProgressReview'

export type Severity = 'must' | 'should' | 'note'

export const severityNames: Record<Severity, string> = {
  must: 'Phải sửa',
  should: 'Nên sửa',
  note: 'Lưu ý',
}

/** The source of what no rule says in so many words and no setting changes. */
export const usage = 'thông lệ'

/** One operation that mends a finding, with what it is asked with. */
export type Mend = { label: string } & (
  | { operation: 'agenda.create'; input: CarriedItem & { meetingId: number } }
  | { operation: 'agenda.update'; input: CheckedItem }
  | { operation: 'agenda.assignRest'; input: { meetingId: number; ownerId: number } }
  | { operation: 'meetings.update'; input: CheckedMeeting }
  | {
      operation: 'preparation.mark'
      input: { meetingId: number; step: PreparationStep; doneOn: string; note: string }
    }
)

export type Finding = {
  kind: FindingKind
  severity: Severity
  /** What is amiss, with its figures. */
  sentence: string
  /** The rule by number and date, or that it is usage kept in the settings. */
  source: string
  /** Null where no single operation mends it. */
  mend: Mend | null
}

/** An item may last ten hours; a mend that would ask for more is none. */
const mostMinutes = 600

/** Mends by giving an item so many minutes; null where that is more than an item may have. */
export function mendMinutes(item: CheckedItem, plannedMinutes: number): Mend | null {
  if (plannedMinutes > mostMinutes) return null
  const by = plannedMinutes - item.plannedMinutes
  return {
    label: `${by > 0 ? `Thêm ${by}` : `Bớt ${-by}`} phút cho ${quoted(item.title)}`,
    operation: 'agenda.update',
    input: { ...item, plannedMinutes },
  }
}

/** A new item, led by the chair where they take part. */
export function mendAdd(
  agenda: CheckedAgenda,
  item: { part: AgendaPart; contentClass: ContentClass; title: string },
  plannedMinutes: number,
): Mend | null {
  if (plannedMinutes > mostMinutes) return null
  const chair = agenda.people.find((person) => person.id === agenda.meeting.chairId && person.takesPart)
  return {
    label: `Thêm mục ${quoted(item.title)} ${plannedMinutes} phút`,
    operation: 'agenda.create',
    input: {
      meetingId: agenda.meeting.id,
      ...item,
      ownerId: chair?.id ?? null,
      plannedMinutes,
      privateNote: '',
    },
  }
}
