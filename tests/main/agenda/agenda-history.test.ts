import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startProgram, type TestProgram } from '../../support/program.ts'

let office: TestProgram
beforeEach(() => {
  office = startProgram({ now: '2026-09-03T14:00:00+07:00' })
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})

async function addMeeting(heldOn: string) {
  const defaults = await office.call('meetings.defaults', { kind: 'regular', heldOn })
  return (await office.call('meetings.create', { ...defaults, place: 'Phòng họp' })).id
}
type Links = { carriedFromId?: number; conclusionId?: number; taskId?: number }
async function addItem(meetingId: number, title: string, links: Links = {}) {
  const fields = { contentClass: 'professional' as const, part: 'main' as const, privateNote: '' }
  const { id } = await office.call('agenda.create', {
    meetingId,
    title,
    ownerId: null,
    plannedMinutes: 12,
    ...fields,
    ...links,
  })
  return id
}
const history = (id: number) => office.call('agenda.history', { id })
const titles = async (id: number) => (await history(id)).meetings.map(({ title }) => title)
const conclude = (meetingId: number, agendaItemId: number, content: string) =>
  office.call('conclusions.create', { meetingId, agendaItemId, content })

describe('the history of an item', () => {
  test('tells each meeting with its minutes, how it ended and what was concluded', async () => {
    const september = await addMeeting('2026-09-03')
    const first = await addItem(september, 'Sửa nhà văn hóa')
    await office.call('running.startItem', { agendaItemId: first })
    office.setNow('2026-09-03T14:07:30+07:00')
    await conclude(september, first, 'Xin dự toán của xã')
    await office.call('closing.close', { meetingId: september })
    const october = await addMeeting('2026-10-03')
    const second = await addItem(october, 'Sửa nhà văn hóa (tiếp)', { carriedFromId: first })
    const third = await addItem(await addMeeting('2026-11-03'), 'Sửa nhà văn hóa (xong)', {
      carriedFromId: second,
    })
    await office.call('carry.drop', {
      meetingId: october,
      kind: 'item',
      sourceId: first,
      reason: 'chờ xã trả lời',
    })
    office.setNow('2026-10-04T08:00:00+07:00')
    const told = await history(second)
    expect(told).toMatchObject({ title: 'Sửa nhà văn hóa (tiếp)', finished: null, tasks: [] })
    expect(told.meetings).toMatchObject([
      {
        itemId: first,
        meetingId: september,
        heldOn: '2026-09-03',
        meetingTitle: 'Sinh hoạt thường kỳ tháng 09/2026',
        plannedMinutes: 12,
        ranMinutes: 8,
        state: 'unfinished',
        conclusions: [{ content: 'Xin dự toán của xã', doneOn: null }],
      },
      { itemId: second, ranMinutes: null, state: 'unknown', conclusions: [] },
      { itemId: third, ranMinutes: null, state: 'planned' },
    ])
    expect(told.drops).toEqual([
      {
        meetingTitle: 'Sinh hoạt thường kỳ tháng 10/2026',
        reason: 'chờ xã trả lời',
        droppedOn: '2026-09-03',
      },
    ])
    for (const id of [first, third]) expect((await history(id)).meetings).toEqual(told.meetings)
    const earlier = async (meetingId: number, id: number) =>
      (await office.call('agenda.list', { meetingId })).items.find((item) => item.id === id)?.earlierMeetings
    expect([await earlier(september, first), await earlier(october, second)]).toEqual([0, 1])
  })

  test('follows a conclusion and its tasks from the item that gave them, and no other matter of that item', async () => {
    const september = await addMeeting('2026-09-03')
    const talk = await addItem(september, 'Bàn việc chung')
    const { id: trees } = await conclude(september, talk, 'Trồng cây')
    const { id: fund } = await conclude(september, talk, 'Lập quỹ')
    const { id: taskId } = await office.call('tasks.create', {
      meetingId: september,
      conclusionId: fund,
      title: 'Vận động quỹ',
      ownerIds: [],
      dueOn: '2026-09-30',
      reportMeetingId: null,
      doneOn: null,
    })
    const october = await addMeeting('2026-10-03')
    const about = await addItem(october, 'Báo cáo trồng cây', { conclusionId: trees })
    const report = await addItem(october, 'Báo cáo quỹ', { taskId })
    const again = await addItem(await addMeeting('2026-11-03'), 'Trồng cây lần hai', { conclusionId: trees })
    expect(await titles(about)).toEqual(['Bàn việc chung', 'Báo cáo trồng cây', 'Trồng cây lần hai'])
    expect(await titles(again)).toEqual(['Bàn việc chung', 'Báo cáo trồng cây', 'Trồng cây lần hai'])
    expect(await titles(report)).toEqual(['Bàn việc chung', 'Báo cáo quỹ'])
    expect((await history(report)).tasks).toEqual([
      { id: taskId, title: 'Vận động quỹ', dueOn: '2026-09-30', doneOn: null },
    ])
    expect(await titles(talk)).toEqual([
      'Bàn việc chung',
      'Báo cáo trồng cây',
      'Báo cáo quỹ',
      'Trồng cây lần hai',
    ])
    expect((await history(about)).tasks).toEqual([])
  })

  test('leaves out removed meetings, and knows none of their items', async () => {
    const september = await addMeeting('2026-09-03')
    const first = await addItem(september, 'Sửa nhà văn hóa')
    const second = await addItem(await addMeeting('2026-10-03'), 'Sửa tiếp', { carriedFromId: first })
    await office.call('meetings.remove', { id: september })
    expect(await titles(second)).toEqual(['Sửa tiếp'])
    await expect(history(first)).rejects.toMatchObject({ code: 'not-found' })
    await expect(history(9999)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a new item takes up nothing that is not there', async () => {
    const september = await addMeeting('2026-09-03')
    for (const links of [{ carriedFromId: 9999 }, { conclusionId: 9999 }, { taskId: 9999 }])
      await expect(addItem(september, 'Sửa', links)).rejects.toMatchObject({ code: 'not-found' })
  })
})
