import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeMember, newMember } from '../../../src/main/members/merge-member.ts'
import type { ListedMember, MemberFields } from '../../../src/shared/contract/member-fields.ts'
import { addDays } from '../../../src/shared/rules/calendar.ts'
import { type Status, statuses, statusOn } from '../../../src/shared/rules/member.ts'
import { layOver, overlap } from '../../../src/shared/rules/period.ts'
import { blankPerson } from '../../support/blank-person.ts'

const today = '2026-10-15'
const period = (status: Status, fromDate: string, toDate: string | null = null) => ({
  status,
  fromDate,
  toDate,
  note: '',
})
const listed = (more: Partial<ListedMember> = {}): ListedMember => ({
  fullName: 'Lê Thị Ánh',
  ...blankPerson,
  role: null,
  statuses: [period('full', '2026-01-01')],
  ...more,
})
const known = (more: Partial<MemberFields> = {}): MemberFields => {
  const { role, ...person } = listed()
  return { ...person, statuses: [period('full', '2010-03-02')], roles: [], ...more }
}

test('a new office holder holds it from the first day of the year, or from when they came', () => {
  expect(newMember(listed({ role: 'secretary' }), today).roles).toEqual([
    { role: 'secretary', fromDate: '2026-01-01', toDate: null },
  ])
  const came = listed({ role: 'deputy', statuses: [period('full', '2026-05-01')] })
  expect(newMember(came, today).roles[0]?.fromDate).toBe('2026-05-01')
  expect(newMember(listed({ role: 'member' }), today).roles).toEqual([])
})

test('what the list does not have stays', () => {
  const before = known({
    sex: 'female',
    birthDate: '1975-06-12',
    cardNumber: '12.345678',
    job: 'Kế toán',
    note: 'Tổ trưởng',
    roles: [{ role: 'secretary', fromDate: '2025-01-01', toDate: null }],
  })
  expect(mergeMember(before, listed(), today)).toEqual(before)
  expect(mergeMember(before, listed({ birthDate: '1975', note: 'Tổ trưởng' }), today)).toEqual(before)
  expect(mergeMember(before, listed({ birthDate: '1976', note: 'Mới về' }), today)).toMatchObject({
    birthDate: '1976',
    note: 'Tổ trưởng; Mới về',
  })
})

describe('roles', () => {
  const secretary = known({ roles: [{ role: 'secretary', fromDate: '2025-01-01', toDate: null }] })
  test('a new role ends the old one, and plain membership only ends it', () => {
    expect(mergeMember(secretary, listed({ role: 'deputy' }), today).roles).toEqual([
      { role: 'secretary', fromDate: '2025-01-01', toDate: '2026-10-14' },
      { role: 'deputy', fromDate: '2026-10-15', toDate: null },
    ])
    expect(mergeMember(secretary, listed({ role: 'member' }), today).roles).toEqual([
      { role: 'secretary', fromDate: '2025-01-01', toDate: '2026-10-14' },
    ])
    expect(mergeMember(secretary, listed({ role: 'secretary' }), today).roles).toEqual(secretary.roles)
  })
})

describe('statuses', () => {
  const exempt = known({
    statuses: [period('full', '2010-03-02', '2026-04-30'), period('exempt', '2026-05-01')],
  })

  test('a status known with its day is not begun anew by a list without one', () => {
    const again = listed({ statuses: [period('full', '2010-03-02', '2026-10-14'), period('exempt', today)] })
    expect(mergeMember(exempt, again, today).statuses).toEqual(exempt.statuses)
    expect(mergeMember(exempt, listed(), today).statuses).toEqual(exempt.statuses)
  })

  test('an open status learns its end', () => {
    const ends = listed({
      statuses: [
        period('full', '2010-03-02', '2026-10-14'),
        period('exempt', today, '2026-12-31'),
        period('full', '2027-01-01'),
      ],
    })
    expect(mergeMember(exempt, ends, today).statuses).toEqual([
      period('full', '2010-03-02', '2026-04-30'),
      period('exempt', '2026-05-01', '2026-12-31'),
      period('full', '2027-01-01'),
    ])
  })

  test('who was probationary becomes full on the official date of the list', () => {
    const probationary = known({ statuses: [period('probationary', '2025-07-22')] })
    const full = listed({
      officialOn: '2026-07-22',
      statuses: [period('probationary', '2025-07-22', '2026-07-21'), period('full', '2026-07-22')],
    })
    expect(mergeMember(probationary, full, today).statuses).toEqual(full.statuses)
  })

  const day = fc.integer({ min: 0, max: 6000 }).map((days) => addDays('2012-01-01', days))
  const periods = fc
    .array(
      fc
        .tuple(fc.constantFrom(...statuses), day, fc.option(fc.nat(900)))
        .map(([status, from, length]) =>
          period(status, from, length === null ? null : addDays(from, length)),
        ),
      { minLength: 1, maxLength: 5 },
    )
    .map((all) => all.reduce<ReturnType<typeof period>[]>((laid, next) => layOver(laid, next), []))
  test('merged periods never overlap, and whoever the list says is apart today is apart', () => {
    fc.assert(
      fc.property(periods, periods, fc.option(day), (before, after, officialOn) => {
        const list = listed({ statuses: after, officialOn })
        const merged = mergeMember(known({ statuses: before }), list, today).statuses
        expect(overlap(merged)).toBe(null)
        const said = statusOn(after, today)
        if (said !== null && said !== 'full' && said !== 'probationary')
          expect(statusOn(merged, today)).toBe(said)
      }),
      { numRuns: 1000 },
    )
  })
})
