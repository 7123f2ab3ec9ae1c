import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseClockTime } from '../../../src/shared/rules/clock-time.ts'

test.each([
  ['8', '08:00'],
  ['8h', '08:00'],
  ['8:', '08:00'],
  ['8h30', '08:30'],
  ['8H5', '08:05'],
  ['8:30', '08:30'],
  ['08:30', '08:30'],
  ['8.30', '08:30'],
  ['8g30', '08:30'],
  ['0830', '08:30'],
  ['830', '08:30'],
  ['1930', '19:30'],
  [' 19 h 30 ', '19:30'],
  ['8 giờ', '08:00'],
  ['14 giờ 05 phút', '14:05'],
  ['14 giờ 5'.normalize('NFD'), '14:05'],
  ['0', '00:00'],
  ['23:59', '23:59'],
])('%s is %s', (text, time) => {
  expect(parseClockTime(text)).toBe(time)
})

test.each(['', 'sáng', '24:00', '25', '8:60', '8h60', '0860', '2400', '08:30:00', '-8', '8h30x', '12345'])(
  '%j is no time',
  (text) => {
    expect(parseClockTime(text)).toBeNull()
  },
)

test('every time of the day is understood in each way of writing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hours, minutes) => {
      const two = (number: number) => String(number).padStart(2, '0')
      const time = `${two(hours)}:${two(minutes)}`
      for (const text of [
        time,
        `${hours}h${two(minutes)}`,
        two(hours) + two(minutes),
        `${hours} giờ ${minutes}`,
      ]) {
        expect(parseClockTime(text)).toBe(time)
      }
    }),
  )
})
