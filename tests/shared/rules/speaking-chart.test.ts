import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartAge, isSpoken, speakingChart } from '../../../src/shared/rules/speaking-chart.ts'

const meetings = ['2026-07-03', '2026-08-03', '2026-09-03', '2026-10-03'].map((heldOn, index) => ({
  id: index + 1,
  heldOn,
}))
const said = (memberId: number, meetingId: number, kind: 'opinion' | 'question' | 'reply', turns = 1) => ({
  memberId,
  meetingId,
  kind,
  turns,
})

describe('the chart', () => {
  it('worked out by hand: main kind, silence, absence, and what nobody noted', () => {
    const rows = speakingChart(
      [3, 1, 2, 9],
      meetings,
      [
        { meetingId: 1, came: [1], absent: [] },
        { meetingId: 2, came: [1, 3], absent: [] },
        { meetingId: 3, came: [], absent: [1] },
        { meetingId: 4, came: [2, 1], absent: [] },
      ],
      [
        said(1, 1, 'reply', 1),
        said(1, 1, 'question', 2),
        said(2, 3, 'opinion'),
        said(2, 4, 'reply'),
        said(2, 4, 'question'),
      ],
    )
    expect(rows).toEqual([
      {
        memberId: 1,
        marks: ['question', null, 'absent', 'silent'],
        attended: 2,
        spoke: 1,
        turns: 3,
        lastSpokeOn: '2026-07-03',
        silentMeetings: 1,
      },
      {
        memberId: 2,
        marks: [null, null, 'opinion', 'question'],
        attended: 2,
        spoke: 2,
        turns: 3,
        lastSpokeOn: '2026-10-03',
        silentMeetings: 0,
      },
    ])
  })

  it('counts every turn of those in it once, whoever and wherever', () => {
    const turns = fc.uniqueArray(
      fc.record({
        memberId: fc.integer({ min: 1, max: 5 }),
        meetingId: fc.integer({ min: 1, max: 4 }),
        kind: fc.constantFrom('opinion' as const, 'question' as const),
        turns: fc.integer({ min: 1, max: 4 }),
      }),
      { selector: ({ memberId, meetingId, kind }) => `${memberId} ${meetingId} ${kind}` },
    )
    fc.assert(
      fc.property(turns, (given) => {
        const rows = speakingChart([1, 2, 3, 4, 5], meetings, [], given)
        expect(rows.reduce((sum, row) => sum + row.turns, 0)).toBe(
          given.reduce((sum, each) => sum + each.turns, 0),
        )
        for (const row of rows) {
          expect(row.spoke).toBe(row.marks.filter(isSpoken).length)
          expect(row.spoke).toBeLessThanOrEqual(row.attended)
        }
      }),
    )
  })
})

describe('how long ago', () => {
  it.each([
    ['2026-11-21', 'quarter'],
    ['2026-08-22', 'quarter'],
    ['2026-08-21', 'half'],
    ['2026-05-22', 'half'],
    ['2026-05-21', 'year'],
    ['2025-11-22', 'year'],
    ['2025-11-21', 'older'],
    ['2024-12-01', 'older'],
  ])('%s is %s on 21 November 2026', (date, age) => expect(chartAge(date, '2026-11-21')).toBe(age))
})
