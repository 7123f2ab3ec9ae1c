import { type Period, periodOn } from './period.ts'

export const sexes = ['male', 'female'] as const
export type Sex = (typeof sexes)[number]
export const sexNames: Record<Sex, string> = { male: 'Nam', female: 'Nữ' }

export const statuses = [
  'full',
  'probationary',
  'exempt',
  'temporaryElsewhere',
  'temporaryHere',
  'movedAway',
  'removed',
  'deceased',
] as const
export type Status = (typeof statuses)[number]

/**
 * Whom a cell counts as its own (đảng số): the exempt and those temporarily elsewhere too, for they stay its members;
 * not those temporarily here, whom another cell counts.
 */
export const ownStatuses: readonly Status[] = ['full', 'probationary', 'exempt', 'temporaryElsewhere']

export const statusNames: Record<Status, string> = {
  full: 'Chính thức',
  probationary: 'Dự bị',
  exempt: 'Miễn sinh hoạt',
  temporaryElsewhere: 'Sinh hoạt tạm thời nơi khác',
  temporaryHere: 'Sinh hoạt tạm thời tại đây',
  movedAway: 'Đã chuyển đi',
  removed: 'Ra khỏi Đảng, xóa tên',
  deceased: 'Từ trần',
}

export const roles = ['secretary', 'deputy', 'committeeMember', 'member'] as const
export type Role = (typeof roles)[number]

export const roleNames: Record<Role, string> = {
  secretary: 'Bí thư',
  deputy: 'Phó bí thư',
  committeeMember: 'Chi ủy viên',
  member: 'Đảng viên',
}

export type StatusPeriod = Period & { status: Status }
export type RolePeriod = Period & { role: Role }

/** A member's status on a day, or null before they came and after their last period ended. */
export function statusOn(periods: readonly StatusPeriod[], date: string): Status | null {
  return periodOn(periods, date)?.status ?? null
}

/** A member's role on a day; whoever holds no office is a member. */
export function roleOn(periods: readonly RolePeriod[], date: string): Role {
  return periodOn(periods, date)?.role ?? 'member'
}
