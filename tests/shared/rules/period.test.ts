import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/shared/rules/calendar.ts'
import { layOver, overlap, type Period, periodOn } from '../../../src/shared/rules/period.ts'

type Word = Period & { word: string }
const old: Word = { fromDate: '2020-01-01', toDate: null, word: 'old' }

test('a new period cuts into an open one, which goes on after it', () => {
  expect(layOver([old], { fromDate: '2026-05-01', toDate: '2026-12-31', word: 'new' })).toEqual([
    { fromDate: '2020-01-01', toDate: '2026-04-30', word: 'old' },
    { fromDate: '2026-05-01', toDate: '2026-12-31', word: 'new' },
    { fromDate: '2027-01-01', toDate: null, word: 'old' },
  ])
})

test('an open period ends what it meets and swallows what comes later', () => {
  const later: Word = { fromDate: '2027-01-01', toDate: '2027-06-30', word: 'later' }
  const before: Word = { ...old, toDate: '2026-12-31' }
  expect(layOver([before, later], { fromDate: '2026-05-01', toDate: null, word: 'new' })).toEqual([
    { fromDate: '2020-01-01', toDate: '2026-04-30', word: 'old' },
    { fromDate: '2026-05-01', toDate: null, word: 'new' },
  ])
})

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-01-01', days))
const period = fc.tuple(day, fc.option(fc.integer({ min: 0, max: 20 })), fc.string({ maxLength: 3 })).map(
  ([fromDate, length, word]): Word => ({
    fromDate,
    toDate: length === null ? null : addDays(fromDate, length),
    word,
  }),
)

test('laid over one another periods never overlap, and every day keeps the last word said about it', () => {
  fc.assert(
    fc.property(fc.array(period, { maxLength: 6 }), day, (periods, date) => {
      const laid = periods.reduce<Word[]>((all, next) => layOver(all, next), [])
      expect(overlap(laid)).toBe(null)
      const said = [...periods].reverse().find((one) => periodOn([one], date))
      expect(periodOn(laid, date)?.word).toBe(said?.word)
    }),
  )
})
