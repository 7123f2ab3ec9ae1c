import type { Status, StatusPeriod } from './member.ts'

/** What may happen to a member's place in the cell, in the words of a list of movements. */
export const movementKinds = [
  'admitted',
  'movedIn',
  'temporaryIn',
  'madeFull',
  'exempted',
  'temporaryAway',
  'returned',
  'movedAway',
  'removed',
  'deceased',
  'left',
] as const
export type MovementKind = (typeof movementKinds)[number]

export const movementNames: Readonly<Record<MovementKind, string>> = {
  admitted: 'Kết nạp mới',
  movedIn: 'Chuyển sinh hoạt đến',
  temporaryIn: 'Sinh hoạt tạm thời đến',
  madeFull: 'Công nhận chính thức',
  exempted: 'Miễn công tác và sinh hoạt',
  temporaryAway: 'Sinh hoạt tạm thời nơi khác',
  returned: 'Trở lại sinh hoạt',
  movedAway: 'Chuyển sinh hoạt đi',
  removed: 'Ra khỏi Đảng, xóa tên',
  deceased: 'Từ trần',
  left: 'Thôi sinh hoạt tại chi bộ',
}

export type Movement = { kind: MovementKind; on: string }

const byStatus: Readonly<Partial<Record<Status, MovementKind>>> = {
  exempt: 'exempted',
  temporaryElsewhere: 'temporaryAway',
  temporaryHere: 'temporaryIn',
  movedAway: 'movedAway',
  removed: 'removed',
  deceased: 'deceased',
}

/**
 * A member's movements, oldest first, from their periods of status: each begins with one. Somebody whose first period
 * begins on the day of admission was admitted here; on the official day, they had been here before; else they came.
 * A period that ends with none after it is a leaving whose reason nobody noted.
 */
export function movementsOf(member: {
  statuses: readonly StatusPeriod[]
  admittedOn: string | null
  officialOn: string | null
}): Movement[] {
  const periods = [...member.statuses].sort((a, b) => (a.fromDate < b.fromDate ? -1 : 1))
  const movements = periods.flatMap((period, index): Movement[] => {
    const kind = kindOf(period, periods[index - 1] ?? null, member)
    return kind === null ? [] : [{ kind, on: period.fromDate }]
  })
  const last = periods.at(-1)
  const gone: readonly Status[] = ['movedAway', 'removed', 'deceased']
  if (last && last.toDate !== null && !gone.includes(last.status))
    movements.push({ kind: 'left', on: last.toDate })
  return movements
}

function kindOf(
  { status, fromDate }: StatusPeriod,
  before: StatusPeriod | null,
  { admittedOn, officialOn }: { admittedOn: string | null; officialOn: string | null },
): MovementKind | null {
  if (before?.status === status) return null
  const named = byStatus[status]
  if (named) return named
  if (before === null) {
    if (fromDate === admittedOn) return 'admitted'
    return fromDate === officialOn ? 'madeFull' : 'movedIn'
  }
  if (before.status === 'probationary' && status === 'full') return 'madeFull'
  return 'returned'
}
