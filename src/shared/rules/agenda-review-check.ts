import { type CheckedAgenda, type Finding, mendAdd, usage } from './agenda-finding.ts'
import { fold } from './fold.ts'

/** Words of an item that looks back at what members do and become. */
const progressWords = ['tien bo', 'ren luyen', 'phan dau', 'danh gia', 'ket qua thuc hien']

/**
 * "Lồng ghép": in a month without a themed part, suggests a look at the year's themes and at the members' progress
 * where no item is one. An empty agenda is told other things first.
 */
export function checkReview(agenda: CheckedAgenda): Finding[] {
  const { meeting, items, themesInYear } = agenda
  if (meeting.kind !== 'regular' || items.length === 0) return []
  const titles = items.map((item) => fold(item.title))
  const ofThemes =
    items.some((item) => item.contentClass === 'theme') || titles.some((title) => title.includes('chuyen de'))
  const ofMembers = titles.some(
    (title) => title.includes('dang vien') && progressWords.some((words) => title.includes(words)),
  )
  const findings: Finding[] = []
  if (themesInYear > 0 && !ofThemes)
    findings.push({
      kind: 'noThemeReview',
      severity: 'note',
      sentence: `Năm ${meeting.period.slice(0, 4)} có ${themesInYear} chuyên đề; có thể lồng ghép một mục xem tiến độ và việc thực hiện kết luận các chuyên đề.`,
      source: usage,
      mend: mendAdd(agenda, { ...review, title: 'Tiến độ, kết quả thực hiện các chuyên đề trong năm' }, 5),
    })
  if (!ofMembers)
    findings.push({
      kind: 'noProgressReview',
      severity: 'note',
      sentence: 'Chưa có mục nào xem sự tiến bộ của đảng viên; có thể lồng ghép một mục ngắn.',
      source: usage,
      mend: mendAdd(agenda, { ...review, title: 'Kết quả rèn luyện, sự tiến bộ của đảng viên' }, 5),
    })
  return findings
}

const review = { part: 'main', contentClass: 'partyBuilding' } as const
