export const agendaParts = ['opening', 'main', 'themed', 'closing'] as const
export type AgendaPart = (typeof agendaParts)[number]

export const agendaPartNames: Record<AgendaPart, string> = {
  opening: 'Mở đầu',
  main: 'Tiến hành',
  themed: 'Sinh hoạt chuyên đề',
  closing: 'Kết thúc',
}

export const contentClasses = [
  'formalities',
  'ideology',
  'lastResolution',
  'professional',
  'partyBuilding',
  'theme',
  'discussion',
  'conclusion',
] as const
export type ContentClass = (typeof contentClasses)[number]

export const contentClassNames: Record<ContentClass, string> = {
  formalities: 'Thủ tục',
  ideology: 'Chính trị, tư tưởng',
  lastResolution: 'Nghị quyết tháng trước',
  professional: 'Nhiệm vụ chuyên môn',
  partyBuilding: 'Xây dựng Đảng',
  theme: 'Chuyên đề',
  discussion: 'Thảo luận',
  conclusion: 'Kết luận',
}

/** The clock time ('HH:MM') at which each item begins, and at which the meeting would end (last entry). Past midnight it starts again at 00:00. */
export function clockTimes(startTime: string, plannedMinutes: readonly number[]): string[] {
  const start = Number(startTime.slice(0, 2)) * 60 + Number(startTime.slice(3))
  const times = [start]
  for (const minutes of plannedMinutes) times.push((times.at(-1) ?? start) + minutes)
  return times.map((minute) => {
    const ofDay = minute % (24 * 60)
    return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
  })
}

/** Minutes of an agenda: of each part that has an item, in the order of the parts, and all together. */
export function agendaTotals(items: readonly { part: AgendaPart; plannedMinutes: number }[]): {
  parts: { part: AgendaPart; minutes: number }[]
  totalMinutes: number
} {
  const parts = agendaParts
    .filter((part) => items.some((item) => item.part === part))
    .map((part) => ({
      part,
      minutes: items.reduce((sum, item) => (item.part === part ? sum + item.plannedMinutes : sum), 0),
    }))
  return { parts, totalMinutes: parts.reduce((sum, { minutes }) => sum + minutes, 0) }
}

/** The place of an item in the agenda: the list's order is the order of the meeting, part after part. */
export type AgendaPlace = { id: number; part: AgendaPart }

/** Whether the parts follow each other in their order, none of them torn apart. */
export function partsInOrder(places: readonly AgendaPlace[]): boolean {
  return places.every((place, index) => {
    const before = places[index - 1]
    return before === undefined || agendaParts.indexOf(before.part) <= agendaParts.indexOf(place.part)
  })
}

/**
 * Moves an item one step up (-1) or down (1). The first item of a part steps up into the part before it and
 * the last one down into the next, so that every place can be reached step by step. Null when it can go no
 * further, or is not there.
 */
export function moveOneStep<P extends AgendaPlace>(
  places: readonly P[],
  id: number,
  step: -1 | 1,
): P[] | null {
  const index = places.findIndex((place) => place.id === id)
  const moved = places[index]
  const neighbour = places[index + step]
  if (!moved || !neighbour) return null
  const next = [...places]
  if (neighbour.part === moved.part) {
    next[index] = neighbour
    next[index + step] = moved
  } else {
    next[index] = { ...moved, part: neighbour.part }
  }
  return next
}

/** Moves an item to where another one stands, into that one's part; the ones between close up. */
export function moveOnto<P extends AgendaPlace>(places: readonly P[], id: number, targetId: number): P[] {
  const from = places.findIndex((place) => place.id === id)
  const to = places.findIndex((place) => place.id === targetId)
  const moved = places[from]
  const target = places[to]
  if (!moved || !target || from === to) return [...places]
  const next = places.filter((place) => place.id !== id)
  next.splice(to, 0, { ...moved, part: target.part })
  return next
}

/** Puts an item, new or already there, after the last one of its part. */
export function placeLastInPart<P extends AgendaPlace>(places: readonly P[], item: P): P[] {
  const others = places.filter((place) => place.id !== item.id)
  const part = agendaParts.indexOf(item.part)
  const at = others.findIndex((place) => agendaParts.indexOf(place.part) > part)
  others.splice(at === -1 ? others.length : at, 0, item)
  return others
}
