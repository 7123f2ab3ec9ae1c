import type { AbsenceLimit } from './absence.ts'
import { fold } from './fold.ts'
import type { MeetingMinimum } from './rule-set.ts'

export const scoreFactNames = [
  'duration',
  'attendance',
  'absenceRow',
  'committee',
  'notice',
  'papers',
  'speakers',
  'praise',
  'criticism',
  'ideology',
  'tasks',
  'conclusions',
  'adopted',
  'minutes',
  'handbook',
  'upload',
] as const
export type ScoreFactName = (typeof scoreFactNames)[number]

/** Days that nothing but the score asks for. */
const ownDays = ['committeeMinutes', 'minutes', 'handbook', 'upload'] as const
export type OwnDay = (typeof ownDays)[number]

/**
 * Days a fact is known by, which a person may enter where the program has not found them. The first are steps of the
 * meeting's preparation and are kept there.
 */
export const evidenceDays = ['committee', 'notice', 'noticeUpper', 'papers', ...ownDays] as const
export type EvidenceDay = (typeof evidenceDays)[number]

export const isOwnDay = (day: EvidenceDay): day is OwnDay => ownDays.some((each) => each === day)

export const evidenceDayNames: Record<EvidenceDay, string> = {
  committee: 'Ngày họp chi ủy',
  notice: 'Ngày thông báo đảng viên',
  noticeUpper: 'Ngày báo cấp ủy viên theo dõi',
  papers: 'Ngày gửi tài liệu',
  committeeMinutes: 'Ngày có biên bản họp chi ủy',
  minutes: 'Ngày ghi xong biên bản',
  handbook: 'Ngày đưa tài liệu lên Sổ tay',
  upload: 'Ngày đăng tài liệu sau buổi họp',
}

/** The days a fact is judged by. */
export function daysOfFact(fact: ScoreFactName): readonly EvidenceDay[] {
  switch (fact) {
    case 'committee':
      return ['committee', 'committeeMinutes']
    case 'notice':
      return ['notice', 'noticeUpper']
    case 'papers':
      return ['papers']
    case 'minutes':
    case 'handbook':
    case 'upload':
      return [fact]
    default:
      return []
  }
}

/** How a fact becomes points. */
export type ScoreScale =
  /** By the minutes missing to the minimum; `half`: not within a step but at least half, `below`: less than half. */
  | {
      kind: 'missing'
      full: number
      steps: { atMost: number; points: number }[]
      half: number
      below: number
      /** A sheet of a place where a cell of so many members has to sit longer than the rule in force asks. */
      larger: { members: number; minutes: number } | null
    }
  /** By a share in percent, each step from its own figure on; `unexcused`: what one such absence leaves at most. */
  | { kind: 'share'; steps: { from: number; points: number }[]; unexcused: number | null }
  /** All or nothing by minutes. */
  | { kind: 'minutes'; from: number; points: number }
  /** All or nothing. */
  | { kind: 'met'; points: number }

/** What is known of a meeting that its sheet asks for; days are ISO, clock times 'HH:MM'. */
export type ScoreFacts = {
  heldOn: string
  /** Null: its items were not clocked, or one still runs. */
  ran: { from: string; to: string; minutes: number } | null
  minimum: MeetingMinimum | null
  /** Members on the cell's books on the meeting's day, the exempt and those temporarily elsewhere too. */
  members: number
  roll: { obliged: number; present: number; excused: number; unexcused: number; unmarked: number }
  /** Who exceeded the limit of excused absences in a row this year; null where no rule sets one. */
  absences: { limit: AbsenceLimit; exceeding: readonly { fullName: string; count: number }[] } | null
  /**
   * `alone`: nobody but the secretary holds an office. `recorded`: the program holds what it concluded. `minutes`:
   * its minutes as issued or as entered by hand.
   */
  committee: { alone: boolean; heldOn: string | null; recorded: boolean; minutes: MadeOn | null }
  /** `symbol`: of the notice as it was issued, where nobody entered a day of their own. */
  notice: { members: string | null; symbol: string; upper: string | null }
  papers: { doneOn: string | null; dueOn: string; source: string }
  /** `there`: those obliged who came, as the reports count them; `spoke`: members with a turn. */
  speakers: { turns: number; there: number; spoke: number; unnamedTurns: number }
  /** Remarks that commend, and those that remind or criticise. */
  praise: { commendations: number; reminders: number }
  criticisms: { self: number; others: number }
  /** Whole minutes of the items on ideology; null where they were not clocked. */
  ideologyMinutes: number | null
  /** Those of the last resolution to be finished by this meeting, and the titles of what is not. */
  tasks: { count: number; done: number; open: readonly string[] }
  conclusions: number
  adopted: { passed: number; tasks: number }
  /** The minutes of this meeting. */
  minutes: MadeOn | null
  /** Since when its papers stand in the members' electronic handbook. */
  handbookOn: string | null
  /** `dueOn` null: no rule in force says by when. */
  upload: { doneOn: string | null; dueOn: string | null; source: string }
}

/** A paper made on a day; `symbol` as it was issued, '' where it was only entered by hand. */
export type MadeOn = { on: string; symbol: string }

/** Words of a criterion's title by which the facts that speak for it are known, without marks. */
const titleWords: readonly [words: readonly string[], fact: ScoreFactName][] = [
  [['thoi luong'], 'duration'],
  [['vien du'], 'attendance'],
  [['tham du'], 'attendance'],
  [['du sinh hoat'], 'attendance'],
  [['lien tiep'], 'absenceRow'],
  [['hop chi uy'], 'committee'],
  [['thong bao'], 'notice'],
  [['tai lieu', 'truoc'], 'papers'],
  [['phat bieu'], 'speakers'],
  [['bieu duong'], 'praise'],
  [['phe binh'], 'criticism'],
  [['thang truoc'], 'tasks'],
  [['ky truoc'], 'tasks'],
  [['so bien ban'], 'minutes'],
  [['so tay'], 'handbook'],
  [['tai lieu', 'sau'], 'upload'],
]

/** The facts that can be told beside a criterion of a sheet the cell brought itself, by the words of its title. */
export function factsOfTitle(title: string): ScoreFactName[] {
  const folded = ` ${fold(title).replace(/[^a-z0-9]+/g, ' ')} `
  const found = titleWords.filter(([words]) => words.every((word) => folded.includes(` ${word} `)))
  return [...new Set(found.map(([, fact]) => fact))]
}
