export const meetingKinds = ['regular', 'themed', 'regularThemed', 'committee', 'extraordinary'] as const
export type MeetingKind = (typeof meetingKinds)[number]

export const meetingKindNames: Record<MeetingKind, string> = {
  regular: 'Sinh hoạt thường kỳ',
  themed: 'Sinh hoạt chuyên đề',
  regularThemed: 'Sinh hoạt thường kỳ kết hợp chuyên đề',
  committee: 'Họp chi ủy',
  extraordinary: 'Sinh hoạt bất thường',
}

/** Kinds with a themed session: alone, or as a part of the month's regular meeting. */
export const themedKinds: readonly MeetingKind[] = ['themed', 'regularThemed']

/** Whether a meeting has a themed session. */
export const isThemed = ({ kind }: { kind: MeetingKind }): boolean => themedKinds.includes(kind)

/** Whether a meeting is the month's regular one, with a themed part or without. */
export const isRegular = <M extends { kind: MeetingKind }>(
  meeting: M,
): meeting is M & { kind: 'regular' | 'regularThemed' } =>
  meeting.kind === 'regular' || meeting.kind === 'regularThemed'

export const meetingModes = ['inPerson', 'online', 'mixed'] as const
export type MeetingMode = (typeof meetingModes)[number]

export const meetingModeNames: Record<MeetingMode, string> = {
  inPerson: 'Trực tiếp',
  online: 'Trực tuyến',
  mixed: 'Trực tiếp kết hợp trực tuyến',
}

/** The visitors of a meeting, from what was written one a line. */
export function guestNames(guests: string): string[] {
  return guests.split('\n').flatMap((line) => line.trim().replace(/[;,.]+$/, '') || [])
}

/** What a meeting is called in a list: "Sinh hoạt thường kỳ tháng 11/2026". `period` is 'YYYY-MM'. */
export function meetingTitle(kind: MeetingKind, period: string): string {
  return `${meetingKindNames[kind]} tháng ${period.slice(5)}/${period.slice(0, 4)}`
}
