import { afterEach, beforeEach, expect, it } from 'vitest'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let test: TestProgram
let an: number
let binh: number
let themeId: number
beforeEach(async () => {
  test = startProgram({ now: '2026-05-01T08:00:00+07:00' })
  await test.call('cell.update', sampleCell)
  an = await addPerson(test, 'Nguyễn Văn An', { role: 'secretary' })
  binh = await addPerson(test, 'Trần Thị Bình')
  themeId = (await test.call('themes.create', { year: 2026, quarter: 2, month: 5, title: 'Chống lãng phí' }))
    .id
  await test.call('themes.update', { id: themeId, leadId: an, aim: 'Bớt giấy in' })
  await test.call('themes.setContributors', {
    id: themeId,
    contributors: [{ memberId: binh, topic: 'Giấy in', minutes: 7 }],
  })
  await test.call('themes.setQuestions', { id: themeId, questions: ['Bỏ được gì?'] })
})
afterEach(() => {
  expect(test.errors).toEqual([])
  test.close()
})

const make = (into: 'own' | 'regular') => test.call('themes.makeMeeting', { id: themeId, into })

it('makes a meeting of its own with what the theme prepared, once the day is known, and undo takes it back', async () => {
  await expect(make('own')).rejects.toMatchObject({
    fields: { meetingId: 'Hãy ghi ngày sinh hoạt dự kiến trước' },
  })
  await test.call('themes.update', { id: themeId, sessionOn: '2026-05-20' })
  const { meetingId } = await make('own')
  expect(await test.call('meetings.get', { id: meetingId })).toMatchObject({
    kind: 'themed',
    period: '2026-05',
    heldOn: '2026-05-20',
    theme: 'Chống lãng phí',
    chairId: an,
  })
  const { items } = await test.call('agenda.list', { meetingId })
  expect(items.filter((item) => item.part === 'themed').map((item) => [item.title, item.ownerId])).toEqual([
    ['Nêu mục đích: Bớt giấy in', an],
    ['Trình bày chuyên đề: Chống lãng phí', an],
    ['Tham luận: Giấy in', binh],
    ['Thảo luận chuyên đề: 1) Bỏ được gì?', an],
    ['Đánh giá chất lượng và kết luận chuyên đề', an],
  ])
  expect((await test.call('asks.list', { meetingId })).map((ask) => [ask.memberId, ask.itemTitle])).toEqual([
    [an, 'Trình bày chuyên đề: Chống lãng phí'],
    [binh, 'Tham luận: Giấy in'],
  ])
  expect((await test.call('themes.get', { id: themeId })).meeting?.id).toBe(meetingId)
  await expect(make('own')).rejects.toMatchObject({ code: 'invalid-input' })
  await test.call('history.undo', {})
  expect((await test.call('themes.get', { id: themeId })).meeting).toBeNull()
})

it("takes the theme into the month's regular meeting, which then lasts as long as the rule asks", async () => {
  await expect(make('regular')).rejects.toMatchObject({ code: 'invalid-input' })
  const defaults = await test.call('meetings.defaults', { kind: 'regular', heldOn: '2026-05-28' })
  const regular = await test.call('meetings.create', { ...defaults, place: 'Phòng họp' })
  const { meetingId } = await make('regular')
  expect(meetingId).toBe(regular.id)
  expect((await test.call('meetings.get', { id: meetingId })).kind).toBe('regularThemed')
  const agenda = await test.call('agenda.list', { meetingId })
  expect(agenda.totalMinutes).toBeGreaterThanOrEqual(120)
  expect(agenda.items.map((item) => item.position)).toEqual(agenda.items.map((_, index) => index + 1))
  expect([...new Set(agenda.items.map((item) => item.part))]).toEqual([
    'opening',
    'main',
    'themed',
    'closing',
  ])
})

it('says at the end who had a paper and did not speak', async () => {
  await test.call('themes.update', { id: themeId, sessionOn: '2026-05-20' })
  const { meetingId } = await make('own')
  const missing = async () =>
    (await test.call('closing.get', { meetingId })).missing.map(({ sentence }) => sentence).join('\n')
  expect(await missing()).toContain('Trần Thị Bình có tham luận chuẩn bị nhưng chưa phát biểu')
  await test.call('speaking.create', {
    meetingId,
    agendaItemId: null,
    memberId: binh,
    guestName: null,
    kind: 'prepared',
    speakingSeconds: 300,
    gist: '',
  })
  expect(await missing()).not.toContain('Trần Thị Bình')
  expect(await missing()).toContain('Nguyễn Văn An có tham luận chuẩn bị nhưng chưa phát biểu')
})
