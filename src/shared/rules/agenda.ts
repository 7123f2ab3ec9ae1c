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

/** The clock time ('HH:MM') at which each item begins, and at which the meeting would end (last entry). */
export function clockTimes(startTime: string, plannedMinutes: readonly number[]): string[] {
  const start = Number(startTime.slice(0, 2)) * 60 + Number(startTime.slice(3))
  const times = [start]
  for (const minutes of plannedMinutes) times.push((times.at(-1) ?? start) + minutes)
  return times.map((minute) => {
    const ofDay = minute % (24 * 60)
    return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
  })
}
