import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../src/shared/contract/index.ts'
import { type RollOffice, startMeetingOfTwo } from '../../support/roll-office.ts'

let office: RollOffice
let meetingId: number
let itemId: number
let an: number
let binh: number

beforeEach(() => {
  ;({ office, an, binh, meetingId, itemId } = startMeetingOfTwo())
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})

type Fields = Omit<Input<'speaking.create'>, 'meetingId'>
const fields = (more: Partial<Fields>): Fields => ({
  agendaItemId: null,
  memberId: null,
  guestName: null,
  kind: 'opinion',
  speakingSeconds: null,
  gist: '',
  ...more,
})
const create = (more: Partial<Fields>) => office.call('speaking.create', { meetingId, ...fields(more) })
const start = (more: Partial<Fields>) => {
  const { speakingSeconds: _, ...rest } = fields(more)
  return office.call('speaking.start', { meetingId, ...rest })
}
const list = () => office.call('speaking.list', { meetingId })
const totals = () => office.call('speaking.meetingTotals', { meetingId })
const present = (memberId: number) => office.mark(meetingId, memberId, 'present')

describe('turns typed in', () => {
  it('are listed in the order they were noted, with names and item', async () => {
    const first = await create({
      memberId: binh,
      agendaItemId: itemId,
      kind: 'prepared',
      speakingSeconds: 240,
      gist: 'Đề nghị rõ người, rõ việc',
    })
    await create({ guestName: '  Đồng chí  Lê Bá ', kind: 'question' })
    expect(await office.lastStep()).toBe('Ghi lượt phát biểu của Đồng chí Lê Bá')
    expect(await list()).toEqual([
      {
        id: first.id,
        agendaItemId: itemId,
        agendaItemTitle: 'Thảo luận dự thảo nghị quyết',
        memberId: binh,
        speakerName: 'Lê Thị Bình',
        guestName: null,
        kind: 'prepared',
        startedAt: null,
        stoppedAt: null,
        speakingSeconds: 240,
        gist: 'Đề nghị rõ người, rõ việc',
      },
      expect.objectContaining({
        memberId: null,
        speakerName: 'Đồng chí Lê Bá',
        guestName: 'Đồng chí Lê Bá',
        agendaItemTitle: null,
        speakingSeconds: null,
      }),
    ])
  })

  it('are refused with two speakers, with a stranger, or with an item of another meeting', async () => {
    const other = office.addAgendaItem(office.addMeeting('2026-10-03'), 'Mục của tháng trước')
    const refusals: [Partial<Fields>, string][] = [
      [{ memberId: an, guestName: 'Ông Tư' }, 'memberId'],
      [{ memberId: 999 }, 'memberId'],
      [{ guestName: '   ' }, 'guestName'],
      [{ memberId: an, agendaItemId: other }, 'agendaItemId'],
    ]
    for (const [more, field] of refusals) {
      await expect(create(more)).rejects.toMatchObject({
        code: 'invalid-input',
        fields: { [field]: expect.any(String) },
      })
    }
    await expect(
      office.call('speaking.create', { meetingId: 999, ...fields({ memberId: an }) }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(await list()).toEqual([])
  })

  it('can be corrected in every part, removed, and brought back', async () => {
    const { id } = await create({ memberId: an, speakingSeconds: 60 })
    await office.call('speaking.update', {
      id,
      ...fields({ guestName: 'Bà Tư', kind: 'reply', agendaItemId: itemId, speakingSeconds: 90, gist: 'Rõ' }),
    })
    expect(await list()).toMatchObject([
      { id, memberId: null, guestName: 'Bà Tư', kind: 'reply', speakingSeconds: 90, gist: 'Rõ' },
    ])
    await office.call('speaking.remove', { id })
    expect(await office.lastStep()).toBe('Xóa lượt phát biểu của Bà Tư')
    expect(await list()).toEqual([])
    await office.call('history.undo', {})
    expect(await list()).toHaveLength(1)
    await expect(office.call('speaking.remove', { id: 999 })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('turns by the clock', () => {
  it('run from the moment they start until they are stopped', async () => {
    office.setNow('2026-11-03T14:30:00+07:00')
    const { id } = await start({ memberId: an })
    expect(await list()).toMatchObject([
      { id, startedAt: '2026-11-03T07:30:00.000Z', stoppedAt: null, speakingSeconds: null },
    ])
    office.setNow('2026-11-03T14:33:20.900+07:00')
    await office.call('speaking.stop', { id })
    expect(await list()).toMatchObject([{ id, stoppedAt: '2026-11-03T07:33:20.900Z', speakingSeconds: 200 }])
    expect(await office.lastStep()).toBe('Kết thúc phát biểu của Nguyễn Văn An')
    await expect(office.call('speaking.stop', { id })).rejects.toMatchObject({ code: 'turn-not-running' })
  })

  it('run one at a time in a meeting', async () => {
    const { id } = await start({ memberId: an })
    await expect(start({ memberId: binh })).rejects.toMatchObject({ code: 'turn-running' })
    await office.call('speaking.stop', { id })
    await start({ memberId: binh })
  })

  it('may be corrected while they run, except for their length', async () => {
    const { id } = await start({ memberId: an })
    const update = (speakingSeconds: number | null) =>
      office.call('speaking.update', {
        id,
        ...fields({ memberId: binh, gist: 'Nhầm người', speakingSeconds }),
      })
    await expect(update(60)).rejects.toMatchObject({ fields: { speakingSeconds: expect.any(String) } })
    await update(null)
    expect(await list()).toMatchObject([{ memberId: binh, stoppedAt: null, gist: 'Nhầm người' }])
    office.setNow('2026-11-21T08:05:00+07:00')
    await office.call('speaking.stop', { id })
    await update(60)
    expect(await list()).toMatchObject([{ speakingSeconds: 60 }])
  })
})

describe('totals', () => {
  it('of a meeting hold the silent with zeros, those apart only if they came or spoke, and guests last', async () => {
    const away = office.addMember('Phạm Văn Xa', [['temporaryElsewhere', '2026-01-01', null]])
    office.addMember('Phạm Văn Yên', [['exempt', '2026-01-01', null]])
    await present(an)
    await present(away)
    await create({ memberId: binh, speakingSeconds: 60 })
    await create({ memberId: binh, speakingSeconds: 30 })
    await create({ guestName: 'Bà Tư', speakingSeconds: 45 })
    const person = { guestName: null, turns: 0, speakingSeconds: 0, meetings: 0, attended: 0 }
    expect(await totals()).toEqual([
      { ...person, memberId: an, speakerName: 'Nguyễn Văn An', attended: 1 },
      { ...person, memberId: binh, speakerName: 'Lê Thị Bình', turns: 2, speakingSeconds: 90, meetings: 1 },
      { ...person, memberId: away, speakerName: 'Phạm Văn Xa', attended: 1 },
      {
        ...person,
        memberId: null,
        guestName: 'Bà Tư',
        speakerName: 'Bà Tư',
        turns: 1,
        speakingSeconds: 45,
        meetings: 1,
      },
    ])
  })
})

describe('the chart of two years', () => {
  it('holds the cell’s own meetings up to the day, and whoever was noted at one of them', async () => {
    const chi = office.addMember('Trần Chi', [['full', '2015-01-01', null]])
    office.addMeeting('2024-11-21')
    const first = office.addMeeting('2024-11-22', 'themed')
    office.addMeeting('2026-11-01', 'committee')
    office.addMeeting('2026-12-03')
    await present(binh)
    await present(chi)
    await create({ memberId: binh, kind: 'question' })
    await create({ memberId: binh })
    await create({ memberId: binh })
    await create({ guestName: 'Bà Tư' })
    const chart = await office.call('speaking.chart', { toDate: '2026-11-21' })
    expect(chart.meetings).toEqual([
      { id: first, kind: 'themed', heldOn: '2024-11-22' },
      { id: meetingId, kind: 'regular', heldOn: '2026-11-03' },
    ])
    expect(chart.members).toEqual([
      {
        memberId: binh,
        fullName: 'Lê Thị Bình',
        marks: [null, 'opinion'],
        attended: 1,
        spoke: 1,
        turns: 3,
        lastSpokeOn: '2026-11-03',
        silentMeetings: 0,
      },
      {
        memberId: chi,
        fullName: 'Trần Chi',
        marks: [null, 'silent'],
        attended: 1,
        spoke: 0,
        turns: 0,
        lastSpokeOn: null,
        silentMeetings: 1,
      },
    ])
  })
})
