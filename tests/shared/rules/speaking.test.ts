import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatSeconds,
  hearing,
  parseMinutes,
  type SpeakingCounts,
  type SpokenTurn,
  secondsBetween,
  speakingTotals,
} from '../../../src/shared/rules/speaking.ts'

const memberIds = [1, 2, 3, 4, 5]

const speaker = fc.oneof(
  fc.record({ memberId: fc.constantFrom(...memberIds, 77), guestName: fc.constant(null) }),
  fc.record({
    memberId: fc.constant(null),
    guestName: fc.constantFrom('Ông Lê Bá', 'ông  lê bá ', 'Bà Tư', null),
  }),
)

const turns: fc.Arbitrary<SpokenTurn[]> = fc.array(
  fc
    .record({
      speaker,
      meetingId: fc.integer({ min: 1, max: 4 }),
      speakingSeconds: fc.option(fc.nat(3600), { nil: null }),
    })
    .map(({ speaker, ...rest }) => ({ ...speaker, ...rest })),
  { maxLength: 40 },
)

const sum = (list: readonly SpeakingCounts[]) =>
  list.reduce(
    (total, counts) => ({
      turns: total.turns + counts.turns,
      speakingSeconds: total.speakingSeconds + counts.speakingSeconds,
    }),
    { turns: 0, speakingSeconds: 0 },
  )

const sameSpeaker = (a: SpokenTurn, b: SpokenTurn) =>
  a.memberId === b.memberId && a.guestName === b.guestName && a.meetingId === b.meetingId

describe('speakingTotals, for every set of turns', () => {
  it('comes to the same over persons, over meetings and altogether', () => {
    fc.assert(
      fc.property(turns, (given) => {
        const { members, guests, unnamed, meetings, total } = speakingTotals(memberIds, given)
        const { meetings: meetingCount, ...expected } = total
        expect(sum([...members, ...guests, unnamed])).toEqual(expected)
        expect(sum(meetings)).toEqual(expected)
        expect(meetingCount).toBe(meetings.length)
        expect(total.turns).toBe(given.length)
      }),
    )
  })

  it('adds up over the meetings taken one at a time', () => {
    fc.assert(
      fc.property(turns, (given) => {
        const whole = speakingTotals(memberIds, given)
        for (const member of whole.members) {
          const parts = whole.meetings.map(
            ({ meetingId }) =>
              speakingTotals(
                [member.memberId],
                given.filter((turn) => turn.meetingId === meetingId),
              ).members[0] as SpeakingCounts,
          )
          expect({ ...sum(parts), meetings: parts.filter((part) => part.meetings === 1).length }).toEqual({
            turns: member.turns,
            speakingSeconds: member.speakingSeconds,
            meetings: member.meetings,
          })
        }
      }),
    )
  })

  it('is changed for nobody by a member who said nothing', () => {
    fc.assert(
      fc.property(turns, (given) => {
        const plain = speakingTotals(memberIds, given)
        const more = speakingTotals([...memberIds, 500], given)
        expect(more.members.filter(({ memberId }) => memberId !== 500)).toEqual(plain.members)
        expect(more.members.find(({ memberId }) => memberId === 500)).toEqual({
          memberId: 500,
          turns: 0,
          speakingSeconds: 0,
          meetings: 0,
        })
        expect({ ...more, members: [] }).toEqual({ ...plain, members: [] })
      }),
    )
  })

  it('keeps everybody’s time when neighbouring turns of one speaker become one', () => {
    fc.assert(
      fc.property(turns, (given) => {
        const merged: SpokenTurn[] = []
        for (const turn of given) {
          const last = merged.at(-1)
          if (last && sameSpeaker(last, turn)) {
            merged[merged.length - 1] = {
              ...last,
              speakingSeconds: (last.speakingSeconds ?? 0) + (turn.speakingSeconds ?? 0),
            }
          } else merged.push(turn)
        }
        const time = (list: readonly SpokenTurn[]) => {
          const { members, guests, meetings } = speakingTotals(memberIds, list)
          return [
            members.map((entry) => [entry.memberId, entry.speakingSeconds, entry.meetings]),
            guests.map((entry) => [entry.guestName, entry.speakingSeconds, entry.meetings]),
            meetings.map((entry) => [entry.meetingId, entry.speakingSeconds]),
          ]
        }
        expect(time(merged)).toEqual(time(given))
      }),
    )
  })

  it('does not mind the order of the turns', () => {
    fc.assert(
      fc.property(turns, (given) => {
        const byId = (list: readonly { memberId: number }[]) =>
          [...list].sort((a, b) => a.memberId - b.memberId)
        expect(byId(speakingTotals(memberIds, [...given].reverse()).members)).toEqual(
          byId(speakingTotals(memberIds, given).members),
        )
      }),
    )
  })
})

describe('hearing', () => {
  const member = (name: string, turns: number, attended: number) => ({ name, turns, attended })
  const names = (list: { name: string }[]) => list.map(({ name }) => name)

  it('counts whoever is marked as there, and whoever spoke without a mark', () => {
    const { there, silent } = hearing([
      member('An', 0, 1),
      member('Bình', 2, 1),
      member('Cúc', 1, 0),
      member('Dung', 0, 0),
    ])
    expect(names(there)).toEqual(['An', 'Bình', 'Cúc'])
    expect(names(silent)).toEqual(['An'])
  })

  it('counts everybody before the roll is called', () => {
    const { there, silent } = hearing([member('An', 0, 0), member('Bình', 1, 0)])
    expect(names(there)).toEqual(['An', 'Bình'])
    expect(names(silent)).toEqual(['An'])
  })

  it('is the same for all others when somebody absent is added', () => {
    const members = fc.array(fc.record({ turns: fc.nat(3), attended: fc.nat(1) }), { minLength: 1 })
    fc.assert(
      fc.property(members, (drawn) => {
        fc.pre(drawn.some(({ attended }) => attended > 0))
        expect(hearing([...drawn, { turns: 0, attended: 0 }])).toEqual(hearing(drawn))
      }),
    )
  })
})

it('lists the silent with zeros, a guest once however the name is typed', () => {
  const { members, guests } = speakingTotals(
    [1, 2],
    [
      { meetingId: 1, memberId: 2, guestName: null, speakingSeconds: null },
      { meetingId: 1, memberId: null, guestName: 'Ông  Lê Bá', speakingSeconds: 60 },
      { meetingId: 2, memberId: null, guestName: 'ông lê bá ', speakingSeconds: 30 },
    ],
  )
  expect(members).toEqual([
    { memberId: 1, turns: 0, speakingSeconds: 0, meetings: 0 },
    { memberId: 2, turns: 1, speakingSeconds: 0, meetings: 1 },
  ])
  expect(guests).toEqual([{ guestName: 'Ông Lê Bá', turns: 2, speakingSeconds: 90, meetings: 2 }])
})

it.each([
  ['2026-11-22T01:00:00.000Z', '2026-11-22T01:03:20.900Z', 200],
  ['2026-11-22T01:00:00.000Z', '2026-11-22T00:59:00.000Z', 0],
  ['2026-11-22T01:00:00.000Z', '2026-11-25T01:00:00.000Z', 36_000],
])('from %s to %s are %i seconds', (startedAt, stoppedAt, seconds) => {
  expect(secondsBetween(startedAt, stoppedAt)).toBe(seconds)
})

it.each([
  [0, '0:00'],
  [65, '1:05'],
  [3599, '59:59'],
  [3845, '1:04:05'],
])('%i seconds read %s', (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text)
})

describe('parseMinutes', () => {
  it.each([
    ['3', 180],
    [' 3,5 ', 210],
    ['0.5', 30],
    ['3:20', 200],
    ['1:04:05', 3845],
    ['600', 36_000],
    ['601', null],
    ['3:75', null],
    ['', null],
    ['ba', null],
    ['-3', null],
  ])('%o', (text, seconds) => {
    expect(parseMinutes(text)).toBe(seconds)
  })

  it('reads back whatever formatSeconds wrote', () => {
    fc.assert(
      fc.property(fc.nat(36_000), (seconds) => {
        expect(parseMinutes(formatSeconds(seconds))).toBe(seconds)
      }),
    )
  })
})
