import type { AbsenceLimit } from './absence.ts'
import { percent } from './attendance.ts'
import { fold } from './fold.ts'
import { quoted } from './quoted.ts'
import type { MeetingMinimum } from './rule-set.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'

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

/**
 * Days a fact is known by, which a person may enter where the program has not found them. The first four are steps
 * of the meeting's preparation.
 */
export const evidenceDays = [
  'committee',
  'notice',
  'noticeUpper',
  'papers',
  'committeeMinutes',
  'minutes',
  'handbook',
  'upload',
] as const
export type EvidenceDay = (typeof evidenceDays)[number]

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

/** `points` null: not established, a person decides. `evidence` is what is known, in words. */
export type Judgement = { points: number | null; evidence: string }

/** What the facts say of one line of the sheet, and the points they give where it has a scale. */
export function judge(
  line: { facts: readonly ScoreFactName[]; scale: ScoreScale | null },
  known: ScoreFacts,
): Judgement {
  const facts = { ...known, minimum: minimumBy(line.scale, known) }
  const words = line.facts.map((fact) => evidenceOf(fact, facts))
  const [measured] = line.facts
  const points = measured && line.scale ? pointsOf(measured, line.scale, facts) : null
  return { points, evidence: words.join('; ') }
}

/**
 * The minimum a sheet measures by: the rule's, or its own for a large cell where that is longer. A meeting without a
 * minimum by rule (a themed session alone) gets none from its sheet.
 */
function minimumBy(scale: ScoreScale | null, { minimum, members }: ScoreFacts): MeetingMinimum | null {
  const larger = scale?.kind === 'missing' ? scale.larger : null
  if (!larger || !minimum || members < larger.members || larger.minutes <= minimum.minutes) return minimum
  return {
    minutes: larger.minutes,
    rule: `theo phiếu chấm, chi bộ từ ${larger.members} đảng viên; nay có ${members}`,
  }
}

function pointsOf(fact: ScoreFactName, scale: ScoreScale, facts: ScoreFacts): number | null {
  switch (scale.kind) {
    case 'missing':
      return facts.ran && facts.minimum
        ? missingPoints(facts.ran.minutes, facts.minimum.minutes, scale)
        : null
    case 'share': {
      const share = shareOf(fact, facts)
      if (share === null) return null
      if (fact === 'attendance' && scale.unexcused !== null && facts.roll.unexcused > 0)
        return scale.unexcused
      return sharePoints(share.part, share.whole, scale)
    }
    case 'minutes':
      return facts.ideologyMinutes === null ? null : facts.ideologyMinutes >= scale.from ? scale.points : 0
    case 'met': {
      const met = isMet(fact, facts)
      return met === null ? null : met ? scale.points : 0
    }
  }
}

/**
 * Points for a meeting of `minutes` against its minimum. Less than half is judged first: of a short minimum half may
 * be missing within the first steps. Between the last step and half the sheet says nothing; the step of half is taken.
 */
export function missingPoints(
  minutes: number,
  minimum: number,
  scale: Extract<ScoreScale, { kind: 'missing' }>,
): number {
  const missing = minimum - minutes
  if (missing <= 0) return scale.full
  if (minutes * 2 < minimum) return scale.below
  return scale.steps.find(({ atMost }) => missing <= atMost)?.points ?? scale.half
}

/** Points for a share, compared without rounding: 89,96% is below 90%. */
export function sharePoints(
  part: number,
  whole: number,
  scale: Pick<Extract<ScoreScale, { kind: 'share' }>, 'steps'>,
): number {
  return scale.steps.find(({ from }) => part * 100 >= from * whole)?.points ?? 0
}

/** Null while the share is not known: nobody to count on, or somebody not marked yet. */
function shareOf(fact: ScoreFactName, facts: ScoreFacts): { part: number; whole: number } | null {
  const { roll, speakers, tasks } = facts
  const known = (part: number, whole: number) => (whole === 0 ? null : { part, whole })
  switch (fact) {
    case 'attendance':
      return roll.unmarked > 0 ? null : known(roll.present, roll.obliged)
    case 'speakers':
      // Nobody noted is not the same as nobody heard.
      return speakers.spoke === 0 ? null : known(speakers.spoke, speakers.there)
    case 'tasks':
      return known(tasks.done, tasks.count)
    default:
      return null
  }
}

/** Null: not established. */
function isMet(fact: ScoreFactName, facts: ScoreFacts): boolean | null {
  switch (fact) {
    case 'absenceRow':
      return facts.absences && facts.roll.unmarked === 0 ? facts.absences.exceeding.length === 0 : null
    case 'committee':
      if (facts.committee.alone) return true
      return facts.committee.heldOn !== null && (facts.committee.recorded || facts.committee.minutes !== null)
        ? true
        : null
    case 'notice': {
      const { members, upper } = facts.notice
      const late = [members, upper].some((day) => day !== null && day > facts.heldOn)
      return late ? false : members !== null && upper !== null ? true : null
    }
    case 'papers':
      return facts.papers.doneOn === null ? null : facts.papers.doneOn <= facts.papers.dueOn
    case 'minutes':
      return facts.minutes === null ? null : true
    case 'handbook':
      return facts.handbookOn === null ? null : true
    case 'upload': {
      const { doneOn, dueOn } = facts.upload
      return doneOn === null || dueOn === null ? null : doneOn <= dueOn
    }
    default:
      return null
  }
}

function evidenceOf(fact: ScoreFactName, facts: ScoreFacts): string {
  switch (fact) {
    case 'duration':
      return durationWords(facts)
    case 'attendance':
      return attendanceWords(facts)
    case 'absenceRow':
      return absenceWords(facts)
    case 'committee':
      return committeeWords(facts)
    case 'notice':
      return `${dayWords(facts.notice.symbol === '' ? 'Thông báo đảng viên' : `Thông báo số ${facts.notice.symbol}`, facts.notice.members)}; ${dayWords('báo cấp ủy viên theo dõi', facts.notice.upper)}`
    case 'papers': {
      const { doneOn, dueOn, source } = facts.papers
      return `${dayWords('Gửi tài liệu', doneOn)}, hạn ${formatVietnameseDate(dueOn)} (${source})`
    }
    case 'speakers':
      return speakersWords(facts)
    case 'praise': {
      const { commendations, reminders } = facts.praise
      return commendations + reminders === 0
        ? 'Chưa ghi biểu dương, nhắc nhở nào'
        : `${commendations} biểu dương, ${reminders} nhắc nhở`
    }
    case 'criticism': {
      const { self, others } = facts.criticisms
      return self + others === 0
        ? 'Chưa ghi lượt phê bình, tự phê bình nào'
        : `${self} lượt tự phê bình, ${others} lượt phê bình`
    }
    case 'ideology':
      return facts.ideologyMinutes === null
        ? 'Mục chính trị, tư tưởng chưa tính giờ'
        : `Mục chính trị, tư tưởng: ${facts.ideologyMinutes} phút`
    case 'tasks':
      return tasksWords(facts)
    case 'conclusions':
      return facts.conclusions === 0 ? 'Chưa ghi kết luận nào' : `Đã ghi ${facts.conclusions} kết luận`
    case 'adopted':
      return `${facts.adopted.passed} biểu quyết được thông qua, giao ${facts.adopted.tasks} nhiệm vụ`
    case 'minutes':
      return facts.minutes === null ? 'Chưa ghi ngày xong biên bản' : `Biên bản ${madeWords(facts.minutes)}`
    case 'handbook':
      return dayWords('Tài liệu có trên Sổ tay đảng viên điện tử từ', facts.handbookOn)
    case 'upload': {
      const { doneOn, dueOn, source } = facts.upload
      const due = dueOn === null ? '' : `, hạn ${formatVietnameseDate(dueOn)} (${source})`
      return `${dayWords('Đăng tài liệu', doneOn)}${due}`
    }
  }
}

function dayWords(what: string, day: string | null): string {
  return day === null ? `${what}: chưa ghi ngày` : `${what} ngày ${formatVietnameseDate(day)}`
}

function madeWords({ on, symbol }: MadeOn): string {
  const day = `ngày ${formatVietnameseDate(on)}`
  return symbol === '' ? `ghi xong ${day}` : `số ${symbol}, ban hành ${day}`
}

function durationWords({ ran, minimum }: ScoreFacts): string {
  const against = minimum ? `tối thiểu ${minimum.minutes} phút (${minimum.rule})` : 'không có mức tối thiểu'
  if (!ran) return `Chưa tính giờ các mục; ${against}`
  const missing = minimum ? minimum.minutes - ran.minutes : 0
  const distance =
    missing > 0 ? `, thiếu ${missing} phút${halfWords(ran.minutes, minimum?.minutes ?? 0)}` : ''
  return `Họp ${ran.from}–${ran.to}, ${ran.minutes} phút; ${against}${distance}`
}

function halfWords(minutes: number, minimum: number): string {
  const half = minutes * 2 - minimum
  return half === 0 ? ', bằng một nửa' : half < 0 ? ', dưới một nửa' : ''
}

function attendanceWords({ roll }: ScoreFacts): string {
  if (roll.obliged === 0 || roll.unmarked === roll.obliged) return 'Chưa điểm danh'
  const parts = [`Có mặt ${roll.present}/${roll.obliged} (${percent(roll.present, roll.obliged)})`]
  if (roll.excused > 0) parts.push(`vắng có lý do ${roll.excused}`)
  if (roll.unexcused > 0) parts.push(`vắng không lý do ${roll.unexcused}`)
  if (roll.unmarked > 0) parts.push(`còn ${roll.unmarked} người chưa điểm danh`)
  return parts.join(', ')
}

function absenceWords({ absences }: ScoreFacts): string {
  if (!absences) return 'Chưa có quy định về số lần vắng liên tiếp'
  const { limit, exceeding } = absences
  if (exceeding.length === 0) return `Trong năm không ai vắng có lý do quá ${limit.value} lần liên tiếp`
  return exceeding.map(({ fullName, count }) => `${fullName} vắng có lý do ${count} lần liên tiếp`).join(', ')
}

function committeeWords({ committee }: ScoreFacts): string {
  if (committee.alone) return 'Chi bộ chỉ có bí thư: không đánh giá, được đủ điểm'
  if (committee.heldOn === null) return 'Chưa ghi ngày họp chi ủy'
  const held = `Họp chi ủy ngày ${formatVietnameseDate(committee.heldOn)}`
  if (committee.minutes) return `${held}, biên bản ${madeWords(committee.minutes)}`
  return committee.recorded ? `${held}, đã ghi kết luận` : `${held}, chưa thấy biên bản trong chương trình`
}

function speakersWords({ speakers: { turns, there, spoke, unnamedTurns } }: ScoreFacts): string {
  if (turns === 0) return 'Chưa ghi lượt phát biểu nào'
  const unnamed = unnamedTurns > 0 ? `, còn ${unnamedTurns} lượt chưa ghi tên` : ''
  return `${spoke}/${there} người có mặt phát biểu (${percent(spoke, there)})${unnamed}`
}

/** Open tasks named one by one; more would fill the line. */
const mostNamed = 3

function tasksWords({ tasks: { count, done, open } }: ScoreFacts): string {
  if (count === 0) return 'Kỳ trước không giao nhiệm vụ nào đến hạn buổi này'
  const named = open.slice(0, mostNamed).map(quoted).join(', ')
  const others = open.length > mostNamed ? ` và ${open.length - mostNamed} việc khác` : ''
  const rest = open.length > 0 ? `; chưa xong: ${named}${others}` : ''
  return `Xong ${done}/${count} nhiệm vụ kỳ trước giao (${percent(done, count)})${rest}`
}

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
