import absencesData from '../../../resources/sample/absences.json' with { type: 'json' }
import cellData from '../../../resources/sample/cell.json' with { type: 'json' }
import decisionsData from '../../../resources/sample/decisions.json' with { type: 'json' }
import nextMeetingData from '../../../resources/sample/next-meeting.json' with { type: 'json' }
import peopleData from '../../../resources/sample/people.json' with { type: 'json' }
import remarksData from '../../../resources/sample/remarks.json' with { type: 'json' }
import speechesData from '../../../resources/sample/speeches.json' with { type: 'json' }
import strengthsData from '../../../resources/sample/strengths.json' with { type: 'json' }
import themePlanData from '../../../resources/sample/theme-plan.json' with { type: 'json' }
import themesData from '../../../resources/sample/themes.json' with { type: 'json' }
import type { AgendaPart, ContentClass } from '../../shared/rules/agenda.ts'
import type { ReasonKind } from '../../shared/rules/attendance.ts'
import type { CellKind } from '../../shared/rules/cell.ts'
import type { RolePeriod, Sex, StatusPeriod } from '../../shared/rules/member.ts'
import type { RemarkKind } from '../../shared/rules/remark.ts'
import type { TurnKind } from '../../shared/rules/speaking.ts'
import type { ThemeForm, ThemeOrigin } from '../../shared/rules/theme.ts'
import { monthsBetween, shiftDate } from './months.ts'

/** What a made-up member tends to do. */
export type Habits = {
  /** Share of meetings missed and share come late to, from 0 to 1. */
  absence: number
  lateness: number
  /** Weight among those who might take the floor; 0 never speaks. */
  speaking: number
  reason: ReasonKind
}

export type SamplePerson = {
  key: string
  fullName: string
  sex: Sex
  birthDate: string
  admittedOn: string
  officialOn: string | null
  job: string
  politicalTheory: string
  residenceCell: string
  note: string
  statuses: readonly (StatusPeriod & { note: string })[]
  roles: readonly RolePeriod[]
  habits: Habits
}

/** A theme as it is written down for the sample office. */
export type SampleTheme = {
  title: string
  kind: string
  origin: ThemeOrigin
  form: ThemeForm
  problem: string
  figures: string
  cause: string
  solution: string
  aim: string
  product: string
  subjects: readonly string[]
  questions: readonly string[]
}

type SampleCell = {
  name: string
  upperBody: string
  kind: CellKind
  place: string
  abbreviation: string
  meetingPlace: string
}

type NextMeeting = {
  note: string
  /** One a line. */
  guests: string
  changes: { contentClass: ContentClass; owner: string; privateNote: string }[]
  added: {
    part: AgendaPart
    contentClass: ContentClass
    title: string
    owner: string
    plannedMinutes: number
    privateNote: string
  }[]
  asks: { contentClass: ContentClass; person: string; question: string; asked: boolean }[]
}

// JSON widens its texts to `string`; the database's own checks refuse a wrong one when the sample is made.
const { note: _note, otherPlaces: sampleOtherPlaces, ...cell } = cellData
export const sampleCell = cell as SampleCell
export const otherPlaces = sampleOtherPlaces
export const guests = peopleData.guests as readonly { name: string; kind: TurnKind }[]
export const absences = absencesData
export const speeches = speechesData
export const themes = themesData as readonly (SampleTheme & { papers: string[]; opinions: string[] })[]
export const themePlan = themePlanData as {
  missed: SampleTheme
  planned: readonly (SampleTheme & {
    lead: string | null
    contributors: { key: string; topic: string; minutes: number }[]
  })[]
}
export const decisions = decisionsData
/** What meetings note, by kind. */
export const remarks: Readonly<Record<RemarkKind, readonly string[]>> = remarksData
/** What some of the people are strong in, by key. */
export const strengths: Readonly<Record<string, readonly string[]>> = strengthsData
export const nextMeeting = nextMeetingData as NextMeeting

/** The made-up people as of a day: their dates are written down for one month and move along with the day. */
export function peopleOn(today: string): SamplePerson[] {
  const months = monthsBetween(peopleData.asOfMonth, today.slice(0, 7))
  const shift = (date: string) => shiftDate(date, months)
  const period = <P extends { fromDate: string; toDate: string | null }>(of: P): P => ({
    ...of,
    fromDate: shift(of.fromDate),
    toDate: of.toDate && shift(of.toDate),
  })
  return (peopleData.people as readonly SamplePerson[]).map((person) => ({
    ...person,
    birthDate: shift(person.birthDate),
    admittedOn: shift(person.admittedOn),
    officialOn: person.officialOn && shift(person.officialOn),
    statuses: person.statuses.map(period),
    roles: person.roles.map(period),
  }))
}
