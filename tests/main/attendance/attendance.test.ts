import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AttendanceState } from '../../../src/shared/rules/attendance.ts'
import { type RollOffice, startRollOffice } from '../../support/roll-office.ts'

let office: RollOffice
let meetingId: number
let an: number
let binh: number
let duc: number
let exempt: number

beforeEach(() => {
  office = startRollOffice()
  duc = office.addMember('Trần Minh Đức', [['probationary', '2026-01-05', null]])
  an = office.addMember('Nguyễn Văn An', [['full', '2015-01-01', null]], [['secretary', '2025-01-01', null]])
  binh = office.addMember('Lê Thị Bình', [['full', '2015-01-01', null]])
  exempt = office.addMember('Phạm Văn Ba', [
    ['full', '2000-01-01', '2026-04-30'],
    ['exempt', '2026-05-01', null],
  ])
  meetingId = office.addMeeting('2026-11-03')
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})

const mark = (memberId: number, state: AttendanceState | null, more = {}) =>
  office.mark(meetingId, memberId, state, more)
const sheet = (id = meetingId) => office.call('attendance.sheet', { meetingId: id })

describe('attendance.quorum', () => {
  const quorum = (id = meetingId) => office.call('attendance.quorum', { meetingId: id })

  it('counts full members, absent ones too, and an exempt one only once they came', async () => {
    expect(await quorum()).toEqual({ entitled: 2, present: 0, called: false })
    await mark(an, 'late')
    await mark(binh, 'excused')
    await mark(duc, 'present')
    expect(await quorum()).toEqual({ entitled: 2, present: 1, called: true })
    await mark(exempt, 'present')
    expect(await quorum()).toEqual({ entitled: 3, present: 2, called: true })
  })

  it('of the committee counts the committee alone, and judges by the day', async () => {
    expect(await quorum(office.addMeeting('2026-11-01', 'committee'))).toMatchObject({ entitled: 1 })
    expect(await quorum(office.addMeeting('2026-04-03'))).toMatchObject({ entitled: 3 })
    await expect(quorum(999)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('attendance.sheet', () => {
  it('lists those obliged by given name, then those apart with the reason', async () => {
    const rows = await sheet()
    expect(rows.map((row) => [row.fullName, row.obliged, row.reason])).toEqual([
      ['Nguyễn Văn An', true, null],
      ['Lê Thị Bình', true, null],
      ['Trần Minh Đức', true, null],
      ['Phạm Văn Ba', false, 'exempt'],
    ])
    expect(rows[0]).toMatchObject({ role: 'secretary', status: 'full', state: null, note: '' })
  })

  it('judges each by the day of the meeting', async () => {
    const earlier = office.addMeeting('2026-01-04')
    const rows = await sheet(earlier)
    expect(rows.map((row) => [row.fullName, row.obliged])).toEqual([
      ['Nguyễn Văn An', true],
      ['Phạm Văn Ba', true],
      ['Lê Thị Bình', true],
    ])
    const firstDays = [office.addMeeting('2026-01-05'), office.addMeeting('2026-05-01')]
    const [joined, exempted] = await Promise.all(firstDays.map(sheet))
    expect(joined?.map((row) => row.fullName)).toContain('Trần Minh Đức')
    expect(exempted?.find((row) => row.fullName === 'Phạm Văn Ba')).toMatchObject({ reason: 'exempt' })
  })

  it('holds only the committee for a meeting of the committee', async () => {
    const committee = office.addMeeting('2026-11-02', 'committee')
    expect((await sheet(committee)).map((row) => row.fullName)).toEqual(['Nguyễn Văn An'])
  })

  it('leaves out who moved away, died or was deleted', async () => {
    office.addMember('Vũ Văn Cảnh', [
      ['full', '2010-01-01', '2026-06-30'],
      ['movedAway', '2026-07-01', null],
    ])
    office.addMember('Vũ Thị Dậu', [['full', '2010-01-01', '2026-06-30']])
    office.sqlite.prepare("UPDATE member SET removedAt = '2026-11-01T00:00:00Z' WHERE id = ?").run(binh)
    expect((await sheet()).map((row) => row.memberId)).toEqual([an, duc, exempt])
  })

  it('keeps showing a mark that a corrected status has put off the roll, so that it can be cleared', async () => {
    await mark(binh, 'present')
    office.sqlite.prepare("UPDATE memberStatus SET toDate = '2026-10-31' WHERE memberId = ?").run(binh)
    expect((await sheet()).at(-1)).toMatchObject({
      memberId: binh,
      obliged: false,
      reason: 'afterLeaving',
      state: 'present',
    })
    await expect(mark(binh, 'unexcused')).rejects.toMatchObject({ code: 'member-not-on-roll' })
    await mark(binh, null)
    expect((await sheet()).map((row) => row.memberId)).not.toContain(binh)
  })

  it('is refused for a meeting that is not there', async () => {
    await expect(sheet(999)).rejects.toMatchObject({ code: 'not-found' })
    office.sqlite.prepare("UPDATE meeting SET removedAt = '2026-11-01T00:00:00Z' WHERE id = ?").run(meetingId)
    await expect(sheet()).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('attendance.mark', () => {
  it.each([
    ['present', {}, 'Điểm danh Lê Thị Bình: có mặt'],
    ['late', { lateMinutes: 15 }, 'Điểm danh Lê Thị Bình: đến muộn 15 phút'],
    ['late', {}, 'Điểm danh Lê Thị Bình: đến muộn'],
    ['leftEarly', { note: 'đón con' }, 'Điểm danh Lê Thị Bình: về sớm'],
    [
      'excused',
      { reasonKind: 'duty', note: 'tập huấn' },
      'Điểm danh Lê Thị Bình: vắng có lý do (đi công tác)',
    ],
    ['unexcused', {}, 'Điểm danh Lê Thị Bình: vắng không lý do'],
  ] as const)('stores %s %o and says so', async (state, more, words) => {
    await mark(binh, state, more)
    const row = (await sheet()).find(({ memberId }) => memberId === binh)
    expect(row).toMatchObject({ state, lateMinutes: null, reasonKind: null, note: '', ...more })
    expect(await office.lastStep()).toBe(words)
  })

  it('replaces the mark and drops what belonged to the old one', async () => {
    await mark(binh, 'late', { lateMinutes: 20 })
    await mark(binh, 'present')
    expect((await sheet())[1]).toMatchObject({ state: 'present', lateMinutes: null })
    await office.call('history.undo', {})
    expect((await sheet())[1]).toMatchObject({ state: 'late', lateMinutes: 20 })
  })

  it('clears a mark, and leaves no step when there was none or nothing changed', async () => {
    await mark(binh, null)
    expect(await office.lastStep()).toBeNull()
    await mark(binh, 'present')
    await mark(binh, 'present')
    await office.call('history.undo', {})
    expect(await office.lastStep()).toBeNull()
    await office.call('history.redo', {})
    await mark(binh, null)
    expect(await office.lastStep()).toBe('Bỏ điểm danh Lê Thị Bình')
    expect((await sheet())[1]?.state).toBeNull()
  })

  it('refuses somebody off the roll', async () => {
    const later = office.addMember('Vũ Thị Én', [['full', '2026-11-04', null]])
    await expect(mark(later, 'present')).rejects.toMatchObject({ code: 'member-not-on-roll' })
    await expect(mark(999, 'present')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('lets somebody apart be marked', async () => {
    await mark(exempt, 'present')
    expect((await sheet()).at(-1)).toMatchObject({ memberId: exempt, obliged: false, state: 'present' })
  })

  it('refuses minutes and reasons that do not belong to the state', async () => {
    await expect(mark(an, 'present', { lateMinutes: 5 })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { lateMinutes: expect.any(String) },
    })
    await expect(mark(an, 'unexcused', { reasonKind: 'health' })).rejects.toMatchObject({
      fields: { reasonKind: expect.any(String) },
    })
    await expect(mark(an, 'late', { lateMinutes: 0 })).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

describe('the moment of a mark', () => {
  it('is stored with its time and item, counted by the agenda, said in the step, and undone', async () => {
    office.addAgendaItem(meetingId, 'Mở đầu')
    const item = office.addAgendaItem(meetingId, 'Thảo luận')
    await mark(an, 'late', { lateMinutes: 15, atTime: '14:15', agendaItemId: item })
    expect(await office.lastStep()).toBe('Điểm danh Nguyễn Văn An: đến muộn 15 phút, 14:15, mục 2')
    await mark(binh, 'leftEarly', { atTime: '15:20', agendaItemId: item })
    expect(await office.lastStep()).toBe('Điểm danh Lê Thị Bình: về sớm 15:20, mục 2')
    expect((await sheet()).slice(0, 2)).toMatchObject([
      { lateMinutes: 15, atTime: '14:15', agendaItemId: item, itemNumber: 2 },
      { lateMinutes: null, atTime: '15:20', agendaItemId: item, itemNumber: 2 },
    ])
    await mark(an, 'late', { lateMinutes: 15, atTime: '14:15', agendaItemId: item })
    await mark(binh, 'present')
    expect((await sheet())[1]).toMatchObject({ atTime: null, agendaItemId: null, itemNumber: null })
    await office.call('history.undo', {})
    expect((await sheet())[1]).toMatchObject({ state: 'leftEarly', atTime: '15:20', itemNumber: 2 })
    await office.call('history.undo', {})
    expect((await sheet())[1]?.state).toBeNull()
  })

  it('loses an item taken off the agenda, which undo brings back', async () => {
    const item = office.addAgendaItem(meetingId, 'Thảo luận')
    await mark(an, 'leftEarly', { agendaItemId: item })
    await office.call('agenda.remove', { id: item })
    expect((await sheet())[0]).toMatchObject({ state: 'leftEarly', agendaItemId: null, itemNumber: null })
    await office.call('history.undo', {})
    expect((await sheet())[0]).toMatchObject({ agendaItemId: item, itemNumber: 1 })
  })

  it('is refused for who neither came late nor left early, and with an item of another meeting', async () => {
    const item = office.addAgendaItem(meetingId, 'Thảo luận')
    const other = office.addAgendaItem(office.addMeeting('2026-12-03'), 'Thảo luận')
    for (const state of ['present', 'excused', 'unexcused'] as const) {
      await expect(mark(an, state, { atTime: '14:15' })).rejects.toMatchObject({
        fields: { atTime: 'Chỉ ghi giờ cho người đến muộn hoặc về sớm' },
      })
      await expect(mark(an, state, { agendaItemId: item })).rejects.toMatchObject({
        fields: { agendaItemId: 'Chỉ ghi mục chương trình cho người đến muộn hoặc về sớm' },
      })
    }
    await expect(mark(an, 'late', { agendaItemId: other })).rejects.toMatchObject({
      fields: { agendaItemId: 'Mục này không có trong chương trình buổi họp' },
    })
    await expect(mark(an, 'late', { atTime: '24:10' })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('is chosen from the agenda, and from the item under way only on the day itself', async () => {
    const first = office.addAgendaItem(meetingId, 'Mở đầu')
    const moments = () => office.call('attendance.moments', { meetingId })
    office.setNow('2026-11-03T14:10:00+07:00')
    expect(await moments()).toMatchObject({ items: [{ id: first, title: 'Mở đầu' }], runningItemId: null })
    await office.call('running.startItem', { agendaItemId: first })
    expect(await moments()).toMatchObject({ now: '2026-11-03T07:10:00.000Z', runningItemId: first })
    office.setNow('2026-11-04T08:00:00+07:00')
    expect(await moments()).toMatchObject({ runningItemId: null })
    await expect(office.call('attendance.moments', { meetingId: 999 })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('attendance.markAllPresent', () => {
  it('marks the obliged who have no mark, in one step', async () => {
    await mark(binh, 'excused', { reasonKind: 'health' })
    expect(await office.call('attendance.markAllPresent', { meetingId })).toEqual({ marked: 2 })
    expect((await sheet()).map((row) => row.state)).toEqual(['present', 'excused', 'present', null])
    expect(await office.lastStep()).toBe('Điểm danh 2 người có mặt')
    expect(await office.call('attendance.markAllPresent', { meetingId })).toEqual({ marked: 0 })
    await office.call('history.undo', {})
    expect((await sheet()).map((row) => row.state)).toEqual([null, 'excused', null, null])
  })
})
