import type { AttendanceRow, attendanceContract } from '../../shared/contract/attendance.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { AttendanceState, ReasonKind } from '../../shared/rules/attendance.ts'
import { hasMoment, markInWords } from '../../shared/rules/lateness.ts'
import type { HandlersOf } from '../api/context.ts'
import { findMeeting } from '../db/meetings.ts'
import { quorumOf, type RollRow, rollAt, standingsAt } from '../db/roll.ts'
import { forecastsAt } from './forecasts.ts'
import { agendaNumber, momentsOf } from './moments.ts'

/** The roll of a meeting. */
export const attendanceHandlers = {
  'attendance.sheet': async ({ db }, { meetingId }) => {
    const meeting = await findMeeting(db, meetingId)
    return (await rollAt(db, meeting)).map(sheetRow)
  },

  'attendance.moments': async ({ db, now }, { meetingId }) =>
    momentsOf(db, await findMeeting(db, meetingId), now().toISOString()),

  'attendance.quorum': async ({ db }, { meetingId }) =>
    quorumOf(await standingsAt(db, await findMeeting(db, meetingId))),

  'attendance.forecasts': async ({ db }, { meetingId }) => forecastsAt(db, await findMeeting(db, meetingId)),

  'attendance.mark': async (
    { db, describe },
    { meetingId, memberId, paper = '', atTime = null, agendaItemId = null, ...details },
  ) => {
    const mark = { ...details, paper, atTime, agendaItemId }
    const meeting = await findMeeting(db, meetingId)
    const [before] = await standingsAt(db, meeting, memberId)
    if (!before) throw new AppError('not-found')
    const { state } = mark
    if (state === null) {
      describe(`Bỏ điểm danh ${before.fullName}`)
      await db
        .deleteFrom('attendance')
        .where('meetingId', '=', meetingId)
        .where('memberId', '=', memberId)
        .execute()
      return null
    }
    if (before.place === 'off') throw new AppError('member-not-on-roll')
    refuseStrayDetails(state, mark)
    const itemNumber = await agendaNumber(db, meetingId, mark.agendaItemId)
    if (sameMark(before, mark)) return null
    describe(`Điểm danh ${before.fullName}: ${markInWords({ ...mark, state, itemNumber })}`)
    const row = { ...mark, state }
    await db
      .insertInto('attendance')
      .values({ meetingId, memberId, ...row })
      .onConflict((conflict) => conflict.columns(['meetingId', 'memberId']).doUpdateSet(row))
      .execute()
    return null
  },

  'attendance.markAllPresent': async ({ db, describe }, { meetingId }) => {
    const meeting = await findMeeting(db, meetingId)
    const missing = (await standingsAt(db, meeting)).filter(
      (row) => row.place === 'obliged' && row.state === null,
    )
    if (missing.length === 0) return { marked: 0 }
    describe(`Điểm danh ${missing.length} người có mặt`)
    await db
      .insertInto('attendance')
      .values(missing.map(({ memberId }) => ({ meetingId, memberId, state: 'present' as const, note: '' })))
      .execute()
    return { marked: missing.length }
  },
} satisfies HandlersOf<typeof attendanceContract>

function sheetRow(row: RollRow): AttendanceRow {
  return {
    memberId: row.memberId,
    fullName: row.fullName,
    role: row.role,
    status: row.status,
    obliged: row.place === 'obliged',
    reason: row.reason,
    state: row.state,
    lateMinutes: row.lateMinutes,
    atTime: row.atTime,
    agendaItemId: row.agendaItemId,
    itemNumber: row.itemNumber,
    reasonKind: row.reasonKind,
    note: row.note,
    paper: row.paper,
  }
}

type MarkDetails = {
  lateMinutes: number | null
  atTime: string | null
  agendaItemId: number | null
  reasonKind: ReasonKind | null
  note: string
  paper: string
}

function refuseStrayDetails(state: AttendanceState, mark: MarkDetails): void {
  if (state !== 'late' && mark.lateMinutes !== null)
    throw new AppError('invalid-input', { lateMinutes: 'Chỉ ghi số phút cho người đến muộn' })
  if (!hasMoment(state) && mark.atTime !== null)
    throw new AppError('invalid-input', { atTime: 'Chỉ ghi giờ cho người đến muộn hoặc về sớm' })
  if (!hasMoment(state) && mark.agendaItemId !== null)
    throw new AppError('invalid-input', {
      agendaItemId: 'Chỉ ghi mục chương trình cho người đến muộn hoặc về sớm',
    })
  if (state !== 'excused' && mark.reasonKind !== null)
    throw new AppError('invalid-input', { reasonKind: 'Chỉ ghi lý do cho người vắng có lý do' })
  if (state !== 'excused' && mark.paper !== '')
    throw new AppError('invalid-input', { paper: 'Chỉ ghi giấy tờ cho người vắng có lý do' })
}

function sameMark(before: RollRow, mark: MarkDetails & { state: AttendanceState | null }): boolean {
  return (
    before.state === mark.state &&
    before.lateMinutes === mark.lateMinutes &&
    before.atTime === mark.atTime &&
    before.agendaItemId === mark.agendaItemId &&
    before.reasonKind === mark.reasonKind &&
    before.note === mark.note &&
    before.paper === mark.paper
  )
}
