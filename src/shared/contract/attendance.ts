import { z } from 'zod'
import type { AbsenceForecast } from '../rules/absence.ts'
import { type AttendanceState, attendanceStates, type ReasonKind, reasonKinds } from '../rules/attendance.ts'
import type { Role, Status } from '../rules/member.ts'
import type { NotObligedReason } from '../rules/obligation.ts'
import type { Voters } from '../rules/vote.ts'
import { read, write } from './define.ts'
import { clockTime, id, text } from './fields.ts'

export type AttendanceRow = {
  memberId: number
  fullName: string
  role: Role
  /** Null, like a reason of `beforeJoining` or `afterLeaving`, only where a mark outlived a corrected status. */
  status: Status | null
  /** Obliged to come on that date; the others stand apart and may be marked if they came. */
  obliged: boolean
  /** Why they were not obliged; null for those who were. */
  reason: NotObligedReason | null
  /** Null: not marked yet. */
  state: AttendanceState | null
  lateMinutes: number | null
  /** When a late one came or an early one left, 'HH:MM'. */
  atTime: string | null
  /** The item under way then, and its number on the agenda, from 1. */
  agendaItemId: number | null
  itemNumber: number | null
  reasonKind: ReasonKind | null
  note: string
  /** What was handed in with an excuse: 'Đơn ngày 20/11'. */
  paper: string
}

/** What a mark's moment is chosen from. */
export type RollMoments = {
  /** 'HH:MM' at which the meeting begins: minutes late are counted from it. */
  startTime: string
  /** In the order of the agenda. */
  items: { id: number; title: string }[]
  /** The main process's clock at the moment of the answer: screens count on from it. */
  now: string
  /** The item under way, where the meeting runs today; null else. */
  runningItemId: number | null
}

/** Who can vote at a meeting by its roll; `called` is false while nobody has a mark but an excuse. */
export type Quorum = Voters & { called: boolean }

export const attendanceContract = {
  /** The roll of a meeting, by given name: those obliged to come, then those apart. */
  'attendance.sheet': read(z.strictObject({ meetingId: id })).returns<AttendanceRow[]>(),
  /** The meeting's start and items, and which of them is under way now. */
  'attendance.moments': read(z.strictObject({ meetingId: id })).returns<RollMoments>(),
  /** How many the votes of a meeting are counted on, and how many of them have come. */
  'attendance.quorum': read(z.strictObject({ meetingId: id })).returns<Quorum>(),
  /** Who would come near a limit by being absent from this meeting; nobody once the roll is called. */
  'attendance.forecasts': read(z.strictObject({ meetingId: id })).returns<AbsenceForecast[]>(),
  /** Sets one mark; a null state clears it. */
  'attendance.mark': write(
    'Điểm danh',
    z.strictObject({
      meetingId: id,
      memberId: id,
      state: z.enum(attendanceStates).nullable(),
      lateMinutes: z.int().min(1).max(600).nullable(),
      reasonKind: z.enum(reasonKinds).nullable(),
      note: text,
      /** Only with an excuse; none where it is left out. */
      paper: text.optional(),
      /** Only of who came late or left early; none where they are left out. The item is one of this meeting. */
      atTime: clockTime.nullable().optional(),
      agendaItemId: id.nullable().optional(),
    }),
  ).returns<null>(),
  /** Marks as present every obliged member who has no mark yet. */
  'attendance.markAllPresent': write('Điểm danh tất cả có mặt', z.strictObject({ meetingId: id })).returns<{
    marked: number
  }>(),
}
