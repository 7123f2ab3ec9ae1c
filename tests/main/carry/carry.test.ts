import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CarryKind } from '../../../src/shared/rules/carry.ts'
import type { MeetingKind } from '../../../src/shared/rules/meeting.ts'
import { addPerson } from '../../support/people.ts'
import { startProgram, type TestProgram } from '../../support/program.ts'

let office: TestProgram
let october: number
let november: number
beforeEach(async () => {
  office = startProgram({ now: '2026-10-03T14:00:00+07:00' })
  await addPerson(office, 'Nguyễn Thị Hòa', { role: 'secretary' })
  october = await addMeeting('2026-10-03')
  november = await addMeeting('2026-11-28')
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})

async function addMeeting(heldOn: string, kind: MeetingKind = 'regular') {
  const defaults = await office.call('meetings.defaults', { kind, heldOn })
  return (await office.call('meetings.create', { ...defaults, place: 'Phòng họp' })).id
}
async function addItem(meetingId: number, title: string) {
  const { id } = await office.call('agenda.create', {
    meetingId,
    part: 'main',
    contentClass: 'professional',
    title,
    ownerId: null,
    plannedMinutes: 12,
    privateNote: '',
  })
  return id
}
const task = (fields: { title: string; conclusionId?: number; dueOn?: string }) =>
  office.call('tasks.create', {
    meetingId: october,
    conclusionId: null,
    dueOn: null,
    ownerIds: [],
    reportMeetingId: null,
    doneOn: null,
    ...fields,
  })
const conclude = (content: string, agendaItemId: number | null = null) =>
  office.call('conclusions.create', { meetingId: october, agendaItemId, content })
const list = (meetingId = november) => office.call('carry.list', { meetingId })
const titles = async (meetingId = november) => (await list(meetingId)).proposals.map(({ title }) => title)
async function take(kind: CarryKind, meetingId = november) {
  const proposal = (await list(meetingId)).proposals.find((each) => each.kind === kind)
  if (!proposal) throw new Error(`nothing of ${kind}`)
  return office.call('agenda.create', { meetingId, ...proposal.item })
}
/** Holds October's meeting: its items up to one are run, the last of them is still under way at the end. */
async function hold(upTo: string) {
  const { items } = await office.call('agenda.list', { meetingId: october })
  for (const item of items) {
    await office.call('running.startItem', { agendaItemId: item.id })
    if (item.title === upTo) break
  }
  await office.call('closing.close', { meetingId: october })
  office.setNow('2026-11-21T08:00:00+07:00')
}

describe('carry.list', () => {
  test('brings back what was cut short or not taken up, but nothing that every agenda has', async () => {
    await addItem(october, 'Sửa nhà văn hóa')
    await addItem(october, 'Trồng cây')
    await hold('Sửa nhà văn hóa')
    expect((await list()).proposals.map(({ title, why }) => [title, why])).toEqual([
      ['Sửa nhà văn hóa', 'chưa xong ở Sinh hoạt thường kỳ tháng 10/2026'],
      ['Trồng cây', 'chưa tiến hành ở Sinh hoạt thường kỳ tháng 10/2026'],
    ])
    await take('item')
    expect(await titles()).toEqual(['Trồng cây'])
    await office.call('history.undo', {})
    expect(await titles()).toEqual(['Sửa nhà văn hóa', 'Trồng cây'])
  })

  test('goes by what the secretary says of an item before what its clock says', async () => {
    const repair = await addItem(october, 'Sửa nhà văn hóa')
    office.setNow('2026-11-21T08:00:00+07:00')
    expect(await titles()).toEqual([])
    await office.call('agenda.setFinished', { id: repair, finished: false })
    expect(await titles()).toEqual(['Sửa nhà văn hóa'])
    await office.call('agenda.setFinished', { id: repair, finished: true })
    expect(await titles()).toEqual([])
    await office.call('agenda.setFinished', { id: repair, finished: null })
    expect((await office.call('history.status', {})).undo).toBe('Ghi mục “Sửa nhà văn hóa”: theo đồng hồ')
  })

  test('looks at the last regular meeting and what the cell held since, no further', async () => {
    const repair = await addItem(october, 'Sửa nhà văn hóa')
    await office.call('agenda.setFinished', { id: repair, finished: false })
    const extra = await addMeeting('2026-10-20', 'extraordinary')
    const committee = await addMeeting('2026-11-20', 'committee')
    for (const [id, title] of [
      [extra, 'Bàn việc gấp'],
      [committee, 'Việc chi ủy'],
    ] as const)
      await office.call('agenda.setFinished', { id: await addItem(id, title), finished: false })
    expect(await titles()).toEqual(['Sửa nhà văn hóa', 'Bàn việc gấp'])
    const december = await addMeeting('2026-12-28')
    expect(await titles(december)).toEqual([])
  })

  test('brings back a conclusion until its day is noted, and its tasks in its place', async () => {
    const { id } = await conclude('Trồng cây ven đường')
    const { id: withTask } = await conclude('Lập quỹ khuyến học')
    const { id: taskId } = await task({ title: 'Vận động quỹ', conclusionId: withTask, dueOn: '2026-11-15' })
    office.setNow('2026-11-21T08:00:00+07:00')
    expect((await list()).proposals.map(({ title, why }) => [title, why])).toEqual([
      ['Trồng cây ven đường', 'kết luận của Sinh hoạt thường kỳ tháng 10/2026, chưa ghi ngày thực hiện'],
      ['Vận động quỹ', 'quá hạn 6 ngày, chưa có người làm, thực hiện kết luận “Lập quỹ khuyến học”'],
    ])
    await take('conclusion')
    expect(await titles()).toEqual(['Vận động quỹ'])
    // Not carried out at that meeting: it comes back for the next one.
    const december = await addMeeting('2026-12-28')
    expect((await list(december)).proposals[0]?.why).toContain('đã có trong 1 chương trình trước')
    await office.call('conclusions.setDone', { id, doneOn: '2026-11-21' })
    await office.call('tasks.setDone', { id: taskId, doneOn: '2026-11-20' })
    expect(await titles(december)).toEqual([])
    await office.call('history.undo', {})
    expect(await titles(december)).toEqual(['Vận động quỹ'])
  })

  test('has nothing for a meeting that is over or of another kind', async () => {
    await conclude('Trồng cây ven đường')
    const committee = await addMeeting('2026-11-20', 'committee')
    const themed = await addMeeting('2026-11-25', 'themed')
    expect(await titles(committee)).toEqual([])
    expect(await titles(themed)).toEqual([])
    expect(await titles(await addMeeting('2026-11-26', 'regularThemed'))).toEqual(['Trồng cây ven đường'])
    office.setNow('2026-11-29T08:00:00+07:00')
    expect(await titles()).toEqual([])
  })

  test('forgets what a removed meeting decided', async () => {
    await conclude('Trồng cây ven đường')
    await task({ title: 'Đào hố' })
    expect(await titles()).toEqual(['Trồng cây ven đường', 'Đào hố'])
    await office.call('meetings.remove', { id: october })
    expect(await titles()).toEqual([])
    await office.call('meetings.remove', { id: november })
    await expect(list()).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('what is put aside', () => {
  test('keeps its word and its day, is seen, and can be taken back', async () => {
    const { id: sourceId } = await task({ title: 'Đào hố', dueOn: '2026-11-20' })
    office.setNow('2026-11-21T08:00:00+07:00')
    expect((await office.call('agenda.check', { meetingId: november })).map(({ kind }) => kind)).toContain(
      'taskWaiting',
    )
    await office.call('carry.drop', { meetingId: november, kind: 'task', sourceId, reason: ' đất chưa khô ' })
    const aside = await list()
    expect(aside.proposals).toEqual([])
    expect(aside.dropped).toMatchObject([
      { kind: 'task', sourceId, title: 'Đào hố', reason: 'đất chưa khô', droppedOn: '2026-11-21' },
    ])
    // The check of the agenda does not ask again for what was just put aside.
    expect(
      (await office.call('agenda.check', { meetingId: november })).map(({ kind }) => kind),
    ).not.toContain('taskWaiting')
    const december = await addMeeting('2026-12-28')
    expect((await list(december)).proposals[0]?.why).toContain(
      'đã gác lại ở Sinh hoạt thường kỳ tháng 11/2026: đất chưa khô',
    )
    await office.call('carry.restore', { id: aside.dropped[0]?.id ?? 0 })
    expect(await titles()).toEqual(['Đào hố'])
    await office.call('history.undo', {})
    expect(await titles()).toEqual([])
  })

  test('takes a new word in place of the old one', async () => {
    const { id: sourceId } = await conclude('Trồng cây ven đường')
    const put = (reason: string) =>
      office.call('carry.drop', { meetingId: november, kind: 'conclusion', sourceId, reason })
    await put('chờ cây giống')
    await put('chờ mưa')
    expect((await list()).dropped.map(({ reason }) => reason)).toEqual(['chờ mưa'])
  })

  test('asks for a word, and knows nothing that is not there', async () => {
    const put = (kind: CarryKind, sourceId: number, reason: string) =>
      office.call('carry.drop', { meetingId: november, kind, sourceId, reason })
    const { id } = await conclude('Trồng cây ven đường')
    await expect(put('conclusion', id, '  ')).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { reason: 'Chưa nhập lý do' },
    })
    for (const kind of ['item', 'conclusion', 'task'] as const)
      await expect(put(kind, 9999, 'thôi')).rejects.toMatchObject({ code: 'not-found' })
    await expect(office.call('carry.restore', { id: 9999 })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is no change to the record of the meeting it comes from', async () => {
    const repair = await addItem(october, 'Sửa nhà văn hóa')
    const { id: sourceId } = await conclude('Trồng cây ven đường', repair)
    await hold('Thảo luận')
    await office.call('carry.drop', { meetingId: november, kind: 'item', sourceId: repair, reason: 'thôi' })
    await office.call('carry.drop', { meetingId: november, kind: 'conclusion', sourceId, reason: 'thôi' })
    await office.call('conclusions.setDone', { id: sourceId, doneOn: '2026-11-01' })
    await office.call('agenda.setFinished', { id: repair, finished: true })
    expect((await office.call('closing.get', { meetingId: october })).changes).toEqual([])
  })
})
