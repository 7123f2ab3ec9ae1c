import { afterEach, beforeEach, expect, it } from 'vitest'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let test: TestProgram
let an: number
let binh: number
let chi: number
let themeId: number
beforeEach(async () => {
  test = startProgram({ now: '2026-05-21T08:00:00+07:00' })
  await test.call('cell.update', sampleCell)
  an = await addPerson(test, 'Nguyễn Văn An', { role: 'secretary' })
  binh = await addPerson(test, 'Trần Thị Bình')
  chi = await addPerson(test, 'Lê Chi')
  themeId = (await test.call('themes.create', { year: 2026, quarter: 2, month: 5, title: 'Chống lãng phí' }))
    .id
  await test.call('themes.update', { id: themeId, leadId: an, sessionOn: '2026-05-20' })
})
afterEach(() => {
  expect(test.errors).toEqual([])
  test.close()
})

const thread = () => test.call('themes.thread', { id: themeId })
const meetingOn = async (kind: 'regular' | 'regularThemed', heldOn: string) => {
  const defaults = await test.call('meetings.defaults', { kind, heldOn })
  return (await test.call('meetings.create', { ...defaults, place: 'Phòng họp' })).id
}
const mark = (meetingId: number, memberId: number, state: 'present' | 'excused') =>
  test.call('attendance.mark', { meetingId, memberId, state, lateMinutes: null, reasonKind: null, note: '' })
const say = (meetingId: number, memberId: number, agendaItemId: number | null) =>
  test.call('speaking.create', {
    meetingId,
    agendaItemId,
    memberId,
    guestName: null,
    kind: 'opinion',
    speakingSeconds: 60,
    gist: '',
  })
const conclude = async (meetingId: number, content: string, agendaItemId: number | null) =>
  (await test.call('conclusions.create', { meetingId, agendaItemId, content })).id
const itemsOf = async (meetingId: number) => (await test.call('agenda.list', { meetingId })).items
const itemFields = {
  part: 'main',
  contentClass: 'discussion',
  ownerId: null,
  plannedMinutes: 5,
  privateNote: '',
} as const

it('is empty before there is a meeting, and when the meeting was removed', async () => {
  const nothing = { session: null, conclusions: [], otherTasks: [], carriedOn: [] }
  expect(await thread()).toEqual(nothing)
  const { meetingId } = await test.call('themes.makeMeeting', { id: themeId, into: 'own' })
  expect((await thread()).session).toMatchObject({ meetingId, obliged: 3, came: null, turns: 0 })
  await test.call('meetings.remove', { id: meetingId })
  expect(await thread()).toEqual(nothing)
  await expect(test.call('themes.thread', { id: 999 })).rejects.toMatchObject({ code: 'not-found' })
})

it('leads from the session of its own to tasks and to where they came back', async () => {
  const { meetingId } = await test.call('themes.makeMeeting', { id: themeId, into: 'own' })
  await mark(meetingId, an, 'present')
  await mark(meetingId, binh, 'present')
  await mark(meetingId, chi, 'excused')
  await say(meetingId, binh, null)
  await say(meetingId, an, null)
  await say(meetingId, binh, null)
  const june = await meetingOn('regular', '2026-06-03')
  const july = await meetingOn('regular', '2026-07-03')
  const conclusionId = await conclude(meetingId, 'In hai mặt', null)
  const common = { dueOn: '2026-06-01', reportMeetingId: null, doneOn: null }
  const task = await test.call('tasks.create', {
    ...common,
    meetingId,
    conclusionId,
    title: 'Cài máy in',
    ownerIds: [chi, binh],
    reportMeetingId: july,
  })
  await test.call('tasks.setDone', { id: task.id, doneOn: '2026-05-21' })
  await test.call('tasks.create', {
    ...common,
    meetingId,
    conclusionId: null,
    title: 'Đếm giấy',
    ownerIds: [],
  })
  const taken = await test.call('agenda.create', {
    ...itemFields,
    meetingId: june,
    title: 'Việc in hai mặt',
    conclusionId,
  })
  await test.call('agenda.create', {
    ...itemFields,
    meetingId: july,
    title: 'Việc in hai mặt, tiếp',
    carriedFromId: taken.id,
  })
  await test.call('agenda.create', {
    ...itemFields,
    meetingId: june,
    title: 'Thảo luận nốt',
    carriedFromId: (await itemsOf(meetingId)).find((item) => item.part === 'themed')?.id ?? 0,
  })
  const inJune = { meetingId: june, title: 'Sinh hoạt thường kỳ tháng 06/2026', heldOn: '2026-06-03' }
  const inJuly = { meetingId: july, title: 'Sinh hoạt thường kỳ tháng 07/2026', heldOn: '2026-07-03' }
  expect(await thread()).toMatchObject({
    session: {
      meetingId,
      heldOn: '2026-05-20',
      obliged: 3,
      came: 2,
      speakers: ['Trần Thị Bình', 'Nguyễn Văn An'],
      turns: 3,
    },
    conclusions: [
      {
        content: 'In hai mặt',
        cameBack: [inJune, inJuly],
        tasks: [
          {
            title: 'Cài máy in',
            owners: ['Lê Chi', 'Trần Thị Bình'],
            dueOn: '2026-06-01',
            doneOn: '2026-05-21',
            cameBack: [inJuly],
          },
        ],
      },
    ],
    otherTasks: [{ title: 'Đếm giấy', owners: [], doneOn: null, cameBack: [] }],
    carriedOn: [inJune],
  })
})

it('takes of a regular meeting only what belongs to the theme', async () => {
  const regular = await meetingOn('regular', '2026-05-28')
  await test.call('themes.update', { id: themeId, sessionOn: '2026-05-28' })
  const { meetingId } = await test.call('themes.makeMeeting', { id: themeId, into: 'regular' })
  expect(meetingId).toBe(regular)
  const items = await itemsOf(meetingId)
  const themed = items.find((item) => item.part === 'themed')?.id ?? 0
  const main = items.find((item) => item.part === 'main')?.id ?? 0
  await say(meetingId, an, main)
  await say(meetingId, binh, themed)
  await say(meetingId, chi, null)
  await conclude(meetingId, 'Về tháng sau', main)
  await conclude(meetingId, 'Về lãng phí', themed)
  const { session, conclusions } = await thread()
  expect(session).toMatchObject({ speakers: ['Trần Thị Bình'], turns: 1 })
  expect(conclusions.map(({ content }) => content)).toEqual(['Về lãng phí'])
})
