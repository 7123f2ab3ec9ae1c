import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MeetingKind } from '../../../src/shared/rules/meeting.ts'
import { addPerson } from '../../support/people.ts'
import { startProgram, type TestProgram } from '../../support/program.ts'

let office: TestProgram
let meetingId: number
beforeEach(async () => {
  office = startProgram({ now: '2026-11-21T08:00:00+07:00' })
  await addPerson(office, 'Nguyễn Thị Hòa', { role: 'secretary' })
  await addPerson(office, 'Trần Văn Đức', { role: 'deputy', roleTo: '2026-11-30' })
  await addPerson(office, 'Lò Văn Sơn', { role: 'committeeMember' })
  meetingId = await addMeeting('2026-11-28')
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})

async function addMeeting(heldOn: string, kind: MeetingKind = 'regular') {
  const defaults = await office.call('meetings.defaults', { kind, heldOn })
  const { id } = await office.call('meetings.create', { ...defaults, place: 'Phòng họp' })
  // Its draft is there, so that only what a test is about is found.
  await office.call('preparation.mark', { meetingId: id, step: 'draft', doneOn: '2026-11-20', note: '' })
  return id
}
const check = (id = meetingId) => office.call('agenda.check', { meetingId: id })
const kinds = async (id = meetingId) => (await check(id)).map((finding) => finding.kind)
/** Does what the first finding of a kind offers. */
async function mend(kind: string) {
  const mend = (await check()).find((finding) => finding.kind === kind)?.mend
  if (!mend) throw new Error(`no mend for ${kind}`)
  await office.call(mend.operation, mend.input as never)
}

describe('agenda.check', () => {
  test('asks for the theme of the quarter until any meeting of it has one', async () => {
    expect(await kinds()).toEqual(['themedMissing'])
    const themed = await addMeeting('2026-10-15', 'themed')
    expect(await kinds()).toEqual([])
    await office.call('meetings.remove', { id: themed })
    await addMeeting('2026-09-15', 'themed')
    expect(await kinds()).toEqual(['themedMissing'])
  })

  test('is mended, finding by finding, by what it offers', async () => {
    await mend('themedMissing')
    expect(await kinds()).toEqual(['tooShort', 'noTheme'])
    await mend('noTheme')
    expect(await kinds()).toEqual(['littleDiscussion'])
    await mend('littleDiscussion')
    expect(await kinds()).toEqual([])
  })

  test('asks for the draft of the resolution, and takes the day it was there', async () => {
    await addMeeting('2026-10-15', 'themed')
    await office.call('preparation.mark', { meetingId, step: 'draft', doneOn: null, note: '' })
    expect((await check()).map(({ kind, severity }) => [kind, severity])).toEqual([['noDraft', 'note']])
    office.setNow('2026-11-23T08:00:00+07:00')
    expect((await check())[0]).toMatchObject({ kind: 'noDraft', severity: 'must' })
    await mend('noDraft')
    expect(await kinds()).toEqual([])
    await office.call('history.undo', {})
    expect(await kinds()).toEqual(['noDraft'])
  })

  test('finds chair and minute-taker by their standing on the day', async () => {
    await addMeeting('2026-10-15', 'themed')
    const meeting = await office.call('meetings.get', { id: meetingId })
    const away = await addPerson(office, 'Lê Thị Xa', { status: 'temporaryElsewhere' })
    const { chairName: _c, minuteTakerName: _m, ...fields } = meeting
    const known = Object.fromEntries(
      Object.entries(fields).filter(([name]) => name !== 'closedAt'),
    ) as typeof fields
    await office.call('meetings.update', { ...known, chairId: away, minuteTakerId: null })
    expect(await kinds()).toEqual(['chairIdNotTakingPart', 'minuteTakerIdMissing'])
    await mend('chairIdNotTakingPart')
    await mend('minuteTakerIdMissing')
    expect(await kinds()).toEqual([])
    const after = await office.call('meetings.get', { id: meetingId })
    expect([after.chairName, after.minuteTakerName]).toEqual(['Nguyễn Thị Hòa', 'Lò Văn Sơn'])
  })

  test('finds notice and papers late by today, and takes the day they went', async () => {
    await addMeeting('2026-10-15', 'themed')
    office.setNow('2026-11-28T07:00:00+07:00')
    expect(await kinds()).toEqual(['papersLate', 'noticeLate'])
    await mend('noticeLate')
    const findings = await check()
    expect(findings.map(({ kind, severity, mend }) => [kind, severity, mend === null])).toEqual([
      ['papersLate', 'must', false],
      ['noticeLate', 'note', true],
    ])
    expect(findings[0]?.source).toBe('Hướng dẫn 42-HD/BTCTW ngày 28/10/2025')
  })

  test('brings up open tasks due by then or to be reported on, until an item takes them up', async () => {
    await addMeeting('2026-10-15', 'themed')
    const task = {
      meetingId: null,
      conclusionId: null,
      title: 'Thanh lý máy hỏng',
      ownerIds: [],
      dueOn: '2026-11-18',
      reportMeetingId: null,
      doneOn: null,
    }
    const { id } = await office.call('tasks.create', task)
    await office.call('tasks.create', { ...task, title: 'Để sau', dueOn: '2026-11-29' })
    await office.call('tasks.create', { ...task, title: 'Đã xong', doneOn: '2026-11-19' })
    await office.call('tasks.create', { ...task, title: 'Giao ở chính buổi này', meetingId })
    await office.call('tasks.create', {
      ...task,
      title: 'Hẹn báo cáo',
      dueOn: null,
      reportMeetingId: meetingId,
    })
    const titles = async () => (await check()).map(({ sentence }) => /“(.*)”/.exec(sentence)?.[1])
    expect(await titles()).toEqual(['Thanh lý máy hỏng', 'Hẹn báo cáo'])
    await mend('taskWaiting')
    expect(await titles()).not.toContain('Thanh lý máy hỏng')
    const later = await addMeeting('2026-12-26')
    await addMeeting('2026-12-15', 'themed')
    expect((await check(later))[0]?.sentence).toContain('đã có trong 1 chương trình trước')
    await office.call('tasks.setDone', { id, doneOn: '2026-11-20' })
    expect((await check(later)).map((finding) => finding.sentence).join()).not.toContain('Thanh lý')
    await office.call('history.undo', {})
    await office.call('tasks.remove', { id })
    await office.call('history.undo', {})
    expect((await check(later))[0]?.sentence).toContain('đã có trong 1 chương trình trước')
    // A meeting that has been held is not told of tasks that came to wait after it.
    office.setNow('2026-11-29T08:00:00+07:00')
    expect((await kinds()).includes('taskWaiting')).toBe(false)
  })

  test('knows no task that is not there', async () => {
    const [item] = (await office.call('agenda.list', { meetingId })).items
    if (!item) throw new Error('no item')
    const fields = item
    const { part, contentClass, title, ownerId, plannedMinutes, privateNote } = fields
    await expect(
      office.call('agenda.create', {
        meetingId,
        taskId: 9999,
        part,
        contentClass,
        title,
        ownerId,
        plannedMinutes,
        privateNote,
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('goes by the settings', async () => {
    await addMeeting('2026-10-15', 'themed')
    await office.call('settings.update', { name: 'discussionPercentAtLeast', value: 40 })
    expect(await kinds()).toEqual(['littleDiscussion'])
    await mend('littleDiscussion')
    expect(await kinds()).toEqual([])
  })

  test('knows no removed meeting', async () => {
    await office.call('meetings.remove', { id: meetingId })
    await expect(check()).rejects.toMatchObject({ code: 'not-found' })
  })
})
