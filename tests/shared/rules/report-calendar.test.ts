import { describe, expect, test } from 'vitest'
import {
  type CalendarMeeting,
  type DueRule,
  dueDay,
  dueWords,
  reportsDue,
} from '../../../src/shared/rules/report-calendar.ts'

const rule = (rest: Partial<DueRule> = {}): DueRule => ({
  report: 'quarter',
  recipient: 'Đảng ủy',
  anchor: 'after',
  day: 5,
  ...rest,
})
const october = { fromDate: '2026-10-01', toDate: '2026-10-31' }
const meeting = (heldOn: string, kind: CalendarMeeting['kind'] = 'regular') => ({ heldOn, kind })

test.each([
  ['before', 20, '2026-09-20'],
  ['before', 31, '2026-09-30'],
  ['last', 31, '2026-10-31'],
  ['after', 5, '2026-11-05'],
  ['after', 31, '2026-11-30'],
  ['meeting', 2, '2026-11-07'],
] as const)('%s %i of October is %s', (anchor, day, expected) => {
  const meetings = [
    meeting('2026-10-05'),
    meeting('2026-10-20'),
    meeting('2026-11-01', 'committee'),
    meeting('2026-12-05'),
    meeting('2026-11-05'),
  ]
  expect(dueDay(rule({ anchor, day }), october, meetings)).toBe(expected)
})

test('no day is due where none is set, or the meeting is not planned', () => {
  expect(dueDay(rule({ day: null }), october, [])).toBeNull()
  const gone = [meeting('2026-10-05'), meeting('2026-11-05', 'committee')]
  expect(dueDay(rule({ anchor: 'meeting' }), october, gone)).toBeNull()
})

test('a period without a meeting has no resolution to go through at the next', () => {
  const next = [meeting('2026-10-28', 'committee'), meeting('2026-11-05')]
  expect(dueDay(rule({ anchor: 'meeting' }), october, next)).toBeNull()
})

describe('what is waited for', () => {
  const today = '2026-10-07'
  const met = [meeting('2026-08-05'), meeting('2026-09-05')]
  const due = (rules: DueRule[], meetings = met, sent: Parameters<typeof reportsDue>[1] = []) =>
    reportsDue(rules, sent, meetings, today).map(({ report, fromDate, dueOn }) => [report, fromDate, dueOn])

  test('is what is late and the next of each report, the earliest first', () => {
    expect(due([rule(), rule({ report: 'schedule', anchor: 'before', day: 20 })])).toEqual([
      ['quarter', '2026-07-01', '2026-10-05'],
      ['schedule', '2026-11-01', '2026-10-20'],
      ['quarter', '2026-10-01', '2027-01-05'],
    ])
  })

  test('is not what was sent, nor a time in which the cell did not meet', () => {
    const sent = [{ report: 'quarter', fromDate: '2026-07-01', toDate: '2026-09-30' }]
    expect(due([rule()], met, sent)).toEqual([['quarter', '2026-10-01', '2027-01-05']])
    expect(due([rule()], [])).toEqual([['quarter', '2026-10-01', '2027-01-05']])
  })

  test('does not ask for ever', () => {
    const old = [meeting('2026-05-05')]
    expect(due([rule()], old).map(([, fromDate]) => fromDate)).toEqual(['2026-10-01'])
  })
})

test.each([
  ['2026-10-04', 'quá hạn 3 ngày'],
  ['2026-10-07', 'hạn hôm nay'],
  ['2026-10-12', 'còn 5 ngày'],
])('%s: %s', (dueOn, words) => {
  expect(dueWords(dueOn, '2026-10-07')).toBe(words)
})
