/** A part in preparing a theme of the year: its paper, or a contribution. */
export type PreparingPart = { memberId: number; fullName: string }

export type HeavyThree = {
  people: { memberId: number; fullName: string; parts: number }[]
  /** Parts the three carry, and parts of the whole year. */
  parts: number
  ofParts: number
  sentence: string
}

/** The most that three people carry when so many parts are spread as evenly as possible over so many people. */
function evenThree(parts: number, people: number): number {
  if (people <= 3) return parts
  return 3 * Math.floor(parts / people) + Math.min(3, parts % people)
}

/**
 * The three people who carry more than half of the year's parts, with the count; null when they do not, or when
 * spreading the parts evenly over those who can prepare would come to the same. Of equal people the order of
 * `parts` decides.
 */
export function heavyThree(parts: readonly PreparingPart[], ableCount: number): HeavyThree | null {
  const counts = new Map<number, { memberId: number; fullName: string; parts: number }>()
  for (const { memberId, fullName } of parts) {
    const count = counts.get(memberId)
    if (count) count.parts++
    else counts.set(memberId, { memberId, fullName, parts: 1 })
  }
  const people = [...counts.values()].sort((a, b) => b.parts - a.parts).slice(0, 3)
  const carried = people.reduce((sum, person) => sum + person.parts, 0)
  if (carried * 2 <= parts.length || carried <= evenThree(parts.length, ableCount)) return null
  const names = people.map((person) => `${person.fullName} (${person.parts})`).join(', ')
  return {
    people,
    parts: carried,
    ofParts: parts.length,
    sentence: `${people.length} người làm ${carried} trong ${parts.length} phần việc chuẩn bị chuyên đề của năm: ${names}. Nên giao thêm cho người khác.`,
  }
}
