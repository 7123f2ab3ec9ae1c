import { expect, test } from 'vitest'
import type { Status } from '../../../src/shared/rules/member.ts'
import { movementsOf } from '../../../src/shared/rules/movement.ts'

const periods = (...list: [Status, string, string | null][]) =>
  list.map(([status, fromDate, toDate]) => ({ status, fromDate, toDate }))

test.each([
  [
    'admitted here, then made full',
    '2024-05-19',
    '2025-05-19',
    [
      ['probationary', '2024-05-19', '2025-05-18'],
      ['full', '2025-05-19', null],
    ],
    ['admitted 2024-05-19', 'madeFull 2025-05-19'],
  ],
  ['came from elsewhere', '2010-01-01', '2011-01-01', [['full', '2024-03-01', null]], ['movedIn 2024-03-01']],
  [
    'written down from the official day on',
    '2010-01-01',
    '2011-01-01',
    [['full', '2011-01-01', null]],
    ['madeFull 2011-01-01'],
  ],
  [
    'came as probationary',
    '2024-01-01',
    null,
    [['probationary', '2024-03-01', null]],
    ['movedIn 2024-03-01'],
  ],
  [
    'away for a time and back',
    null,
    null,
    [
      ['full', '2020-01-01', '2024-02-29'],
      ['temporaryElsewhere', '2024-03-01', '2024-06-30'],
      ['full', '2024-07-01', null],
    ],
    ['movedIn 2020-01-01', 'temporaryAway 2024-03-01', 'returned 2024-07-01'],
  ],
  [
    'exempt, then deceased',
    null,
    null,
    [
      ['exempt', '2024-01-01', '2024-12-31'],
      ['deceased', '2025-01-01', null],
    ],
    ['exempted 2024-01-01', 'deceased 2025-01-01'],
  ],
  [
    'here for a time, whose end nobody explained',
    null,
    null,
    [['temporaryHere', '2024-01-01', '2024-06-30']],
    ['temporaryIn 2024-01-01', 'left 2024-06-30'],
  ],
  [
    'moved away, and that period ended too',
    null,
    null,
    [['movedAway', '2024-01-01', '2024-06-30']],
    ['movedAway 2024-01-01'],
  ],
  [
    'one status noted in two stretches',
    null,
    null,
    [
      ['full', '2020-01-01', '2022-01-01'],
      ['full', '2022-01-02', null],
    ],
    ['movedIn 2020-01-01'],
  ],
  [
    'left the Party',
    null,
    null,
    [
      ['full', '2020-01-01', '2022-01-01'],
      ['removed', '2022-01-02', null],
    ],
    ['movedIn 2020-01-01', 'removed 2022-01-02'],
  ],
] as [string, string | null, string | null, [Status, string, string | null][], string[]][])(
  '%s',
  (_, admittedOn, officialOn, list, expected) => {
    const found = movementsOf({ admittedOn, officialOn, statuses: periods(...list).reverse() })
    expect(found.map(({ kind, on }) => `${kind} ${on}`)).toEqual(expected)
  },
)
