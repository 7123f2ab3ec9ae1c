import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PageRow, paginate } from '../../../src/main/excel/paginate.ts'

const rows = (...heights: (number | [number, number])[]): PageRow[] =>
  heights.map((each) =>
    Array.isArray(each) ? { height: each[0], hold: each[1] } : { height: each, hold: 0 },
  )
const ten = (count: number) => rows(...Array.from({ length: count }, () => 10))

describe('pages end', () => {
  test.each<[string, PageRow[], [number, number], number, number[]]>([
    ['nowhere, where all fits', ten(10), [1, 1], 100, [10]],
    ['where the room does, with the headings repeated below', ten(30), [1, 2], 100, [10, 18, 26, 30]],
    ['before headings that begin late only once', ten(12), [3, 3], 100, [10, 12]],
    ['before what is held together', rows(10, 10, 10, [10, 5], [10, 5], 10), [1, 1], 50, [3, 6]],
    [
      'where the least is lost, when no page takes all',
      rows([30, 9], [30, 2], [30, 9], 30),
      [1, 0],
      90,
      [2, 4],
    ],
    ['after a row that alone is too tall', rows(10, 200, 10), [1, 1], 100, [1, 2, 3]],
    ['nowhere without rows', [], [1, 0], 100, []],
  ])('%s', (_, of, headings, room, ends) => {
    expect(paginate(of, headings, room)).toEqual(ends)
  })
})

const sheets = fc.record({
  of: fc.array(
    fc.record({
      height: fc.integer({ min: 1, max: 120 }),
      hold: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 })),
    }),
    { minLength: 1, maxLength: 60 },
  ),
  above: fc.nat(3),
  headings: fc.integer({ min: 1, max: 2 }),
  room: fc.integer({ min: 100, max: 400 }),
})

type Drawn = typeof sheets extends fc.Arbitrary<infer T> ? T : never

function pagesOf({ of, above, headings, room }: Drawn) {
  const range: [number, number] = [above + 1, above + headings]
  const repeated = of.slice(above, above + headings).reduce((sum, { height }) => sum + height, 0)
  const heightOf = (from: number, to: number) =>
    of.slice(from, to).reduce((sum, { height }) => sum + height, from >= range[1] ? repeated : 0)
  const ends = paginate(of, range, room)
  const starts = [0, ...ends.slice(0, -1)]
  return { ends, heightOf, pages: ends.map((end, index) => [starts[index] as number, end] as const) }
}

describe('whatever the rows', () => {
  test('every row is on exactly one page, and no page is too tall but for a row that alone is', () => {
    fc.assert(
      fc.property(sheets, (drawn) => {
        const { ends, heightOf, pages } = pagesOf(drawn)
        expect(ends.at(-1)).toBe(drawn.of.length)
        for (const [from, to] of pages) {
          expect(to).toBeGreaterThan(from)
          expect(heightOf(from, to) <= drawn.room || to === from + 1).toBe(true)
        }
      }),
    )
  })

  test('what is held together and fits one page is on one page', () => {
    fc.assert(
      fc.property(sheets, (drawn) => {
        const { ends, heightOf } = pagesOf(drawn)
        let from = 0
        for (const [index, { hold }] of drawn.of.entries()) {
          if (hold > 0 && index < drawn.of.length - 1) continue
          const to = index + 1
          if (heightOf(from, to) <= drawn.room) {
            expect(ends.filter((end) => from < end && end < to)).toEqual([])
          }
          from = to
        }
      }),
    )
  })

  test('where nothing is held there are as few pages as filling one after the other gives', () => {
    fc.assert(
      fc.property(sheets, (drawn) => {
        const free = { ...drawn, of: drawn.of.map(({ height }) => ({ height, hold: 0 })) }
        const { ends, heightOf } = pagesOf(free)
        let pages = 0
        for (let from = 0; from < free.of.length; pages++) {
          let to = from + 1
          while (to < free.of.length && heightOf(from, to + 1) <= free.room) to++
          from = to
        }
        expect(ends.length).toBeLessThanOrEqual(pages)
      }),
    )
  })
})
