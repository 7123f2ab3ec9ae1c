export const attendanceStates = ['present', 'late', 'leftEarly', 'excused', 'unexcused'] as const
export type AttendanceState = (typeof attendanceStates)[number]

export const attendanceStateNames: Record<AttendanceState, string> = {
  present: 'Có mặt',
  late: 'Đến muộn',
  leftEarly: 'Về sớm',
  excused: 'Vắng có lý do',
  unexcused: 'Vắng không lý do',
}

/** Reasons for an excused absence, as in the form of an absence request. */
export const reasonKinds = ['duty', 'health', 'family', 'other'] as const
export type ReasonKind = (typeof reasonKinds)[number]

export const reasonKindNames: Record<ReasonKind, string> = {
  duty: 'Đi công tác',
  health: 'Bệnh, sức khỏe',
  family: 'Việc gia đình, việc riêng',
  other: 'Lý do khác',
}
