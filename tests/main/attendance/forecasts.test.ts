import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AttendanceState } from '../../../src/shared/rules/attendance.ts'
import { type RollOffice, startRollOffice } from '../../support/roll-office.ts'

let office: RollOffice
let often: number
let other: number
beforeEach(() => {
  office = startRollOffice()
  often = office.addMember('Lò Văn Sáo', [['full', '2020-01-01', null]])
  other = office.addMember('Mã Thị Én', [['full', '2020-01-01', null]])
})
afterEach(() => office.close())

const mark: RollOffice['mark'] = (...which) => office.mark(...which)
/** A meeting held with the other one present. */
async function held(
  day: string,
  state: AttendanceState | null,
  kind: Parameters<RollOffice['addMeeting']>[1] = 'regular',
) {
  const id = office.addMeeting(day, kind)
  await mark(id, other, 'present')
  if (state) await mark(id, often, state)
  return id
}
const forecasts = (meetingId: number) => office.call('attendance.forecasts', { meetingId })

describe('attendance.forecasts', () => {
  test('names the rule of the meeting’s own day', async () => {
    for (const month of ['07', '08', '09']) await held(`2026-${month}-03`, 'excused')
    expect(await forecasts(office.addMeeting('2026-12-03'))).toMatchObject([
      { memberId: often, count: 4, source: 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025' },
    ])
  })

  test('looks at the same year only, past meetings only, and none whose roll was never called', async () => {
    await held('2025-12-03', 'excused')
    await held('2026-01-03', 'excused')
    await held('2026-02-03', 'excused')
    const uncalled = office.addMeeting('2026-02-20')
    await mark(uncalled, often, 'excused')
    await held('2026-06-03', 'excused')
    expect(await forecasts(office.addMeeting('2026-03-03'))).toEqual([])
    expect(await forecasts(office.addMeeting('2026-07-03'))).toHaveLength(1)
  })

  test('counts months without reason by the rule on membership', async () => {
    await held('2026-08-03', 'unexcused')
    await held('2026-08-20', 'unexcused', 'themed')
    const next = office.addMeeting('2026-12-03')
    expect(await forecasts(next)).toEqual([])
    await held('2026-09-03', 'unexcused')
    expect(await forecasts(next)).toMatchObject([
      { kind: 'unexcusedMonths', count: 3, source: 'Quy định 208-QĐ/TW ngày 26/07/2026' },
    ])
    // No rule of that kind is known before July 2026.
    expect(await forecasts(office.addMeeting('2026-07-20'))).toEqual([])
  })

  test('is silent once the roll is called, but not for an excuse asked for before', async () => {
    for (const month of ['07', '08', '09']) await held(`2026-${month}-03`, 'excused')
    const next = office.addMeeting('2026-12-03')
    await mark(next, often, 'excused', { reasonKind: 'duty', paper: 'Đơn ngày 20/11' })
    expect(await forecasts(next)).toHaveLength(1)
    await mark(next, other, 'present')
    expect(await forecasts(next)).toEqual([])
  })

  test('says nothing of those who need not come, nor of the committee’s meetings', async () => {
    for (const month of ['07', '08', '09']) await held(`2026-${month}-03`, 'excused')
    expect(await forecasts(office.addMeeting('2026-12-01', 'committee'))).toEqual([])
    office.sqlite.prepare("UPDATE memberStatus SET status = 'exempt' WHERE memberId = ?").run(often)
    expect(await forecasts(office.addMeeting('2026-12-03'))).toEqual([])
  })
})

test('an absence from the committee’s meetings is none from the cell’s', async () => {
  for (const memberId of [often, other])
    office.sqlite
      .prepare(
        "INSERT INTO memberRole (memberId, role, fromDate) VALUES (?, 'committeeMember', '2020-01-01')",
      )
      .run(memberId)
  for (const month of ['07', '08', '09']) await held(`2026-${month}-03`, 'excused', 'committee')
  expect(await forecasts(office.addMeeting('2026-12-03'))).toEqual([])
})

describe('an excuse asked for before the meeting', () => {
  test('keeps its paper, and calls nobody’s roll', async () => {
    const next = office.addMeeting('2026-12-03')
    await mark(next, often, 'excused', { reasonKind: 'health', note: 'điều trị', paper: 'Đơn ngày 20/11' })
    const row = (await office.call('attendance.sheet', { meetingId: next })).find(
      (each) => each.memberId === often,
    )
    expect(row).toMatchObject({ state: 'excused', reasonKind: 'health', paper: 'Đơn ngày 20/11' })
    expect(await office.call('attendance.quorum', { meetingId: next })).toMatchObject({ called: false })
    await office.call('history.undo', {})
    expect(
      (await office.call('attendance.sheet', { meetingId: next })).every((each) => each.paper === ''),
    ).toBe(true)
  })

  test('is the only mark that a paper goes with', async () => {
    const next = office.addMeeting('2026-12-03')
    await expect(mark(next, often, 'present', { paper: 'Đơn' })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { paper: 'Chỉ ghi giấy tờ cho người vắng có lý do' },
    })
  })
})
