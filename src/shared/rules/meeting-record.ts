import type { AgendaPart, ContentClass } from './agenda.ts'
import type { AttendanceState, ReasonKind } from './attendance.ts'
import { cameTo, reasonKindNames } from './attendance.ts'
import { longDate, longMonth } from './long-date.ts'
import type { MeetingKind, MeetingMode } from './meeting.ts'
import { type Role, roleNames, type Status } from './member.ts'
import type { Obligation } from './obligation.ts'
import type { RemarkKind } from './remark.ts'
import type { ScoreLevel } from './score.ts'
import { guestKey, type TurnKind } from './speaking.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'
import type { VoteMethod, VoteRule } from './vote.ts'
import { type MissingFact, meetingWords } from './written-paper.ts'

export type PersonFact = { memberId: number; fullName: string; role: Role }

export type RollFact = {
  fullName: string
  place: Obligation['place']
  reason: Obligation['reason']
  status: Status | null
  state: AttendanceState | null
  lateMinutes: number | null
  atTime: string | null
  itemNumber: number | null
  reasonKind: ReasonKind | null
  note: string
}

export type ItemFact = {
  id: number
  part: AgendaPart
  contentClass: ContentClass
  title: string
  ownerName: string | null
  /** Whether it was under way, by the clock of the meeting. */
  begun: boolean
}

export type TurnFact = {
  id: number
  agendaItemId: number | null
  memberName: string | null
  guestName: string | null
  kind: TurnKind
  gist: string
}

export type VoteFact = {
  id: number
  subject: string
  rule: VoteRule
  method: VoteMethod
  entitledCount: number
  presentCount: number
  forCount: number | null
  againstCount: number | null
  blankCount: number | null
}

export type RemarkFact = {
  id: number
  agendaItemId: number | null
  kind: RemarkKind
  content: string
  /** Names of those it concerns. */
  members: readonly string[]
}

export type TaskFact = {
  id: number
  title: string
  owners: readonly string[]
  dueOn: string | null
  doneOn: string | null
  /** The meeting it is to be reported on at, by its title. */
  reportTitle: string | null
}

/** The cell's own score of the meeting. */
export type ScoreFact = {
  total: number
  maximum: number
  /** Lines without points yet; a level only once there are none. */
  missing: number
  level: ScoreLevel | null
  groups: readonly { title: string; points: number; maximum: number }[]
  /** Why points were lost, by the lines of the sheet. */
  losses: readonly { criterion: string; words: string }[]
}

/** All that was recorded of one meeting that its papers tell of. Clock times are 'HH:MM' in Viet Nam. */
export type MeetingRecord = {
  cell: { name: string; upperBody: string; abbreviation: string }
  kind: MeetingKind
  period: string
  heldOn: string
  /** The day results are judged by: the meeting's, or today while that is still to come. */
  asOf: string
  plannedStart: string
  place: string
  mode: MeetingMode
  theme: string
  /** Visitors written down for the meeting. */
  guests: readonly string[]
  /** By the clock of the meeting; null where no item was clocked, or (the end) one is still under way. */
  startedAt: string | null
  endedAt: string | null
  /** Everybody on the roll, by given name, those obliged first. */
  roll: readonly RollFact[]
  /** Whether anybody has a mark other than an excuse. */
  rollCalled: boolean
  chair: PersonFact | null
  minuteTaker: PersonFact | null
  items: readonly ItemFact[]
  turns: readonly TurnFact[]
  conclusions: readonly { id: number; agendaItemId: number | null; content: string }[]
  /** What was noted beside, in the order it was noted. */
  remarks: readonly RemarkFact[]
  votes: readonly VoteFact[]
  /** Given at this meeting. */
  tasks: readonly TaskFact[]
  /**
   * The last meeting before this one that passes a resolution, with the tasks it gave and those given earlier (in the
   * month `givenIn`) that were still open then; null for a first one.
   */
  last: {
    period: string
    tasks: readonly TaskFact[]
    earlier: readonly (TaskFact & { givenIn: string })[]
  } | null
  score: ScoreFact | null
}

/** "Đồng chí Nguyễn Văn An, Bí thư"; who holds no office is named without one. */
export function comrade({ fullName, role }: Omit<PersonFact, 'memberId'>): string {
  return role === 'member' ? `Đồng chí ${fullName}` : `Đồng chí ${fullName}, ${roleNames[role]}`
}

/** "Trần Thị Hạnh, Lê Minh Khánh"; nobody is "không có". */
export function names(people: readonly { fullName: string }[]): string {
  return people.length === 0 ? 'không có' : people.map((person) => person.fullName).join(', ')
}

/** "Đi công tác: họp tại tỉnh" – kind and note of an excuse, as far as they are known. */
export function reasonOf({ reasonKind, note }: Pick<RollFact, 'reasonKind' | 'note'>): string {
  const kind =
    reasonKind === null || (reasonKind === 'other' && note !== '') ? '' : reasonKindNames[reasonKind]
  return [kind.toLocaleLowerCase('vi'), note.trim()].filter((part) => part !== '').join(': ')
}

/** The text with a full stop at its end, where it has no mark of its own. */
export function sentence(text: string): string {
  const tidy = text.trim()
  return tidy === '' || /[.!?…:;]$/.test(tidy) ? tidy : `${tidy}.`
}

/** "sinh hoạt chi bộ thường kỳ tháng 11 năm 2026". */
export function meetingInWords({ kind, period }: Pick<MeetingRecord, 'kind' | 'period'>): string {
  return `${meetingWords[kind]} ${longMonth(period)}`
}

/** "ngày 03 tháng 11 năm 2026, tại Phòng họp, Chi bộ Văn phòng tổ chức sinh hoạt …". */
export function dayAndPlace(record: MeetingRecord): string {
  const place = record.place.trim() === '' ? '' : `, tại ${record.place.trim()}`
  return `${longDate(record.heldOn)}${place}, ${record.cell.name} tổ chức ${meetingInWords(record)}`
}

/** "Đồng chí A, đồng chí B: lập danh sách; hoàn thành trước ngày 30/11/2026; báo cáo tại …". */
export function taskInWords(task: TaskFact): string {
  const who = task.owners.map((name, index) => `${index === 0 ? 'Đồng chí' : 'đồng chí'} ${name}`).join(', ')
  const parts = [
    task.title.trim(),
    task.dueOn === null ? '' : `hoàn thành trước ngày ${formatVietnameseDate(task.dueOn)}`,
    task.reportTitle === null
      ? ''
      : `báo cáo tại ${task.reportTitle.charAt(0).toLowerCase()}${task.reportTitle.slice(1)}`,
  ].filter((part) => part !== '')
  return sentence(`${who === '' ? '' : `${who}: `}${parts.join('; ')}`)
}

/** A fact that a paper lacks; `step` is where in the meeting it is entered. */
export function missing(field: MissingFact['field'], step: MissingFact['step'], words: string): MissingFact {
  return { field, step, sentence: words }
}

/** Those who had to come, by how they stand: what every paper's roll is counted from. */
export function rollParts(record: Pick<MeetingRecord, 'roll'>) {
  const obliged = record.roll.filter((row) => row.place === 'obliged')
  const came = ({ state }: RollFact) => state !== null && cameTo(state)
  return {
    obliged,
    full: obliged.filter((row) => row.status === 'full'),
    probationary: obliged.filter((row) => row.status === 'probationary'),
    temporaryHere: obliged.filter((row) => row.status === 'temporaryHere'),
    present: obliged.filter(came),
    late: obliged.filter((row) => row.state === 'late'),
    leftEarly: obliged.filter((row) => row.state === 'leftEarly'),
    excused: obliged.filter((row) => row.state === 'excused'),
    unexcused: obliged.filter((row) => row.state === 'unexcused'),
    unmarked: obliged.filter((row) => row.state === null),
    exempt: record.roll.filter((row) => row.reason === 'exempt'),
    elsewhere: record.roll.filter((row) => row.reason === 'temporaryElsewhere'),
    extra: record.roll.filter((row) => row.place !== 'obliged' && came(row)),
  }
}

/** The roll holds members only: visitors are those written down, then whoever else spoke as a guest. */
export function guestsOf({
  guests,
  turns,
}: {
  guests: readonly string[]
  turns: readonly { guestName: string | null }[]
}): string[] {
  const byKey = new Map<string, string>()
  for (const name of [...guests, ...turns.flatMap((turn) => turn.guestName ?? [])])
    if (!byKey.has(guestKey(name))) byKey.set(guestKey(name), name)
  return [...byKey.values()]
}
