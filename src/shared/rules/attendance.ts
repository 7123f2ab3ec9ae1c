import type { MeetingDay, MemberPeriods, NotObligedReason, Obligation } from './obligation.ts'
import { notObligedReasonNames, notObligedReasons, obligationOn } from './obligation.ts'
import { contains, periodOn } from './period.ts'

export const attendanceStates = ['present', 'late', 'leftEarly', 'excused', 'unexcused'] as const
export type AttendanceState = (typeof attendanceStates)[number]

export const attendanceStateNames: Record<AttendanceState, string> = {
  present: 'Có mặt',
  late: 'Đến muộn',
  leftEarly: 'Về sớm',
  excused: 'Vắng có lý do',
  unexcused: 'Vắng không lý do',
}

/** Reasons for an excused absence, as in the form of an absence request. */
export const reasonKinds = ['duty', 'health', 'family', 'other'] as const
export type ReasonKind = (typeof reasonKinds)[number]

export const reasonKindNames: Record<ReasonKind, string> = {
  duty: 'Đi công tác',
  health: 'Bệnh, sức khỏe',
  family: 'Việc gia đình, việc riêng',
  other: 'Lý do khác',
}

/** Marks that say the person was there: late and leaving early count. */
export const presentStates: readonly AttendanceState[] = ['present', 'late', 'leftEarly']

/** Whether a mark says that the person was there. */
export function cameTo(state: AttendanceState): boolean {
  return presentStates.includes(state)
}

/** Whether a mark says that the roll was called: an excuse alone may have been asked for days before. */
export function callsRoll(state: AttendanceState | null | undefined): boolean {
  return state !== null && state !== undefined && state !== 'excused'
}

export type RollMember = MemberPeriods & { id: number }
export type RollMeeting = MeetingDay & { id: number }
export type RollMark = { meetingId: number; memberId: number; state: AttendanceState }

/** Figures over those obliged to come; `present + excused + unexcused + unmarked = obliged`. */
export type AttendanceCounts = {
  obliged: number
  /** Came, late and leaving early included. */
  present: number
  excused: number
  unexcused: number
  /** Obliged, in a meeting whose roll was called, but with no mark. */
  unmarked: number
  /** Came without being obliged; in no other figure. */
  presentNotObliged: number
}

/** One member over several meetings; `obliged + the sum of excluded = meetings`. */
export type MemberAttendanceSummary = AttendanceCounts & {
  memberId: number
  /** How many meetings had their roll called. */
  meetings: number
  /** Meetings that do not count for this member, by reason. */
  excluded: Record<NotObligedReason, number>
}

/** One meeting over all members. `called` is false when nobody obliged has a mark but excuses; then all figures are zero. */
export type MeetingAttendanceSummary = AttendanceCounts & { meetingId: number; called: boolean }

export type AttendanceSummary = {
  members: MemberAttendanceSummary[]
  meetings: MeetingAttendanceSummary[]
}

/**
 * Counts marks per member and per meeting, each judged by the status and role of the meeting's own day.
 * A meeting counts once its roll was called: at least one person obliged to come has a mark other than an
 * excuse, which may have been asked for before. (A mark of somebody not
 * obliged does not call the roll, or their coming would lower everybody's rate.) Marks of members or meetings not
 * handed in are left out. Answers in the order of the input.
 */
export function attendanceSummary(
  members: readonly RollMember[],
  meetings: readonly RollMeeting[],
  marks: readonly RollMark[],
): AttendanceSummary {
  const memberIndex = new Map(members.map((member, index) => [member.id, index]))
  const meetingIndex = new Map(meetings.map((meeting, index) => [meeting.id, index]))
  const width = members.length
  const stateAt: (AttendanceState | undefined)[] = new Array(width * meetings.length)
  for (const mark of marks) {
    const column = memberIndex.get(mark.memberId)
    const row = meetingIndex.get(mark.meetingId)
    if (column !== undefined && row !== undefined) stateAt[row * width + column] = mark.state
  }

  const byMember = members.map((member) => ({
    memberId: member.id,
    meetings: 0,
    ...noCounts(),
    excluded: noneExcluded(),
  }))
  const steady = steadyObligations(members, meetings)
  const byMeeting = meetings.map((meeting, row) => {
    const reasons = members.map((member, column) => {
      const same = meeting.kind === 'committee' ? null : steady[column]
      return (same ?? obligationOn(member, meeting)).reason
    })
    const called = reasons.some((reason, column) => !reason && callsRoll(stateAt[row * width + column]))
    const counts = { meetingId: meeting.id, called, ...noCounts() }
    if (!called) return counts
    for (let column = 0; column < width; column++) {
      const ofMember = byMember[column] as MemberAttendanceSummary
      const reason = reasons[column] ?? null
      const state = stateAt[row * width + column] ?? null
      ofMember.meetings++
      if (reason) ofMember.excluded[reason]++
      countMark(ofMember, !reason, state)
      countMark(counts, !reason, state)
    }
    return counts
  })
  return { members: byMember, meetings: byMeeting }
}

/**
 * For each member the obligation towards every meeting of the cell handed in, where one status holds from the first
 * to the last of them, as it mostly does; else null. A committee's meetings are judged by role as well.
 */
function steadyObligations(
  members: readonly RollMember[],
  meetings: readonly RollMeeting[],
): (Obligation | null)[] {
  const days = meetings.map((meeting) => meeting.heldOn).sort()
  const first = days[0]
  const last = days.at(-1)
  if (first === undefined || last === undefined) return []
  return members.map((member) => {
    const status = periodOn(member.statuses, first)
    return status && contains(status, last) ? obligationOn(member, { kind: 'regular', heldOn: first }) : null
  })
}

/** Counts one member at one meeting whose roll was called. */
function countMark(counts: AttendanceCounts, obliged: boolean, state: AttendanceState | null): void {
  if (!obliged) {
    if (state && cameTo(state)) counts.presentNotObliged++
    return
  }
  counts.obliged++
  if (!state) counts.unmarked++
  else if (state === 'excused') counts.excused++
  else if (state === 'unexcused') counts.unexcused++
  else counts.present++
}

/** Live figures of one roll while it is being called, whether or not anybody has a mark yet. */
export function rollCounts(
  rows: readonly { obliged: boolean; state: AttendanceState | null }[],
): AttendanceCounts & { late: number; leftEarly: number } {
  const counts = { ...noCounts(), late: 0, leftEarly: 0 }
  for (const { obliged, state } of rows) {
    countMark(counts, obliged, state)
    if (obliged && state === 'late') counts.late++
    if (obliged && state === 'leftEarly') counts.leftEarly++
  }
  return counts
}

function noCounts(): AttendanceCounts {
  return { obliged: 0, present: 0, excused: 0, unexcused: 0, unmarked: 0, presentNotObliged: 0 }
}

function noneExcluded(): Record<NotObligedReason, number> {
  return { beforeJoining: 0, exempt: 0, temporaryElsewhere: 0, afterLeaving: 0, notInCommittee: 0 }
}

/** Figures of two sets of meetings (or of members) taken together. */
export function addCounts(a: AttendanceCounts, b: AttendanceCounts): AttendanceCounts {
  return {
    obliged: a.obliged + b.obliged,
    present: a.present + b.present,
    excused: a.excused + b.excused,
    unexcused: a.unexcused + b.unexcused,
    unmarked: a.unmarked + b.unmarked,
    presentNotObliged: a.presentNotObliged + b.presentNotObliged,
  }
}

/** Figures of one member over two sets of meetings taken together. */
export function addMemberSummaries(
  a: MemberAttendanceSummary,
  b: MemberAttendanceSummary,
): MemberAttendanceSummary {
  const excluded = noneExcluded()
  for (const reason of notObligedReasons) excluded[reason] = a.excluded[reason] + b.excluded[reason]
  return { memberId: a.memberId, meetings: a.meetings + b.meetings, ...addCounts(a, b), excluded }
}

/** A sum of no meetings. */
export const zeroCounts: Readonly<AttendanceCounts> = noCounts()

/** A member's rate with its sum: "11/12 (91,7%), 1 buổi trước khi chuyển đến không tính". */
export function explainRate(
  summary: Pick<
    MemberAttendanceSummary,
    'obliged' | 'present' | 'unmarked' | 'presentNotObliged' | 'excluded'
  >,
): string {
  const parts = [
    summary.obliged === 0
      ? 'Chưa có buổi nào phải dự'
      : `${summary.present}/${summary.obliged} (${percent(summary.present, summary.obliged)})`,
  ]
  if (summary.unmarked > 0) parts.push(`${summary.unmarked} buổi chưa ghi`)
  // Meetings of the committee are nobody else's business: they would stand behind every ordinary member's rate.
  const excluded = notObligedReasons
    .filter((reason) => reason !== 'notInCommittee' && summary.excluded[reason] > 0)
    .map((reason) => `${summary.excluded[reason]} buổi ${notObligedReasonNames[reason]}`)
  if (excluded.length > 0) parts.push(`${excluded.join(' và ')} không tính`)
  if (summary.presentNotObliged > 0) parts.push(`dự thêm ${summary.presentNotObliged} buổi không bắt buộc`)
  return parts.join(', ')
}

/**
 * A share in Vietnamese writing, one decimal at most: "91,7%", "100%". Rounding never turns almost all into all,
 * nor almost none into none. An empty whole gives "–".
 */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '–'
  const rounded = Math.round((part * 1000) / whole)
  const tenths = part === whole ? 1000 : Math.min(rounded, 999)
  return `${String((part > 0 ? Math.max(tenths, 1) : tenths) / 10).replace('.', ',')}%`
}
