import { silentStreak } from './fairness.ts'
import { type TurnKind, turnKinds } from './speaking.ts'

/**
 * A member at one meeting: what they said above all, or that they said nothing, were absent, or (null) that nothing is
 * known of them there.
 */
export type ChartMark = TurnKind | 'silent' | 'absent' | null

export type ChartRow = {
  memberId: number
  /** One for each meeting, in their order. */
  marks: ChartMark[]
  /** Meetings attended, and those of them where they spoke. */
  attended: number
  spoke: number
  turns: number
  /** The day they last spoke; null if never within these meetings. */
  lastSpokeOn: string | null
  /** Meetings attended without a word since. */
  silentMeetings: number
}

type Meeting = { id: number; heldOn: string }
/** The members marked as there, and those marked as absent, at one meeting. */
type Roll = { meetingId: number; came: readonly number[]; absent: readonly number[] }
/** Turns of one member at one meeting of one kind. */
type Turns = { meetingId: number; memberId: number; kind: TurnKind; turns: number }

/**
 * Who spoke when. Meetings come oldest first; a member stands in the chart with a mark or a turn at one of them.
 * Whoever spoke was there, marked or not. A meeting without any noted turn tells of no silence.
 */
export function speakingChart(
  memberIds: readonly number[],
  meetings: readonly Meeting[],
  rolls: readonly Roll[],
  turns: readonly Turns[],
): ChartRow[] {
  const columnOf = new Map(meetings.map(({ id }, column) => [id, column]))
  const came = grid<boolean>(memberIds, meetings.length)
  for (const roll of rolls) {
    const column = columnOf.get(roll.meetingId)
    for (const memberId of roll.came) put(came, memberId, column, true)
    for (const memberId of roll.absent) put(came, memberId, column, false)
  }
  const spoken = grid<Turns[]>(memberIds, meetings.length)
  const noted = new Set(turns.map((turn) => turn.meetingId))
  for (const turn of turns) {
    const column = columnOf.get(turn.meetingId)
    const before = column === undefined ? undefined : spoken.get(turn.memberId)?.[column]
    if (before) before.push(turn)
    else put(spoken, turn.memberId, column, [turn])
  }
  return memberIds.flatMap((memberId): ChartRow[] => {
    let count = 0
    const row = meetings.map(({ id }, column): ChartMark => {
      const said = spoken.get(memberId)?.[column]
      if (said) {
        count += said.reduce((sum, each) => sum + each.turns, 0)
        return mainKind(said)
      }
      const there = came.get(memberId)?.[column] ?? null
      if (there === null) return null
      if (!there) return 'absent'
      return noted.has(id) ? 'silent' : null
    })
    if (row.every((mark) => mark === null)) return []
    const there = row.filter((mark) => mark !== null && mark !== 'absent')
    const last = row.findLastIndex(isSpoken)
    return [
      {
        memberId,
        marks: row,
        attended: there.length,
        spoke: there.filter(isSpoken).length,
        turns: count,
        lastSpokeOn: meetings[last]?.heldOn ?? null,
        silentMeetings: silentStreak(there.toReversed().map((mark) => ({ spoke: isSpoken(mark) }))),
      },
    ]
  })
}

/** A line of empty cells for each member. */
function grid<Cell>(memberIds: readonly number[], width: number): Map<number, (Cell | null)[]> {
  return new Map(memberIds.map((memberId) => [memberId, new Array<Cell | null>(width).fill(null)]))
}

function put<Cell>(
  cells: Map<number, (Cell | null)[]>,
  memberId: number,
  column: number | undefined,
  cell: Cell,
) {
  const line = cells.get(memberId)
  if (line && column !== undefined) line[column] = cell
}

/** Whether a mark stands for turns spoken. */
export function isSpoken(mark: ChartMark): mark is TurnKind {
  return mark !== null && mark !== 'silent' && mark !== 'absent'
}

/** The kind most turns were of; among equals the one named first. */
function mainKind(said: readonly Turns[]): TurnKind {
  const [only, ...more] = said
  if (only && more.length === 0) return only.kind
  const count = (kind: TurnKind) => said.reduce((sum, each) => sum + (each.kind === kind ? each.turns : 0), 0)
  return turnKinds.reduce((best, kind) => (count(kind) > count(best) ? kind : best))
}

export const chartAges = ['quarter', 'half', 'year', 'older'] as const
export type ChartAge = (typeof chartAges)[number]

export const chartAgeNames: Record<ChartAge, string> = {
  quarter: 'trong 3 tháng',
  half: '3 đến 6 tháng trước',
  year: '6 đến 12 tháng trước',
  older: 'hơn 1 năm trước',
}

/** How long ago a day is, counted in calendar months up to today. */
export function chartAge(date: string, today: string): ChartAge {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  const ago = months(today) - months(date) - (today.slice(8) < date.slice(8) ? 1 : 0)
  if (ago < 3) return 'quarter'
  if (ago < 6) return 'half'
  return ago < 12 ? 'year' : 'older'
}
