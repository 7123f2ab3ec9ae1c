import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LiveMeeting } from '../../../src/shared/contract/running.ts'
import type { AttendanceState } from '../../../src/shared/rules/attendance.ts'
import { contentsOf } from '../../support/contents.ts'
import { startProgram } from '../../support/program.ts'
import { type RollOffice, startRollOffice } from '../../support/roll-office.ts'

let office: RollOffice
let meetingId: number
let items: number[]

beforeEach(() => {
  office = startRollOffice()
  ;({ meetingId, items } = meetingOf(office))
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})

function meetingOf(in_: RollOffice) {
  const id = in_.addMeeting('2026-11-03')
  return {
    meetingId: id,
    items: ['Mở đầu', 'Thảo luận', 'Kết luận'].map((title) => in_.addAgendaItem(id, title)),
  }
}
const live = () => office.call('running.live', { meetingId })
const clock = (time: string) => office.setNow(`2026-11-03T${time}+07:00`)
const mark = (memberId: number, state: AttendanceState, id = meetingId) => office.mark(id, memberId, state)
const addMember = (name: string) => office.addMember(name, [['full', '2015-01-01', null]])
const say = (memberId: number, agendaItemId: number | null = null, id = meetingId) =>
  office.call('speaking.create', {
    meetingId: id,
    agendaItemId,
    memberId,
    guestName: null,
    kind: 'opinion',
    speakingSeconds: 60,
    gist: '',
  })

describe('items under way', () => {
  it('follow each other at the same instant, and may be taken up again', async () => {
    clock('14:00:00')
    await office.call('running.nextItem', { meetingId })
    expect(await office.lastStep()).toBe('Sang mục “Mở đầu”')
    clock('14:05:00')
    await office.call('running.nextItem', { meetingId })
    clock('14:20:00')
    await office.call('running.startItem', { agendaItemId: items[0] ?? 0 })
    expect(await office.lastStep()).toBe('Bắt đầu mục “Mở đầu”')
    clock('14:21:00')
    await office.call('running.stopItem', { meetingId })
    expect(await office.lastStep()).toBe('Kết thúc mục “Mở đầu”')
    expect((await live()).items.map(({ title, runs }) => ({ title, runs }))).toEqual([
      {
        title: 'Mở đầu',
        runs: [
          {
            id: expect.any(Number),
            startedAt: '2026-11-03T07:00:00.000Z',
            stoppedAt: '2026-11-03T07:05:00.000Z',
          },
          {
            id: expect.any(Number),
            startedAt: '2026-11-03T07:20:00.000Z',
            stoppedAt: '2026-11-03T07:21:00.000Z',
          },
        ],
      },
      {
        title: 'Thảo luận',
        runs: [
          {
            id: expect.any(Number),
            startedAt: '2026-11-03T07:05:00.000Z',
            stoppedAt: '2026-11-03T07:20:00.000Z',
          },
        ],
      },
      { title: 'Kết luận', runs: [] },
    ])
    expect(await live()).toMatchObject({
      plannedStart: '2026-11-03T07:00:00.000Z',
      now: '2026-11-03T07:21:00.000Z',
    })
  })

  it('end when they began if the clock of the PC was set back meanwhile', async () => {
    clock('14:00:00')
    await office.call('running.nextItem', { meetingId })
    clock('13:00:00')
    await office.call('running.stopItem', { meetingId })
    expect((await live()).items[0]?.runs).toEqual([
      {
        id: expect.any(Number),
        startedAt: '2026-11-03T07:00:00.000Z',
        stoppedAt: '2026-11-03T07:00:00.000Z',
      },
    ])
  })

  it('are corrected, noted and taken away afterwards; a neighbour that touched moves along', async () => {
    clock('14:00:10')
    await office.call('running.nextItem', { meetingId })
    clock('14:09:50')
    await office.call('running.nextItem', { meetingId })
    clock('14:30:00')
    await office.call('running.stopItem', { meetingId })
    const at = (time: string) => new Date(`2026-11-03T${time}+07:00`).toISOString()
    const runs = async () =>
      (await live()).items.map((item) => item.runs.map((run) => [run.startedAt, run.stoppedAt]))
    const [first, second] = (await live()).items.map((item) => item.runs[0]?.id ?? 0)
    await office.call('running.correctRun', {
      id: second ?? 0,
      startedAt: at('14:05:00'),
      stoppedAt: at('14:25:00'),
    })
    expect(await office.lastStep()).toBe('Sửa giờ của mục “Thảo luận”')
    expect(await runs()).toEqual([[[at('14:00:10'), at('14:05:00')]], [[at('14:05:00'), at('14:25:00')]], []])
    const add = (from: string, to: string) =>
      office.call('running.addRun', {
        agendaItemId: items[2] ?? 0,
        startedAt: at(from),
        stoppedAt: at(to),
      })
    await expect(add('14:20:00', '14:28:00')).rejects.toMatchObject({
      fields: { startedAt: 'Trùng với mục “Thảo luận” (từ 14:05, đến 14:25)' },
    })
    await expect(add('14:28:00', '14:27:00')).rejects.toMatchObject({
      fields: { stoppedAt: 'Phải từ 14:28 trở đi' },
    })
    await expect(add('14:28:00', '14:40:00')).rejects.toMatchObject({
      fields: { stoppedAt: 'Bây giờ mới 14:30' },
    })
    await add('14:25:00', '14:28:00')
    expect(await office.lastStep()).toBe('Ghi giờ của mục “Kết luận”')
    await office.call('running.removeRun', { id: first ?? 0 })
    expect(await office.lastStep()).toBe('Bỏ giờ của mục “Mở đầu”')
    expect(await runs()).toEqual([[], [[at('14:05:00'), at('14:25:00')]], [[at('14:25:00'), at('14:28:00')]]])
    await expect(office.call('running.removeRun', { id: first ?? 0 })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('are refused in words when there is nothing to end, to begin, or to find', async () => {
    await expect(office.call('running.stopItem', { meetingId })).rejects.toMatchObject({
      code: 'item-not-running',
    })
    await office.call('running.startItem', { agendaItemId: items[2] ?? 0 })
    await expect(office.call('running.startItem', { agendaItemId: items[2] ?? 0 })).rejects.toMatchObject({
      code: 'item-running',
    })
    await office.call('running.nextItem', { meetingId })
    await office.call('running.nextItem', { meetingId })
    await expect(office.call('running.nextItem', { meetingId })).rejects.toMatchObject({
      code: 'no-next-item',
    })
    await expect(office.call('running.startItem', { agendaItemId: 999 })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(office.call('running.live', { meetingId: 999 })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('are taken back step by step', async () => {
    if ('problem' in office.program.office) throw new Error('the office did not open')
    const before = contentsOf(office.sqlite)
    await office.call('running.nextItem', { meetingId })
    await office.call('running.nextItem', { meetingId })
    await office.call('running.stopItem', { meetingId })
    for (let step = 0; step < 3; step++) await office.call('history.undo', {})
    expect(contentsOf(office.sqlite)).toBe(before)
  })
})

describe('whom to invite', () => {
  it('knows who was silent at the meetings they attended; committee meetings and unnoted ones do not count', async () => {
    const an = office.addMember(
      'Nguyễn Văn An',
      [['full', '2015-01-01', null]],
      [['committeeMember', '2015-01-01', null]],
    )
    const binh = addMember('Lê Thị Bình')
    const chi = addMember('Trần Chi')
    const [september, october, unnoted] = ['2026-09-03', '2026-10-03', '2026-10-20'].map((day) =>
      office.addMeeting(day),
    ) as [number, number, number]
    const committee = office.addMeeting('2026-10-25', 'committee')
    for (const id of [september, october, unnoted, committee, meetingId]) await mark(an, 'present', id)
    await mark(binh, 'present', september)
    await mark(binh, 'excused', october)
    await mark(binh, 'late')
    await mark(chi, 'excused')
    await say(binh, null, september)
    await say(chi, null, october)
    await say(an, null, committee)
    const { invited, notInvited, silent, fairness } = await live()
    expect(invited).toEqual([
      {
        memberId: an,
        fullName: 'Nguyễn Văn An',
        pinned: false,
        reasons: ['im lặng 2 buổi đã dự', 'hôm nay chưa phát biểu'],
      },
      { memberId: binh, fullName: 'Lê Thị Bình', pinned: false, reasons: ['hôm nay chưa phát biểu'] },
    ])
    expect(notInvited).toEqual([{ memberId: chi, fullName: 'Trần Chi', why: 'vắng mặt', choice: null }])
    expect(silent.map((member) => member.fullName)).toEqual(['Nguyễn Văn An', 'Lê Thị Bình'])
    expect(fairness[0]).toEqual({ label: 'Đã phát biểu / có mặt', counts: '0/2 người', share: null })
  })

  it('leaves out the chair, who waits, and who spoke on this item or the one before, but no longer after', async () => {
    const [an, binh, chi, dung] = ['An', 'Bình', 'Chi', 'Dũng'].map((name) => addMember(`Lê ${name}`)) as [
      number,
      number,
      number,
      number,
    ]
    office.sqlite.prepare('UPDATE meeting SET chairId = ? WHERE id = ?').run(dung, meetingId)
    for (const id of [an, binh, chi, dung]) await mark(id, 'present')
    clock('14:00:00')
    await office.call('running.nextItem', { meetingId })
    await say(an, items[0])
    clock('14:10:00')
    await office.call('running.nextItem', { meetingId })
    await office.call('queue.add', { meetingId, memberId: binh, guestName: null })
    const names = async () => (await live()).invited.map(({ fullName }) => fullName)
    expect(await names()).toEqual(['Lê Chi'])
    expect((await live()).notInvited.map(({ fullName, why }) => [fullName, why])).toEqual([
      ['Lê An', 'vừa phát biểu ở mục này hoặc mục ngay trước'],
      ['Lê Bình', 'đang nói hoặc đã xếp hàng'],
      ['Lê Dũng', 'đang chủ trì'],
    ])
    clock('14:20:00')
    await office.call('running.nextItem', { meetingId })
    expect((await live()).notInvited).toContainEqual(
      expect.objectContaining({ memberId: an, why: 'đã phát biểu và chưa có lý do để mời thêm' }),
    )
  })

  it('knows who was asked beforehand, on which item, and who owes this meeting a report', async () => {
    const [an, binh, chi] = ['An', 'Bình', 'Chi'].map((name) => addMember(`Lê ${name}`)) as [
      number,
      number,
      number,
    ]
    for (const id of [an, binh, chi]) await mark(id, 'present')
    const ask = office.sqlite.prepare(
      'INSERT INTO speakerAsk (meetingId, agendaItemId, memberId, question) VALUES (?, ?, ?, ?)',
    )
    ask.run(meetingId, items[0], binh, 'Vì sao chậm?')
    ask.run(meetingId, items[1], an, '')
    const task = office.sqlite
      .prepare("INSERT INTO task (title, reportMeetingId) VALUES ('Rà soát hồ sơ', ?)")
      .run(meetingId)
    office.sqlite
      .prepare('INSERT INTO taskOwner (taskId, memberId) VALUES (?, ?)')
      .run(task.lastInsertRowid, chi)
    await office.call('running.nextItem', { meetingId })
    const list = async () => (await live()).invited.map(({ fullName, reasons }) => [fullName, reasons[0]])
    expect(await list()).toEqual([
      ['Lê Bình', 'đã mời trước về mục này: Vì sao chậm?'],
      ['Lê Chi', 'có nhiệm vụ báo cáo tại buổi này: Rà soát hồ sơ'],
      ['Lê An', 'đã mời trước về mục sau'],
    ])
    await say(chi)
    await say(binh)
    expect(await list()).toEqual([
      ['Lê Bình', 'đã mời trước về mục này: Vì sao chậm?'],
      ['Lê An', 'đã mời trước về mục sau'],
    ])
  })

  it('expects papers prepared for an item until they are given, and takes them for papers', async () => {
    const [an, binh] = ['An', 'Bình'].map((name) => addMember(`Lê ${name}`)) as [number, number]
    for (const id of [an, binh]) await mark(id, 'present')
    const ask = office.sqlite.prepare(
      "INSERT INTO speakerAsk (meetingId, agendaItemId, memberId, question, prepared) VALUES (?, ?, ?, '', 1)",
    )
    ask.run(meetingId, items[0], binh)
    ask.run(meetingId, items[1], an)
    await office.call('running.nextItem', { meetingId })
    const papers = async () => (await live()).papers
    const ofAn = { memberId: an, fullName: 'Lê An', agendaItemId: items[1] }
    expect(await papers()).toEqual([{ memberId: binh, fullName: 'Lê Bình', agendaItemId: items[0] }, ofAn])
    expect((await live()).invited.map(({ fullName, reasons }) => [fullName, reasons[0]])).toEqual([
      ['Lê Bình', 'có tham luận về mục này'],
      ['Lê An', 'có tham luận về mục sau'],
    ])
    const speak = async (memberId: number) => {
      const { id } = await office.call('queue.add', { meetingId, memberId, guestName: null })
      await office.call('queue.start', { id })
      return (await live()).speaking?.kind
    }
    expect(await speak(binh)).toBe('prepared')
    expect(await papers()).toEqual([ofAn])
    // On another item than the paper's they give an opinion; who has been heard once is not waited for.
    expect(await speak(an)).toBe('opinion')
    expect(await papers()).toEqual([])
    expect(await speak(binh)).toBe('opinion')
  })

  it('knows who is strong in what the item under way is about, as long as they have said nothing', async () => {
    const [an, binh] = ['An', 'Bình'].map((name) => addMember(`Lê ${name}`)) as [number, number]
    for (const id of [an, binh]) await mark(id, 'present')
    await office.call('strengths.set', { memberId: binh, subjects: ['Chuyển đổi số', 'Thể thao'] })
    const list = async () => (await live()).invited.map(({ fullName, reasons }) => [fullName, reasons[0]])
    const theme = office.sqlite
      .prepare(
        "INSERT INTO theme (year, quarter, position, title, titleFolded) VALUES (2026, 4, 1, 'Hồ sơ', 'ho so')",
      )
      .run()
    office.sqlite
      .prepare(
        "INSERT INTO themeSubject (themeId, subject, subjectFolded) VALUES (?, 'Chuyển đổi số', 'chuyen doi so')",
      )
      .run(theme.lastInsertRowid)
    await office.call('running.nextItem', { meetingId })
    expect(await list()).toEqual([
      ['Lê An', 'hôm nay chưa phát biểu'],
      ['Lê Bình', 'hôm nay chưa phát biểu'],
    ])
    office.sqlite
      .prepare('UPDATE agendaItem SET themeId = ? WHERE id = ?')
      .run(theme.lastInsertRowid, items[0])
    expect(await list()).toEqual([
      ['Lê Bình', 'thế mạnh “Chuyển đổi số” hợp với mục này'],
      ['Lê An', 'hôm nay chưa phát biểu'],
    ])
    await say(binh)
    expect((await list()).flat()).not.toContain('Lê Bình')
  })

  it('keeps what was chosen with its moment, and takes it back', async () => {
    const an = addMember('Lê An')
    const binh = addMember('Lê Bình')
    for (const id of [an, binh]) await mark(id, 'present')
    await office.call('running.chooseInvite', { meetingId, memberId: binh, choice: 'pinned' })
    expect(await office.lastStep()).toBe('Ghim Lê Bình')
    expect((await live()).invited.map(({ memberId, pinned }) => [memberId, pinned])).toEqual([
      [binh, true],
      [an, false],
    ])
    clock('14:30:00')
    await office.call('running.chooseInvite', { meetingId, memberId: binh, choice: 'notThisTime' })
    expect(await office.lastStep()).toBe('Không mời lần này: Lê Bình')
    expect(office.sqlite.prepare('SELECT choice, chosenAt FROM inviteChoice').all()).toEqual([
      { choice: 'notThisTime', chosenAt: '2026-11-03T07:30:00.000Z' },
    ])
    expect((await live()).notInvited).toEqual([
      { memberId: binh, fullName: 'Lê Bình', why: 'đã chọn "Không phải lần này"', choice: 'notThisTime' },
    ])
    await office.call('running.chooseInvite', { meetingId, memberId: binh, choice: null })
    expect(await office.lastStep()).toBe('Bỏ lựa chọn mời phát biểu của Lê Bình')
    expect((await live()).invited).toHaveLength(2)
    await office.call('history.undo', {})
    expect((await live()).invited).toHaveLength(1)
    await expect(
      office.call('running.chooseInvite', { meetingId, memberId: 999, choice: null }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

it('knows the guests written down, then those who have spoken, each once', async () => {
  office.sqlite
    .prepare('UPDATE meeting SET guests = ? WHERE id = ?')
    .run('Hoàng Văn Hải, Phó Bí thư;\n\nVũ Mai', meetingId)
  for (const guestName of ['Ông Tư', 'vũ mai', 'Ông Tư'])
    await office.call('speaking.create', {
      meetingId,
      agendaItemId: null,
      memberId: null,
      guestName,
      kind: 'opinion',
      speakingSeconds: 60,
      gist: '',
    })
  expect((await live()).guests).toEqual(['Hoàng Văn Hải, Phó Bí thư', 'Vũ Mai', 'Ông Tư'])
})

it('a program killed in mid-speech and started again goes on from the same instants', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'live-'))
  try {
    const writer = resolve(import.meta.dirname, '../../support/speech-in-progress.ts')
    const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    const closed = new Promise((done) => child.on('close', done))
    const before: LiveMeeting = await new Promise((told) => {
      child.stdout.once('data', (line: Buffer) => told(JSON.parse(line.toString())))
    })
    child.kill('SIGKILL')
    await closed

    const again = startProgram({ dataFolder: folder, now: '2026-11-03T14:03:20+07:00' })
    const after = await again.call('running.live', { meetingId: 1 })
    expect(after).toEqual({ ...before, now: '2026-11-03T07:03:20.000Z' })
    expect(after).toMatchObject({
      items: [{ runs: [{ startedAt: '2026-11-03T07:00:00.000Z', stoppedAt: null }] }],
      speaking: { speakerName: 'Nguyễn Văn An', startedAt: '2026-11-03T07:00:00.000Z' },
      queue: [{ speakerName: 'Lê Thị Bình' }],
    })
    await again.call('speaking.stop', { id: after.speaking?.id ?? 0 })
    expect(await again.call('speaking.list', { meetingId: 1 })).toMatchObject([{ speakingSeconds: 200 }])
    await again.call('history.undo', {})
    await again.call('history.undo', {})
    const { queue } = await again.call('running.live', { meetingId: 1 })
    expect(queue.map((each) => each.speakerName)).toEqual(['Nguyễn Văn An', 'Lê Thị Bình'])
    expect(again.errors).toEqual([])
    again.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
})
