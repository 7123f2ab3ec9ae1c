import { describe, expect, it, test } from 'vitest'
import { absenceForecasts, longestExcusedRow, type PastMeeting } from '../../../src/shared/rules/absence.ts'
import type { AttendanceState } from '../../../src/shared/rules/attendance.ts'

const limits = {
  excusedInARow: { value: 3, source: 'Hướng dẫn' },
  unexcusedMonths: { value: 3, source: 'Quy định' },
}
const letters: Record<string, AttendanceState | null> = {
  C: 'present',
  M: 'late',
  S: 'leftEarly',
  P: 'excused',
  K: 'unexcused',
  '-': null,
}
/** One letter a month from January on; 'KK2' style digits set the month of the letter before: 'K1K1'. */
function past(text: string): PastMeeting[] {
  return [...text.matchAll(/(.)(\d*)/g)].map(([, letter = '', month], index) => ({
    period: `2026-${String(month ? Number(month) : index + 1).padStart(2, '0')}`,
    state: letters[letter] ?? null,
  }))
}
const forecast = (text: string, of = limits as Parameters<typeof absenceForecasts>[2], period = '2026-12') =>
  absenceForecasts([{ memberId: 5, fullName: 'Lò Văn Sáo', past: past(text) }], period, of)

describe('excused absences in a row', () => {
  it.each([
    ['', null],
    ['PP', null],
    ['PPP', 4],
    ['PPPP', 5],
    ['CPPP', 4],
    ['PPCP', null],
    ['PPPC', null],
    ['PPPM', null],
    ['PPPS', null],
    ['PPPK', null],
    ['PPP-', null],
    ['-PPP', 4],
  ])('%s: %s', (text, count) => {
    expect(forecast(text).map((found) => [found.kind, found.count])).toEqual(
      count === null ? [] : [['excusedInARow', count]],
    )
  })

  it('are told in a sentence with the rule', () => {
    expect(forecast('PPP')).toEqual([
      {
        memberId: 5,
        fullName: 'Lò Văn Sáo',
        kind: 'excusedInARow',
        count: 4,
        sentence: 'đã vắng có lý do 3 lần liên tiếp; vắng lần này là lần thứ 4, quá 3 lần trong năm',
        source: 'Hướng dẫn',
      },
    ])
  })
})

describe('months of the year with an unexcused absence', () => {
  it.each([
    ['K', '2026-12', null],
    ['KK', '2026-12', 'đã vắng không lý do 2 tháng trong năm; vắng không lý do lần này là tháng thứ 3'],
    ['KCCK', '2026-12', 'đã vắng không lý do 2 tháng trong năm; vắng không lý do lần này là tháng thứ 3'],
    ['K1K1', '2026-12', null],
    ['K1K2', '2026-02', null],
    ['KKK', '2026-12', 'đã vắng không lý do 3 tháng trong năm; vắng không lý do lần này là tháng thứ 4'],
    ['K1K2K3', '2026-03', 'đã vắng không lý do 3 tháng trong năm'],
  ])('%s and %s', (text, period, sentence) => {
    expect(forecast(text, limits, period).map((found) => found.sentence)).toEqual(
      sentence === null ? [] : [sentence],
    )
  })
})

it('counts nothing where no rule sets a limit', () => {
  expect(forecast('KKKPPPP', { excusedInARow: null, unexcusedMonths: null })).toEqual([])
})

it('tells of both, in the order of the people', () => {
  const people = ['KKPPP', 'C', 'KK'].map((text, memberId) => ({
    memberId,
    fullName: text,
    past: past(text),
  }))
  expect(absenceForecasts(people, '2026-12', limits).map(({ memberId, kind }) => [memberId, kind])).toEqual([
    [0, 'excusedInARow'],
    [0, 'unexcusedMonths'],
    [2, 'unexcusedMonths'],
  ])
})

test.each<[(AttendanceState | null)[], number]>([
  [[], 0],
  [['excused', 'excused', 'excused'], 3],
  [['excused', 'excused', 'present', 'excused'], 2],
  [['excused', null, 'excused', 'excused', 'unexcused'], 2],
  [['present', 'unexcused'], 0],
])('the longest row of excused absences in %j is %d', (states, longest) => {
  expect(longestExcusedRow(states.map((state) => ({ period: '2026-01', state })))).toBe(longest)
})
