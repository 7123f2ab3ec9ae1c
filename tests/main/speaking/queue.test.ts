import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RollOffice, startMeetingOfTwo } from '../../support/roll-office.ts'

let office: RollOffice
let meetingId: number
let an: number
let binh: number

beforeEach(() => {
  ;({ office, an, binh, meetingId } = startMeetingOfTwo())
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})

const add = (memberId: number | null, guestName: string | null = null) =>
  office.call('queue.add', { meetingId, memberId, guestName })
const live = () => office.call('running.live', { meetingId })
const names = async () => (await live()).queue.map(({ speakerName }) => speakerName)
const turns = () => office.call('speaking.list', { meetingId })
const clock = (time: string) => office.setNow(`2026-11-03T${time}+07:00`)
const startUnnamed = () =>
  office.call('speaking.start', {
    meetingId,
    agendaItemId: null,
    memberId: null,
    guestName: null,
    kind: 'opinion',
    gist: '',
  })

describe('the queue', () => {
  it('keeps the order of coming, members and guests, until it is changed', async () => {
    const first = await add(an)
    const guest = await add(null, ' Ông  Tư ')
    expect(await office.lastStep()).toBe('Xếp Ông Tư vào hàng chờ phát biểu')
    const last = await add(binh)
    expect(await names()).toEqual(['Nguyễn Văn An', 'Ông Tư', 'Lê Thị Bình'])
    await office.call('queue.reorder', { meetingId, ids: [last.id, first.id, guest.id] })
    expect(await office.lastStep()).toBe('Đổi thứ tự hàng chờ phát biểu')
    expect(await names()).toEqual(['Lê Thị Bình', 'Nguyễn Văn An', 'Ông Tư'])
    await office.call('queue.remove', { id: first.id })
    expect(await office.lastStep()).toBe('Bỏ Nguyễn Văn An khỏi hàng chờ phát biểu')
    expect(await names()).toEqual(['Lê Thị Bình', 'Ông Tư'])
    await office.call('history.undo', {})
    await office.call('history.undo', {})
    expect(await names()).toEqual(['Nguyễn Văn An', 'Ông Tư', 'Lê Thị Bình'])
  })

  it('refuses the same member or guest twice, nobody, a stranger, two at once, and an order that is not its own', async () => {
    const { id } = await add(an)
    await expect(add(an)).rejects.toMatchObject({ code: 'already-queued' })
    const guest = await add(null, 'Ông Tư')
    await expect(add(null, ' ông  tư')).rejects.toMatchObject({ code: 'already-queued' })
    await office.call('queue.remove', { id: guest.id })
    for (const [memberId, guestName] of [
      [null, null],
      [999, null],
      [binh, 'Ông Tư'],
    ] as const)
      await expect(add(memberId, guestName)).rejects.toMatchObject({ code: 'invalid-input' })
    for (const ids of [[], [id, id], [id + 1]])
      await expect(office.call('queue.reorder', { meetingId, ids })).rejects.toMatchObject({
        code: 'queue-changed',
      })
    await expect(office.call('queue.remove', { id: 999 })).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      office.call('queue.add', { meetingId: 999, memberId: an, guestName: null }),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('giving the floor', () => {
  it('starts the turn on the item under way and stops whoever speaks, in one step', async () => {
    const itemId = office.addAgendaItem(meetingId, 'Thảo luận')
    await office.call('running.startItem', { agendaItemId: itemId })
    const [first, second] = [await add(an), await add(binh)]
    clock('14:00:00')
    await office.call('queue.start', { id: first.id })
    clock('14:02:00')
    await office.call('queue.start', { id: second.id })
    expect(await office.lastStep()).toBe('Mời Lê Thị Bình phát biểu')
    expect(await turns()).toMatchObject([
      { memberId: an, agendaItemId: itemId, speakingSeconds: 120, stoppedAt: '2026-11-03T07:02:00.000Z' },
      { memberId: binh, startedAt: '2026-11-03T07:02:00.000Z', stoppedAt: null },
    ])
    expect(await names()).toEqual([])
    await office.call('history.undo', {})
    expect(await live()).toMatchObject({
      speaking: { memberId: an, startedAt: '2026-11-03T07:00:00.000Z' },
      queue: [{ memberId: binh }],
    })
  })

  it('two at once is impossible even to the database', () => {
    const insert = office.sqlite.prepare(
      "INSERT INTO speakingTurn (meetingId, memberId, kind, startedAt) VALUES (?, ?, 'opinion', '2026-11-03T07:00:00.000Z')",
    )
    insert.run(meetingId, an)
    expect(() => insert.run(meetingId, binh)).toThrow(/UNIQUE/)
  })

  it('pausing ends the turn and puts its speaker first', async () => {
    const { id } = await add(an)
    await add(binh)
    clock('14:00:00')
    const turn = await office.call('queue.start', { id })
    await add(an)
    clock('14:01:30')
    await office.call('speaking.pause', { id: turn.id })
    expect(await office.lastStep()).toBe('Tạm dừng phát biểu của Nguyễn Văn An, xếp đầu hàng chờ')
    expect(await turns()).toMatchObject([{ speakingSeconds: 90 }])
    expect(await names()).toEqual(['Nguyễn Văn An', 'Lê Thị Bình'])
    await expect(office.call('speaking.pause', { id: turn.id })).rejects.toMatchObject({
      code: 'turn-not-running',
    })
  })

  it('the person of a running turn may be swapped; the clock runs on, and who speaks waits no more', async () => {
    const { id } = await add(an)
    await add(binh)
    clock('14:00:00')
    const turn = await office.call('queue.start', { id })
    clock('14:01:00')
    await office.call('speaking.swap', { id: turn.id, memberId: binh, guestName: null })
    expect(await office.lastStep()).toBe('Đổi người đang phát biểu: Nguyễn Văn An thành Lê Thị Bình')
    expect(await live()).toMatchObject({
      speaking: { memberId: binh, startedAt: '2026-11-03T07:00:00.000Z' },
      queue: [],
    })
    await office.call('speaking.stop', { id: turn.id })
    await expect(
      office.call('speaking.swap', { id: turn.id, memberId: an, guestName: null }),
    ).rejects.toMatchObject({ code: 'turn-not-running' })
  })
})

describe('somebody named later', () => {
  it('is clocked, counted apart so that the sums agree, and named while speaking or after', async () => {
    clock('14:00:00')
    const first = await startUnnamed()
    expect((await live()).speaking).toMatchObject({ speakerName: 'Chưa ghi tên' })
    await expect(office.call('speaking.pause', { id: first.id })).rejects.toMatchObject({
      code: 'turn-unnamed',
    })
    clock('14:01:00')
    await office.call('speaking.stop', { id: first.id })
    const second = await startUnnamed()
    clock('14:01:30')
    await office.call('speaking.stop', { id: second.id })
    const unnamed = { memberId: null, guestName: null, speakerName: 'Chưa ghi tên' }
    const totals = await office.call('speaking.meetingTotals', { meetingId })
    expect(totals.at(-1)).toEqual({ ...unnamed, turns: 2, speakingSeconds: 90, meetings: 1, attended: 0 })
    await office.call('speaking.update', {
      id: first.id,
      agendaItemId: null,
      memberId: binh,
      guestName: null,
      kind: 'opinion',
      speakingSeconds: 60,
      gist: '',
    })
    expect(await office.call('speaking.meetingTotals', { meetingId })).toMatchObject([
      { memberId: an, turns: 0 },
      { memberId: binh, turns: 1, speakingSeconds: 60 },
      { ...unnamed, turns: 1, speakingSeconds: 30 },
    ])
  })
})
