import { isDeepStrictEqual } from 'node:util'
import type { Kysely } from 'kysely'
import type { MemberFields } from '../../shared/contract/member-fields.ts'
import type { ListPreview, ListRow } from '../../shared/contract/members-import.ts'
import { fold } from '../../shared/rules/fold.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { Schema } from '../db/schema.ts'
import { readAllMembers } from './members-queries.ts'
import { mergeMember } from './merge-member.ts'
import { levelOf, type ReadList } from './read-list.ts'

type Known = Awaited<ReturnType<typeof readAllMembers>>[number]

/** Compares a list with the register: who is there already, by card number, else by name and birth date. */
export async function matchList(
  db: Kysely<Schema>,
  today: string,
  fileName: string,
  list: ReadList,
): Promise<ListPreview> {
  const known = await readAllMembers(db)
  const byCard = new Map(
    known.flatMap((person) => (person.cardNumber ? [[digits(person.cardNumber), person]] : [])),
  )
  const byName = Map.groupBy(known, ({ fullNameFolded }) => fullNameFolded)
  const columnOf = (...kinds: string[]) =>
    list.columns.find(({ column }) => kinds.includes(column))?.letter ?? 'A'
  const nameColumn = columnOf('fullName', 'nameWithSexAndBirth', 'familyAndMiddleName', 'givenName')
  const cardColumn = columnOf('cardNumber', 'cardAndFileNumber')
  const takenBy = new Map<number, number>()

  const rows = list.rows.map((row): ListRow => {
    const { fullName, birthDate, cardNumber } = row.member
    const findings = [...row.findings]
    const note = (letter: string, level: 'warning' | 'error', message: string) =>
      findings.push({ cell: `${letter}${row.row}`, level, message })
    const namesakes = byName.get(fold(fullName)) ?? []
    const ofCard = cardNumber ? byCard.get(digits(cardNumber)) : undefined
    const ofName = namesakes.find((person) => sameBirth(person.birthDate, birthDate))
    const person = ofCard ?? ofName
    if (ofCard && ofCard.fullNameFolded !== fold(fullName))
      note(cardColumn, 'warning', `Số thẻ này trong sổ đang ghi cho ${ofCard.fullName}, hãy kiểm tra.`)
    if (!ofCard && ofName?.cardNumber && cardNumber)
      note(cardColumn, 'warning', `Trong sổ ${ofName.fullName} mang số thẻ ${ofName.cardNumber}.`)
    const doubtful = namesakes.find((other) => other.birthDate === null || birthDate === null)
    if (!person && doubtful)
      note(
        nameColumn,
        'warning',
        `Trong sổ đã có ${described(doubtful)}, chưa đủ ngày sinh để biết có phải một người.`,
      )
    const earlier = person && takenBy.get(person.id)
    if (person && earlier !== undefined)
      note(nameColumn, 'error', `Cùng là ${person.fullName} trong sổ như dòng ${earlier}.`)
    else if (person) takenBy.set(person.id, row.row)
    return {
      ...row,
      findings,
      match: person
        ? {
            id: person.id,
            fullName: person.fullName,
            by: ofCard ? 'cardNumber' : 'nameAndBirthDate',
            changes: changesOf(person, mergeMember(person, row.member, today)),
          }
        : null,
    }
  })
  const counts = { ok: 0, warning: 0, error: 0 }
  for (const row of rows) counts[levelOf(row)] += 1
  return { ...list, fileName, rows, counts }
}

/** The fields that an update would leave different. */
function changesOf(before: MemberFields, after: MemberFields): (keyof MemberFields)[] {
  const fields = Object.keys(after) as (keyof MemberFields)[]
  return fields.filter((field) => !isDeepStrictEqual(before[field], after[field]))
}

function digits(card: string): string {
  const only = card.replace(/\D/g, '')
  return only === '' ? card : only
}

/** Equal as far as both are known: '1975' and '1975-06-12' may be one. */
function sameBirth(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && (a.startsWith(b) || b.startsWith(a))
}

function described({ fullName, birthDate }: Known): string {
  return birthDate ? `${fullName} (sinh ${formatVietnameseDate(birthDate)})` : fullName
}
