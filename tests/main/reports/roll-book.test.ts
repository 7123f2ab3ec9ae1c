import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readRollBook } from '../../../src/main/reports/roll-book.ts'
import { rollBookWorkbook } from '../../../src/main/reports/roll-book-workbook.ts'
import type { Input } from '../../../src/shared/contract/index.ts'
import { evaluate } from '../../support/evaluate.ts'
import { sampleCell } from '../../support/program.ts'
import { type RollOffice, startRollOffice } from '../../support/roll-office.ts'

let office: RollOffice
beforeEach(() => {
  office = startRollOffice()
})
afterEach(() => office.close())

const read = (fromDate: string, toDate: string) => {
  if (!('database' in office.program.office)) throw new Error('the office did not open')
  return readRollBook(office.program.office.database.db, '2026-11-22', fromDate, toDate)
}
const peopleOf = async (input: Input<'reports.preview'>) =>
  (await office.call('reports.preview', input)).tables.find(({ key }) => key === 'people')
const mark = (meetingId: number, memberId: number, state: string) =>
  office.sqlite
    .prepare('INSERT INTO attendance (meetingId, memberId, state) VALUES (?, ?, ?)')
    .run(meetingId, memberId, state)
const speak = (meetingId: number, memberId: number, seconds: number) =>
  office.sqlite
    .prepare(
      "INSERT INTO speakingTurn (meetingId, memberId, kind, speakingSeconds) VALUES (?, ?, 'opinion', ?)",
    )
    .run(meetingId, memberId, seconds)

describe('readRollBook', () => {
  test('knows when somebody came late or left early, as far as it was noted', async () => {
    const an = office.addMember('Lê An', [['full', '2020-01-01', null]])
    const binh = office.addMember('Trần Bình', [['full', '2020-01-01', null]])
    const meeting = office.addMeeting('2026-03-01')
    const item = office.addAgendaItem(meeting, 'Thảo luận')
    await office.mark(meeting, an, 'late', { lateMinutes: 15, atTime: '14:15', agendaItemId: item })
    await office.mark(meeting, binh, 'leftEarly')
    const { moments } = await read('2026-01-01', '2026-12-31')
    expect([...moments.keys()]).toEqual([meeting])
    expect(moments.get(meeting)?.get(an)).toMatchObject({
      lateMinutes: 15,
      atTime: '14:15',
      itemNumber: 1,
    })
    expect(moments.get(meeting)?.has(binh)).toBe(false)
    expect((await read('2026-03-02', '2026-12-31')).moments.size).toBe(0)
  })

  test('reads the cell, its secretary on the last day, and what was held in those days', async () => {
    await office.call('cell.update', sampleCell)
    const an = office.addMember(
      'Lê An',
      [['full', '2020-01-01', null]],
      [['secretary', '2020-01-01', '2026-05-31']],
    )
    office.addMember('Trần Bình', [['full', '2020-01-01', null]], [['secretary', '2026-06-01', null]])
    const before = office.addMeeting('2026-02-28')
    const first = office.addMeeting('2026-03-01')
    const last = office.addMeeting('2026-03-31')
    const gone = office.addMeeting('2026-03-15')
    office.sqlite.prepare("UPDATE meeting SET removedAt = '2026-03-16' WHERE id = ?").run(gone)
    office.sqlite.prepare("UPDATE meeting SET period = '2026-02' WHERE id = ?").run(first)
    for (const meeting of [before, first, gone]) mark(meeting, an, 'present')
    for (const meeting of [before, last, gone]) speak(meeting, an, 60)
    office.sqlite.exec("UPDATE memberStatus SET note = 'từ Hà Nội' WHERE memberId = 1")

    const march = await read('2026-03-01', '2026-03-31')
    expect(march.cell).toEqual({
      name: sampleCell.name,
      upperBody: sampleCell.upperBody,
      place: sampleCell.place,
    })
    expect(march.secretary).toBe('Lê An')
    expect((await read('2026-03-01', '2026-06-01')).secretary).toBe('Trần Bình')
    expect(march.meetings).toEqual([
      { id: first, kind: 'regular', heldOn: '2026-03-01', period: '2026-02', called: true },
      { id: last, kind: 'regular', heldOn: '2026-03-31', period: '2026-03', called: false },
    ])
    expect(march.marks).toEqual([{ meetingId: first, memberId: an, state: 'present' }])
    expect(march.turns.map((turn) => turn.meetingId)).toEqual([last])
    expect(march.members[0]?.statuses).toMatchObject([
      { status: 'full', fromDate: '2020-01-01', toDate: null, note: 'từ Hà Nội' },
    ])
  })

  test('it is signed by who is in office on the day it is made, in the form the papers have', async () => {
    office.addMember('Lê An', [['full', '2020-01-01', null]], [['secretary', '2020-01-01', '2024-05-31']])
    office.addMember('Trần Bình', [['full', '2020-01-01', null]], [['deputy', '2020-01-01', null]])
    const signature = async () => (await read('2024-03-01', '2024-03-31')).signature
    expect(await signature()).toEqual({ lines: ['T/M CHI BỘ', 'PHÓ BÍ THƯ'], name: 'Trần Bình' })
    await office.call('layout.choose', { point: 'cellSignsAs', value: 'committee' })
    expect((await signature()).lines).toEqual(['T/M CHI ỦY', 'PHÓ BÍ THƯ'])
  })

  test('a roll is called only once somebody obliged to come has a mark', async () => {
    const exempt = office.addMember('Đỗ Chi', [['exempt', '2020-01-01', null]])
    const meeting = office.addMeeting('2026-03-01')
    mark(meeting, exempt, 'present')
    expect((await read('2026-01-01', '2026-12-31')).meetings[0]?.called).toBe(false)
    const full = office.addMember('Lê An', [['full', '2020-01-01', null]])
    mark(meeting, full, 'unexcused')
    expect((await read('2026-01-01', '2026-12-31')).meetings[0]?.called).toBe(true)
  })

  test('each member’s rate comes with its sum, those who joined or were exempt on the way included', async () => {
    const duc = office.addMember('Trần Minh Đức', [['probationary', '2026-02-05', null]])
    const an = office.addMember('Nguyễn Văn An', [['full', '2015-01-01', null]])
    const binh = office.addMember('Lê Thị Bình', [['full', '2015-01-01', null]])
    const ba = office.addMember('Phạm Văn Ba', [
      ['full', '2000-01-01', '2026-04-30'],
      ['exempt', '2026-05-01', null],
    ])
    office.addMember('Vũ Văn Mới', [['full', '2026-11-04', null]])
    for (const heldOn of ['2026-01-03', '2026-03-03', '2026-05-03']) {
      const meeting = office.addMeeting(heldOn)
      mark(meeting, an, 'present')
      mark(meeting, ba, 'present')
      mark(meeting, binh, heldOn === '2026-05-03' ? 'unexcused' : 'late')
      if (heldOn !== '2026-01-03') mark(meeting, duc, 'excused')
    }
    office.addMeeting('2026-06-03')
    const year = { report: 'rollBook', fromDate: '2026-01-01', toDate: '2026-10-31' } as const
    const people = await peopleOf(year)
    expect(people?.rows.map(({ cells }) => [cells[1]?.value, cells[10]?.value])).toEqual([
      ['Nguyễn Văn An', '3/3 (100%)'],
      ['Phạm Văn Ba', '2/2 (100%), 1 buổi được miễn sinh hoạt không tính, dự thêm 1 buổi không bắt buộc'],
      ['Lê Thị Bình', '2/3 (66,7%)'],
      ['Trần Minh Đức', '0/2 (0%), 1 buổi trước khi chuyển đến không tính'],
    ])
  })

  test('what a removed member said still counts, under their name', async () => {
    const an = office.addMember('Lê An', [['full', '2020-01-01', null]])
    const removed = office.addMember('Trần Bình', [['full', '2020-01-01', null]])
    const meeting = office.addMeeting('2026-03-01')
    mark(meeting, an, 'present')
    mark(meeting, removed, 'present')
    speak(meeting, removed, 90)
    office.sqlite.prepare("UPDATE member SET removedAt = '2026-03-02' WHERE id = ?").run(removed)

    const data = await read('2026-01-01', '2026-12-31')
    const all = { report: 'rollBook', fromDate: '2026-01-01', toDate: '2026-12-31' } as const
    const people = await peopleOf(all)
    const values = (cells: readonly { value: unknown }[]) => cells.map((cell) => cell.value)
    // name, obliged, present; turns, minutes
    expect(people?.rows.map(({ cells }) => [1, 2, 3, 8, 9].map((at) => values(cells)[at]))).toEqual([
      ['Lê An', 1, 1, 0, 0],
      ['Trần Bình', 0, 0, 1, 1.5],
    ])
    expect(values(people?.totals[0]?.cells ?? []).slice(1, 4)).toEqual(['TỔNG SỐ', 1, 1])
    for (const { at, result, cached } of evaluate(await rollBookWorkbook(data)))
      expect(cached, at).toBe(result)
  })
})
