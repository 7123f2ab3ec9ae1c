import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  placeTheme,
  quarterMoveProblem,
  stepTheme,
  type ThemePlace,
  wasMissed,
} from '../../../src/shared/rules/theme-board.ts'
import { plannedTheme } from '../../support/planned-theme.ts'

/** Themes 1 to 3 in the first quarter, 4 in the third. */
const board = [1, 2, 3, 4].map((quarter) => ({
  quarter,
  themes: [1, 2, 3, 4]
    .filter((id) => (id === 4 ? 3 : 1) === quarter)
    .map((id) => plannedTheme({ id, quarter })),
}))
type Board = typeof board
const ids = (columns: Board) => columns.map(({ themes }) => themes.map(({ id }) => id))

describe('a theme is put', () => {
  it.each([
    [{ id: 1, quarter: 1, place: 2 }, [[2, 3, 1], [], [4], []]],
    [{ id: 3, quarter: 1, place: 0 }, [[3, 1, 2], [], [4], []]],
    [{ id: 2, quarter: 3, place: 0 }, [[1, 3], [], [2, 4], []]],
    [{ id: 2, quarter: 3, place: 9 }, [[1, 3], [], [4, 2], []]],
    [{ id: 9, quarter: 3, place: 0 }, [[1, 2, 3], [], [4], []]],
  ])('%j', (to, expected) => {
    expect(ids(placeTheme(board, to))).toEqual(expected)
  })

  it('with its month and its day', () => {
    const dated = plannedTheme({ id: 5, quarter: 1, month: 1, sessionDay: '2026-01-31' })
    const columns = board.map((column) => (column.quarter === 1 ? { ...column, themes: [dated] } : column))
    expect(placeTheme(columns, { id: 5, quarter: 2, place: 0 })[1]?.themes[0]).toMatchObject({
      quarter: 2,
      month: 4,
      sessionDay: '2026-04-30',
    })
  })

  it('anywhere without one being lost or doubled, and putting it there again changes nothing', () => {
    const place = fc.record({
      id: fc.integer({ min: 1, max: 4 }),
      quarter: fc.integer({ min: 1, max: 4 }),
      place: fc.nat(5),
    })
    fc.assert(
      fc.property(fc.array(place, { maxLength: 8 }), (moves: ThemePlace[]) => {
        let columns: Board = board
        for (const to of moves) {
          columns = placeTheme(columns, to)
          expect(ids(placeTheme(columns, to))).toEqual(ids(columns))
        }
        expect(ids(columns).flat().sort()).toEqual([1, 2, 3, 4])
        for (const { quarter, themes } of columns)
          for (const theme of themes) expect(theme.quarter).toBe(quarter)
      }),
      { numRuns: 80 },
    )
  })
})

test.each([
  [1, 'up', null],
  [1, 'down', { id: 1, quarter: 1, place: 1 }],
  [3, 'down', null],
  [1, 'before', null],
  [3, 'after', { id: 3, quarter: 2, place: 0 }],
  [4, 'after', { id: 4, quarter: 4, place: 0 }],
  [4, 'before', { id: 4, quarter: 2, place: 0 }],
  [9, 'up', null],
] as const)('theme %i one step %s', (id, step, expected) => {
  expect(stepTheme(board, id, step)).toEqual(expected)
})

test('what was held or has its meeting stays in its quarter', () => {
  expect(quarterMoveProblem(plannedTheme({ id: 1, heldOn: '2026-02-01' }))).toBe('theme-held')
  expect(quarterMoveProblem(plannedTheme({ id: 1, meeting: { id: 7, period: '2026-02' } }))).toBe(
    'theme-has-meeting',
  )
  expect(quarterMoveProblem(plannedTheme({ id: 1 }))).toBeNull()
})

test('a theme is missed once its day, or its month or quarter without one, has gone by', () => {
  expect(wasMissed(plannedTheme({ id: 1 }), '2026-03-31')).toBe(false)
  expect(wasMissed(plannedTheme({ id: 1 }), '2026-04-01')).toBe(true)
  expect(wasMissed(plannedTheme({ id: 1, month: 1 }), '2026-02-01')).toBe(true)
  expect(wasMissed(plannedTheme({ id: 1, sessionDay: '2026-02-10' }), '2026-02-11')).toBe(true)
  expect(wasMissed(plannedTheme({ id: 1, heldOn: '2026-02-10' }), '2026-04-01')).toBe(false)
})
