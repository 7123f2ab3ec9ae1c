import { expect, test } from 'vitest'
import { bookParts } from '../../../src/main/reports/book-parts.ts'
import type { BookMeeting } from '../../../src/main/reports/roll-book.ts'

const meeting = (heldOn: string, id = 1): BookMeeting => ({
  id,
  kind: 'regular',
  heldOn,
  period: heldOn.slice(0, 7),
  called: true,
})
const monthly = (year: number) =>
  Array.from({ length: 12 }, (_, month) => meeting(`${year}-${String(month + 1).padStart(2, '0')}-05`, month))
const period = { fromDate: '2024-02-15', toDate: '2026-03-31' }
const shape = (parts: ReturnType<typeof bookParts>) =>
  parts.map((part) => [part.label, part.fromDate, part.toDate, part.meetings.length])

test('what fits one sheet stays on one, under the days that were asked for', () => {
  expect(shape(bookParts(monthly(2025), period, 12))).toEqual([['', '2024-02-15', '2026-03-31', 12]])
  expect(bookParts([], period, 12)).toEqual([])
})

test('each year has its sheet, within the days that were asked for', () => {
  const meetings = [meeting('2024-03-05'), ...monthly(2025), meeting('2026-01-05')]
  expect(shape(bookParts(meetings, period, 12))).toEqual([
    ['2024', '2024-02-15', '2024-12-31', 1],
    ['2025', '2025-01-01', '2025-12-31', 12],
    ['2026', '2026-01-01', '2026-03-31', 1],
  ])
})

test('a year too wide for the page is cut into halves, then into quarters', () => {
  expect(shape(bookParts(monthly(2025), period, 6))).toEqual([
    ['2025 6T đầu', '2025-01-01', '2025-06-30', 6],
    ['2025 6T cuối', '2025-07-01', '2025-12-31', 6],
  ])
  expect(shape(bookParts(monthly(2025), period, 5)).map(([label]) => label)).toEqual([
    '2025 Q1',
    '2025 Q2',
    '2025 Q3',
    '2025 Q4',
  ])
})

test('a stretch without meetings has no sheet, and no meeting is lost or doubled', () => {
  const meetings = [...monthly(2025).slice(0, 3), ...monthly(2025).slice(6), ...monthly(2027)]
  for (const most of [1, 2, 3, 6, 12]) {
    expect(
      bookParts(meetings, { fromDate: '2025-01-01', toDate: '2027-12-31' }, most).flatMap((p) => p.meetings),
    ).toEqual(meetings)
  }
  expect(shape(bookParts(meetings.slice(0, 3), period, 2)).map(([label]) => label)).toEqual([''])
})
