import type { MeetingKind } from './meeting.ts'
import { type Role, type RolePeriod, roleOn, type Status, type StatusPeriod, statusOn } from './member.ts'

/** Why somebody was not obliged to come to a meeting. */
export const notObligedReasons = [
  'beforeJoining',
  'exempt',
  'temporaryElsewhere',
  'afterLeaving',
  'notInCommittee',
] as const
export type NotObligedReason = (typeof notObligedReasons)[number]

/** Words that follow a number of meetings: "1 buổi trước khi chuyển đến". */
export const notObligedReasonNames: Record<NotObligedReason, string> = {
  beforeJoining: 'trước khi chuyển đến',
  exempt: 'được miễn sinh hoạt',
  temporaryElsewhere: 'sinh hoạt tạm thời nơi khác',
  afterLeaving: 'sau khi thôi sinh hoạt tại chi bộ',
  notInCommittee: 'họp chi ủy (không là chi ủy viên)',
}

/** What decides a member's obligation: their periods of status and role. */
export type MemberPeriods = {
  statuses: readonly StatusPeriod[]
  roles: readonly RolePeriod[]
}

/** Kind and ISO day of a meeting. */
export type MeetingDay = { kind: MeetingKind; heldOn: string }

/**
 * Where a member stands towards one meeting:
 * `obliged` – had to come; `apart` – need not come, may be marked if they came; `off` – not on the roll.
 */
export type Obligation =
  | { place: 'obliged'; reason: null }
  | { place: 'apart'; reason: 'exempt' | 'temporaryElsewhere' }
  | { place: 'off'; reason: 'beforeJoining' | 'afterLeaving' | 'notInCommittee' }

export type Standing = Obligation & { status: Status | null; role: Role }

/** Statuses whose bearers take part in the cell's meetings. */
export const attendingStatuses: readonly Status[] = ['full', 'probationary', 'temporaryHere']

const inCommittee: readonly Role[] = ['secretary', 'deputy', 'committeeMember']

const obliged = { place: 'obliged', reason: null } as const
const exempt = { place: 'apart', reason: 'exempt' } as const
const temporaryElsewhere = { place: 'apart', reason: 'temporaryElsewhere' } as const
const beforeJoining = { place: 'off', reason: 'beforeJoining' } as const
const afterLeaving = { place: 'off', reason: 'afterLeaving' } as const
const notInCommittee = { place: 'off', reason: 'notInCommittee' } as const

/**
 * Who is obliged to come. Full and probationary members attend, and so do those temporarily here; members exempt
 * from activity or temporarily elsewhere are not counted (Quy định 294-QĐ/TW of 26/5/2025, 9.3.2, as quoted in
 * digests; kept under Quy định 208-QĐ/TW of 26/7/2026 as far as is known). A committee meeting obliges only those
 * who held an office of the committee on its day, and exempt ordinary members are not on its roll either.
 */
export function obligationOn(member: MemberPeriods, meeting: MeetingDay): Obligation {
  const status = statusOn(member.statuses, meeting.heldOn)
  switch (status) {
    case null:
      return member.statuses.some((period) => period.fromDate <= meeting.heldOn)
        ? afterLeaving
        : beforeJoining
    case 'movedAway':
    case 'removed':
    case 'deceased':
      return afterLeaving
    default:
      if (meeting.kind === 'committee' && !inCommittee.includes(roleOn(member.roles, meeting.heldOn)))
        return notInCommittee
      if (status === 'exempt') return exempt
      if (status === 'temporaryElsewhere') return temporaryElsewhere
      return obliged
  }
}

/** The obligation together with the status and role it was judged by. */
export function standingOn(member: MemberPeriods, meeting: MeetingDay): Standing {
  return {
    ...obligationOn(member, meeting),
    status: statusOn(member.statuses, meeting.heldOn),
    role: roleOn(member.roles, meeting.heldOn),
  }
}
