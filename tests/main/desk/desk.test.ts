import { afterEach, beforeEach, expect, it } from 'vitest'
import { markAt } from '../../support/meetings.ts'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let test: TestProgram
beforeEach(async () => {
  test = startProgram({ now: '2026-11-21T08:00:00+07:00' })
  await test.call('cell.update', sampleCell)
})
afterEach(() => {
  expect(test.errors).toEqual([])
  test.close()
})

async function plan(heldOn: string, kind: 'regular' | 'committee' = 'regular'): Promise<number> {
  const fields = await test.call('meetings.defaults', { kind, heldOn })
  return (await test.call('meetings.create', { ...fields, place: 'Phòng họp' })).id
}
const mark = (meetingId: number, memberId: number) => markAt(test, meetingId, memberId, 'present')
const desk = () => test.call('desk.get', {})

it('says that the month has no regular meeting until one is planned', async () => {
  expect(await desk()).toMatchObject({ coming: [], unfinished: [], monthWithoutMeeting: '2026-11' })
  await plan('2026-11-25', 'committee')
  expect((await desk()).monthWithoutMeeting).toBe('2026-11')
  await plan('2026-11-28')
  expect((await desk()).monthWithoutMeeting).toBeNull()
})

it('lists what is coming, soonest first, today included with its roll', async () => {
  await addPerson(test, 'Nguyễn Văn Ân')
  const december = await plan('2026-12-03')
  const today = await plan('2026-11-21')
  expect((await desk()).coming).toMatchObject([
    { id: today, unmarked: 1, plannedMinutes: 90 },
    { id: december, unmarked: null },
  ])
})

it('keeps a meeting on the desk until everyone obliged has a mark, newest first', async () => {
  const an = await addPerson(test, 'Nguyễn Văn Ân')
  const binh = await addPerson(test, 'Trần Thị Bình')
  await addPerson(test, 'Lê Thị Cúc', { status: 'exempt' })
  const october = await plan('2026-10-05')
  const november = await plan('2026-11-03')
  await plan('2026-08-03')
  expect((await desk()).unfinished).toMatchObject([
    { id: november, unmarked: 2 },
    { id: october, unmarked: 2 },
  ])
  await mark(november, an)
  await mark(november, binh)
  await mark(october, an)
  expect((await desk()).unfinished).toMatchObject([{ id: october, unmarked: 1 }])
})

it('leaves removed meetings out', async () => {
  await addPerson(test, 'Nguyễn Văn Ân')
  await test.call('meetings.remove', { id: await plan('2026-11-03') })
  await test.call('meetings.remove', { id: await plan('2026-12-03') })
  expect(await desk()).toMatchObject({ coming: [], unfinished: [], monthWithoutMeeting: '2026-11' })
})

it('counts the open tasks past their day and due within a week', async () => {
  const meetingId = await plan('2026-10-05')
  const removed = await plan('2026-10-06')
  const give = (dueOn: string | null, more: { meetingId?: number; doneOn?: string } = {}) =>
    test.call('tasks.create', {
      meetingId,
      conclusionId: null,
      title: 'Nộp báo cáo',
      ownerIds: [],
      dueOn,
      reportMeetingId: null,
      doneOn: null,
      ...more,
    })
  expect((await desk()).tasks).toEqual({ overdue: 0, dueSoon: 0 })
  for (const dueOn of ['2026-11-20', '2026-11-21', '2026-11-28', '2026-11-29', null]) await give(dueOn)
  await give('2026-11-20', { doneOn: '2026-11-21' })
  await give('2026-11-20', { meetingId: removed })
  await test.call('meetings.remove', { id: removed })
  expect((await desk()).tasks).toEqual({ overdue: 1, dueSoon: 2 })
})

it('says that the quarter has no theme, then that its session is missing, and which steps are late', async () => {
  expect((await desk()).quarterWithoutTheme).toEqual({
    year: 2026,
    quarter: 4,
    sentence: 'Chưa có chuyên đề, cần ít nhất 1 buổi',
  })
  const { id } = await test.call('themes.create', {
    year: 2026,
    quarter: 4,
    month: 12,
    title: 'Tiết kiệm điện',
  })
  expect(await desk()).toMatchObject({ quarterWithoutTheme: null, themes: [] })
  await test.call('themes.update', { id, sessionOn: '2026-12-10' })
  test.setNow('2026-12-05T08:00:00+07:00')
  expect(await desk()).toMatchObject({
    quarterWithoutTheme: { sentence: 'Đã qua 70% của quý, chưa sinh hoạt chuyên đề' },
    themes: [
      {
        id,
        title: 'Tiết kiệm điện',
        problems: ['Đề cương chậm 16 ngày', 'Dự thảo chậm 9 ngày', 'Chi ủy duyệt chậm 2 ngày'],
      },
    ],
  })
  await test.call('settings.update', { name: 'themeQuarterPercent', value: 90 })
  expect((await desk()).quarterWithoutTheme).toBeNull()
})
