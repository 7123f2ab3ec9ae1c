import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MeetingFields } from '../../../src/shared/contract/meetings.ts'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let office: TestProgram
let secretary: number
let deputy: number
let member: number

beforeEach(async () => {
  office = startProgram({ now: '2026-11-21T08:00:00+07:00' })
  await office.call('cell.update', sampleCell)
  secretary = await addPerson(office, 'Nguyễn Thị Hòa', { role: 'secretary' })
  deputy = await addPerson(office, 'Trần Văn Đức', { role: 'deputy' })
  member = await addPerson(office, 'Lê Minh Anh', { role: 'committeeMember' })
})

afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})

const fields = (changes: Partial<MeetingFields> = {}): MeetingFields => ({
  kind: 'regular',
  period: '2026-11',
  heldOn: '2026-11-03',
  startTime: '08:00',
  place: 'Phòng họp tầng 2',
  mode: 'inPerson',
  chairId: secretary,
  minuteTakerId: member,
  theme: '',
  note: '',
  guests: '',
  ...changes,
})

describe('meetings.create', () => {
  test('keeps period and date apart, names the people and makes the agenda of its kind', async () => {
    const made = await office.call('meetings.create', fields({ period: '2026-12', heldOn: '2026-11-28' }))
    expect(made).toEqual({
      ...fields({ period: '2026-12', heldOn: '2026-11-28' }),
      id: made.id,
      chairName: 'Nguyễn Thị Hòa',
      minuteTakerName: 'Lê Minh Anh',
      closedAt: null,
    })
    expect(await office.call('meetings.get', { id: made.id })).toEqual(made)
    const agenda = await office.call('agenda.list', { meetingId: made.id })
    expect(agenda.totalMinutes).toBe(90)
    expect(new Set(agenda.items.map((item) => item.ownerName))).toEqual(
      new Set(['Nguyễn Thị Hòa', 'Trần Văn Đức', 'Lê Minh Anh']),
    )
  })

  test('is one step of undo, agenda included', async () => {
    const { id } = await office.call('meetings.create', fields())
    const { description } = await office.call('history.undo', {})
    expect(description).toBe('Thêm buổi “Sinh hoạt thường kỳ tháng 11/2026” ngày 03/11/2026')
    await expect(office.call('meetings.get', { id })).rejects.toMatchObject({ code: 'not-found' })
    await office.call('history.redo', {})
    expect((await office.call('agenda.list', { meetingId: id })).totalMinutes).toBe(90)
  })

  test('works without a chair, a minute-taker or a cell', async () => {
    const bare = startProgram()
    const made = await bare.call('meetings.create', fields({ chairId: null, minuteTakerId: null }))
    expect(made.chairName).toBeNull()
    const { items } = await bare.call('agenda.list', { meetingId: made.id })
    expect(items.every((item) => item.ownerId === null)).toBe(true)
    bare.close()
  })

  test.each([
    [{ heldOn: '2026-02-30' }, ['heldOn']],
    [{ period: '2026-13' }, ['period']],
    [{ startTime: '24:00' }, ['startTime']],
    [{ place: ' ' }, ['place']],
    [{ chairId: 9999 }, ['chairId']],
    [{ minuteTakerId: 9999 }, ['minuteTakerId']],
  ])('refuses %j and stores nothing', async (change, wrong) => {
    await expect(office.call('meetings.create', fields(change))).rejects.toMatchObject({
      code: 'invalid-input',
    })
    const error = await office.call('meetings.create', fields(change)).catch((thrown) => thrown)
    expect(Object.keys(error.fields)).toEqual(wrong)
    expect(await office.call('meetings.years', {})).toEqual([])
  })
})

describe('meetings.list', () => {
  test('shows one year, newest first, with the sums of agenda, roll and turns', async () => {
    const first = await office.call('meetings.create', fields())
    const second = await office.call('meetings.create', fields({ heldOn: '2026-11-10', kind: 'committee' }))
    const sameDay = await office.call('meetings.create', fields({ heldOn: '2026-11-10', startTime: '14:00' }))
    await office.call('meetings.create', fields({ heldOn: '2025-12-31', period: '2026-01' }))
    if ('problem' in office.program.office) throw new Error(office.program.office.problem)
    const { db } = office.program.office.database
    const states = ['present', 'late', 'excused'] as const
    for (const [index, memberId] of [secretary, deputy, member].entries()) {
      await db
        .insertInto('attendance')
        .values({ meetingId: first.id, memberId, state: states[index] ?? 'present', note: '' })
        .execute()
    }
    await db
      .insertInto('speakingTurn')
      .values([
        { meetingId: first.id, memberId: secretary, kind: 'opinion', gist: '' },
        { meetingId: first.id, memberId: secretary, kind: 'reply', gist: '' },
      ])
      .execute()

    const rows = await office.call('meetings.list', { year: 2026 })
    expect(rows.map((row) => row.id)).toEqual([sameDay.id, second.id, first.id])
    expect(rows.at(-1)).toEqual({
      id: first.id,
      kind: 'regular',
      period: '2026-11',
      heldOn: '2026-11-03',
      startTime: '08:00',
      place: 'Phòng họp tầng 2',
      mode: 'inPerson',
      plannedMinutes: 90,
      present: 2,
      obliged: 3,
      turns: 2,
    })
    expect(rows[1]).toMatchObject({ plannedMinutes: 60, present: 0, obliged: 0, turns: 0 })
    expect(await office.call('meetings.years', {})).toEqual([2026, 2025])
    expect(await office.call('meetings.list', { year: 2024 })).toEqual([])
  })

  test('counts on the roll those obliged to come, as the roll itself does', async () => {
    await addPerson(office, 'Phạm Thị Lan')
    const exempt = await addPerson(office, 'Đỗ Văn Nam', { status: 'exempt' })
    const { id: meetingId } = await office.call('meetings.create', fields())
    const listed = async () => {
      const [{ present, obliged } = {}] = await office.call('meetings.list', { year: 2026 })
      return { present, obliged }
    }
    const mark = (memberId: number, state: 'present' | 'excused') =>
      office.call('attendance.mark', {
        meetingId,
        memberId,
        state,
        lateMinutes: null,
        reasonKind: null,
        note: '',
      })
    await mark(member, 'excused')
    expect(await listed()).toEqual({ present: 0, obliged: 0 })
    await mark(secretary, 'present')
    await mark(deputy, 'present')
    // Came without having to: beside the figures, on the roll and in the list.
    await mark(exempt, 'present')
    expect(await listed()).toEqual({ present: 2, obliged: 4 })
  })

  test('a meeting whose agenda is empty has 0 minutes', async () => {
    const { id } = await office.call('meetings.create', fields({ kind: 'committee' }))
    for (const item of (await office.call('agenda.list', { meetingId: id })).items) {
      await office.call('agenda.remove', { id: item.id })
    }
    expect(await office.call('meetings.list', { year: 2026 })).toMatchObject([{ id, plannedMinutes: 0 }])
  })
})

describe('meetings.update', () => {
  test('changes the meeting and leaves its agenda alone', async () => {
    const { id } = await office.call('meetings.create', fields())
    const agenda = await office.call('agenda.list', { meetingId: id })
    const changed = fields({ kind: 'regularThemed', startTime: '14:00', chairId: deputy, theme: 'Nêu gương' })
    expect(await office.call('meetings.update', { ...changed, id })).toMatchObject({
      kind: 'regularThemed',
      chairName: 'Trần Văn Đức',
      theme: 'Nêu gương',
    })
    const after = await office.call('agenda.list', { meetingId: id })
    expect(after.items.map((item) => item.id)).toEqual(agenda.items.map((item) => item.id))
    expect(after.items[0]?.startsAt).toBe('14:00')
  })

  test('refuses unknown people and unknown meetings', async () => {
    const { id } = await office.call('meetings.create', fields())
    await expect(office.call('meetings.update', { ...fields({ chairId: 9999 }), id })).rejects.toMatchObject({
      fields: { chairId: 'Không có người này trong danh sách đảng viên' },
    })
    await expect(office.call('meetings.update', { ...fields(), id: 9999 })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('meetings.remove', () => {
  test('hides the meeting everywhere and undo brings it back whole', async () => {
    const made = await office.call('meetings.create', fields())
    await office.call('meetings.remove', { id: made.id })
    expect(await office.call('meetings.list', { year: 2026 })).toEqual([])
    expect(await office.call('meetings.years', {})).toEqual([])
    for (const name of ['meetings.get', 'meetings.remove'] as const) {
      await expect(office.call(name, { id: made.id })).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(office.call('agenda.list', { meetingId: made.id })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await office.call('history.undo', {})).toEqual({
      description: 'Xóa buổi “Sinh hoạt thường kỳ tháng 11/2026” ngày 03/11/2026',
    })
    expect(await office.call('meetings.get', { id: made.id })).toEqual(made)
  })
})

describe('meetings.defaults', () => {
  const defaults = (kind: MeetingFields['kind'] = 'regular', heldOn = '2026-12-03') =>
    office.call('meetings.defaults', { kind, heldOn })

  test('before any meeting: the month of the date, the cell’s place, the secretary, a committee member', async () => {
    expect(await defaults()).toEqual(fields({ period: '2026-12', heldOn: '2026-12-03' }))
  })

  test('time and place come from the last meeting of the kind, else of any kind', async () => {
    await office.call(
      'meetings.create',
      fields({ heldOn: '2026-09-03', startTime: '07:30', place: 'Hội trường' }),
    )
    await office.call(
      'meetings.create',
      fields({ heldOn: '2026-10-03', startTime: '14:00', place: 'Phòng 5' }),
    )
    await office.call(
      'meetings.create',
      fields({ kind: 'committee', heldOn: '2026-11-01', startTime: '16:00', place: 'Phòng bí thư' }),
    )
    expect(await defaults('regular')).toMatchObject({ startTime: '14:00', place: 'Phòng 5' })
    expect(await defaults('committee')).toMatchObject({ startTime: '16:00', place: 'Phòng bí thư' })
    expect(await defaults('themed')).toMatchObject({ startTime: '16:00', place: 'Phòng bí thư' })
  })

  test('the last minute-taker goes on, unless they chair or no longer take part', async () => {
    const writer = await addPerson(office, 'Phạm Thu Thảo')
    await office.call('meetings.create', fields({ minuteTakerId: writer }))
    expect(await defaults()).toMatchObject({ minuteTakerId: writer })
    await office.call('meetings.create', fields({ heldOn: '2026-11-05', minuteTakerId: secretary }))
    expect(await defaults()).toMatchObject({ chairId: secretary, minuteTakerId: member })
    const gone = await addPerson(office, 'Hoàng Văn Sơn', { statusTo: '2026-11-30' })
    await office.call('meetings.create', fields({ heldOn: '2026-11-10', minuteTakerId: gone }))
    expect(await defaults()).toMatchObject({ minuteTakerId: member })
    expect(await defaults('regular', '2026-11-30')).toMatchObject({ minuteTakerId: gone })
  })

  test('people are those of that day', async () => {
    expect(await defaults('regular', '2019-12-31')).toMatchObject({ chairId: null, minuteTakerId: null })
    expect(await defaults('regular', '2020-01-01')).toMatchObject({ chairId: secretary })
  })

  test.each([['exempt' as const], ['temporaryElsewhere' as const], ['movedAway' as const]])(
    'a secretary who is %s does not chair; the deputy does',
    async (status) => {
      const bare = startProgram()
      await addPerson(bare, 'Bí thư vắng', { role: 'secretary', status })
      const second = await addPerson(bare, 'Phó bí thư', { role: 'deputy' })
      const values = await bare.call('meetings.defaults', { kind: 'regular', heldOn: '2026-12-03' })
      expect(values).toMatchObject({ chairId: second, minuteTakerId: null, place: '' })
      bare.close()
    },
  )

  test('a removed member holds no office', async () => {
    const bare = startProgram()
    await addPerson(bare, 'Đã xóa', { role: 'secretary', removedAt: '2026-01-01T00:00:00Z' })
    expect(await bare.call('meetings.defaults', { kind: 'regular', heldOn: '2026-12-03' })).toMatchObject({
      chairId: null,
    })
    bare.close()
  })
})
