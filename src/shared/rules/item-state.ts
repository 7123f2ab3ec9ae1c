import type { ItemRun } from './running.ts'

/**
 * How an item of an agenda ended: `planned` while its meeting is not over, `finished`, `unfinished`, `notRun` where
 * the meeting was clocked and the item never taken up, `unknown` where no item of the meeting was clocked.
 */
export type ItemState = 'planned' | 'finished' | 'unfinished' | 'notRun' | 'unknown'

export const itemStateNames: Record<ItemState, string> = {
  planned: 'Chưa họp',
  finished: 'Đã xong',
  unfinished: 'Chưa xong',
  notRun: 'Chưa tiến hành',
  unknown: 'Không ghi giờ',
}

/**
 * What the secretary says of an item (`finished`, 1 or 0) stands before what its clock says. By the clock an item still
 * under way when its meeting was closed was cut short, and one begun and stopped is finished. `over`: the meeting was
 * closed or its day has passed; `clocked`: at least one of its items was run.
 */
export function itemState(
  item: { finished: number | null; runs: readonly ItemRun[] },
  meeting: { over: boolean; clocked: boolean },
): ItemState {
  if (item.finished !== null) return item.finished === 1 ? 'finished' : 'unfinished'
  if (!meeting.over) return 'planned'
  if (!meeting.clocked) return 'unknown'
  if (item.runs.length === 0) return 'notRun'
  return item.runs.some((run) => run.stoppedAt === null) ? 'unfinished' : 'finished'
}

/** Minutes an item really took, the last one begun; null where it was not run. A run left open ends at `endedAt`. */
export function ranMinutes(runs: readonly ItemRun[], endedAt: string | null): number | null {
  if (runs.length === 0) return null
  const milliseconds = runs.reduce((sum, run) => {
    const end = run.stoppedAt ?? endedAt ?? run.startedAt
    return sum + Math.max(0, Date.parse(end) - Date.parse(run.startedAt))
  }, 0)
  return Math.ceil(milliseconds / 60_000)
}
