import type { ContentClass } from './agenda.ts'

/** One stretch of time in which an item was under way; instants as `toISOString` writes them. */
export type ItemRun = { startedAt: string; stoppedAt: string | null }

export type RunItem = {
  id: number
  contentClass: ContentClass
  plannedMinutes: number
  runs: readonly ItemRun[]
}

export type ItemState = 'waiting' | 'running' | 'done'

export type ItemProgress = {
  id: number
  state: ItemState
  /** All its stretches together; the running one counts up to now. */
  spentSeconds: number
  /** Since when the running stretch runs; null unless it is running. */
  since: string | null
}

export type Progress = {
  /** In the order handed in. */
  items: ItemProgress[]
  /** The item under way, if any. */
  runningId: number | null
  /** Whole minutes behind the plan; negative: ahead of it. */
  driftMinutes: number
  /** When the meeting ends if nothing more is cut or added; once all is done, when it ended. */
  endsAt: string
  /** Nothing begun yet, something still to do, or everything done. */
  state: 'before' | 'going' | 'over'
}

const minute = 60_000

/**
 * Where a meeting stands at `now` against its plan. The plan begins at `plannedStart` and gives each item its minutes.
 * What is left is the running item's rest (nothing once it is over its time) and every item not begun; the drift is
 * how much later than planned that ends. An item begun and stopped is done, unless it is taken up again. A meeting
 * held on another day than planned is compared with its own beginning.
 */
export function progressOf(items: readonly RunItem[], plannedStart: string, now: string): Progress {
  const nowTime = Date.parse(now)
  const progress = items.map((item) => itemProgress(item, nowTime))
  const stretches = items.flatMap((item) => item.runs)
  const begun = stretches.map((run) => Date.parse(run.startedAt))
  const planned = sum(items.map((item) => item.plannedMinutes * minute))
  const left = sum(
    progress.map(({ state, spentSeconds }, index) => {
      const whole = (items[index]?.plannedMinutes ?? 0) * minute
      if (state === 'done') return 0
      return state === 'waiting' ? whole : Math.max(0, whole - spentSeconds * 1000)
    }),
  )
  const running = progress.find((item) => item.state === 'running')
  const over = begun.length > 0 && progress.every((item) => item.state === 'done')
  const start = startOfPlan(Date.parse(plannedStart), begun)
  const from = over
    ? Math.max(...stretches.map((run) => Date.parse(run.stoppedAt ?? now)))
    : begun.length > 0
      ? nowTime
      : Math.max(nowTime, start)
  // A meeting long past that was never run here is not late: it simply was not clocked.
  const end = begun.length === 0 && from - start > dayPart ? start + planned : from + left
  return {
    items: progress,
    runningId: running?.id ?? null,
    driftMinutes: roundTowardsZero((end - start - planned) / minute),
    endsAt: new Date(end).toISOString(),
    state: over ? 'over' : begun.length > 0 ? 'going' : 'before',
  }
}

/** Further from its planned beginning than this a meeting is taken to be held at another time. */
const dayPart = 12 * 60 * minute

function startOfPlan(planned: number, begun: readonly number[]): number {
  const first = Math.min(...begun)
  return begun.length > 0 && Math.abs(first - planned) > dayPart ? first : planned
}

function itemProgress(item: RunItem, now: number): ItemProgress {
  const open = item.runs.find((run) => run.stoppedAt === null)
  const spent = sum(
    item.runs.map((run) => {
      const end = run.stoppedAt === null ? now : Date.parse(run.stoppedAt)
      return Math.max(0, end - Date.parse(run.startedAt))
    }),
  )
  return {
    id: item.id,
    state: open ? 'running' : item.runs.length > 0 ? 'done' : 'waiting',
    spentSeconds: Math.floor(spent / 1000),
    since: open?.startedAt ?? null,
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const roundTowardsZero = (value: number) => Math.trunc(value) + 0

/** The item after the running one (else after the last one begun) that has not begun; null when there is none. */
export function nextItem(items: readonly RunItem[]): number | null {
  const last = items.findLastIndex((item) => item.runs.some((run) => run.stoppedAt === null))
  const from = last >= 0 ? last : items.findLastIndex((item) => item.runs.length > 0)
  const waiting = items.map((item, index) => ({ item, index })).filter(({ item }) => item.runs.length === 0)
  return (waiting.find(({ index }) => index > from) ?? waiting[0])?.item.id ?? null
}

/** The first of other stretches that one would lie over. Touching is no overlap; one still open lasts for ever. */
export function overlapOf<R extends ItemRun>(others: readonly R[], run: ItemRun): R | undefined {
  return others.find(
    (other) =>
      (run.stoppedAt === null || other.startedAt < run.stoppedAt) &&
      (other.stoppedAt === null || run.startedAt < other.stoppedAt),
  )
}

/**
 * The neighbours that touched a stretch before it was corrected, moved with its ends: where one item began, the one
 * before it ended. A neighbour that would end before it begins is left as it is.
 */
export function movedBorders<R extends ItemRun>(others: readonly R[], before: ItemRun, run: ItemRun): R[] {
  return others.flatMap((other) => {
    if (run.startedAt !== before.startedAt && other.stoppedAt === before.startedAt)
      return other.startedAt <= run.startedAt ? [{ ...other, stoppedAt: run.startedAt }] : []
    const { stoppedAt } = run
    if (stoppedAt === null || stoppedAt === before.stoppedAt || other.startedAt !== before.stoppedAt)
      return []
    return other.stoppedAt === null || stoppedAt <= other.stoppedAt
      ? [{ ...other, startedAt: stoppedAt }]
      : []
  })
}

/**
 * The classes that can give up time, the first to be asked first: a cell's meeting should not become a meeting about
 * professional work. What a meeting cannot do without (formalities, last month's resolution, Party building, the
 * theme, the conclusion) is not among them.
 */
const cuttable: readonly ContentClass[] = ['professional', 'discussion', 'ideology']

/**
 * Items not begun whose time would make up for the drift, no more of them than needed. Only a proposal: nothing is
 * ever cut by itself.
 */
export function couldBeCut<I extends RunItem>(items: readonly I[], driftMinutes: number): I[] {
  const candidates = items
    .filter(
      (item) => item.runs.length === 0 && item.plannedMinutes > 0 && cuttable.includes(item.contentClass),
    )
    .sort(
      (a, b) =>
        cuttable.indexOf(a.contentClass) - cuttable.indexOf(b.contentClass) ||
        b.plannedMinutes - a.plannedMinutes,
    )
  const chosen: I[] = []
  let saved = 0
  for (const item of candidates) {
    if (saved >= driftMinutes) break
    chosen.push(item)
    saved += item.plannedMinutes
  }
  return chosen
}

/**
 * The drift in words: "đang chậm 7 phút; nếu giữ nguyên sẽ xong 17:12". `endClock` is the end as 'HH:MM'. A meeting
 * not begun is not behind: its time has passed.
 */
export function driftWords(progress: Pick<Progress, 'driftMinutes' | 'state'>, endClock: string): string {
  const { driftMinutes, state } = progress
  const distance = Math.abs(driftMinutes)
  if (state === 'over') {
    const than =
      distance === 0
        ? 'đúng giờ dự kiến'
        : `${driftMinutes > 0 ? 'muộn' : 'sớm'} ${distance} phút so với dự kiến`
    return `Đã xong các mục lúc ${endClock}, ${than}`
  }
  if (state === 'before')
    return distance === 0
      ? `Chưa bắt đầu; dự kiến xong ${endClock}`
      : `Chưa bắt đầu, đã qua giờ họp ${longMinutes(distance)}; bắt đầu bây giờ sẽ xong ${endClock}`
  if (distance === 0) return `Đang đúng giờ; nếu giữ nguyên sẽ xong ${endClock}`
  return `Đang ${driftMinutes > 0 ? 'chậm' : 'nhanh'} ${distance} phút; nếu giữ nguyên sẽ xong ${endClock}`
}

function longMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} phút`
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`
}

/** Viet Nam keeps one zone all year. */
const vietNam = 7 * 60 * minute

/** The clock in Viet Nam at an instant, 'HH:MM', on whatever machine. */
export function clockAt(instant: string): string {
  return new Date(Date.parse(instant) + vietNam).toISOString().slice(11, 16)
}

/** The day in Viet Nam at an instant, 'YYYY-MM-DD'. */
export function dayAt(instant: string): string {
  return new Date(Date.parse(instant) + vietNam).toISOString().slice(0, 10)
}

/** The instant of a Vietnamese day ('YYYY-MM-DD') and clock time ('HH:MM'). */
export function instantOf(date: string, clock: string): string {
  return new Date(`${date}T${clock}:00+07:00`).toISOString()
}
