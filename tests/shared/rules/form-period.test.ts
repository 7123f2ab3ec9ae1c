import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { periodOfHeading, periodOfTitle } from '../../../src/shared/rules/form-period.ts'
import { reportPeriod, reportPeriodName, reportStretches } from '../../../src/shared/rules/report-period.ts'

const today = '2026-11-21'
const period = (fromDate: string, toDate: string) => ({ fromDate, toDate })
const firstHalf = period('2026-01-01', '2026-06-30')

describe('the period a form’s title asks for', () => {
  test.each([
    ['BIỂU TỔNG HỢP SỐ LIỆU SINH HOẠT CHI BỘ 06 THÁNG ĐẦU NĂM 2026', firstHalf],
    ['Biểu tổng hợp số liệu 6 tháng đầu năm 2026', firstHalf],
    ['Số liệu sáu tháng cuối năm 2025', period('2025-07-01', '2025-12-31')],
    ['Báo cáo 9 tháng đầu năm 2026', period('2026-01-01', '2026-09-30')],
    ['Biểu số liệu quý III/2026', period('2026-07-01', '2026-09-30')],
    ['Biểu số liệu QUÝ IV NĂM 2025', period('2025-10-01', '2025-12-31')],
    ['Biểu số liệu quý 2-2026', period('2026-04-01', '2026-06-30')],
    ['Biểu số liệu quý I và 6 tháng đầu năm 2026', firstHalf],
    ['Bảng chấm điểm tháng 10/2026', period('2026-10-01', '2026-10-31')],
    ['Bảng chấm điểm tháng 02 năm 2024', period('2024-02-01', '2024-02-29')],
    ['Số liệu từ tháng 1 đến tháng 6 năm 2026', firstHalf],
    ['Số liệu từ tháng 12/2025 đến hết tháng 5/2026', period('2025-12-01', '2026-05-31')],
    ['(Từ ngày 01/12/2025 đến ngày 31/05/2026)', period('2025-12-01', '2026-05-31')],
    ['Tổng kết công tác đảng năm 2025', period('2025-01-01', '2025-12-31')],
    ['Biểu số liệu cả năm 2025\nXã An Phú, ngày 15 tháng 6 năm 2026', period('2025-01-01', '2025-12-31')],
    [
      'Biểu số 02\nSố liệu quý II năm 2026, ban hành theo Công văn năm 2025',
      period('2026-04-01', '2026-06-30'),
    ],
    // Decomposed letters and an en dash, as some keyboards type them.
    ['BIỂU QUÝ III – 2026'.normalize('NFD'), period('2026-07-01', '2026-09-30')],
    // Without a year: the last one that has begun.
    ['Biểu tổng hợp 6 tháng đầu năm', firstHalf],
    ['Biểu tổng hợp 6 tháng cuối năm', period('2026-07-01', '2026-12-31')],
    ['Biểu tháng 12', period('2025-12-01', '2025-12-31')],
  ])('%j', (title, expected) => {
    expect(periodOfTitle(title, today)).toEqual(expected)
  })

  test.each([
    '',
    'DANH SÁCH ĐẢNG VIÊN',
    'Xã An Phú, ngày 15 tháng 6 năm 2026'.replace('năm 2026', ''),
    'Biểu quý V/2026'.replace('/2026', ''),
    'Tháng 13/2026',
    '0 tháng đầu năm',
    'Năm điều cần làm',
  ])('%j says none', (title) => {
    expect(periodOfTitle(title, today)).toBeNull()
  })

  it('is understood as the program itself names it, whatever the day', () => {
    const days = fc.integer({ min: 0, max: 60 * 365 }).map((day) => {
      return new Date(Date.UTC(1990, 0, 1) + day * 86_400_000).toISOString().slice(0, 10)
    })
    fc.assert(
      fc.property(fc.constantFrom(...reportStretches), days, days, (stretch, day, now) => {
        const asked = reportPeriod(stretch, day)
        expect(periodOfTitle(`BIỂU TỔNG HỢP ${reportPeriodName(asked)}`, now)).toEqual(asked)
      }),
      { numRuns: 300 },
    )
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const found = periodOfTitle(title, today)
        expect(found === null || found.fromDate <= found.toDate).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the part of the period a heading speaks of', () => {
  const year = period('2026-01-01', '2026-12-31')
  test.each([
    ['Dự sinh hoạt, Tháng 3', year, period('2026-03-01', '2026-03-31')],
    ['Quý II', firstHalf, period('2026-04-01', '2026-06-30')],
    ['6 tháng đầu năm', year, firstHalf],
    ['Tháng 12', period('2025-12-01', '2026-05-31'), period('2025-12-01', '2025-12-31')],
    // The whole of it or more, a count that goes on, no stretch at all.
    ['Kết quả 6 tháng đầu năm 2026', firstHalf, firstHalf],
    ['Đảng số đến tháng 5', firstHalf, firstHalf],
    ['Lũy kế quý I', firstHalf, firstHalf],
    ['Kế hoạch năm 2026', firstHalf, firstHalf],
    ['Đảng số', firstHalf, firstHalf],
    ['Tháng 12/2025', firstHalf, 'outside'],
    ['Tháng 7', firstHalf, 'outside'],
    ['So với năm 2025', firstHalf, 'outside'],
  ])('%s', (heading, of, expected) => {
    expect(periodOfHeading(heading, of)).toEqual(expected)
  })
})
