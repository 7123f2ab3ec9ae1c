import { afterEach, beforeEach, expect, test } from 'vitest'
import { officersOn, takesPartOn } from '../../../src/main/db/officers.ts'
import { addPerson } from '../../support/people.ts'
import { startProgram, type TestProgram } from '../../support/program.ts'

let office: TestProgram
beforeEach(() => {
  office = startProgram()
})
afterEach(() => office.close())

function database() {
  if ('problem' in office.program.office) throw new Error(office.program.office.problem)
  return office.program.office.database.db
}

test('officers stand by role, then by given name; ordinary members are none', async () => {
  await addPerson(office, 'Vũ Thị Yến', { role: 'committeeMember' })
  await addPerson(office, 'Vũ Thị Ánh', { role: 'committeeMember' })
  await addPerson(office, 'Đỗ Văn Bình', { role: 'deputy' })
  await addPerson(office, 'Nguyễn Thị Hòa', { role: 'secretary' })
  await addPerson(office, 'Lê Văn Cường', { role: 'member' })
  const officers = await officersOn(database(), '2026-11-03')
  expect(officers.map((officer) => [officer.fullName, officer.role])).toEqual([
    ['Nguyễn Thị Hòa', 'secretary'],
    ['Đỗ Văn Bình', 'deputy'],
    ['Vũ Thị Ánh', 'committeeMember'],
    ['Vũ Thị Yến', 'committeeMember'],
  ])
})

test('an office is held from its first day to its last', async () => {
  const id = await addPerson(office, 'Nguyễn Thị Hòa', {
    role: 'secretary',
    roleFrom: '2025-01-01',
    roleTo: '2025-06-30',
  })
  const heldOn = async (date: string) =>
    (await officersOn(database(), date)).map((officer) => officer.memberId)
  expect(await heldOn('2024-12-31')).toEqual([])
  expect(await heldOn('2025-01-01')).toEqual([id])
  expect(await heldOn('2025-06-30')).toEqual([id])
  expect(await heldOn('2025-07-01')).toEqual([])
})

test.each([
  ['full', true],
  ['probationary', true],
  ['temporaryHere', true],
  ['exempt', false],
  ['temporaryElsewhere', false],
  ['movedAway', false],
  ['removed', false],
  ['deceased', false],
] as const)('whoever is %s takes part: %s', async (status, takesPart) => {
  const id = await addPerson(office, 'Nguyễn Thị Hòa', { role: 'secretary', status })
  expect(await takesPartOn(database(), id, '2026-11-03')).toBe(takesPart)
  expect((await officersOn(database(), '2026-11-03')).length).toBe(takesPart ? 1 : 0)
})

test('nobody takes part before they came, after they left, or once removed from the list', async () => {
  const id = await addPerson(office, 'Nguyễn Thị Hòa', { statusFrom: '2025-01-01', statusTo: '2025-06-30' })
  const removed = await addPerson(office, 'Lê Văn Cường', { removedAt: '2026-01-01T00:00:00Z' })
  expect(await takesPartOn(database(), id, '2024-12-31')).toBe(false)
  expect(await takesPartOn(database(), id, '2025-01-01')).toBe(true)
  expect(await takesPartOn(database(), id, '2025-06-30')).toBe(true)
  expect(await takesPartOn(database(), id, '2025-07-01')).toBe(false)
  expect(await takesPartOn(database(), removed, '2025-07-01')).toBe(false)
})
