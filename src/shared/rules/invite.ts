import { type AttendanceState, cameTo } from './attendance.ts'
import { addYears, firstDayOf } from './calendar.ts'
import type { Role, Status } from './member.ts'
import { quoted } from './quoted.ts'
import { matchesTheme } from './theme-preparers.ts'

export const inviteChoices = ['pinned', 'notThisTime'] as const
export type InviteChoice = (typeof inviteChoices)[number]

/** Why somebody might be asked, in words; the heavier reason counts more. */
export type InviteReason = { weight: number; words: string }

/** A member as the list of whom to invite sees them. */
export type InvitePerson = {
  memberId: number
  /** Obliged to come, here only by choice (exempt, temporarily elsewhere), or off the roll. */
  place: 'obliged' | 'apart' | 'off'
  status: Status | null
  role: Role
  state: AttendanceState | null
  chair: boolean
  /** Speaks now, or stands in the queue. */
  waiting: boolean
  /** Said something on the running item, or on the one before it. */
  spokeJustBefore: boolean
  /** Said something to the matter at this meeting. */
  spokeToday: boolean
  /** Meetings attended in a row without a word, before this one. */
  silentMeetings: number
  /** '1975', '1975-06' or '1975-06-12'. */
  birthDate: string | null
  admittedOn: string | null
  choice: InviteChoice | null
}

/** The figures of one side of the balance between committee and ordinary members. */
type Side = { there: number; spoke: number }

/** What concerns the whole meeting: its day, whether its roll was called, and how the two groups were heard. */
export type InviteSituation = { heldOn: string; called: boolean; committee: Side; ordinary: Side }

export const mostInvited = 5

/** True of everybody before the meeting begins, so a sheet printed then leaves it out. */
export const notSpokenToday = 'hôm nay chưa phát biểu'

/** The reasons known from the roll and the turns alone; other features add theirs (a task, a strength, a promise). */
export function ownReasons(person: InvitePerson, situation: InviteSituation): InviteReason[] {
  const reasons: InviteReason[] = []
  const { silentMeetings } = person
  if (!person.spokeToday && silentMeetings > 0)
    reasons.push({ weight: 2 * Math.min(silentMeetings, 6), words: `im lặng ${silentMeetings} buổi đã dự` })
  if (!person.spokeToday) reasons.push({ weight: 1, words: notSpokenToday })
  if (person.status === 'probationary') reasons.push({ weight: 2, words: 'đảng viên dự bị' })
  else if (person.admittedOn !== null && addYears(firstDayOf(person.admittedOn), 2) > situation.heldOn)
    reasons.push({ weight: 2, words: 'đảng viên mới' })
  // Young people are those up to 30 years of age (Luật Thanh niên 57/2020/QH14, Điều 1).
  if (person.birthDate !== null && addYears(firstDayOf(person.birthDate), 31) > situation.heldOn)
    reasons.push({ weight: 1, words: 'đảng viên trẻ' })
  const committee = person.role !== 'member'
  if (!person.spokeToday && behind(situation, committee))
    reasons.push({
      weight: 2,
      words: committee
        ? 'cấp ủy ít người phát biểu hơn'
        : 'đảng viên không giữ chức vụ ít được nghe hơn cấp ủy',
    })
  return reasons
}

/**
 * The reason that somebody knows what is being talked about: strengths of theirs that match the item's title or the
 * subjects of its theme; null without one.
 */
export function strengthReason(
  strengths: readonly string[],
  item: { title: string; subjects: readonly string[] },
): InviteReason | null {
  const matching = strengths.filter((strength) => matchesTheme(strength, item))
  if (matching.length === 0) return null
  return { weight: 4, words: `thế mạnh ${matching.map(quoted).join(', ')} hợp với mục này` }
}

/** Whether this side has been heard less than the other, in proportion to who is there. */
function behind({ committee, ordinary }: InviteSituation, forCommittee: boolean): boolean {
  const [mine, theirs] = forCommittee ? [committee, ordinary] : [ordinary, committee]
  return mine.spoke * theirs.there < theirs.spoke * mine.there
}

/** Why somebody is not asked whatever speaks for them; null when they may be. */
export function whyNotInvited(person: InvitePerson, situation: InviteSituation): string | null {
  if (person.state !== null && !cameTo(person.state)) return 'vắng mặt'
  if (person.place !== 'obliged') return 'được miễn hoặc không thuộc diện phải dự'
  if (person.state === null && situation.called) return 'chưa điểm danh'
  if (person.chair) return 'đang chủ trì'
  if (person.waiting) return 'đang nói hoặc đã xếp hàng'
  if (person.spokeJustBefore) return 'vừa phát biểu ở mục này hoặc mục ngay trước'
  if (person.choice === 'notThisTime') return 'đã chọn "Không phải lần này"'
  return null
}

export type Invited<P> = { person: P; reasons: string[] }

/**
 * At most five members to ask, each with at least one reason: those pinned first, then by the weight of their
 * reasons, then in the order handed in. Everybody else comes with the reason why not.
 */
export function inviteList<P extends InvitePerson & { reasons: readonly InviteReason[] }>(
  people: readonly P[],
  situation: InviteSituation,
): { invited: Invited<P>[]; others: { person: P; why: string }[] } {
  const others: { person: P; why: string }[] = []
  const possible: P[] = []
  for (const person of people) {
    const why = whyNotInvited(person, situation)
    if (why !== null) others.push({ person, why })
    else if (person.reasons.length === 0 && person.choice !== 'pinned')
      others.push({ person, why: 'đã phát biểu và chưa có lý do để mời thêm' })
    else possible.push(person)
  }
  const ranked = possible
    .map((person) => ({
      person,
      pinned: person.choice === 'pinned',
      weight: person.reasons.reduce((sum, reason) => sum + reason.weight, 0),
    }))
    .sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.weight - a.weight)
  for (const { person } of ranked.slice(mostInvited))
    others.push({ person, why: `đã có ${mostInvited} người nhiều lý do hơn` })
  const invited = ranked.slice(0, mostInvited).map(({ person, pinned }) => ({
    person,
    reasons: [
      ...(pinned ? ['được ghim'] : []),
      ...[...person.reasons].sort((a, b) => b.weight - a.weight).map((reason) => reason.words),
    ],
  }))
  return { invited, others }
}
