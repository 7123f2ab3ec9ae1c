import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Input } from '../../../src/shared/contract/index.ts'
import { type RollOffice, startMeetingOfTwo } from '../../support/roll-office.ts'

let office: RollOffice
let meetingId: number
let itemId: number
let an: number
let binh: number

beforeEach(() => {
  ;({ office, an, binh, meetingId, itemId } = startMeetingOfTwo('Định hướng tư tưởng'))
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})

type Fields = Omit<Input<'remarks.create'>, 'meetingId'>
const fields = (more: Partial<Fields> = {}): Fields => ({
  kind: 'commendation',
  content: 'Trực thay ca đêm mùa bão',
  memberIds: [],
  agendaItemId: null,
  ...more,
})
const note = (more: Partial<Fields> = {}) => office.call('remarks.create', { meetingId, ...fields(more) })
const list = () => office.call('remarks.list', { meetingId })
const lastStep = async () => (await office.call('history.status', {})).undo

it('are listed in the order they were noted, with whom they concern and their item', async () => {
  const { id } = await note({ content: '  Trực thay ca đêm ', memberIds: [binh, an], agendaItemId: itemId })
  expect(await lastStep()).toBe('Ghi biểu dương “Trực thay ca đêm”')
  await note({ kind: 'petition', content: 'Xin thêm đầu sách' })
  expect(await list()).toEqual([
    {
      id,
      kind: 'commendation',
      content: 'Trực thay ca đêm',
      agendaItemId: itemId,
      agendaItemTitle: 'Định hướng tư tưởng',
      members: [
        { memberId: binh, fullName: 'Lê Thị Bình' },
        { memberId: an, fullName: 'Nguyễn Văn An' },
      ],
    },
    expect.objectContaining({ kind: 'petition', members: [], agendaItemTitle: null }),
  ])
})

it('are refused without words, with an item of another meeting, or with unknown or doubled people', async () => {
  const other = office.addAgendaItem(office.addMeeting('2026-10-03'), 'Mục của tháng trước')
  const refusals: [Partial<Fields>, string, RegExp][] = [
    [{ content: '  ' }, 'content', /Chưa nhập/],
    [{ agendaItemId: other }, 'agendaItemId', /chương trình/],
    [{ memberIds: [an, 999] }, 'memberIds', /Không tìm thấy/],
    [{ memberIds: [an, an] }, 'memberIds', /hai lần/],
  ]
  const { id } = await note()
  for (const [more, field, message] of refusals) {
    const refusal = { code: 'invalid-input', fields: { [field]: expect.stringMatching(message) } }
    await expect(note(more)).rejects.toMatchObject(refusal)
    await expect(office.call('remarks.update', { id, ...fields(more) })).rejects.toMatchObject(refusal)
  }
  expect(await list()).toHaveLength(1)
  await expect(office.call('remarks.list', { meetingId: 999 })).rejects.toMatchObject({ code: 'not-found' })
})

it('can be corrected, removed and brought back with their people', async () => {
  const { id } = await note({ memberIds: [an] })
  const changed = fields({ kind: 'reminder', content: 'Nộp báo cáo muộn', memberIds: [binh] })
  await office.call('remarks.update', { id, ...changed })
  expect(await list()).toMatchObject([{ id, kind: 'reminder', members: [{ memberId: binh }] }])
  await office.call('remarks.remove', { id })
  expect(await lastStep()).toBe('Xóa phê bình, nhắc nhở “Nộp báo cáo muộn”')
  expect(await list()).toEqual([])
  await office.call('history.undo', {})
  expect(await list()).toMatchObject([{ id, members: [{ memberId: binh }] }])
  await office.call('history.undo', {})
  expect(await list()).toMatchObject([{ id, kind: 'commendation', members: [{ memberId: an }] }])
  await expect(office.call('remarks.remove', { id: 999 })).rejects.toMatchObject({ code: 'not-found' })
})

it('stay when their item is taken off the agenda', async () => {
  await note({ agendaItemId: itemId })
  await office.call('agenda.remove', { id: itemId })
  expect(await list()).toMatchObject([{ agendaItemId: null, agendaItemTitle: null }])
  await office.call('history.undo', {})
  expect(await list()).toMatchObject([{ agendaItemId: itemId }])
})

it('stand on the page of the member they concern, newest first, without those of removed meetings', async () => {
  const ofMember = () => office.call('remarks.ofMember', { memberId: an })
  await note({ memberIds: [an, binh] })
  await note({ memberIds: [binh] })
  const october = office.addMeeting('2026-10-03')
  await office.call('remarks.create', {
    meetingId: october,
    ...fields({ kind: 'reminder', content: 'Họp muộn', memberIds: [an] }),
  })
  expect(await ofMember()).toMatchObject([
    {
      kind: 'commendation',
      content: 'Trực thay ca đêm mùa bão',
      meetingId,
      meetingTitle: 'Sinh hoạt thường kỳ tháng 11/2026',
      heldOn: '2026-11-03',
    },
    { kind: 'reminder', meetingId: october },
  ])
  await office.call('meetings.remove', { id: meetingId })
  expect(await ofMember()).toHaveLength(1)
  await office.call('history.undo', {})
  expect(await ofMember()).toHaveLength(2)
})

it('may be of the latest meetings up to today, newest first', async () => {
  office.addMeeting('2026-12-03')
  const removed = office.addMeeting('2026-11-10')
  await office.call('meetings.remove', { id: removed })
  for (let month = 1; month <= 12; month++) office.addMeeting(`2025-${String(month).padStart(2, '0')}-03`)
  const meetings = await office.call('remarks.meetings', {})
  expect(meetings).toHaveLength(12)
  expect(meetings[0]).toEqual({
    id: meetingId,
    title: 'Sinh hoạt thường kỳ tháng 11/2026',
    heldOn: '2026-11-03',
  })
  expect(meetings.at(-1)?.heldOn).toBe('2025-02-03')
})

it('changed after the meeting was closed are told among the changes, those of people only too', async () => {
  const { id } = await note({ memberIds: [an] })
  await office.call('closing.close', { meetingId })
  office.setNow('2026-11-22T09:30:00+07:00')
  await office.call('remarks.update', { id, ...fields({ memberIds: [binh] }) })
  expect((await office.call('closing.get', { meetingId })).changes).toEqual([
    { description: 'Sửa biểu dương “Trực thay ca đêm mùa bão”', doneAt: '2026-11-22T02:30:00.000Z' },
  ])
})
