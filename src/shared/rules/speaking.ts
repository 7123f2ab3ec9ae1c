export const turnKinds = ['prepared', 'opinion', 'question', 'selfCriticism', 'criticism', 'reply'] as const
export type TurnKind = (typeof turnKinds)[number]

export const turnKindNames: Record<TurnKind, string> = {
  prepared: 'Tham luận chuẩn bị trước',
  opinion: 'Ý kiến',
  question: 'Chất vấn',
  selfCriticism: 'Tự phê bình',
  criticism: 'Phê bình',
  reply: 'Trả lời',
}

/** What stands for a speaker whose name is noted later. */
export const unnamedSpeaker = 'Chưa ghi tên'

/** One turn, by a member, by a guest, or (both null) by somebody to be named later. Seconds are null while unknown. */
export type SpokenTurn = {
  meetingId: number
  memberId: number | null
  guestName: string | null
  speakingSeconds: number | null
}

export type SpeakingCounts = {
  turns: number
  /** Turns of unknown length add nothing here. */
  speakingSeconds: number
  /** Meetings in which there was at least one turn. */
  meetings: number
}

export type SpeakingTotals = {
  /** In the order handed in; the silent ones with zeros. */
  members: (SpeakingCounts & { memberId: number })[]
  /** In the order of their first turn; the same name, however capitalised and spaced, is the same guest. */
  guests: (SpeakingCounts & { guestName: string })[]
  /** Turns whose speaker is not named yet. */
  unnamed: SpeakingCounts
  /** By meeting, in the order of its first turn; `meetings` is 1. */
  meetings: (SpeakingCounts & { meetingId: number })[]
  total: SpeakingCounts
}

/**
 * Adds up turns per person and per meeting. A member who spoke but is not in `memberIds` is added after the others,
 * so that persons and meetings always come to the same total.
 */
export function speakingTotals(memberIds: readonly number[], turns: readonly SpokenTurn[]): SpeakingTotals {
  const members = new Map(memberIds.map((memberId) => [memberId, new Tally()]))
  const guests = new Map<string, { guestName: string; tally: Tally }>()
  const meetings = new Map<number, Tally>()
  const unnamed = new Tally()
  const total = new Tally()
  for (const turn of turns) {
    total.add(turn)
    entry(meetings, turn.meetingId, () => new Tally()).add(turn)
    if (turn.memberId !== null) {
      entry(members, turn.memberId, () => new Tally()).add(turn)
    } else if (turn.guestName === null) {
      unnamed.add(turn)
    } else {
      const guestName = tidyName(turn.guestName)
      entry(guests, guestKey(guestName), () => ({ guestName, tally: new Tally() })).tally.add(turn)
    }
  }
  return {
    members: [...members].map(([memberId, tally]) => ({ memberId, ...tally.counts() })),
    guests: [...guests.values()].map(({ guestName, tally }) => ({ guestName, ...tally.counts() })),
    unnamed: unnamed.counts(),
    meetings: [...meetings].map(([meetingId, tally]) => ({ meetingId, ...tally.counts() })),
    total: total.counts(),
  }
}

const tidyName = (name: string) => name.normalize('NFC').trim().replace(/\s+/gu, ' ')

/** The same for every way of writing a guest's name: capitals and spaces do not tell guests apart. */
export function guestKey(guestName: string): string {
  return tidyName(guestName).toLowerCase()
}

class Tally {
  #turns = 0
  #seconds = 0
  /** None yet: most of a big cell never speak, and lists of all of them are asked for often. */
  #meetings: Set<number> | null = null

  add(turn: SpokenTurn): void {
    this.#turns++
    this.#seconds += turn.speakingSeconds ?? 0
    this.#meetings ??= new Set()
    this.#meetings.add(turn.meetingId)
  }

  counts(): SpeakingCounts {
    return { turns: this.#turns, speakingSeconds: this.#seconds, meetings: this.#meetings?.size ?? 0 }
  }
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

/** The longest a turn may last: ten hours, in seconds. */
export const longestTurnSeconds = 36_000

/** Whole seconds between two instants (as `toISOString` writes them), never below zero nor above the longest turn. */
export function secondsBetween(startedAt: string, stoppedAt: string): number {
  const seconds = Math.floor((Date.parse(stoppedAt) - Date.parse(startedAt)) / 1000)
  return Math.min(Math.max(seconds, 0), longestTurnSeconds)
}

/** Seconds as minutes and seconds: "4:05"; from an hour on "1:04:05". */
export function formatSeconds(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  const rest = two(seconds % 60)
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`
}

/**
 * Reads minutes as people type them – "3", "3,5", "3.5", "3:20", "1:04:05" – and answers seconds;
 * null when it is none of these or longer than ten hours.
 */
export function parseMinutes(text: string): number | null {
  const typed = text.trim()
  const clock = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(typed)
  const decimal = /^\d{1,3}(?:[.,]\d{1,2})?$/.test(typed)
  if (!clock && !decimal) return null
  const seconds = clock
    ? Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
    : Math.round(Number(typed.replace(',', '.')) * 60)
  return seconds <= longestTurnSeconds ? seconds : null
}

/** One member towards one meeting: how often they spoke, and whether they were marked as there. */
type Heard = { turns: number; attended: number }

/**
 * Which members were there to be heard, and which of them said nothing. There is whoever has a mark saying so, and
 * whoever spoke; before the roll is called, everybody handed in.
 */
export function hearing<M extends Heard>(members: readonly M[]): { there: M[]; silent: M[] } {
  const called = members.some((member) => member.attended > 0)
  const there = members.filter((member) => !called || member.attended > 0 || member.turns > 0)
  return { there, silent: there.filter((member) => member.turns === 0) }
}
