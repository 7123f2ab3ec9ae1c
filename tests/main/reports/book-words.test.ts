import { expect, test } from 'vitest'
import {
  meetingHeading,
  memberNotes,
  momentNotes,
  periodHeading,
  periodLine,
  placeAndDate,
} from '../../../src/main/reports/book-words.ts'
import type { BookMeeting, BookMember } from '../../../src/main/reports/roll-book.ts'

const meeting: BookMeeting = { id: 1, kind: 'themed', heldOn: '2026-01-04', period: '2026-01', called: true }

test('a meeting stands above its column by day, kind and the month it was for', () => {
  expect(meetingHeading(meeting)).toBe('04/01\nCĐ')
  expect(periodHeading(meeting)).toBe('T1')
  expect(periodHeading({ ...meeting, period: '2025-12' })).toBe('T12/25')
  expect(periodLine({ fromDate: '2026-01-01', toDate: '2026-03-31' })).toBe(
    'Từ ngày 01/01/2026 đến ngày 31/03/2026',
  )
})

test.each([
  ['2026-02-05', 'Hà Giang, ngày 05 tháng 02 năm 2026'],
  ['2026-03-15', 'Hà Giang, ngày 15 tháng 3 năm 2026'],
  ['2026-11-22', 'Hà Giang, ngày 22 tháng 11 năm 2026'],
])('%s is written as the Party writes dates', (day, text) => {
  expect(placeAndDate('Hà Giang', day)).toBe(text)
})

test('a note says why somebody was not obliged, within the days of the sheet only', () => {
  const member: BookMember = {
    id: 1,
    fullName: 'Lê Thị Ánh',
    roles: [],
    statuses: [
      { status: 'full', fromDate: '2026-02-01', toDate: '2026-04-30', note: '' },
      { status: 'temporaryElsewhere', fromDate: '2026-05-01', toDate: '2026-06-30', note: '' },
      { status: 'full', fromDate: '2026-07-01', toDate: '2026-08-31', note: 'về' },
      { status: 'exempt', fromDate: '2026-09-01', toDate: null, note: 'bệnh dài ngày' },
    ],
  }
  const year = { fromDate: '2026-01-01', toDate: '2026-12-31' }
  expect(memberNotes(member, year, true)).toEqual([
    'Về chi bộ từ 01/02/2026',
    'Sinh hoạt tạm thời nơi khác từ 01/05/2026 đến 30/06/2026',
    'Miễn sinh hoạt từ 01/09/2026 (bệnh dài ngày)',
  ])
  expect(memberNotes(member, { fromDate: '2026-01-01', toDate: '2026-03-31' }, false)).toEqual([])
})

test('a note says when somebody came late or left early, of the marks that say so', () => {
  const meetings = [
    { ...meeting, id: 1, heldOn: '2026-01-04' },
    { ...meeting, id: 2, heldOn: '2026-02-05' },
    { ...meeting, id: 3, heldOn: '2026-03-05' },
    { ...meeting, id: 4, heldOn: '2026-04-05' },
  ]
  const moment = (lateMinutes: number | null, atTime: string | null, itemNumber: number | null) =>
    new Map([[7, { lateMinutes, atTime, itemNumber }]])
  const moments = new Map([
    [1, moment(15, '14:15', 3)],
    [2, moment(10, null, null)],
    [3, moment(null, '15:20', 6)],
    // Noted before the mark was corrected.
    [4, moment(5, null, null)],
  ])
  expect(momentNotes({ id: 7 }, meetings, ['M', 'M', 'S', 'x'], moments)).toEqual([
    'Đến muộn 04/01 (15 phút, 14:15, mục 3), 05/02 (10 phút)',
    'Về sớm 05/03 (15:20, mục 6)',
  ])
  expect(momentNotes({ id: 8 }, meetings, ['M', 'M', 'S', 'x'], moments)).toEqual([])
})
