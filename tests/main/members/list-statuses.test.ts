import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isActive,
  proposeStatuses,
  readStanding,
  type StatusFacts,
} from '../../../src/main/members/list-statuses.ts'
import { addDays } from '../../../src/shared/rules/calendar.ts'
import { statuses } from '../../../src/shared/rules/member.ts'
import { overlap } from '../../../src/shared/rules/period.ts'

describe('what a note says', () => {
  test.each([
    ['Miễn SH từ 01/5/2026', 'exempt', '2026-05-01', null],
    ['Được miễn công tác và sinh hoạt đảng từ ngày 1.5.2026', 'exempt', '2026-05-01', null],
    ['Miễn sinh hoạt', 'exempt', null, null],
    ['Miễn SH (01/5/2026)', 'exempt', '2026-05-01', null],
    ['Miễn SH từ 5/2026 đến 12/2026', 'exempt', '2026-05-01', '2026-12-31'],
    ['SHTT tại nơi khác đến 31/12/2026', 'temporaryElsewhere', null, '2026-12-31'],
    ['Sinh hoạt tạm thời tại Chi bộ A từ 01/3/26', 'temporaryElsewhere', '2026-03-01', null],
    ['Sinh hoạt tạm thời tại đây đến hết 2026', 'temporaryHere', null, '2026-12-31'],
    ['Chuyển ra ngoài', 'movedAway', null, null],
    ['Đã chuyển sinh hoạt đi ngày 15/8/2026', 'movedAway', '2026-08-15', null],
    ['Chuyển ra khỏi Đảng bộ', 'movedAway', null, null],
    ['Xin ra khỏi Đảng', 'removed', null, null],
    ['Khai trừ 01/02/2026', 'removed', '2026-02-01', null],
    ['Từ trần ngày 02/03/2026', 'deceased', '2026-03-02', null],
  ])('%s', (note, status, fromDate, toDate) => {
    expect(readStanding(note, 2046).event).toEqual({ status, fromDate, toDate })
    expect(readStanding(note.normalize('NFD'), 2046).event).toEqual({ status, fromDate, toDate })
  })

  test.each(['Đang sinh hoạt', 'Chuyển đến từ Chi bộ 2', 'Tổ trưởng tổ đảng', '', 'Khen thưởng 2025'])(
    '%j means no status',
    (note) => {
      expect(readStanding(note, 2046).event).toBe(null)
    },
  )

  test('kinds of member', () => {
    expect(readStanding('Đảng viên dự bị', 2046).kind).toBe('probationary')
    expect(readStanding('Chính thức', 2046).kind).toBe('full')
    expect(readStanding('Miễn SH', 2046).kind).toBe(null)
    expect([isActive('Đang sinh hoạt'), isActive('Chính thức'), isActive('Nghỉ')]).toEqual([
      true,
      true,
      false,
    ])
  })
})

const facts = (more: Partial<StatusFacts>): StatusFacts => ({
  admittedOn: '2010-03-02',
  officialOn: '2011-03-02',
  kind: null,
  events: [],
  listsAdmitted: true,
  listsOfficial: true,
  today: '2026-10-15',
  asOf: '2026-10-15',
  ...more,
})
const short = (more: Partial<StatusFacts>) => {
  const { statuses: periods, warnings } = proposeStatuses(facts(more))
  return [
    periods.map(({ status, fromDate, toDate }) => `${status} ${fromDate} ${toDate ?? ''}`.trim()),
    warnings.length,
  ]
}

describe('periods', () => {
  test.each<[string, Partial<StatusFacts>, string[], number]>([
    ['both dates', {}, ['probationary 2010-03-02 2011-03-01', 'full 2011-03-02'], 0],
    [
      'no official date though the list has a column',
      { officialOn: null },
      ['probationary 2010-03-02 2011-03-01', 'full 2011-03-02'],
      1,
    ],
    [
      'no column of official dates',
      { officialOn: null, listsOfficial: false },
      ['probationary 2010-03-02 2011-03-01', 'full 2011-03-02'],
      0,
    ],
    [
      'admitted on 29 February',
      { admittedOn: '2024-02-29', officialOn: null, listsOfficial: false },
      ['probationary 2024-02-29 2025-02-27', 'full 2025-02-28'],
      0,
    ],
    ['admitted this year', { admittedOn: '2026-02-03', officialOn: null }, ['probationary 2026-02-03'], 1],
    [
      'said to be full too early',
      { admittedOn: '2026-02-03', officialOn: null, kind: 'full' },
      ['full 2026-02-03'],
      1,
    ],
    [
      'said to be probationary for years',
      { officialOn: null, kind: 'probationary' },
      ['probationary 2010-03-02'],
      1,
    ],
    [
      'probationary though official',
      { kind: 'probationary' },
      ['probationary 2010-03-02 2011-03-01', 'full 2011-03-02'],
      1,
    ],
    ['official before admitted', { officialOn: '2009-03-02' }, ['full 2010-03-02'], 1],
    ['only the official date', { admittedOn: null }, ['full 2011-03-02'], 0],
    [
      'years alone',
      { admittedOn: '2010', officialOn: '2011' },
      ['probationary 2010-01-01 2010-12-31', 'full 2011-01-01'],
      0,
    ],
    ['no dates', { admittedOn: null, officialOn: null }, ['full 2026-01-01'], 1],
    [
      'no dates, no columns',
      {
        admittedOn: null,
        officialOn: null,
        listsAdmitted: false,
        listsOfficial: false,
        kind: 'probationary',
      },
      ['probationary 2026-01-01'],
      0,
    ],
  ])('%s', (_name, more, periods, warnings) => {
    expect(short(more)).toEqual([periods, warnings])
  })

  test('events without dates count from the day of the list, past ones are left out', () => {
    const event = (fromDate: string | null, toDate: string | null) =>
      [{ status: 'exempt', fromDate, toDate, note: 'x' }] as const
    expect(short({ asOf: '2026-09-30', events: [...event(null, null)] })).toEqual([
      ['probationary 2010-03-02 2011-03-01', 'full 2011-03-02 2026-09-29', 'exempt 2026-09-30'],
      1,
    ])
    expect(short({ events: [...event(null, '2026-01-31')] })).toEqual([
      ['probationary 2010-03-02 2011-03-01', 'full 2011-03-02'],
      1,
    ])
    expect(short({ events: [...event('2026-05-01', '2026-01-31')] })[1]).toBe(1)
  })

  const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2005-01-01', days))
  const maybe = fc.option(day)
  test('whatever a list says, periods never overlap and someone always has one', () => {
    fc.assert(
      fc.property(
        fc.record({
          admittedOn: maybe,
          officialOn: maybe,
          kind: fc.constantFrom('full' as const, 'probationary' as const, null),
          events: fc.array(
            fc.record({
              status: fc.constantFrom(...statuses),
              fromDate: maybe,
              toDate: maybe,
              note: fc.string(),
            }),
            { maxLength: 4 },
          ),
          listsAdmitted: fc.boolean(),
          listsOfficial: fc.boolean(),
          today: day,
          asOf: day,
        }),
        (every) => {
          const { statuses: periods } = proposeStatuses(every)
          expect(periods.length).toBeGreaterThan(0)
          expect(overlap(periods)).toBe(null)
          for (const { fromDate, toDate } of periods) expect(toDate === null || fromDate <= toDate).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})
