import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AttendanceCounts,
  type AttendanceSummary,
  addCounts,
  addMemberSummaries,
  attendanceStates,
  attendanceSummary,
  cameTo,
  explainRate,
  type MemberAttendanceSummary,
  percent,
  type RollMark,
  type RollMeeting,
  type RollMember,
  rollCounts,
  zeroCounts,
} from '../../../src/shared/rules/attendance.ts'
import { meetingKinds } from '../../../src/shared/rules/meeting.ts'
import { roles, statuses } from '../../../src/shared/rules/member.ts'
import { obligationOn } from '../../../src/shared/rules/obligation.ts'

/** The day `n` days after 2025-01-01. */
const day = (n: number) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10)

/** Periods that follow one another without a shared day, with gaps, the last one open or closed. */
function periods<T extends string>(names: readonly T[]) {
  return fc
    .tuple(
      fc.array(fc.record({ name: fc.constantFrom(...names), gap: fc.nat(60), length: fc.nat(150) }), {
        maxLength: 4,
      }),
      fc.boolean(),
    )
    .map(([pieces, open]) => {
      let next = 0
      return pieces.map(({ name, gap, length }, index) => {
        const start = next + gap
        next = start + length + 1
        const last = index === pieces.length - 1
        return { name, fromDate: day(start), toDate: open && last ? null : day(start + length) }
      })
    })
}

const memberPeriods = fc.record({ ofStatus: periods(statuses), ofRole: periods(roles) }).map((drawn) => ({
  statuses: drawn.ofStatus.map(({ name, ...rest }) => ({ status: name, ...rest })),
  roles: drawn.ofRole.map(({ name, ...rest }) => ({ role: name, ...rest })),
}))

type Office = { members: RollMember[]; meetings: RollMeeting[]; marks: RollMark[] }

const office: fc.Arbitrary<Office> = fc
  .record({
    members: fc.array(memberPeriods, { maxLength: 8 }),
    meetings: fc.array(fc.record({ kind: fc.constantFrom(...meetingKinds), dayNumber: fc.nat(600) }), {
      maxLength: 12,
    }),
  })
  .chain(({ members, meetings }) =>
    fc
      .array(fc.option(fc.constantFrom(...attendanceStates), { nil: null }), {
        minLength: members.length * meetings.length,
        maxLength: members.length * meetings.length,
      })
      .map((states) => ({
        members: members.map((member, index) => ({ id: 100 + index, ...member })),
        meetings: meetings.map(({ kind, dayNumber }, index) => ({
          id: 1 + index,
          kind,
          heldOn: day(dayNumber),
        })),
        marks: states.flatMap((state, index) =>
          state
            ? [
                {
                  meetingId: 1 + Math.floor(index / members.length),
                  memberId: 100 + (index % members.length),
                  state,
                },
              ]
            : [],
        ),
      })),
  )

const summarize = ({ members, meetings, marks }: Office) => attendanceSummary(members, meetings, marks)
const sumOf = (list: readonly AttendanceCounts[]) => list.reduce(addCounts, zeroCounts)
const excludedOf = (summary: MemberAttendanceSummary) =>
  Object.values(summary.excluded).reduce((a, b) => a + b, 0)
const obligedAt = (given: Office, memberId: number, meeting: RollMeeting) => {
  const member = given.members.find(({ id }) => id === memberId) as RollMember
  return obligationOn(member, meeting).place === 'obliged'
}
const checkOffices = (check: (given: Office) => void) =>
  fc.assert(fc.property(office, check), { numRuns: 400 })

describe('attendanceSummary, for every office', () => {
  it('splits the meetings called into obliged and excluded, and obliged into its four parts', () => {
    checkOffices((given) => {
      const summary = summarize(given)
      const called = summary.meetings.filter((meeting) => meeting.called).length
      for (const member of summary.members) {
        expect(member.meetings).toBe(called)
        expect(member.obliged + excludedOf(member)).toBe(called)
      }
      for (const counts of [...summary.members, ...summary.meetings]) {
        expect(counts.present + counts.excused + counts.unexcused + counts.unmarked).toBe(counts.obliged)
      }
    })
  })

  it('adds up to the same over members as over meetings', () => {
    checkOffices((given) => {
      const summary = summarize(given)
      expect(sumOf(summary.members)).toEqual(sumOf(summary.meetings))
    })
  })

  it('comes to the same for each member in parts, wherever the meetings are divided', () => {
    checkOffices((given) => {
      const half = Math.floor(given.meetings.length / 2)
      const [first, second] = [given.meetings.slice(0, half), given.meetings.slice(half)].map((meetings) =>
        summarize({ ...given, meetings }),
      ) as [AttendanceSummary, AttendanceSummary]
      const together = first.members.map((member, index) =>
        addMemberSummaries(member, second.members[index] as MemberAttendanceSummary),
      )
      expect(together).toEqual(summarize(given).members)
    })
  })

  it('agrees with counting the marks one by one', () => {
    checkOffices((given) => {
      const { members, meetings } = summarize(given)
      const calledIds = meetings.filter((meeting) => meeting.called).map((meeting) => meeting.meetingId)
      for (const member of members) {
        const came = given.marks.filter((mark) => {
          const meeting = given.meetings.find(({ id }) => id === mark.meetingId) as RollMeeting
          return (
            mark.memberId === member.memberId &&
            calledIds.includes(mark.meetingId) &&
            cameTo(mark.state) &&
            obligedAt(given, member.memberId, meeting)
          )
        })
        expect(member.present).toBe(came.length)
      }
    })
  })

  it('gives nobody another rate because somebody not obliged came', () => {
    checkOffices((given) => {
      const without = {
        ...given,
        marks: given.marks.filter((mark) => {
          const meeting = given.meetings.find(({ id }) => id === mark.meetingId) as RollMeeting
          return obligedAt(given, mark.memberId, meeting)
        }),
      }
      const strip = ({ presentNotObliged: _, ...rest }: MemberAttendanceSummary) => rest
      expect(summarize(given).members.map(strip)).toEqual(summarize(without).members.map(strip))
    })
  })

  it('adds up over two periods that follow one another', () => {
    checkOffices((given) => {
      const half = (from: string, to: string) =>
        summarize({
          ...given,
          meetings: given.meetings.filter(({ heldOn }) => from <= heldOn && heldOn <= to),
        }).members
      const first = half('2000-01-01', day(300))
      const second = half(day(301), '2099-12-31')
      for (const [index, whole] of summarize(given).members.entries()) {
        const a = first[index] as MemberAttendanceSummary
        const b = second[index] as MemberAttendanceSummary
        expect(addCounts(a, b)).toEqual(addCounts(whole, zeroCounts))
        expect(a.meetings + b.meetings).toBe(whole.meetings)
        for (const [reason, count] of Object.entries(whole.excluded)) {
          expect(
            a.excluded[reason as keyof typeof a.excluded] + b.excluded[reason as keyof typeof b.excluded],
          ).toBe(count)
        }
      }
    })
  })

  it('changes nobody else by adding a member with no mark', () => {
    fc.assert(
      fc.property(office, memberPeriods, (given, newcomer) => {
        const more = { ...given, members: [...given.members, { id: 999, ...newcomer }] }
        expect(summarize(more).members.slice(0, -1)).toEqual(summarize(given).members)
      }),
    )
  })

  it.each(['beforeJoining', 'exempt', 'temporaryElsewhere', 'afterLeaving'] as const)(
    'only moves meetings from obliged to excluded when some days become %s',
    (reason) => {
      fc.assert(
        fc.property(office, fc.nat(600), (given, dayNumber) => {
          // One member, full throughout, beside whom others keep every roll called.
          const cut = day(dayNumber)
          const before = day(dayNumber - 1)
          const always = { status: 'full' as const, fromDate: '2020-01-01', toDate: null }
          const changed = {
            beforeJoining: [{ ...always, fromDate: cut }],
            exempt: [
              { ...always, toDate: before },
              { ...always, status: 'exempt' as const, fromDate: cut },
            ],
            temporaryElsewhere: [
              { ...always, toDate: before },
              { ...always, status: 'temporaryElsewhere' as const, fromDate: cut },
            ],
            afterLeaving: [{ ...always, toDate: before }],
          }[reason]
          const keeper = { id: 1000, statuses: [always], roles: [{ ...always, role: 'secretary' as const }] }
          const withChange = (statuses: RollMember['statuses']) =>
            summarize({
              members: [...given.members, keeper, { id: 999, statuses, roles: keeper.roles }],
              meetings: given.meetings,
              marks: [
                ...given.marks,
                ...given.meetings.map(({ id }) => ({
                  meetingId: id,
                  memberId: 1000,
                  state: 'present' as const,
                })),
              ],
            })
          const plain = withChange([always])
          const moved = withChange(changed)
          expect(moved.members.slice(0, -1)).toEqual(plain.members.slice(0, -1))
          const a = plain.members.at(-1) as MemberAttendanceSummary
          const b = moved.members.at(-1) as MemberAttendanceSummary
          const outside = given.meetings.filter(({ heldOn }) =>
            reason === 'beforeJoining' ? heldOn < cut : heldOn >= cut,
          ).length
          expect(a.excluded[reason]).toBe(0)
          expect(b.excluded[reason]).toBe(outside)
          expect(b.obliged).toBe(a.obliged - outside)
        }),
      )
    },
  )
})

const always = [{ status: 'full' as const, fromDate: '2020-01-01', toDate: null }]

describe('attendanceSummary, case by case', () => {
  const members: RollMember[] = [
    { id: 1, statuses: always, roles: [] },
    { id: 2, statuses: [{ status: 'exempt', fromDate: '2020-01-01', toDate: null }], roles: [] },
  ]
  const meetings: RollMeeting[] = [
    { id: 10, kind: 'regular', heldOn: '2025-01-03' },
    { id: 11, kind: 'regular', heldOn: '2025-02-03' },
  ]

  it('counts late and leaving early as present', () => {
    const { members: figures } = attendanceSummary(members, meetings, [
      { meetingId: 10, memberId: 1, state: 'late' },
      { meetingId: 11, memberId: 1, state: 'leftEarly' },
    ])
    expect(figures[0]).toMatchObject({ obliged: 2, present: 2, excused: 0, unexcused: 0, unmarked: 0 })
  })

  it('leaves out a meeting where only somebody not obliged has a mark', () => {
    const summary = attendanceSummary(members, meetings, [
      { meetingId: 10, memberId: 1, state: 'unexcused' },
      { meetingId: 11, memberId: 2, state: 'present' },
    ])
    expect(summary.meetings.map((meeting) => meeting.called)).toEqual([true, false])
    expect(summary.members[0]).toMatchObject({ meetings: 1, obliged: 1, unexcused: 1, unmarked: 0 })
    expect(summary.members[1]).toMatchObject({ meetings: 1, obliged: 0, presentNotObliged: 0 })
  })

  it('leaves out a meeting with nothing but excuses, which may have been asked for before it', () => {
    const excuses = [{ meetingId: 10, memberId: 1, state: 'excused' as const }]
    expect(attendanceSummary(members, meetings, excuses).meetings[0]).toMatchObject({
      called: false,
      excused: 0,
    })
  })

  it('keeps an exempt member who came apart from the rate', () => {
    const summary = attendanceSummary(members, meetings, [
      { meetingId: 10, memberId: 1, state: 'unexcused' },
      { meetingId: 10, memberId: 2, state: 'present' },
    ])
    expect(summary.meetings[0]).toMatchObject({ obliged: 1, present: 0, unexcused: 1, presentNotObliged: 1 })
    expect(summary.members[1]).toMatchObject({ obliged: 0, presentNotObliged: 1 })
    expect(summary.members[1]?.excluded.exempt).toBe(1)
  })
})

it('rollCounts tells the live figures of a roll, nobody marked yet included', () => {
  const rows = (...states: (RollMark['state'] | null)[]) => states.map((state) => ({ obliged: true, state }))
  const none = { obliged: 0, present: 0, excused: 0, unexcused: 0, unmarked: 0, presentNotObliged: 0 }
  expect(rollCounts(rows(null, null))).toEqual({ ...none, obliged: 2, unmarked: 2, late: 0, leftEarly: 0 })
  expect(
    rollCounts([
      ...rows('present', 'late', 'late', 'leftEarly', 'excused', 'unexcused', null),
      { obliged: false, state: 'late' },
      { obliged: false, state: null },
    ]),
  ).toEqual({
    obliged: 7,
    present: 4,
    late: 2,
    leftEarly: 1,
    excused: 1,
    unexcused: 1,
    unmarked: 1,
    presentNotObliged: 1,
  })
})

describe('explainRate', () => {
  const none = { beforeJoining: 0, exempt: 0, temporaryElsewhere: 0, afterLeaving: 0, notInCommittee: 0 }
  const base = { obliged: 12, present: 11, unmarked: 0, presentNotObliged: 0, excluded: none }

  it.each([
    [base, '11/12 (91,7%)'],
    [
      { ...base, excluded: { ...none, beforeJoining: 1 } },
      '11/12 (91,7%), 1 buổi trước khi chuyển đến không tính',
    ],
    [
      { ...base, unmarked: 1, excluded: { ...none, exempt: 2, afterLeaving: 3, notInCommittee: 9 } },
      '11/12 (91,7%), 1 buổi chưa ghi, 2 buổi được miễn sinh hoạt và 3 buổi sau khi thôi sinh hoạt tại chi bộ không tính',
    ],
    [
      { ...base, obliged: 0, present: 0, presentNotObliged: 1, excluded: { ...none, temporaryElsewhere: 4 } },
      'Chưa có buổi nào phải dự, 4 buổi sinh hoạt tạm thời nơi khác không tính, dự thêm 1 buổi không bắt buộc',
    ],
  ])('%#', (summary, text) => {
    expect(explainRate(summary)).toBe(text)
  })
})

describe('percent', () => {
  it.each([
    [0, 0, '–'],
    [0, 12, '0%'],
    [11, 12, '91,7%'],
    [1, 2, '50%'],
    [12, 12, '100%'],
    [2999, 3000, '99,9%'],
    [1, 3000, '0,1%'],
  ])('%i of %i is %s', (part, whole, text) => {
    expect(percent(part, whole)).toBe(text)
  })
})
