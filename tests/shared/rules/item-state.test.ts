import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemState, ranMinutes } from '../../../src/shared/rules/item-state.ts'

const run = (startedAt: string, stoppedAt: string | null) => ({
  startedAt: `2026-11-03T${startedAt}Z`,
  stoppedAt: stoppedAt && `2026-11-03T${stoppedAt}Z`,
})
const whole = [run('07:00:00.000', '07:10:00.000')]
const open = [run('07:00:00.000', '07:10:00.000'), run('07:30:00.000', null)]
const over = { over: true, clocked: true }

describe('how an item ended', () => {
  it.each([
    [
      'while its meeting is not over',
      { finished: null, runs: open },
      { over: false, clocked: true },
      'planned',
    ],
    ['begun and stopped', { finished: null, runs: whole }, over, 'finished'],
    ['under way when the meeting was closed', { finished: null, runs: open }, over, 'unfinished'],
    ['never taken up', { finished: null, runs: [] }, over, 'notRun'],
    [
      'of a meeting that nobody clocked',
      { finished: null, runs: [] },
      { over: true, clocked: false },
      'unknown',
    ],
    ['the secretary says not', { finished: 0, runs: whole }, over, 'unfinished'],
    ['the secretary says so', { finished: 1, runs: [] }, over, 'finished'],
    [
      'said before the meeting is over',
      { finished: 0, runs: [] },
      { over: false, clocked: false },
      'unfinished',
    ],
  ] as const)('%s', (_, item, meeting, state) => {
    expect(itemState(item, meeting)).toBe(state)
  })
})

describe('the minutes it took', () => {
  it.each([
    [[], null, null],
    [whole, null, 10],
    [open, '2026-11-03T07:32:30.000Z', 13],
    [open, null, 10],
    [open, '2026-11-03T07:00:00.000Z', 10],
  ] as const)('%o until %s', (runs, endedAt, minutes) => {
    expect(ranMinutes(runs, endedAt)).toBe(minutes)
  })

  it('are at most one more than each stretch by itself', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(minutes, (seconds) => {
        const runs = seconds.map((length) =>
          run('07:00:00.000', `07:00:${String(length).padStart(2, '0')}.000`),
        )
        const sum = seconds.reduce((total, length) => total + length, 0)
        expect(ranMinutes(runs, null)).toBe(Math.ceil(sum / 60))
      }),
      { numRuns: 50 },
    )
  })
})
