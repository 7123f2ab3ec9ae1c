import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AgendaPart,
  type AgendaPlace,
  agendaParts,
  agendaTotals,
  clockTimes,
  moveOneStep,
  moveOnto,
  partsInOrder,
  placeLastInPart,
} from '../../../src/shared/rules/agenda.ts'

const place = (id: number, part: AgendaPart): AgendaPlace => ({ id, part })
const written = (places: readonly AgendaPlace[] | null) =>
  places?.map(({ id, part }) => `${id}${part[0]}`).join(' ') ?? null

/** o: opening, m: main, t: themed, c: closing. */
const five = [
  place(1, 'opening'),
  place(2, 'main'),
  place(3, 'main'),
  place(4, 'closing'),
  place(5, 'closing'),
]

const anyAgenda = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 12 })
  .chain((ids) =>
    fc
      .array(fc.constantFrom(...agendaParts), { minLength: ids.length, maxLength: ids.length })
      .map((parts) =>
        parts
          .sort((a, b) => agendaParts.indexOf(a) - agendaParts.indexOf(b))
          .map((part, index) => place(ids[index] as number, part)),
      ),
  )

describe('clockTimes', () => {
  test.each([
    ['08:00', [], ['08:00']],
    ['08:00', [5, 10, 75], ['08:00', '08:05', '08:15', '09:30']],
    ['19:30', [0, 90], ['19:30', '19:30', '21:00']],
    ['23:50', [9, 1, 600], ['23:50', '23:59', '00:00', '10:00']],
  ])('from %s with %j', (start, minutes, times) => {
    expect(clockTimes(start, minutes)).toEqual(times)
  })
})

describe('agendaTotals', () => {
  test('adds by part in the order of the parts, leaving out empty ones', () => {
    const items = [
      { part: 'closing' as const, plannedMinutes: 5 },
      { part: 'main' as const, plannedMinutes: 20 },
      { part: 'main' as const, plannedMinutes: 15 },
    ]
    expect(agendaTotals(items)).toEqual({
      parts: [
        { part: 'main', minutes: 35 },
        { part: 'closing', minutes: 5 },
      ],
      totalMinutes: 40,
    })
    expect(agendaTotals([])).toEqual({ parts: [], totalMinutes: 0 })
  })

  test('the total is the sum of all items, and the clock ends that much later', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            part: fc.constantFrom(...agendaParts),
            plannedMinutes: fc.integer({ min: 0, max: 80 }),
          }),
          { maxLength: 15 },
        ),
        (items) => {
          const minutes = items.map((item) => item.plannedMinutes)
          const total = minutes.reduce((sum, each) => sum + each, 0)
          expect(agendaTotals(items).totalMinutes).toBe(total)
          expect(clockTimes('00:00', minutes).at(-1)).toBe(clockTimes('00:00', [total]).at(-1))
        },
      ),
    )
  })
})

describe('moving items', () => {
  test.each([
    [1, -1, null],
    [5, 1, null],
    [9, 1, null],
    [3, -1, '1o 3m 2m 4c 5c'],
    [2, 1, '1o 3m 2m 4c 5c'],
    [2, -1, '1o 2o 3m 4c 5c'],
    [3, 1, '1o 2m 3c 4c 5c'],
    [1, 1, '1m 2m 3m 4c 5c'],
  ] as const)('item %i by %i', (id, step, expected) => {
    expect(written(moveOneStep(five, id, step))).toBe(expected)
  })

  test.each([
    [1, 3, '2m 3m 1m 4c 5c'],
    [5, 2, '1o 5m 2m 3m 4c'],
    [2, 3, '1o 3m 2m 4c 5c'],
    [4, 4, '1o 2m 3m 4c 5c'],
    [2, 9, '1o 2m 3m 4c 5c'],
  ])('item %i dropped on %i', (id, target, expected) => {
    expect(written(moveOnto(five, id, target))).toBe(expected)
  })

  test.each([
    [place(9, 'main'), '1o 2m 3m 9m 4c 5c'],
    [place(9, 'themed'), '1o 2m 3m 9t 4c 5c'],
    [place(2, 'closing'), '1o 3m 4c 5c 2c'],
    [place(5, 'opening'), '1o 5o 2m 3m 4c'],
  ])('%j placed last in its part', (item, expected) => {
    expect(written(placeLastInPart(five, item))).toBe(expected)
  })

  test('every move keeps all items and never tears a part apart', () => {
    fc.assert(
      fc.property(
        anyAgenda,
        fc.nat(),
        fc.nat(),
        fc.constantFrom(-1 as const, 1 as const),
        (places, a, b, step) => {
          fc.pre(places.length > 0)
          const id = (places[a % places.length] as AgendaPlace).id
          const target = (places[b % places.length] as AgendaPlace).id
          const sorted = places.map((each) => each.id).sort((x, y) => x - y)
          for (const moved of [moveOneStep(places, id, step) ?? places, moveOnto(places, id, target)]) {
            expect(moved.map((each) => each.id).sort((x, y) => x - y)).toEqual(sorted)
            expect(partsInOrder(moved)).toBe(true)
          }
        },
      ),
    )
  })

  test('stepping down again and again reaches the end, stepping back returns to the start', () => {
    fc.assert(
      fc.property(anyAgenda, (places) => {
        fc.pre(places.length > 1)
        const id = (places[0] as AgendaPlace).id
        let now = places
        for (let next = moveOneStep(now, id, 1); next; next = moveOneStep(now, id, 1)) now = next
        expect(now.at(-1)?.id).toBe(id)
        for (let next = moveOneStep(now, id, -1); next; next = moveOneStep(now, id, -1)) now = next
        expect(now.map((each) => each.id)).toEqual(places.map((each) => each.id))
      }),
    )
  })

  test('partsInOrder sees a torn part', () => {
    expect(partsInOrder(five)).toBe(true)
    expect(partsInOrder([place(1, 'main'), place(2, 'opening')])).toBe(false)
    expect(partsInOrder([place(1, 'main'), place(2, 'closing'), place(3, 'main')])).toBe(false)
  })
})
