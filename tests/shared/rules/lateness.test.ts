import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  hasMoment,
  markInWords,
  minutesLate,
  momentWords,
  parseLateness,
} from '../../../src/shared/rules/lateness.ts'

it.each([
  ['15', 15, null],
  [' 15p ', 15, null],
  ['15 phút', 15, null],
  ["20'", 20, null],
  ['14h15', 15, '14:15'],
  ['14:15', 15, '14:15'],
  ['1415', 15, '14:15'],
  ['15 giờ', 60, '15:00'],
  ['', null, null],
])('reads %j as late at a meeting from 14:00', (typed, lateMinutes, atTime) => {
  expect(parseLateness(typed, '14:00')).toEqual({ lateMinutes, atTime })
})

it.each(['0', 'muộn', '13h50', '14:00', '14h75', '-5', '1 2'])('does not take %j for a lateness', (typed) => {
  expect(parseLateness(typed, '14:00')).toBeNull()
})

it('takes a number that no lateness is so long for a time: 830 at a meeting from 8:00', () => {
  expect(parseLateness('830', '08:00')).toEqual({ lateMinutes: 30, atTime: '08:30' })
})

it('has the minutes follow from the time, whatever minutes after the start', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1439 }), (start, at) => {
      const clock = (minutes: number) =>
        `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
      const late = at - start
      const minutes = late >= 1 && late <= 600 ? late : null
      expect(minutesLate(clock(start), clock(at))).toBe(minutes)
      expect(parseLateness(clock(at), clock(start))?.lateMinutes ?? null).toBe(minutes)
    }),
    { numRuns: 200 },
  )
})

const nothing = { lateMinutes: null, atTime: null, itemNumber: null, reasonKind: null }

it.each([
  [{ state: 'late', lateMinutes: 15, atTime: '14:15', itemNumber: 3 }, 'đến muộn 15 phút, 14:15, mục 3'],
  [{ state: 'late', lateMinutes: 15 }, 'đến muộn 15 phút'],
  [{ state: 'late' }, 'đến muộn'],
  [{ state: 'leftEarly', atTime: '15:20', itemNumber: 6 }, 'về sớm 15:20, mục 6'],
  [{ state: 'leftEarly', itemNumber: 6 }, 'về sớm, mục 6'],
  [{ state: 'excused', reasonKind: 'duty' }, 'vắng có lý do (đi công tác)'],
  [{ state: 'unexcused' }, 'vắng không lý do'],
] as const)('says %o in words', (mark, words) => {
  expect(markInWords({ ...nothing, ...mark })).toBe(words)
})

it('says nothing of a moment nobody knows, and gives one to late and early alone', () => {
  expect(momentWords(nothing)).toBe('')
  expect(
    [null, 'present', 'late', 'leftEarly', 'excused', 'unexcused'].filter((state) =>
      hasMoment(state as never),
    ),
  ).toEqual(['late', 'leftEarly'])
})
