import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clockAt,
  couldBeCut,
  dayAt,
  driftWords,
  instantOf,
  movedBorders,
  nextItem,
  overlapOf,
  progressOf,
  type RunItem,
} from '../../../src/shared/rules/running.ts'

const at = (clock: string) => instantOf('2026-11-03', clock)
const start = at('14:00')

/** Items of 10 minutes by their stretches: ['14:00', '14:10'] or ['14:10', null]. */
const items = (...runs: [string, string | null][][]): RunItem[] =>
  runs.map((stretches, index) => ({
    id: index + 1,
    contentClass: 'discussion',
    plannedMinutes: 10,
    runs: stretches.map(([from, to]) => ({ startedAt: at(from), stoppedAt: to && at(to) })),
  }))

describe('where a meeting stands', () => {
  const cases: [name: string, given: RunItem[], now: string, drift: number, end: string, state: string][] = [
    ['waits for its hour', items([], []), '13:00', 0, '14:20', 'before'],
    ['begins late', items([], []), '14:05', 5, '14:25', 'before'],
    ['is on time within an item', items([['14:00', null]], []), '14:06', 0, '14:20', 'going'],
    [
      'falls behind once an item is over its time',
      items([['14:00', null]], []),
      '14:17',
      7,
      '14:27',
      'going',
    ],
    ['began early and gains', items([['13:55', '14:00']], [['14:00', null]]), '14:02', -10, '14:10', 'going'],
    ['rests between items', items([['14:00', '14:10']], []), '14:15', 5, '14:25', 'going'],
    [
      'took an item up again',
      items(
        [
          ['14:00', '14:08'],
          ['14:20', null],
        ],
        [],
      ),
      '14:21',
      12,
      '14:32',
      'going',
    ],
    ['left an item out, which is still to come', items([], [['14:00', null]]), '14:00', 0, '14:20', 'going'],
    ['is over', items([['14:00', '14:10']], [['14:10', '14:26']]), '18:00', 6, '14:26', 'over'],
  ]
  it.each(cases)('%s', (_name, given, now, driftMinutes, end, state) => {
    const progress = progressOf(given, start, at(now))
    expect({ ...progress, endsAt: clockAt(progress.endsAt) }).toMatchObject({
      driftMinutes,
      endsAt: end,
      state,
    })
  })

  it('says which item runs since when, and how long each took with all its stretches', () => {
    const given = items(
      [
        ['14:00', '14:08'],
        ['14:20', null],
      ],
      [['14:08', '14:20']],
      [],
    )
    expect(progressOf(given, start, at('14:21'))).toMatchObject({
      runningId: 1,
      items: [
        { id: 1, state: 'running', spentSeconds: 540, since: at('14:20') },
        { id: 2, state: 'done', spentSeconds: 720, since: null },
        { id: 3, state: 'waiting', spentSeconds: 0, since: null },
      ],
    })
  })

  it('compares a meeting held on another day with its own beginning', () => {
    const moved: RunItem[] = [
      {
        id: 1,
        contentClass: 'theme',
        plannedMinutes: 30,
        runs: [{ startedAt: instantOf('2026-11-05', '09:00'), stoppedAt: null }],
      },
    ]
    expect(progressOf(moved, start, instantOf('2026-11-05', '09:10')).driftMinutes).toBe(0)
  })

  it('that was never clocked is not late years after', () => {
    expect(progressOf(items([]), start, instantOf('2028-01-01', '09:00')).driftMinutes).toBe(0)
  })

  it('keeps no negative time when the clock of the PC was set back', () => {
    const progress = progressOf(items([['14:10', null]]), start, at('14:05'))
    expect(progress.items[0]).toMatchObject({ spentSeconds: 0 })
  })

  it('needs no memory: every second passing in an item over its time is a second later at the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 300 }), fc.integer({ min: 0, max: 300 }), (minutes, more) => {
        const given = items([['14:00', null]], [])
        const end = (passed: number) =>
          Date.parse(
            progressOf(given, start, new Date(Date.parse(start) + passed * 60_000).toISOString()).endsAt,
          )
        expect(end(minutes + more) - end(minutes)).toBe(more * 60_000)
      }),
    )
  })
})

describe('the item after', () => {
  it.each<[string, RunItem[], number | null]>([
    ['is the first before anything began', items([], []), 1],
    ['follows the running one', items([], [['14:00', null]], []), 3],
    ['follows the last one begun during a rest', items([['14:00', '14:10']], []), 2],
    ['is one left out before, at the end', items([], [['14:00', '14:10']]), 1],
    ['is none when all began', items([['14:00', '14:10']]), null],
  ])('%s', (_name, given, next) => expect(nextItem(given)).toBe(next))
})

describe('what could be cut', () => {
  const item = (id: number, contentClass: RunItem['contentClass'], plannedMinutes: number): RunItem => ({
    id,
    contentClass,
    plannedMinutes,
    runs: [],
  })
  const agenda = [
    item(1, 'ideology', 20),
    item(2, 'professional', 5),
    item(3, 'discussion', 15),
    item(4, 'professional', 10),
    item(5, 'lastResolution', 30),
    item(6, 'conclusion', 30),
    item(8, 'discussion', 0),
    { ...item(7, 'professional', 60), runs: [{ startedAt: start, stoppedAt: null }] },
  ]
  it.each([
    [0, []],
    [7, [4]],
    [12, [4, 2]],
    [16, [4, 2, 3]],
    [500, [4, 2, 3, 1]],
  ])('to make up for %d minutes', (drift, ids) => {
    expect(couldBeCut(agenda, drift).map(({ id }) => id)).toEqual(ids)
  })
})

describe('stretches corrected', () => {
  const run = (from: string, to: string | null) => ({
    startedAt: at(from),
    stoppedAt: to === null ? null : at(to),
  })
  it.each([
    [run('14:10', '14:20'), run('14:20', '14:30'), false],
    [run('14:10', '14:20'), run('14:19', '14:30'), true],
    [run('14:10', null), run('14:00', '14:10'), false],
    [run('14:10', null), run('14:20', '14:30'), true],
    [run('14:10', '14:20'), run('14:00', null), true],
  ])('%o lies over %o: %s', (other, mine, over) => {
    expect(overlapOf([other], mine)).toBe(over ? other : undefined)
  })

  const neighbours = [run('14:00', '14:10'), run('14:20', '14:40'), run('14:50', null)]
  it.each([
    ['a start moves the end before it', run('14:05', '14:20'), [run('14:00', '14:05')]],
    ['an end moves the start after it', run('14:10', '14:30'), [run('14:30', '14:40')]],
    ['not past their other end', run('13:50', '14:45'), []],
  ])('%s', (_what, mine, moved) => {
    expect(movedBorders(neighbours, run('14:10', '14:20'), mine)).toEqual(moved)
  })
})

describe('the drift in words', () => {
  it.each([
    [7, 'going', 'Đang chậm 7 phút; nếu giữ nguyên sẽ xong 17:12'],
    [-3, 'going', 'Đang nhanh 3 phút; nếu giữ nguyên sẽ xong 17:12'],
    [0, 'going', 'Đang đúng giờ; nếu giữ nguyên sẽ xong 17:12'],
    [0, 'before', 'Chưa bắt đầu; dự kiến xong 17:12'],
    [4, 'before', 'Chưa bắt đầu, đã qua giờ họp 4 phút; bắt đầu bây giờ sẽ xong 17:12'],
    [120, 'before', 'Chưa bắt đầu, đã qua giờ họp 2 giờ; bắt đầu bây giờ sẽ xong 17:12'],
    [400, 'before', 'Chưa bắt đầu, đã qua giờ họp 6 giờ 40 phút; bắt đầu bây giờ sẽ xong 17:12'],
    [6, 'over', 'Đã xong các mục lúc 17:12, muộn 6 phút so với dự kiến'],
    [0, 'over', 'Đã xong các mục lúc 17:12, đúng giờ dự kiến'],
  ] as const)('%d, %s', (driftMinutes, state, words) => {
    expect(driftWords({ driftMinutes, state }, '17:12')).toBe(words)
  })
})

it('clock times are Viet Nam’s on any machine', () => {
  expect(instantOf('2026-11-03', '06:30')).toBe('2026-11-02T23:30:00.000Z')
  expect(clockAt('2026-11-02T23:30:59.000Z')).toBe('06:30')
  expect(dayAt('2026-11-02T23:30:59.000Z')).toBe('2026-11-03')
})
