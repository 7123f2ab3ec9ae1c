import type { ListedMember, MemberFields } from '../../shared/contract/member-fields.ts'
import { addDays } from '../../shared/rules/calendar.ts'
import { type Role, roleOn, statusOn } from '../../shared/rules/member.ts'
import { layOver, overlap } from '../../shared/rules/period.ts'

type Statuses = MemberFields['statuses']
type Roles = MemberFields['roles']

/** A person out of a list as the register keeps a new one. An office held counts from this year's first day. */
export function newMember({ role, ...person }: ListedMember, today: string): MemberFields {
  const thisYear = `${today.slice(0, 4)}-01-01`
  const first = person.statuses[0]?.fromDate ?? thisYear
  const fromDate = first > thisYear ? first : thisYear
  const roles = role === null || role === 'member' ? [] : [{ role, fromDate, toDate: null }]
  return { ...person, roles }
}

/**
 * Someone already in the register with what a list says about them: only what the list has is changed, a more
 * exact birth date stays, and the history of statuses and roles stays but for what is new.
 */
export function mergeMember(known: MemberFields, listed: ListedMember, today: string): MemberFields {
  const { role, statuses, ...person } = listed
  const moreExact = person.birthDate !== null && known.birthDate?.startsWith(person.birthDate)
  return {
    fullName: person.fullName,
    sex: person.sex ?? known.sex,
    birthDate: moreExact ? known.birthDate : (person.birthDate ?? known.birthDate),
    cardNumber: person.cardNumber ?? known.cardNumber,
    identityNumber: person.identityNumber ?? known.identityNumber,
    fileNumber: person.fileNumber ?? known.fileNumber,
    admittedOn: person.admittedOn ?? known.admittedOn,
    officialOn: person.officialOn ?? known.officialOn,
    job: person.job || known.job,
    politicalTheory: person.politicalTheory || known.politicalTheory,
    residenceCell: person.residenceCell || known.residenceCell,
    phone: person.phone || known.phone,
    note: bothNotes(known.note, person.note),
    statuses: mergeStatuses(known.statuses, statuses, person.officialOn, today),
    roles: mergeRoles(known.roles, role, today),
  }
}

function bothNotes(known: string, listed: string): string {
  if (known.includes(listed)) return known
  return [known, listed].filter((note) => note !== '').join('; ')
}

/** A list knows the present better, the register the past: so only what the list adds is laid over. */
function mergeStatuses(
  known: Statuses,
  listed: Statuses,
  officialOn: string | null,
  today: string,
): Statuses {
  if (known.length === 0) return listed
  let merged = known
  const becameFull = statusOn(known, today) === 'probationary' && statusOn(listed, today) === 'full'
  if (becameFull && officialOn)
    merged = layOver(merged, { status: 'full', fromDate: officialOn, toDate: null, note: '' })
  for (const period of listed) {
    if (period.status === 'full' || period.status === 'probationary') continue
    // A beginning in the register is believed, unless it lies ahead and the list says it came sooner.
    const same = merged.find(
      (known) =>
        known.status === period.status &&
        overlap([known, period]) !== null &&
        (known.fromDate <= today || known.fromDate <= period.fromDate),
    )
    if (!same) merged = layOver(merged, period)
    else if (same.toDate === null && period.toDate !== null)
      merged = endedOn(merged, same, period.toDate, listed)
    else if (same.toDate !== null && (period.toDate === null || period.toDate > same.toDate))
      merged = layOver(merged, { ...period, fromDate: addDays(same.toDate, 1) })
  }
  return merged
}

/** What was open now has an end; after it the person stands as the list says. */
function endedOn(periods: Statuses, open: Statuses[number], toDate: string, listed: Statuses): Statuses {
  const after = listed.find((period) => period.fromDate > toDate)
  const ended = periods.map((period) => (period === open ? { ...period, toDate } : period))
  return after ? layOver(ended, after) : ended
}

function mergeRoles(known: Roles, role: Role | null, today: string): Roles {
  if (role === null || roleOn(known, today) === role) return known
  return layOver(known, { role, fromDate: today, toDate: null }).filter((period) => period.role !== 'member')
}
