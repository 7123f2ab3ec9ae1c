import { describe, expect, it } from 'vitest'
import { isOverdue, loadInWords, openingState, taskStanding } from '../../../src/shared/rules/task.ts'

const today = '2026-03-01'

describe('how a task stands', () => {
  it.each([
    [null, null, 'chưa có hạn', false],
    ['2026-02-28', null, 'quá hạn 1 ngày', true],
    ['2025-03-01', null, 'quá hạn 365 ngày', true],
    ['2026-03-01', null, 'đến hạn hôm nay', false],
    ['2026-03-04', null, 'còn 3 ngày', false],
    [null, '2026-02-01', 'đã xong', false],
    ['2026-02-28', '2026-02-28', 'đã xong, đúng hạn', false],
    ['2026-02-26', '2026-02-28', 'đã xong, muộn 2 ngày', false],
  ])('due %s, done %s: %s', (dueOn, doneOn, words, overdue) => {
    expect(taskStanding({ dueOn, doneOn }, today)).toBe(words)
    expect(isOverdue({ dueOn, doneOn }, today)).toBe(overdue)
  })

  it('says what somebody has in hand', () => {
    expect(loadInWords({ open: 0, overdue: 0 })).toBe('chưa có việc đang làm')
    expect(loadInWords({ open: 2, overdue: 0 })).toBe('2 việc đang làm')
    expect(loadInWords({ open: 3, overdue: 1 })).toBe('3 việc đang làm, 1 quá hạn')
  })
})

describe('how a task stood when the month began', () => {
  it.each([
    ['Rà soát danh sách', '2026-10-20', null, 'Có mốc thời hạn: 20/10/2026'],
    ['Rà soát danh sách', null, null, 'Chưa xác định mốc'],
    ['Thường xuyên nhắc nhau giữ vệ sinh', null, null, 'Nhiệm vụ thường xuyên'],
    ['Giao ban hằng tuần với chi đoàn', null, '2026-09', 'Nhiệm vụ thường xuyên'],
    ['Kiểm tra định kỳ kho lưu trữ', null, null, 'Nhiệm vụ thường xuyên'],
    ['Báo cáo hàng tháng tháng 10', '2026-10-30', null, 'Có mốc thời hạn: 30/10/2026'],
    ['Đối chiếu bảng kê chi thường xuyên', null, null, 'Chưa xác định mốc'],
    ['Rà soát danh sách', null, '2026-09', 'Đang triển khai từ 09/2026'],
    ['Rà soát danh sách', '2026-10-01', '2026-02', 'Đang triển khai từ 02/2026, hạn 01/10/2026'],
  ])('%s, due %s, given earlier in %s: %s', (title, dueOn, givenIn, words) => {
    expect(openingState({ title, dueOn }, givenIn)).toBe(words)
  })
})
