import { expect, it } from 'vitest'
import { overdueTasks, taskResult } from '../../../src/shared/rules/last-tasks.ts'
import { fullRecord } from '../../support/meeting-record.ts'

it.each([
  ['2026-10-20', '2026-10-20', 'Hoàn thành ngày 20/10/2026'],
  ['2026-10-20', '2026-10-21', 'Hoàn thành ngày 21/10/2026, chậm 1 ngày'],
  [null, '2026-10-21', 'Hoàn thành ngày 21/10/2026'],
  ['2026-10-20', '2026-11-04', 'Chưa hoàn thành, quá hạn 14 ngày'],
  ['2026-11-02', null, 'Chưa hoàn thành, quá hạn 1 ngày'],
  ['2026-11-03', null, 'Đang thực hiện'],
  [null, null, 'Đang thực hiện'],
])('a task due on %s and done on %s was by 03/11/2026: %s', (dueOn, doneOn, words) => {
  expect(taskResult({ id: 1, title: '', owners: [], dueOn, doneOn, reportTitle: null }, '2026-11-03')).toBe(
    words,
  )
})

it('those past their day are told, not those done by it or without one', () => {
  expect(overdueTasks(fullRecord).map(({ title }) => title)).toEqual(['Sửa quy chế'])
  expect(overdueTasks({ last: null, asOf: '2026-11-03' })).toEqual([])
})
