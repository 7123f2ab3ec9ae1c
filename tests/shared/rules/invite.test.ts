import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type InvitePerson,
  type InviteReason,
  type InviteSituation,
  inviteList,
  mostInvited,
  ownReasons,
  strengthReason,
  whyNotInvited,
} from '../../../src/shared/rules/invite.ts'

const even = { there: 5, spoke: 2 }
const situation: InviteSituation = { heldOn: '2026-11-03', called: true, committee: even, ordinary: even }

const person = (memberId: number, more: Partial<InvitePerson> = {}): InvitePerson => ({
  memberId,
  place: 'obliged',
  status: 'full',
  role: 'member',
  state: 'present',
  chair: false,
  waiting: false,
  spokeJustBefore: false,
  spokeToday: false,
  silentMeetings: 0,
  birthDate: '1970',
  admittedOn: '2000-01-01',
  choice: null,
  ...more,
})
const withReasons = (given: InvitePerson, more: InviteReason[] = []) => ({
  ...given,
  reasons: [...ownReasons(given, situation), ...more],
})
const words = (given: InvitePerson, at = situation) => ownReasons(given, at).map((reason) => reason.words)

describe('reasons', () => {
  it.each<[string, Partial<InvitePerson>, string[]]>([
    ['silent today', {}, ['hôm nay chưa phát biểu']],
    ['silent for long', { silentMeetings: 4 }, ['im lặng 4 buổi đã dự', 'hôm nay chưa phát biểu']],
    ['spoke today', { spokeToday: true, silentMeetings: 4 }, []],
    ['on probation', { spokeToday: true, status: 'probationary' }, ['đảng viên dự bị']],
    ['admitted less than two years ago', { spokeToday: true, admittedOn: '2024-11-04' }, ['đảng viên mới']],
    ['admitted two years ago', { spokeToday: true, admittedOn: '2024-11-03' }, []],
    ['thirty years old', { spokeToday: true, birthDate: '1995-11-04' }, ['đảng viên trẻ']],
    ['thirty-one today', { spokeToday: true, birthDate: '1995-11-03' }, []],
    ['known by nothing', { spokeToday: true, birthDate: null, admittedOn: null }, []],
  ])('%s', (_name, more, expected) => expect(words(person(1, more))).toEqual(expected))

  it('side with whichever group was heard less in proportion to those there', () => {
    const committeeLeads = {
      ...situation,
      committee: { there: 3, spoke: 3 },
      ordinary: { there: 20, spoke: 10 },
    }
    expect(words(person(1), committeeLeads)).toContain('đảng viên không giữ chức vụ ít được nghe hơn cấp ủy')
    expect(words(person(1, { role: 'deputy' }), committeeLeads)).toEqual(['hôm nay chưa phát biểu'])
    const committeeSilent = { ...situation, committee: { there: 3, spoke: 0 } }
    expect(words(person(1, { role: 'deputy' }), committeeSilent)).toContain('cấp ủy ít người phát biểu hơn')
  })
})

it.each<[string[], string | null]>([
  [[], null],
  [['Thể thao'], null],
  [['Chuyển đổi số', 'thể thao'], 'thế mạnh “Chuyển đổi số” hợp với mục này'],
  [['Hồ sơ', 'chuyen doi so'], 'thế mạnh “Hồ sơ”, “chuyen doi so” hợp với mục này'],
])('strengths %j on an item: %j', (strengths, expected) => {
  const item = { title: 'Thảo luận: tiên phong chuyển đổi số', subjects: ['Hồ sơ điện tử'] }
  expect(strengthReason(strengths, item)?.words ?? null).toBe(expected)
})

describe('never asked is', () => {
  it.each<[string, Partial<InvitePerson>, string]>([
    ['the absent', { state: 'excused' }, 'vắng mặt'],
    [
      'the exempt, even when they came',
      { place: 'apart', status: 'exempt' },
      'được miễn hoặc không thuộc diện phải dự',
    ],
    ['who has no mark once the roll is called', { state: null }, 'chưa điểm danh'],
    ['the chair', { chair: true }, 'đang chủ trì'],
    ['who is in the queue', { waiting: true }, 'đang nói hoặc đã xếp hàng'],
    ['who spoke just before', { spokeJustBefore: true }, 'vừa phát biểu ở mục này hoặc mục ngay trước'],
    ['who is left out this time', { choice: 'notThisTime' }, 'đã chọn "Không phải lần này"'],
  ])('%s, not even pinned', (_name, more, why) => {
    const given = person(1, { silentMeetings: 6, choice: 'pinned', ...more })
    expect(whyNotInvited(given, situation)).toBe(why)
    expect(inviteList([withReasons(given)], situation)).toMatchObject({ invited: [], others: [{ why }] })
  })

  it('but before the roll is called everybody without a mark may be', () => {
    expect(whyNotInvited(person(1, { state: null }), { ...situation, called: false })).toBeNull()
  })
})

describe('the list', () => {
  const ids = (people: InvitePerson[]) =>
    inviteList(
      people.map((each) => withReasons(each)),
      situation,
    ).invited.map((each) => each.person.memberId)

  it('puts the longest silence first, and keeps the given order among equals', () => {
    expect(
      ids([person(1), person(2, { silentMeetings: 3 }), person(3), person(4, { silentMeetings: 1 })]),
    ).toEqual([2, 4, 1, 3])
  })

  it('puts who is pinned before all, says so, and tells the others why not', () => {
    const people = [1, 2, 3, 4, 5, 6].map((id) => person(id, { silentMeetings: 7 - id }))
    const { invited, others } = inviteList(
      [...people, person(7, { choice: 'pinned', spokeToday: true }), person(8, { spokeToday: true })].map(
        (each) => withReasons(each),
      ),
      situation,
    )
    expect(invited.map((each) => each.person.memberId)).toEqual([7, 1, 2, 3, 4])
    expect(invited[0]?.reasons).toEqual(['được ghim'])
    expect(others.map(({ person: { memberId }, why }) => [memberId, why])).toEqual([
      [8, 'đã phát biểu và chưa có lý do để mời thêm'],
      [5, 'đã có 5 người nhiều lý do hơn'],
      [6, 'đã có 5 người nhiều lý do hơn'],
    ])
  })

  it('weighs reasons from elsewhere as well, the heaviest named first', () => {
    const promised = withReasons(person(2, { spokeToday: true }), [{ weight: 9, words: 'đã được báo trước' }])
    const { invited } = inviteList([withReasons(person(1, { silentMeetings: 2 })), promised], situation)
    expect(invited.map((each) => [each.person.memberId, each.reasons[0]])).toEqual([
      [2, 'đã được báo trước'],
      [1, 'im lặng 2 buổi đã dự'],
    ])
  })

  const anybody = fc.record({
    silentMeetings: fc.nat(9),
    state: fc.constantFrom(null, 'present' as const, 'excused' as const, 'unexcused' as const),
    place: fc.constantFrom('obliged' as const, 'apart' as const),
    spokeToday: fc.boolean(),
    spokeJustBefore: fc.boolean(),
    choice: fc.constantFrom(null, 'pinned' as const, 'notThisTime' as const),
  })
  it('holds at most five, each with a reason; everybody is told of once; the same people give the same list', () => {
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 20 }), (given) => {
        const people = given.map((more, index) => withReasons(person(index, more)))
        const list = inviteList(people, situation)
        expect(list.invited.length).toBeLessThanOrEqual(mostInvited)
        expect(list.invited.every(({ reasons }) => reasons.length > 0)).toBe(true)
        expect(
          list.invited.every(
            ({ person: { state, place, spokeJustBefore } }) =>
              state === 'present' && place === 'obliged' && !spokeJustBefore,
          ),
        ).toBe(true)
        const told = [...list.invited, ...list.others].map((each) => each.person.memberId)
        expect(told.toSorted((a, b) => a - b)).toEqual(people.map((each) => each.memberId))
        expect(inviteList(people, situation)).toEqual(list)
      }),
    )
  })
})
