import { describe, expect, it } from 'vitest'
import { levelSteps, scoreSheets } from '../../../src/main/resources/score-sheets.ts'
import { confidences } from '../../../src/shared/rules/rule-set.ts'
import { scoreLevels, sheetLines } from '../../../src/shared/rules/score.ts'
import { type ScoreScale, scoreFactNames } from '../../../src/shared/rules/score-facts.ts'

/** The most points that a scale can give. */
function most(scale: ScoreScale): number {
  switch (scale.kind) {
    case 'missing':
      return scale.full
    case 'share':
      return Math.max(...scale.steps.map((step) => step.points))
    default:
      return scale.points
  }
}

describe.each(scoreSheets)('$id', (sheet) => {
  it('is dated, names its source and says how sure it is', () => {
    expect(sheet.validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(sheet.source).not.toBe('')
    expect(confidences).toContain(sheet.confidence)
  })

  it.each([true, false])('makes 100 points, themed month: %s', (themed) => {
    const lines = sheetLines(sheet, themed)
    expect(lines.reduce((sum, line) => sum + line.maximum, 0)).toBe(100)
    expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length)
  })

  it('gives at most the maximum, from the highest step down, and leaves no share without one', () => {
    for (const { facts, scale, maximum, title } of sheetLines(sheet, true)) {
      for (const fact of facts) expect(scoreFactNames).toContain(fact)
      expect(title).not.toBe('')
      if (!scale) continue
      expect(facts).toHaveLength(1)
      expect(most(scale)).toBe(maximum)
      if (scale.kind !== 'share') continue
      const froms = scale.steps.map((step) => step.from)
      expect(froms).toEqual(froms.toSorted((a, b) => b - a))
      expect(froms.at(-1)).toBe(0)
    }
  })
})

it('has a level for every total', () => {
  expect(levelSteps.map(({ level }) => level)).toEqual(scoreLevels)
  expect(levelSteps.at(-1)?.from).toBe(0)
})
