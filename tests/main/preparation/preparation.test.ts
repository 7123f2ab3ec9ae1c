import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MeetingKind } from '../../../src/shared/rules/meeting.ts'
import { addPerson } from '../../support/people.ts'
import { startProgram, type TestProgram } from '../../support/program.ts'

let office: TestProgram
let secretary: number
let member: number
let meetingId: number

beforeEach(async () => {
  office = startProgram({ now: '2026-11-21T08:00:00+07:00' })
  secretary = await addPerson(office, 'Nguyễn Thị Hòa', { role: 'secretary' })
  member = await addPerson(office, 'Trần Văn Đức')
  meetingId = await addMeeting('2026-11-28')
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})

async function addMeeting(heldOn: string, kind: MeetingKind = 'regular', period = '2026-11') {
  const defaults = await office.call('meetings.defaults', { kind, heldOn })
  const fields = { ...defaults, period, place: 'Phòng họp', minuteTakerId: member }
  return (await office.call('meetings.create', fields)).id
}
const undoable = async () => (await office.call('history.status', {})).undo
const step = async (name: string) =>
  (await office.call('preparation.get', { meetingId })).find((each) => each.step === name)
const items = async () => (await office.call('agenda.list', { meetingId })).items

describe('the steps', () => {
  test('are noted by their day, changed, taken back, each with its sentence', async () => {
    const notice = { meetingId, step: 'notice', note: '' } as const
    expect(await step('notice')).toMatchObject({ dueOn: '2026-11-25', state: 'open', doneOn: null })
    await office.call('preparation.mark', { ...notice, doneOn: '2026-11-20' })
    expect(await undoable()).toContain(
      'Sinh hoạt thường kỳ tháng 11/2026: Gửi thông báo đến từng đảng viên, xong ngày 20/11/2026',
    )
    await office.call('preparation.mark', { ...notice, doneOn: '2026-11-21', note: 'qua nhóm chung' })
    expect(await step('notice')).toMatchObject({
      doneOn: '2026-11-21',
      state: 'done',
      note: 'qua nhóm chung',
    })
    await office.call('preparation.mark', { ...notice, doneOn: null })
    expect(await step('notice')).toMatchObject({ doneOn: null, note: '' })
    await office.call('history.undo', {})
    expect(await step('notice')).toMatchObject({ doneOn: '2026-11-21', note: 'qua nhóm chung' })
  })

  test('find the committee meeting of the period, the last one up to the meeting', async () => {
    expect(await step('committee')).toMatchObject({ doneOn: null })
    await addMeeting('2026-10-20', 'committee', '2026-10')
    await addMeeting('2026-11-30', 'committee')
    expect(await step('committee')).toMatchObject({ doneOn: null })
    await addMeeting('2026-11-18', 'committee')
    const late = await addMeeting('2026-11-20', 'committee')
    expect(await step('committee')).toMatchObject({ doneOn: '2026-11-20', found: true, state: 'done' })
    await office.call('meetings.remove', { id: late })
    expect(await step('committee')).toMatchObject({ doneOn: '2026-11-18' })
  })

  test('are those of a meeting that is there', async () => {
    await office.call('meetings.remove', { id: meetingId })
    await expect(office.call('preparation.get', { meetingId })).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      office.call('preparation.mark', { meetingId, step: 'ask', doneOn: null, note: '' }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('whom to ask', () => {
  const ask = async (memberId: number, index: number, question = 'Đồng chí thấy thế nào?') => {
    const agendaItemId = (await items())[index]?.id ?? 0
    return office.call('asks.create', { meetingId, agendaItemId, memberId, question })
  }
  const list = async () => office.call('asks.list', { meetingId })

  test('stands in the order of the agenda, then by given name', async () => {
    await ask(secretary, 3)
    await ask(member, 3)
    await ask(secretary, 1)
    expect(await undoable()).toContain('Mời Nguyễn Thị Hòa phát biểu về mục “')
    expect((await list()).map(({ fullName, askedOn }) => [fullName, askedOn])).toEqual([
      ['Nguyễn Thị Hòa', null],
      ['Trần Văn Đức', null],
      ['Nguyễn Thị Hòa', null],
    ])
  })

  test('is told once, and the step is done when all are', async () => {
    const first = await ask(member, 3)
    const second = await ask(secretary, 3)
    const told = { question: 'Khác', prepared: false, asked: true }
    await office.call('asks.update', { id: first.id, ...told })
    expect(await step('ask')).toMatchObject({ doneOn: null })
    office.setNow('2026-11-22T23:30:00+07:00')
    await office.call('asks.update', { id: first.id, ...told })
    await office.call('asks.update', { id: second.id, ...told })
    expect((await list()).map(({ askedOn, question }) => [askedOn, question])).toEqual([
      ['2026-11-21', 'Khác'],
      ['2026-11-22', 'Khác'],
    ])
    expect(await step('ask')).toMatchObject({ doneOn: '2026-11-22', found: true })
    await office.call('asks.update', { id: second.id, question: '', prepared: false, asked: false })
    expect(await undoable()).toContain('Chưa mời Nguyễn Thị Hòa phát biểu')
    expect(await step('ask')).toMatchObject({ doneOn: null })
    await office.call('asks.remove', { id: second.id })
    expect(await list()).toHaveLength(1)
  })

  test('says whether a paper is prepared, which then waits in the running meeting', async () => {
    const { id } = await ask(member, 3)
    const papers = async () => (await office.call('running.live', { meetingId })).papers
    expect(await papers()).toEqual([])
    await office.call('asks.update', { id, question: '', prepared: true, asked: false })
    expect(await undoable()).toBe('Trần Văn Đức có tham luận')
    expect((await list())[0]).toMatchObject({ prepared: true, askedOn: null })
    expect(await papers()).toMatchObject([{ fullName: 'Trần Văn Đức' }])
    await office.call('history.undo', {})
    expect((await list())[0]).toMatchObject({ prepared: false, question: 'Đồng chí thấy thế nào?' })
    expect(await papers()).toEqual([])
  })

  test('goes with its item, and comes back with it', async () => {
    await ask(member, 3)
    await office.call('agenda.remove', { id: (await items())[3]?.id ?? 0 })
    expect(await list()).toEqual([])
    await office.call('history.undo', {})
    expect(await list()).toHaveLength(1)
  })

  test('is somebody who takes part, once for an item of this meeting', async () => {
    const away = await addPerson(office, 'Lê Thị Xa', { status: 'temporaryElsewhere' })
    await expect(ask(away, 1)).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { memberId: expect.any(String) },
    })
    await ask(member, 1)
    await expect(ask(member, 1)).rejects.toMatchObject({
      fields: { memberId: 'Đã có lời mời người này cho mục này' },
    })
    const other = await addMeeting('2026-12-05')
    const foreign = (await office.call('agenda.list', { meetingId: other })).items[0]?.id ?? 0
    await expect(
      office.call('asks.create', { meetingId, agendaItemId: foreign, memberId: member, question: '' }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(office.call('asks.remove', { id: 9999 })).rejects.toMatchObject({ code: 'not-found' })
  })
})
