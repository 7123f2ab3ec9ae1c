import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type FairPerson,
  type FairTurn,
  fairLines,
  fairnessOf,
  mergeAdjacent,
  type Spoken,
  silentStreak,
  silentStreaks,
} from '../../../src/shared/rules/fairness.ts'
import { formatSeconds } from '../../../src/shared/rules/speaking.ts'

const person = (memberId: number, more: Partial<FairPerson> = {}): FairPerson => ({
  memberId,
  role: 'member',
  chair: false,
  state: 'present',
  ...more,
})
const turn = (
  memberId: number | null,
  speakingSeconds: number | null,
  more: Partial<FairTurn> = {},
): FairTurn => ({
  memberId,
  guestName: null,
  agendaItemId: 1,
  contentClass: 'discussion',
  speakingSeconds,
  ...more,
})

const people = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 9 }).chain((ids) =>
  fc.tuple(
    ...ids.map((memberId) =>
      fc.record({
        memberId: fc.constant(memberId),
        role: fc.constantFrom('secretary' as const, 'committeeMember' as const, 'member' as const),
        chair: fc.constant(memberId === ids[0]),
        state: fc.constantFrom(null, 'present' as const, 'late' as const, 'excused' as const),
      }),
    ),
  ),
)
const turns = fc.array(
  fc
    .record({
      who: fc.oneof(
        fc.record({ memberId: fc.integer({ min: 1, max: 14 }), guestName: fc.constant(null) }),
        fc.record({ memberId: fc.constant(null), guestName: fc.constantFrom('Ông Tư', 'ông  tư', null) }),
      ),
      agendaItemId: fc.constantFrom(1, 2),
      contentClass: fc.constantFrom('discussion' as const, 'conclusion' as const),
      speakingSeconds: fc.option(fc.nat(900), { nil: null }),
    })
    .map(({ who, ...rest }) => ({ ...who, ...rest })),
  { maxLength: 30 },
)
const sum = (list: readonly Spoken[]): Spoken => ({
  turns: list.reduce((total, spoken) => total + spoken.turns, 0),
  seconds: list.reduce((total, spoken) => total + spoken.seconds, 0),
})
const secondsOf = (list: readonly FairTurn[]) =>
  list.reduce((total, each) => total + (each.speakingSeconds ?? 0), 0)

describe('fairness, for every meeting', () => {
  it('comes to the same over persons, over groups and altogether', () => {
    fc.assert(
      fc.property(people, turns, (those, said) => {
        const fair = fairnessOf(those, said)
        const groups = sum([fair.committee, fair.ordinary])
        expect(sum(fair.persons)).toEqual(groups)
        expect(sum([groups, fair.guests, fair.unnamed, fair.procedural])).toEqual(fair.total)
        expect(fair.total.seconds).toBe(secondsOf(said))
        expect(fair.committee.there + fair.ordinary.there).toBe(fair.persons.length)
        expect(fair.topOneSeconds).toBeLessThanOrEqual(fair.topThreeSeconds)
        expect(fair.topThreeSeconds).toBeLessThanOrEqual(groups.seconds)
      }),
    )
  })

  it('is not changed by anybody absent', () => {
    fc.assert(
      fc.property(
        people,
        turns,
        fc.constantFrom('excused' as const, 'unexcused' as const),
        (those, said, state) => {
          expect(fairnessOf([...those, person(99, { state })], said)).toEqual(fairnessOf(those, said))
        },
      ),
    )
  })

  it('keeps all time when adjacent turns are merged, and merging again changes nothing', () => {
    fc.assert(
      fc.property(turns, (said) => {
        const merged = mergeAdjacent(said)
        expect(secondsOf(merged)).toBe(secondsOf(said))
        expect(mergeAdjacent(merged)).toEqual(merged)
      }),
    )
  })
})

describe('fairness', () => {
  const cell = [
    person(1, { role: 'secretary', chair: true }),
    person(2, { role: 'deputy' }),
    person(3),
    person(4, { state: 'late' }),
    person(5),
    person(6, { state: 'excused' }),
  ]
  const said = [
    turn(1, 300, { agendaItemId: 9, contentClass: 'formalities' }),
    turn(2, 120),
    turn(3, 60),
    turn(3, 30),
    turn(null, 45, { guestName: 'Ông Tư' }),
    turn(null, 15),
    turn(null, 15),
    turn(1, 60),
  ]

  it('worked out by hand: the silent are there, a paused speech is one turn, the chair’s leading stands apart', () => {
    expect(fairnessOf(cell, said)).toMatchObject({
      called: true,
      committee: { there: 2, spoke: 2, turns: 2, seconds: 180 },
      ordinary: { there: 3, spoke: 1, turns: 1, seconds: 90 },
      guests: { turns: 1, seconds: 45 },
      unnamed: { turns: 2, seconds: 30 },
      procedural: { turns: 1, seconds: 300 },
      total: { turns: 7, seconds: 645 },
      topOneSeconds: 120,
      topThreeSeconds: 270,
    })
  })

  it('takes only the chair’s words for leading, and a word on another item for another turn', () => {
    const fair = fairnessOf(cell, [
      turn(3, 60),
      turn(3, 60, { agendaItemId: 2 }),
      turn(3, 60, { agendaItemId: 9, contentClass: 'conclusion' }),
    ])
    expect(fair.procedural).toEqual({ turns: 0, seconds: 0 })
    expect(fair.ordinary).toMatchObject({ spoke: 1, turns: 3, seconds: 180 })
  })

  it('is told with counts before shares', () => {
    expect(fairLines(fairnessOf(cell, said), formatSeconds)).toEqual([
      { label: 'Đã phát biểu / có mặt', counts: '3/5 người', share: '60%' },
      { label: 'Cấp ủy', counts: '2/2 người, 3:00', share: '66,7% thời gian, 40% số người' },
      { label: 'Đảng viên khác', counts: '1/3 người, 1:30', share: '33,3% thời gian, 60% số người' },
      { label: 'Người nói nhiều nhất', counts: '2:00', share: '44,4%' },
      { label: 'Ba người nói nhiều nhất', counts: '4:30', share: '100%' },
      { label: 'Chủ trì điều hành', counts: '1 lượt, 5:00', share: null },
      { label: 'Khách', counts: '1 lượt, 0:45', share: null },
      { label: 'Chưa ghi tên', counts: '2 lượt, 0:30', share: null },
    ])
  })

  it('gives no share of fewer than five people', () => {
    const lines = fairLines(fairnessOf(cell.slice(0, 4), said), formatSeconds)
    expect(lines[0]).toEqual({ label: 'Đã phát biểu / có mặt', counts: '3/4 người', share: null })
    expect(lines.every((line) => line.share === null)).toBe(true)
  })

  it('counts everybody without a mark before the roll is called', () => {
    const fair = fairnessOf([person(1, { state: null }), person(2, { state: 'excused' })], [])
    expect(fair).toMatchObject({ called: false, ordinary: { there: 1, spoke: 0 } })
    expect(fairLines(fair, formatSeconds)[0]?.label).toBe('Đã phát biểu / phải dự')
  })
})

describe('the silence of a member', () => {
  const spoke = { spoke: true }
  const silent = { spoke: false }
  it.each([
    [[], 0],
    [[spoke, silent], 0],
    [[silent, silent, spoke, silent], 2],
    [[silent, silent, silent], 3],
  ])('over %j is %d', (attended, streak) => expect(silentStreak(attended)).toBe(streak))

  it('is the same for everybody at once', () => {
    const members = fc.subarray([1, 2, 3, 4, 5])
    fc.assert(
      fc.property(fc.array(fc.record({ came: members, spoke: members }), { maxLength: 8 }), (meetings) => {
        const streaks = silentStreaks(meetings.map(({ came, spoke }) => ({ came, spoke: new Set(spoke) })))
        for (const member of [1, 2, 3, 4, 5]) {
          const attended = meetings.filter(({ came }) => came.includes(member))
          const streak = silentStreak(attended.map(({ spoke }) => ({ spoke: spoke.includes(member) })))
          expect(streaks.get(member) ?? 0).toBe(streak)
        }
      }),
      { numRuns: 60 },
    )
  })
})
