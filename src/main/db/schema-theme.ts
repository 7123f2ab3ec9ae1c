import type { Generated } from 'kysely'
import type { ThemeForm, ThemeOrigin, ThemeStep } from '../../shared/rules/theme.ts'

export type ThemeTable = {
  id: Generated<number>
  year: number
  quarter: number
  /** 1 to 12, within the quarter. */
  month: number | null
  /** Its place among the themes of the quarter. */
  position: number
  title: string
  titleFolded: string
  kind: Generated<string>
  origin: Generated<ThemeOrigin>
  problem: Generated<string>
  figures: Generated<string>
  cause: Generated<string>
  solution: Generated<string>
  aim: Generated<string>
  form: Generated<ThemeForm>
  /** The planned day; once there is a meeting, its day rules. */
  sessionOn: string | null
  meetingId: number | null
  leadId: number | null
  product: Generated<string>
  note: Generated<string>
}

export type ThemeContributorTable = {
  id: Generated<number>
  themeId: number
  memberId: number
  topic: Generated<string>
  minutes: number
  position: number
}

export type ThemeStepTable = {
  id: Generated<number>
  themeId: number
  step: ThemeStep
  /** Set by hand; null: counted from the session's day. */
  dueOn: string | null
  doneOn: string | null
}

export type ThemeQuestionTable = {
  id: Generated<number>
  themeId: number
  position: number
  question: string
}

export type ThemeLinkTable = {
  id: Generated<number>
  themeId: number
  position: number
  label: Generated<string>
  target: string
}

export type ThemeSubjectTable = {
  id: Generated<number>
  themeId: number
  subject: string
  subjectFolded: string
}

export type MemberStrengthTable = {
  id: Generated<number>
  memberId: number
  subject: string
  subjectFolded: string
}
