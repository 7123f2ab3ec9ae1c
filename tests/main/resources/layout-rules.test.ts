import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { layoutRule } from '../../../src/main/resources/layout-rules.ts'
import {
  isLayoutChoice,
  layoutChoices,
  layoutMeasureNames,
  layoutPointNames,
  paperLayout,
} from '../../../src/shared/documents/layout-points.ts'
import { confidences } from '../../../src/shared/rules/rule-set.ts'

describe('the guidance on layout', () => {
  it('is the only file of its folder', () => {
    const files = readdirSync(resolve(import.meta.dirname, '../../../resources/paper-layout'))
    expect(files).toEqual([`${layoutRule.id}.json`])
  })

  it('has every measure and every point, each with its source, and nothing else', () => {
    expect(Object.keys(layoutRule.measures).sort()).toEqual([...layoutMeasureNames].sort())
    expect(Object.keys(layoutRule.points).sort()).toEqual([...layoutPointNames].sort())
    for (const measure of Object.values(layoutRule.measures)) expect(measure.value).toBeGreaterThan(0)
    for (const each of [...Object.values(layoutRule.measures), ...Object.values(layoutRule.points)]) {
      expect(each.source).toMatch(/\S/)
      expect(confidences).toContain(each.confidence)
    }
    for (const point of layoutPointNames)
      expect(isLayoutChoice(point, layoutRule.points[point].usual)).toBe(true)
  })

  it('holds unless the cell chose otherwise; a choice that is gone counts as none', () => {
    const usual = paperLayout(layoutRule, layoutChoices(layoutRule, []))
    expect(usual).toMatchObject({ lineSpacingPt: 18, letterheadRightPt: 14, numberColon: false })
    const chosen = layoutChoices(layoutRule, [
      { point: 'lineSpacing', value: '20' },
      { point: 'numberColon', value: 'perhaps' },
      { point: 'toString', value: 'x' },
    ])
    expect(paperLayout(layoutRule, chosen)).toEqual({ ...usual, lineSpacingPt: 20 })
  })
})
