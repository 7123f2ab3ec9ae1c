import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { agendaTemplates } from '../../../src/main/resources/agenda-templates.ts'
import { ruleSets } from '../../../src/main/resources/rule-sets.ts'
import { agendaParts, agendaTotals, contentClasses, partsInOrder } from '../../../src/shared/rules/agenda.ts'
import { templateOwners } from '../../../src/shared/rules/agenda-template.ts'
import { cellKinds } from '../../../src/shared/rules/cell.ts'
import { meetingKinds } from '../../../src/shared/rules/meeting.ts'
import { minimumOn, minutesMissing } from '../../../src/shared/rules/rule-set.ts'

test('every file of the folder is a template in use', () => {
  const files = readdirSync(resolve(import.meta.dirname, '../../../resources/agenda'))
  expect(files.length).toBe(meetingKinds.length)
})

describe.each(meetingKinds)('the template of a %s meeting', (kind) => {
  const template = agendaTemplates[kind]

  test('has the shape its type promises', () => {
    expect(template.kind).toBe(kind)
    expect(template.source).toMatch(/\S/)
    expect(template.items.length).toBeGreaterThan(0)
    for (const item of template.items) {
      expect(Object.keys(item).sort()).toEqual(
        ['contentClass', 'owner', 'part', 'plannedMinutes', 'title', 'titleByCellKind'].sort(),
      )
      expect(agendaParts).toContain(item.part)
      expect(contentClasses).toContain(item.contentClass)
      expect([...templateOwners, null]).toContain(item.owner)
      expect(Number.isInteger(item.plannedMinutes) && item.plannedMinutes > 0).toBe(true)
      for (const [cellKind, title] of Object.entries(item.titleByCellKind)) {
        expect(cellKinds).toContain(cellKind)
        expect(title).toMatch(/\S/)
      }
      expect(item.title).toMatch(/\S/)
    }
  })

  test('keeps its parts in order and reaches today’s minimum exactly', () => {
    expect(partsInOrder(template.items.map(({ part }, index) => ({ id: index, part })))).toBe(true)
    const { totalMinutes } = agendaTotals(template.items)
    const minimum = minimumOn(ruleSets, kind, '2026-11-21')
    expect(minutesMissing(totalMinutes, minimum)).toBe(0)
    if (minimum) expect(totalMinutes).toBe(minimum.minutes)
  })
})

test('a themed part stands where the meeting has one, and adds 30 minutes to the regular meeting', () => {
  const themedMinutes = (kind: (typeof meetingKinds)[number]) =>
    agendaTotals(agendaTemplates[kind].items).parts.find(({ part }) => part === 'themed')?.minutes ?? 0
  expect(meetingKinds.filter((kind) => themedMinutes(kind) > 0)).toEqual(['themed', 'regularThemed'])
  expect(themedMinutes('regularThemed')).toBe(30)
})

test('ideology, self-criticism and criticism have at least 15 minutes of the regular meeting', () => {
  const minutes = agendaTemplates.regular.items
    .filter((item) => item.contentClass === 'ideology')
    .reduce((sum, item) => sum + item.plannedMinutes, 0)
  expect(minutes).toBeGreaterThanOrEqual(15)
})
