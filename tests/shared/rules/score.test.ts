import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  type LevelSteps,
  levelOf,
  lossWords,
  pointsText,
  readPoints,
  type ScoreSheet,
  sheetLines,
  totalOf,
} from '../../../src/shared/rules/score.ts'

const steps: LevelSteps = [
  { level: 'good', from: 90 },
  { level: 'fair', from: 70 },
  { level: 'average', from: 50 },
  { level: 'poor', from: 0 },
]

describe('the level of a total', () => {
  test.each([
    [100, 'good'],
    [90, 'good'],
    [89.99, 'fair'],
    [70, 'fair'],
    [69.5, 'average'],
    [50, 'average'],
    [49.99, 'poor'],
    [0, 'poor'],
  ])('%d is %s', (total, level) => {
    expect(levelOf(total, steps)).toBe(level)
  })
})

describe('the total', () => {
  it('has no level while a line is missing, nor where there is no line', () => {
    expect(totalOf([{ points: 60 }, { points: null }], steps)).toEqual({ total: 60, missing: 1, level: null })
    expect(totalOf([], steps)).toEqual({ total: 0, missing: 0, level: null })
    expect(totalOf([{ points: 60 }, { points: 30 }], steps)).toEqual({
      total: 90,
      missing: 0,
      level: 'good',
    })
  })

  it('adds tenths and hundredths as people do, in any order', () => {
    expect(totalOf([{ points: 0.1 }, { points: 0.2 }], steps).total).toBe(0.3)
    const points = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 30 })
    fc.assert(
      fc.property(points, (hundredths) => {
        const lines = hundredths.map((each) => ({ points: each / 100 }))
        const whole = hundredths.reduce((sum, each) => sum + each, 0) / 100
        expect(totalOf(lines, steps).total).toBe(whole)
        expect(totalOf(lines.toReversed(), steps).total).toBe(whole)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the lines of a sheet', () => {
  const line = (id: string, maximum: number, maximumThemed: number) => ({
    id,
    title: id,
    rule: '',
    gap: '',
    maximum,
    maximumThemed,
    facts: [],
    scale: null,
  })
  const sheet: Pick<ScoreSheet, 'groups'> = {
    groups: [
      { title: 'Tổ chức', criteria: [line('regular', 15, 10), line('themed', 0, 5)] },
      { title: '', criteria: [line('alone', 2, 2)] },
    ],
  }
  it.each([
    [false, ['regular 15', 'alone 2']],
    [true, ['regular 10', 'themed 5', 'alone 2']],
  ])('have the maxima of their month, themed: %s', (themed, expected) => {
    expect(sheetLines(sheet, themed).map(({ id, maximum }) => `${id} ${maximum}`)).toEqual(expected)
    expect(sheetLines(sheet, themed)[0]?.groupTitle).toBe('Tổ chức')
  })
})

describe('points as typed', () => {
  test.each([
    ['4', 4],
    [' 4,5 ', 4.5],
    ['0.25', 0.25],
    ['100', 100],
    ['', undefined],
    ['  ', undefined],
    ['bốn', null],
    ['-1', null],
    ['4,555', null],
    ['1e2', null],
  ])('%j is %s', (typed, points) => {
    expect(readPoints(typed)).toBe(points)
  })

  it('come back as they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        expect(readPoints(pointsText(hundredths / 100))).toBe(hundredths / 100)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the explanation of points lost', () => {
  const line = { points: 3, maximum: 5, title: 'Thời lượng', reason: '', evidence: 'thiếu 20 phút' }
  it.each([
    [{}, 'Thời lượng: trừ 2 điểm (thiếu 20 phút)'],
    [{ reason: ' Mất điện giữa buổi ' }, 'Thời lượng: trừ 2 điểm (Mất điện giữa buổi)'],
    [{ points: 4.9, evidence: '' }, 'Thời lượng: trừ 0,1 điểm'],
    [{ points: 5 }, null],
    [{ points: null }, null],
  ])('%j', (more, words) => {
    expect(lossWords({ ...line, ...more })).toBe(words)
  })
})
