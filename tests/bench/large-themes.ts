import type { Random } from '../../src/main/sample/random.ts'
import { addDays } from '../../src/shared/rules/calendar.ts'
import { fold } from '../../src/shared/rules/fold.ts'
import { daysOfPlan, quarters, themeSteps } from '../../src/shared/rules/theme.ts'
import { benchToday } from './large-office.ts'

type Insert = (sql: string) => (...values: unknown[]) => number

const matters = ['Tiết kiệm điện', 'Văn bản quá hạn', 'Kho thiết bị hỏng', 'Đường liên thôn', 'Nước sạch']
const places = ['khu A', 'khu B', 'tổ 1', 'tổ 2', 'tổ 3', 'nhà văn hóa', 'trạm y tế']

/**
 * Themes of the years from an ISO day on: two a quarter with a lead, three contributors, every step, a subject and
 * three questions; those of the quarters gone were held, one of two in a themed meeting of the quarter.
 */
export function insertThemes(insert: Insert, random: Random, ids: readonly number[], from: string): void {
  const theme = insert(`INSERT INTO theme (year, quarter, month, position, title, titleFolded, kind, problem,
                          figures, cause, solution, aim, sessionOn, meetingId, leadId)
                        VALUES (?, ?, ?, ?, ?, ?, 'Tiết kiệm, chống lãng phí', 'Vấn đề kéo dài nhiều tháng, nhiều
                          người hỏi.', '41 trong 318 việc quá hạn.', 'Không ai theo dõi hạn chung.',
                          'Giao một người, một hạn.', 'Không còn việc quá hạn.', ?,
                          (SELECT id FROM meeting WHERE kind = 'regularThemed' AND ? = 1
                            AND period BETWEEN ? AND ? ORDER BY heldOn LIMIT 1), ?)`)
  const contributor =
    insert(`INSERT OR IGNORE INTO themeContributor (themeId, memberId, topic, minutes, position)
                              VALUES (?, ?, 'Kinh nghiệm của tổ', 10, ?)`)
  const step = insert('INSERT INTO themeStep (themeId, step, dueOn, doneOn) VALUES (?, ?, NULL, ?)')
  const question = insert('INSERT INTO themeQuestion (themeId, position, question) VALUES (?, ?, ?)')
  const subject = insert('INSERT INTO themeSubject (themeId, subject, subjectFolded) VALUES (?, ?, ?)')
  const strength = insert(
    'INSERT OR IGNORE INTO memberStrength (memberId, subject, subjectFolded) VALUES (?, ?, ?)',
  )
  for (const memberId of ids) {
    const about = random.pick(matters)
    strength(memberId, about, fold(about))
  }
  for (let year = Number(from.slice(0, 4)); year <= Number(benchToday.slice(0, 4)); year++)
    for (const quarter of quarters) {
      const { fromDate, toDate } = daysOfPlan(year, quarter, null)
      const held = toDate < benchToday
      for (const place of [1, 2]) {
        const sessionOn = addDays(fromDate, 30 * place)
        const title = `${random.pick(matters)} ở ${random.pick(places)}, đợt ${quarter}.${place}`
        const month = Number(sessionOn.slice(5, 7))
        const bound = held && place === 1 ? 1 : 0
        const months = [fromDate.slice(0, 7), toDate.slice(0, 7)]
        const id = theme(
          ...[year, quarter, month, place, title, fold(title), sessionOn, bound],
          ...[...months, random.pick(ids)],
        )
        const about = random.pick(matters)
        subject(id, about, fold(about))
        for (let index = 1; index <= 3; index++) contributor(id, random.pick(ids), index)
        if (held) for (const each of themeSteps) step(id, each, sessionOn)
        for (let index = 1; index <= 3; index++) question(id, index, 'Khâu nào làm chậm nhất, vì sao?')
      }
    }
}
