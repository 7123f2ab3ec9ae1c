import type { Kysely } from 'kysely'
import { type AgendaPart, type ContentClass, clockTimes } from '../../shared/rules/agenda.ts'
import { instantOf } from '../../shared/rules/running.ts'
import type { Schema } from '../db/schema.ts'
import type { PlannedMeeting } from './plan-meetings.ts'
import type { Random } from './random.ts'
import type { SamplePerson } from './sample-data.ts'
import { speakAt } from './sample-speaking.ts'

type HeldMeeting = PlannedMeeting & {
  id: number
  number: number
  /** The clock ran while they spoke; else minutes were typed in afterwards. */
  timed: boolean
}

type Those = {
  came: readonly SamplePerson[]
  chairKey: string | null
  random: Random
  idOf: (key: string) => number
}

/** Writes who spoke, in the order of the agenda, each turn at its item's time or when the one before had ended. */
export async function insertTurns(db: Kysely<Schema>, meeting: HeldMeeting, those: Those): Promise<void> {
  const items = await db
    .selectFrom('agendaItem')
    .select(['id', 'part', 'contentClass', 'plannedMinutes'])
    .where('meetingId', '=', meeting.id)
    .orderBy('position')
    .execute()
  const times = clockTimes(
    meeting.startTime,
    items.map((item) => item.plannedMinutes),
  )
  const noted = speakAt(meeting, meeting.number, those.came, those.chairKey, those.random)
    .map((turn) => ({ ...turn, item: itemIndexOf(items, turn) }))
    .sort((a, b) => a.item - b.item)
  let free = 0
  const rows = noted.map(({ key, item, part: _part, contentClass: _class, ...turn }) => {
    const planned = Date.parse(`${meeting.heldOn}T${times[item] ?? meeting.startTime}:00+07:00`)
    const start = Math.max(free, planned) + those.random.between(5, 40) * 1000
    const { speakingSeconds } = turn
    free = start + (speakingSeconds ?? 0) * 1000
    const clock = meeting.timed && speakingSeconds !== null
    return {
      ...turn,
      speakingSeconds:
        clock || speakingSeconds === null ? speakingSeconds : roundToHalfMinute(speakingSeconds),
      meetingId: meeting.id,
      memberId: key === null ? null : those.idOf(key),
      agendaItemId: items[item]?.id ?? null,
      startedAt: clock ? new Date(start).toISOString() : null,
      stoppedAt: clock ? new Date(free).toISOString() : null,
    }
  })
  if (rows.length > 0) await db.insertInto('speakingTurn').values(rows).execute()
  if (meeting.timed) await insertRuns(db, meeting, items, times, rows)
}

/** When each item was under way: from its planned time, or from the end of what was said on the ones before it. */
async function insertRuns(
  db: Kysely<Schema>,
  meeting: HeldMeeting,
  items: readonly { id: number }[],
  times: readonly string[],
  turns: readonly { agendaItemId: number | null; stoppedAt: string | null }[],
): Promise<void> {
  const begins = times.map((time, index) => {
    const before = new Set<number | null>(items.slice(0, index).map((item) => item.id))
    const said = turns.flatMap(({ agendaItemId, stoppedAt }) =>
      stoppedAt !== null && before.has(agendaItemId) ? [stoppedAt] : [],
    )
    return [instantOf(meeting.heldOn, time), ...said].sort().at(-1) ?? ''
  })
  const runs = items.map((item, index) => ({
    agendaItemId: item.id,
    startedAt: begins[index] ?? '',
    stoppedAt: begins[index + 1] ?? '',
  }))
  await db.insertInto('agendaRun').values(runs).execute()
}

type ItemKind = { part: AgendaPart; contentClass: ContentClass }

function itemIndexOf(items: readonly ItemKind[], { part, contentClass }: ItemKind): number {
  const exact = items.findLastIndex((item) => item.part === part && item.contentClass === contentClass)
  return exact >= 0 ? exact : items.findLastIndex((item) => item.contentClass === contentClass)
}

function roundToHalfMinute(seconds: number): number {
  return Math.max(30, Math.round(seconds / 30) * 30)
}
