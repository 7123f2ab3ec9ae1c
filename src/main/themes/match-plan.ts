import type { Kysely } from 'kysely'
import type { Finding } from '../../shared/contract/members-import.ts'
import type { PlanRow } from '../../shared/contract/theme-import.ts'
import { fold } from '../../shared/rules/fold.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import type { Schema } from '../db/schema.ts'
import type { NamedPerson, ReadTheme } from './plan-rows.ts'
import { preparerProblem, titleProblem } from './theme-checks.ts'

type Db = Kysely<Schema>
type Known = { id: number; fullName: string; fullNameFolded: string }

const longestNote = 2000

/**
 * Finds the people of a plan in the register by their names, without marks where that names only one, and the themes
 * that the year has already. Who is not found stays in the note, so nothing of the file is lost.
 */
export async function matchPlan(
  db: Db,
  rows: readonly ReadTheme[],
  year: number,
  today: string,
): Promise<PlanRow[]> {
  const known = await db
    .selectFrom('member')
    .select(['id', 'fullName', 'fullNameFolded'])
    .where('removedAt', 'is', null)
    .execute()
  const byName = Map.groupBy(known, ({ fullNameFolded }) => fullNameFolded)
  const seen = new Map<string, number>()
  const matched: PlanRow[] = []
  for (const row of rows) {
    const findings = [...row.findings]
    const unknown: string[] = []
    const place = { year, quarter: row.quarter ?? 1, month: row.month, sessionDay: row.sessionOn }
    const find = async (person: NamedPerson, as: string): Promise<Known | null> => {
      const { member, problem } = personNamed(byName, person.name)
      const why = problem ?? (member && (await preparerProblem(db, member.id, place, today)))
      if (why === null) return member
      unknown.push(`${as}: ${person.name}${person.topic === '' ? '' : `, ${person.topic}`}`)
      findings.push({
        cell: person.cell,
        level: 'warning',
        message: `${why.replace('. Hãy chọn người khác', '')}; tên được chép vào ghi chú.`,
      })
      return null
    }
    const leads: Known[] = []
    for (const person of row.leads) {
      const member = await find(person, 'Người chuẩn bị')
      if (member) leads.push(member)
    }
    const [lead, ...more] = leads
    if (more.length > 0)
      findings.push({
        cell: row.leads[0]?.cell ?? row.titleCell,
        level: 'warning',
        message: `Có ${leads.length} người chuẩn bị: ${lead?.fullName} chuẩn bị chính, những người sau thành người tham luận.`,
      })
    const contributors = more.map((member) => ({ member, topic: '' }))
    for (const person of row.contributors) {
      const member = await find(person, 'Tham luận')
      if (member && contributors.every((other) => other.member.id !== member.id))
        contributors.push({ member, topic: person.topic })
    }
    findings.push(...(await titleFindings(db, row, year, seen)))
    const { leads: _, titleCell: __, findings: ___, ...read } = row
    matched.push({
      row: row.row,
      theme: {
        quarter: row.quarter ?? 1,
        month: row.month,
        title: read.title,
        problem: read.problem,
        leadId: lead?.id ?? null,
        contributors: contributors.map(({ member, topic }) => ({ memberId: member.id, topic })),
        draftDueOn: read.draftDueOn,
        sessionOn: read.sessionOn,
        product: read.product,
        reportedOn: read.reportedOn,
        note: [read.note, ...unknown]
          .filter((text) => text !== '')
          .join('. ')
          .slice(0, longestNote),
        held:
          read.sessionOn !== null &&
          read.sessionOn <= today &&
          (read.product !== '' || read.reportedOn !== null),
      },
      leadName: lead?.fullName ?? null,
      contributorNames: contributors.map(({ member }) => member.fullName),
      findings,
    })
  }
  return matched
}

async function titleFindings(
  db: Db,
  row: ReadTheme,
  year: number,
  seen: Map<string, number>,
): Promise<Finding[]> {
  const title = fold(row.title)
  if (title === '') return []
  const earlier = seen.get(title)
  if (earlier !== undefined)
    return [{ cell: row.titleCell, level: 'error', message: `Trùng tên với dòng ${earlier} của tệp.` }]
  seen.set(title, row.row)
  const taken = await titleProblem(db, year, row.title, null)
  if (taken === null) return []
  return [{ cell: row.titleCell, level: 'error', message: `${taken.replace('. Hãy đặt tên khác', '')}.` }]
}

/** The one member of that name; of namesakes without marks the one written exactly so. */
function personNamed(
  byName: ReadonlyMap<string, Known[]>,
  name: string,
): { member: Known | null; problem: string | null } {
  const found = byName.get(fold(name)) ?? []
  const exact = found.filter(({ fullName }) => fullName.normalize('NFC') === name)
  const [member, other] = exact.length === 1 ? exact : found
  if (!member) return { member: null, problem: `Không có ai tên ${quoted(name)} trong sổ đảng viên` }
  if (other) return { member: null, problem: `Có ${found.length} người tên ${quoted(name)}, chưa rõ là ai` }
  return { member, problem: null }
}
