import type { ContentClass } from './agenda.ts'
import { type AttendanceState, cameTo, percent } from './attendance.ts'
import type { Role } from './member.ts'
import { guestKey } from './speaking.ts'

/** A member towards the meeting: who may be there to be heard. */
export type FairPerson = {
  memberId: number
  role: Role
  /** Chairs the meeting. */
  chair: boolean
  /** Null: no mark yet. */
  state: AttendanceState | null
}

/** One turn in the order it was noted; neither member nor guest: somebody to be named later. */
export type FairTurn = {
  memberId: number | null
  guestName: string | null
  agendaItemId: number | null
  /** Of its item; null where it belongs to none. */
  contentClass: ContentClass | null
  /** Null while running or unknown: adds no time. */
  speakingSeconds: number | null
}

export type Spoken = { turns: number; seconds: number }

export type FairGroup = Spoken & {
  /** Marked as there, or spoke; the silent are among them. */
  there: number
  spoke: number
}

export type Fairness = {
  /** Whether anybody is marked as there; until then everybody without a mark counts as there. */
  called: boolean
  /** Each with what they said to the matter; who is not there is not among them. */
  persons: (Spoken & { memberId: number })[]
  /** Members who hold an office of the committee, and the others. */
  committee: FairGroup
  ordinary: FairGroup
  guests: Spoken
  /** Not named yet. */
  unnamed: Spoken
  /** What the chair said to open, lead and close: not compared with anybody. */
  procedural: Spoken
  /** Everything: both groups, guests, unnamed and procedural. */
  total: Spoken
  /** Seconds of the one, and of the three members who spoke longest. */
  topOneSeconds: number
  topThreeSeconds: number
}

/** Items on which the chair leads the meeting and does not take part in a discussion. */
const proceduralClasses: readonly (ContentClass | null)[] = ['formalities', 'conclusion']

/**
 * Adjacent turns of the same speaker on the same item are one (a speech paused and taken up again): their time is kept,
 * only the count falls. Turns still unnamed are never taken for the same person.
 */
export function mergeAdjacent(turns: readonly FairTurn[]): FairTurn[] {
  const merged: FairTurn[] = []
  for (const turn of turns) {
    const last = merged.at(-1)
    if (!last || !sameSpeech(last, turn)) merged.push({ ...turn })
    else if (turn.speakingSeconds !== null)
      last.speakingSeconds = (last.speakingSeconds ?? 0) + turn.speakingSeconds
  }
  return merged
}

function sameSpeech(a: FairTurn, b: FairTurn): boolean {
  if (a.agendaItemId !== b.agendaItemId || a.memberId !== b.memberId) return false
  if (a.memberId !== null) return true
  return a.guestName !== null && b.guestName !== null && guestKey(a.guestName) === guestKey(b.guestName)
}

/**
 * Who was heard and how much, for the secretary's eyes. Whoever is marked as there, or spoke, is in the figures; an
 * absent member changes none. Persons come to the same as their groups, and groups, guests, unnamed and procedural
 * talk to the total.
 */
export function fairnessOf(people: readonly FairPerson[], turns: readonly FairTurn[]): Fairness {
  const chair = people.find((person) => person.chair)?.memberId ?? null
  const merged = mergeAdjacent(turns)
  const isProcedural = (turn: FairTurn) =>
    turn.memberId !== null && turn.memberId === chair && proceduralClasses.includes(turn.contentClass)
  const ofMembers = new Map<number, Spoken>()
  const fairness = { guests: none(), unnamed: none(), procedural: none(), total: none() }
  const spokeAtAll = new Set<number>()
  for (const turn of merged) {
    add(fairness.total, turn)
    if (turn.memberId !== null) spokeAtAll.add(turn.memberId)
    if (isProcedural(turn)) add(fairness.procedural, turn)
    else if (turn.memberId !== null) {
      const spoken = ofMembers.get(turn.memberId) ?? none()
      add(spoken, turn)
      ofMembers.set(turn.memberId, spoken)
    } else add(turn.guestName === null ? fairness.unnamed : fairness.guests, turn)
  }
  const called = people.some((person) => person.state !== null && cameTo(person.state))
  const there = people.filter(
    (person) => spokeAtAll.has(person.memberId) || (person.state === null ? !called : cameTo(person.state)),
  )
  // Somebody who spoke but is on no list is an ordinary member: no time may fall out of the sum.
  const listed = new Set(there.map((person) => person.memberId))
  const others = [...ofMembers.keys()].filter((memberId) => !listed.has(memberId))
  const everybody = [
    ...there.map(({ memberId, role }) => ({ memberId, committee: role !== 'member' })),
    ...others.map((memberId) => ({ memberId, committee: false })),
  ].map((person) => ({ ...person, ...(ofMembers.get(person.memberId) ?? none()) }))
  const longest = everybody.map((person) => person.seconds).sort((a, b) => b - a)
  return {
    called,
    persons: everybody.map(({ committee: _, ...person }) => person),
    committee: groupOf(everybody.filter((person) => person.committee)),
    ordinary: groupOf(everybody.filter((person) => !person.committee)),
    ...fairness,
    topOneSeconds: longest[0] ?? 0,
    topThreeSeconds: longest.slice(0, 3).reduce((sum, seconds) => sum + seconds, 0),
  }
}

const none = (): Spoken => ({ turns: 0, seconds: 0 })

function add(spoken: Spoken, turn: FairTurn): void {
  spoken.turns++
  spoken.seconds += turn.speakingSeconds ?? 0
}

function groupOf(persons: readonly Spoken[]): FairGroup {
  return persons.reduce<FairGroup>(
    (group, person) => ({
      there: group.there + 1,
      spoke: group.spoke + (person.turns > 0 ? 1 : 0),
      turns: group.turns + person.turns,
      seconds: group.seconds + person.seconds,
    }),
    { there: 0, spoke: 0, turns: 0, seconds: 0 },
  )
}

/** So few people that a share says more about one of them than about the meeting. */
const fewestForShares = 5

/** One figure in words: the counts, and the share where enough people are there for one. */
export type FairLine = { label: string; counts: string; share: string | null }

/** The figures as they stand on screen, counts before percentages; shares only from five people on. */
export function fairLines(fairness: Fairness, minutes: (seconds: number) => string): FairLine[] {
  const { committee, ordinary } = fairness
  const there = committee.there + ordinary.there
  const spoke = committee.spoke + ordinary.spoke
  const seconds = committee.seconds + ordinary.seconds
  const share = (part: number, whole: number) =>
    there < fewestForShares || whole === 0 ? null : percent(part, whole)
  const group = (label: string, { there: those, spoke: heard, seconds: time }: FairGroup): FairLine => {
    const ofTime = share(time, seconds)
    return {
      label,
      counts: `${heard}/${those} người, ${minutes(time)}`,
      share: ofTime && `${ofTime} thời gian, ${percent(those, there)} số người`,
    }
  }
  const top = (label: string, time: number): FairLine => ({
    label,
    counts: minutes(time),
    share: share(time, seconds),
  })
  const apart = (label: string, { turns, seconds: time }: Spoken): FairLine[] =>
    turns === 0 ? [] : [{ label, counts: `${turns} lượt, ${minutes(time)}`, share: null }]
  return [
    {
      label: fairness.called ? 'Đã phát biểu / có mặt' : 'Đã phát biểu / phải dự',
      counts: `${spoke}/${there} người`,
      share: share(spoke, there),
    },
    group('Cấp ủy', committee),
    group('Đảng viên khác', ordinary),
    top('Người nói nhiều nhất', fairness.topOneSeconds),
    top('Ba người nói nhiều nhất', fairness.topThreeSeconds),
    ...apart('Chủ trì điều hành', fairness.procedural),
    ...apart('Khách', fairness.guests),
    ...apart('Chưa ghi tên', fairness.unnamed),
  ]
}

/**
 * How many meetings in a row a member attended without a word, counted back from the newest. `attended` holds only
 * meetings they came to, newest first: one they missed neither breaks nor lengthens the silence.
 */
export function silentStreak(attended: readonly { spoke: boolean }[]): number {
  const heard = attended.findIndex((meeting) => meeting.spoke)
  return heard === -1 ? attended.length : heard
}

/**
 * The same for everybody at once, from meetings handed in newest first: who came to each, and who spoke there. Whoever
 * was never silent is not in the answer.
 */
export function silentStreaks<Member>(
  meetings: readonly { came: readonly Member[]; spoke: ReadonlySet<Member> }[],
): Map<Member, number> {
  const silent = new Map<Member, number>()
  const heard = new Set<Member>()
  for (const { came, spoke } of meetings)
    for (const member of came) {
      if (spoke.has(member)) heard.add(member)
      else if (!heard.has(member)) silent.set(member, (silent.get(member) ?? 0) + 1)
    }
  return silent
}
