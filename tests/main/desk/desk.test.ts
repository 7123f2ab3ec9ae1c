import { afterEach, beforeEach, expect, it } from 'vitest'
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
const mark = (meetingId: number, memberId: number) =>
  test.call('attendance.mark', {
    meetingId,
    memberId,
    state: 'present',
    lateMinutes: null,
    reasonKind: null,
    note: '',
  })
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
