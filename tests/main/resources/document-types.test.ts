import { readdirSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { documentTypes } from '../../../src/main/resources/document-types.ts'
import { numberedPaperCodes } from '../../../src/shared/rules/numbered-paper.ts'
import { documentTypesOn, issueRefusal } from '../../../src/shared/rules/paper-number.ts'
import { confidences } from '../../../src/shared/rules/rule-set.ts'

it('loads every file of the folder, under its own id', () => {
  const files = readdirSync('resources/document-types').map((file) => file.replace(/\.json$/, ''))
  expect(documentTypes.map(({ id }) => id).sort()).toEqual(files.sort())
})

describe.each(documentTypes.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  test('has the shape its type promises', () => {
    for (const text of [rule.kind, rule.number, rule.title, rule.source]) expect(text).toMatch(/\S/)
    expect(confidences).toContain(rule.confidence)
    expect(rule.validFrom >= rule.date).toBe(true)
    expect(new Set(rule.types.map(({ code }) => code)).size).toBe(rule.types.length)
    for (const type of rule.types) expect(Object.keys(type)).toEqual(['code', 'name', 'cellMayIssue'])
  })
})

it('lets a cell issue every paper the program writes, by the rule in force since 09/01/2026', () => {
  const inForce = documentTypesOn(documentTypes, '2026-11-21')
  expect(inForce?.number).toBe('399-QĐ/TW')
  for (const code of Object.values(numberedPaperCodes)) {
    expect(inForce?.types.map((type) => type.code)).toContain(code)
    expect(issueRefusal(documentTypes, code, '2026-11-21')).toBeNull()
  }
  expect(issueRefusal(documentTypes, 'TB', '2025-06-01')).toContain('66-QĐ/TW')
})
