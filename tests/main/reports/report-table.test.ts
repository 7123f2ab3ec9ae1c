import { expect, test } from 'vitest'
import { numberColumn, plain, tableOf } from '../../../src/main/reports/report-table.ts'

test('a table whose figures take long lets others have their turn between them', async () => {
  let turns = 0
  let on = true
  const count = () => {
    turns++
    if (on) setImmediate(count)
  }
  setImmediate(count)
  const long = () => {
    const until = performance.now() + 6
    while (performance.now() < until);
    return plain(1)
  }
  const table = await tableOf(
    { key: 'table', name: 'Bảng', title: 'Bảng', notes: [], frozenColumns: 0 },
    [numberColumn('a', 'A', long), numberColumn('b', 'B', long)],
    [
      { key: '1', slice: null },
      { key: '2', slice: null },
    ],
    null,
  )
  on = false
  expect(table.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
    [1, 1],
    [1, 1],
  ])
  // Before each figure but the first.
  expect(turns).toBeGreaterThanOrEqual(3)
})
