import { expect, test } from 'vitest'
import { type AgendaTemplate, templateRows } from '../../../src/shared/rules/agenda-template.ts'

const item = {
  part: 'main',
  contentClass: 'professional',
  title: 'Nhiệm vụ tháng tới',
  titleByCellKind: { office: 'Nhiệm vụ tháng tới: cải cách hành chính' },
  owner: 'chair',
  plannedMinutes: 10,
} as const

const template: AgendaTemplate = {
  kind: 'regular',
  source: 'thử',
  items: [
    item,
    { ...item, owner: 'deputy' },
    { ...item, owner: 'minuteTaker', plannedMinutes: 0 },
    { ...item, owner: null },
  ],
}

test('rows are numbered from 1 and owned by the people of the meeting', () => {
  const rows = templateRows(template, null, { chair: 7, deputy: 8, minuteTaker: 9 })
  expect(rows.map((row) => [row.position, row.ownerId, row.plannedMinutes])).toEqual([
    [1, 7, 10],
    [2, 8, 10],
    [3, 9, 0],
    [4, null, 10],
  ])
  expect(rows[0]).toEqual({
    position: 1,
    part: 'main',
    contentClass: 'professional',
    title: 'Nhiệm vụ tháng tới',
    ownerId: 7,
    plannedMinutes: 10,
    privateNote: '',
  })
})

test('without a deputy the chair takes what is the deputy’s; without a chair nobody does', () => {
  const owners = (chair: number | null) =>
    templateRows(template, null, { chair, deputy: null, minuteTaker: null }).map((row) => row.ownerId)
  expect(owners(7)).toEqual([7, 7, null, null])
  expect(owners(null)).toEqual([null, null, null, null])
})

test('the title follows the kind of cell where the guidance stresses something', () => {
  const title = (kind: 'office' | 'school' | null) =>
    templateRows(template, kind, { chair: null, deputy: null, minuteTaker: null })[0]?.title
  expect(title('office')).toBe('Nhiệm vụ tháng tới: cải cách hành chính')
  expect(title('school')).toBe('Nhiệm vụ tháng tới')
  expect(title(null)).toBe('Nhiệm vụ tháng tới')
})
