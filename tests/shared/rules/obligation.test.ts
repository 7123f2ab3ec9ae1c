import { describe, expect, it } from 'vitest'
import type { MeetingKind } from '../../../src/shared/rules/meeting.ts'
import type { Role, Status } from '../../../src/shared/rules/member.ts'
import { obligationOn, standingOn } from '../../../src/shared/rules/obligation.ts'

const from2025 = (status: Status, role: Role = 'member') => ({
  statuses: [{ status, fromDate: '2025-03-01', toDate: null }],
  roles: [{ role, fromDate: '2025-03-01', toDate: null }],
})
const regular = (heldOn: string) => ({ kind: 'regular' as MeetingKind, heldOn })

describe('obligationOn', () => {
  it.each<[Status, string, string | null]>([
    ['full', 'obliged', null],
    ['probationary', 'obliged', null],
    ['temporaryHere', 'obliged', null],
    ['exempt', 'apart', 'exempt'],
    ['temporaryElsewhere', 'apart', 'temporaryElsewhere'],
    ['movedAway', 'off', 'afterLeaving'],
    ['removed', 'off', 'afterLeaving'],
    ['deceased', 'off', 'afterLeaving'],
  ])('%s stands %s in a meeting of the cell', (status, place, reason) => {
    expect(obligationOn(from2025(status), regular('2025-04-03'))).toEqual({ place, reason })
  })

  it('judges by the first and the last day of a period, both included', () => {
    const member = {
      statuses: [
        { status: 'full' as const, fromDate: '2025-03-01', toDate: '2025-06-30' },
        { status: 'exempt' as const, fromDate: '2025-07-01', toDate: '2025-12-31' },
      ],
      roles: [],
    }
    const places = ['2025-02-28', '2025-03-01', '2025-06-30', '2025-07-01', '2025-12-31', '2026-01-01'].map(
      (day) => obligationOn(member, regular(day)).reason ?? 'obliged',
    )
    expect(places).toEqual(['beforeJoining', 'obliged', 'obliged', 'exempt', 'exempt', 'afterLeaving'])
  })

  it('takes somebody who left and has not come back yet for gone, not for new', () => {
    const member = {
      statuses: [
        { status: 'full' as const, fromDate: '2024-01-01', toDate: '2024-12-31' },
        { status: 'full' as const, fromDate: '2026-01-01', toDate: null },
      ],
      roles: [],
    }
    expect(obligationOn(member, regular('2025-05-03')).reason).toBe('afterLeaving')
  })

  it.each<[Role, string]>([
    ['secretary', 'obliged'],
    ['deputy', 'obliged'],
    ['committeeMember', 'obliged'],
    ['member', 'off'],
  ])('obliges a %s to a committee meeting: %s', (role, place) => {
    expect(obligationOn(from2025('full', role), { kind: 'committee', heldOn: '2025-04-03' }).place).toBe(
      place,
    )
  })

  it('judges the committee by the role of the day', () => {
    const member = {
      statuses: [{ status: 'full' as const, fromDate: '2020-01-01', toDate: null }],
      roles: [{ role: 'deputy' as const, fromDate: '2025-06-01', toDate: '2025-12-31' }],
    }
    const reasons = ['2025-05-31', '2025-06-01', '2025-12-31', '2026-01-01'].map(
      (heldOn) => obligationOn(member, { kind: 'committee', heldOn }).reason,
    )
    expect(reasons).toEqual(['notInCommittee', null, null, 'notInCommittee'])
  })

  it('keeps exempt ordinary members off the committee roll, an exempt committee member apart', () => {
    const meeting = { kind: 'committee' as const, heldOn: '2025-04-03' }
    expect(obligationOn(from2025('exempt'), meeting).reason).toBe('notInCommittee')
    expect(obligationOn(from2025('exempt', 'deputy'), meeting)).toEqual({ place: 'apart', reason: 'exempt' })
  })
})

it('standingOn also says the status and role it judged by', () => {
  expect(standingOn(from2025('probationary', 'deputy'), regular('2025-04-03'))).toEqual({
    place: 'obliged',
    reason: null,
    status: 'probationary',
    role: 'deputy',
  })
  expect(standingOn(from2025('full'), regular('2025-02-01'))).toEqual({
    place: 'off',
    reason: 'beforeJoining',
    status: null,
    role: 'member',
  })
})
