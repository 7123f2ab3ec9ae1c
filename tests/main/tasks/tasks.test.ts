import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../src/shared/contract/index.ts'
import { type RollOffice, startRollOffice } from '../../support/roll-office.ts'

let office: RollOffice
let october: number
let november: number
let an: number
let binh: number

beforeEach(() => {
  office = startRollOffice()
  an = office.addMember('Nguyễn Văn An', [['full', '2015-01-01', null]], [['secretary', '2025-01-01', null]])
  binh = office.addMember('Lê Thị Bình', [['probationary', '2026-01-01', null]])
  october = office.addMeeting('2026-10-05')
  november = office.addMeeting('2026-11-03')
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})

const task = (more: Partial<Input<'tasks.create'>> = {}): Input<'tasks.create'> => ({
  meetingId: october,
  conclusionId: null,
  title: 'Nộp báo cáo chuyên đề',
  ownerIds: [an],
  dueOn: '2026-11-01',
  reportMeetingId: null,
  doneOn: null,
  ...more,
})
const create = (more: Partial<Input<'tasks.create'>> = {}) => office.call('tasks.create', task(more))
const titles = async (state: 'open' | 'done' = 'open') =>
  (await office.call('tasks.list', { state })).map(({ title }) => title)

describe('tasks', () => {
  it('are given with owners, a day, where they come from and where they are reported on', async () => {
    const conclusion = await office.call('conclusions.create', {
      meetingId: october,
      agendaItemId: null,
      content: 'Báo cáo trước kỳ họp',
    })
    const { id } = await create({
      title: ' Nộp báo cáo ',
      ownerIds: [binh, an],
      reportMeetingId: november,
      conclusionId: conclusion.id,
    })
    expect(await office.lastStep()).toBe('Giao nhiệm vụ “Nộp báo cáo”')
    const whole = {
      id,
      meetingId: october,
      conclusionId: conclusion.id,
      title: 'Nộp báo cáo',
      dueOn: '2026-11-01',
      reportMeetingId: november,
      doneOn: null,
      owners: [
        { memberId: binh, fullName: 'Lê Thị Bình' },
        { memberId: an, fullName: 'Nguyễn Văn An' },
      ],
      meetingTitle: 'Sinh hoạt thường kỳ tháng 10/2026',
      reportMeetingTitle: 'Sinh hoạt thường kỳ tháng 11/2026',
      conclusion: 'Báo cáo trước kỳ họp',
    }
    expect(await office.call('tasks.list', { state: 'open' })).toEqual([whole])
    expect(await office.call('tasks.ofMeeting', { meetingId: october })).toEqual([whole])
    expect(await office.call('tasks.ofMeeting', { meetingId: november })).toEqual([whole])
    await office.call('conclusions.remove', { id: conclusion.id })
    await office.call('meetings.remove', { id: november })
    expect(await office.call('tasks.list', { state: 'open' })).toEqual([
      { ...whole, conclusionId: null, conclusion: null, reportMeetingId: null, reportMeetingTitle: null },
    ])
  })

  it('come by due date, those without one last, and none of a removed meeting', async () => {
    await create({ title: 'Không hạn', dueOn: null, meetingId: null })
    await create({ title: 'Sau', dueOn: '2026-12-01' })
    await create({ title: 'Trước', dueOn: '2026-11-01' })
    await create({ title: 'Của buổi bị xóa', meetingId: november })
    await office.call('meetings.remove', { id: november })
    expect(await titles()).toEqual(['Trước', 'Sau', 'Không hạn'])
    const assignees = await office.call('tasks.assignees', {})
    expect(assignees).toMatchObject([{ memberId: an, open: 3, overdue: 1 }, { open: 0 }])
  })

  it('are done on a day, leave the open ones, and can be opened again', async () => {
    const { id } = await create()
    await office.call('tasks.setDone', { id, doneOn: '2026-11-20' })
    expect(await office.lastStep()).toBe('Ghi xong ngày 20/11/2026: nhiệm vụ “Nộp báo cáo chuyên đề”')
    expect(await titles()).toEqual([])
    expect(await office.call('tasks.list', { state: 'done' })).toMatchObject([{ doneOn: '2026-11-20' }])
    await office.call('tasks.setDone', { id, doneOn: null })
    expect(await office.lastStep()).toBe('Mở lại nhiệm vụ “Nộp báo cáo chuyên đề”')
    expect(await titles()).toHaveLength(1)
    await create({ title: 'Năm ngoái', doneOn: '2025-11-20' })
    await create({ title: 'Trong năm', doneOn: '2025-11-21' })
    expect(await titles('done')).toEqual(['Trong năm'])
    await expect(office.call('tasks.setDone', { id, doneOn: '2026-11-22' })).rejects.toMatchObject({
      fields: { doneOn: 'Ngày hoàn thành chưa tới' },
    })
  })

  it('change in every part, and undo puts the owners back too', async () => {
    const { id } = await create({ ownerIds: [an, binh] })
    const before = await office.call('tasks.list', { state: 'open' })
    await office.call('tasks.update', { id, ...task({ title: 'Việc khác', ownerIds: [binh], dueOn: null }) })
    expect(await office.call('tasks.list', { state: 'open' })).toMatchObject([
      { title: 'Việc khác', dueOn: null, owners: [{ memberId: binh }] },
    ])
    await office.call('history.undo', {})
    expect(await office.call('tasks.list', { state: 'open' })).toEqual(before)
    await office.call('tasks.remove', { id })
    expect(await titles()).toEqual([])
    await office.call('history.undo', {})
    expect(await office.call('tasks.list', { state: 'open' })).toEqual(before)
  })

  it('are refused with what is not there', async () => {
    const conclusion = await office.call('conclusions.create', {
      meetingId: november,
      agendaItemId: null,
      content: 'Của buổi khác',
    })
    const refusals: [Partial<Input<'tasks.create'>>, string][] = [
      [{ title: ' ' }, 'title'],
      [{ ownerIds: [999] }, 'ownerIds'],
      [{ ownerIds: [an, an] }, 'ownerIds'],
      [{ meetingId: 999 }, 'meetingId'],
      [{ reportMeetingId: 999 }, 'reportMeetingId'],
      [{ conclusionId: conclusion.id }, 'conclusionId'],
      [{ doneOn: '2026-11-22' }, 'doneOn'],
      [{ dueOn: '2026-02-30' }, 'dueOn'],
    ]
    for (const [more, field] of refusals)
      await expect(create(more)).rejects.toMatchObject({
        code: 'invalid-input',
        fields: { [field]: expect.any(String) },
      })
    await expect(office.call('tasks.remove', { id: 999 })).rejects.toMatchObject({ code: 'not-found' })
    expect(await titles()).toEqual([])
  })
})

describe('whom and when to ask', () => {
  it('lists whoever takes part today by given name, with what they have in hand', async () => {
    office.addMember('Phạm Văn Xa', [['temporaryElsewhere', '2026-01-01', null]])
    office.addMember('Phạm Văn Cũ', [['full', '2015-01-01', '2026-11-20']])
    await create({ ownerIds: [an, binh] })
    await create({ dueOn: '2026-11-21' })
    await create({ doneOn: '2026-11-20' })
    expect(await office.call('tasks.assignees', {})).toEqual([
      { memberId: an, fullName: 'Nguyễn Văn An', role: 'secretary', open: 2, overdue: 1 },
      { memberId: binh, fullName: 'Lê Thị Bình', role: 'member', open: 1, overdue: 1 },
    ])
  })

  it('offers the meetings of the year after, soonest first', async () => {
    office.addMeeting('2027-12-03')
    expect(await office.call('tasks.reportMeetings', { after: '2026-10-04' })).toEqual([
      { id: october, title: 'Sinh hoạt thường kỳ tháng 10/2026', heldOn: '2026-10-05' },
      { id: november, title: 'Sinh hoạt thường kỳ tháng 11/2026', heldOn: '2026-11-03' },
    ])
    expect(await office.call('tasks.reportMeetings', { after: '2026-11-03' })).toEqual([])
  })
})
