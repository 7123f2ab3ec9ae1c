import { type Kysely, sql } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { Block, PaperDocument, Run } from '../../shared/documents/blocks.ts'
import { bold, italic, plain } from '../../shared/documents/parts.ts'
import { longDate, weekday } from '../../shared/rules/long-date.ts'
import { sortByGivenName } from '../../shared/rules/person-name.ts'
import { quarterName, stepsBefore, themeStepNames } from '../../shared/rules/theme.ts'
import type { PlannedTheme } from '../../shared/rules/theme-plan.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { Schema } from '../db/schema.ts'
import { plannedThemes } from '../db/theme-plan.ts'
import { ruleSets } from '../resources/rule-sets.ts'

type Db = Kysely<Schema>
type Part = { theme: PlannedTheme; lead: boolean; topic: string; minutes: number | null }

/**
 * A note for each person who prepares themed sessions of a year: which theme, as what, until when. Throws
 * `cell-missing`, and `nobody-prepares` where no one has a part yet.
 */
export async function themeSlipsDocument(db: Db, year: number, today: string): Promise<PaperDocument> {
  const cell = await db.selectFrom('cell').select('name').executeTakeFirst()
  if (!cell) throw new AppError('cell-missing')
  const themes = await plannedThemes(db, sql<boolean>`theme.year = ${year}`, ruleSets, today)
  const problems = await db.selectFrom('theme').select(['id', 'problem']).where('year', '=', year).execute()
  const problemOf = new Map(problems.map(({ id, problem }) => [id, problem.trim()]))
  const people = await preparingPeople(db, year, themes)
  if (people.length === 0) throw new AppError('nobody-prepares')
  return {
    name: `Phiếu giao chuẩn bị chuyên đề năm ${year}`,
    blocks: people.map(
      ({ fullName, parts }): Block => ({
        kind: 'slip',
        body: cell.name,
        title: 'Phiếu giao chuẩn bị chuyên đề',
        runs: [
          [plain('Kính gửi: Đồng chí '), bold(fullName)],
          [plain(`Chi bộ phân công đồng chí chuẩn bị sinh hoạt chuyên đề năm ${year}:`)],
          ...parts.flatMap((part) => partLines(part, problemOf.get(part.theme.id) ?? '')),
        ],
      }),
    ),
  }
}

function partLines({ theme, lead, topic, minutes }: Part, problem: string): Run[][] {
  const what = lead
    ? 'viết và trình bày báo cáo đề dẫn'
    : `phát biểu tham luận${topic.trim() === '' ? '' : ` về ${topic.trim()}`}${minutes === null ? '' : ` (${minutes} phút)`}`
  const when = theme.sessionDay
    ? `sinh hoạt ${weekday(theme.sessionDay)}, ${longDate(theme.sessionDay)}`
    : `sinh hoạt ${theme.month === null ? quarterName(theme.quarter) : `tháng ${theme.month}`}/${theme.year}, ngày cụ thể báo sau`
  const dues = theme.steps.filter(({ step, dueOn }) => stepsBefore.includes(step) && dueOn !== null)
  return [
    [plain(`- ${quarterName(theme.quarter)}: `), bold(`“${theme.title}”`), plain(`: ${what}; ${when}.`)],
    ...(problem === '' ? [] : [[italic(`Vấn đề cần giải quyết: ${problem}`)]]),
    ...(lead && dues.length > 0
      ? [
          [
            plain(
              `Thời hạn: ${dues
                .map(
                  ({ step, dueOn }) =>
                    `${themeStepNames[step].toLowerCase()} ${formatVietnameseDate(dueOn ?? '')}`,
                )
                .join('; ')}.`,
            ),
          ],
        ]
      : []),
  ]
}

/** Those with a part in themes not held yet, by given name, their parts in the order of the year. */
async function preparingPeople(
  db: Db,
  year: number,
  themes: readonly PlannedTheme[],
): Promise<{ fullName: string; parts: Part[] }[]> {
  const topics = await db
    .selectFrom('themeContributor')
    .innerJoin('theme', 'theme.id', 'themeContributor.themeId')
    .where('theme.year', '=', year)
    .select(['themeContributor.themeId', 'themeContributor.memberId', 'topic', 'minutes'])
    .execute()
  const topicOf = new Map(topics.map((each) => [`${each.themeId} ${each.memberId}`, each]))
  const byMember = new Map<number, { fullName: string; parts: Part[] }>()
  const give = (memberId: number, fullName: string, part: Part) => {
    const person = byMember.get(memberId) ?? { fullName, parts: [] }
    person.parts.push(part)
    byMember.set(memberId, person)
  }
  for (const theme of themes) {
    if (theme.steps.some(({ step, doneOn }) => step === 'held' && doneOn !== null)) continue
    if (theme.lead)
      give(theme.lead.memberId, theme.lead.fullName, { theme, lead: true, topic: '', minutes: null })
    for (const { memberId, fullName } of theme.contributors) {
      const { topic = '', minutes = null } = topicOf.get(`${theme.id} ${memberId}`) ?? {}
      give(memberId, fullName, { theme, lead: false, topic, minutes })
    }
  }
  return sortByGivenName([...byMember.values()], (person) => person.fullName)
}
