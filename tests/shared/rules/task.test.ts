import { describe, expect, it } from 'vitest'
import { isOverdue, loadInWords, taskStanding } from '../../../src/shared/rules/task.ts'

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
