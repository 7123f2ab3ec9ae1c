import type { Input } from '../../src/shared/contract/index.ts'
import type { AttendanceState } from '../../src/shared/rules/attendance.ts'
import type { TestProgram } from './program.ts'

type Fields = Input<'meetings.create'>

/** The regular meeting of November 2026, as somebody typed it in; answers its id. */
export async function addRegularMeeting(
  { call }: Pick<TestProgram, 'call'>,
  changes: Partial<Fields> = {},
): Promise<number> {
  const { id } = await call('meetings.create', {
    kind: 'regular',
    period: '2026-11',
    heldOn: '2026-11-03',
    startTime: '14:00',
    place: 'Phòng họp tầng 2',
    mode: 'inPerson',
    chairId: null,
    minuteTakerId: null,
    theme: '',
    note: '',
    ...changes,
  })
  return id
}

/** Marks a member at a meeting through the program, as the roll does. */
export function markAt(
  { call }: Pick<TestProgram, 'call'>,
  meetingId: number,
  memberId: number,
  state: AttendanceState | null,
  more: Partial<Input<'attendance.mark'>> = {},
): Promise<null> {
  const plain = { lateMinutes: null, reasonKind: null, note: '' }
  return call('attendance.mark', { meetingId, memberId, state, ...plain, ...more })
}
