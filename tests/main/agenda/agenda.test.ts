import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AgendaItem, AgendaItemFields } from '../../../src/shared/contract/agenda.ts'
import type { MeetingKind } from '../../../src/shared/rules/meeting.ts'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let office: TestProgram
let secretary: number

beforeEach(async () => {
  office = startProgram({ now: '2026-11-21T08:00:00+07:00' })
  secretary = await addPerson(office, 'Nguyễn Thị Hòa', { role: 'secretary' })
})

afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})

async function addMeeting(kind: MeetingKind = 'regular', heldOn = '2026-11-03', startTime = '08:00') {
  const { id } = await office.call('meetings.create', {
    kind,
    period: heldOn.slice(0, 7),
    heldOn,
    startTime,
    place: 'Phòng họp',
    mode: 'inPerson',
    chairId: secretary,
    minuteTakerId: null,
    theme: '',
    note: '',
  })
  return id
}

const list = (meetingId: number) => office.call('agenda.list', { meetingId })
const item = (changes: Partial<AgendaItemFields> = {}): AgendaItemFields => ({
  part: 'main',
  contentClass: 'discussion',
  title: 'Bàn việc sửa hội trường',
  ownerId: secretary,
  plannedMinutes: 10,
  privateNote: '',
  ...changes,
})
const fieldsOf = ({
  id,
  position,
  ownerName,
  startsAt,
  state,
  earlierMeetings,
  ...fields
}: AgendaItem): AgendaItemFields => fields

function database() {
  if ('problem' in office.program.office) throw new Error(office.program.office.problem)
  return office.program.office.database.db
}

describe('agenda.list', () => {
  test('gives each item its clock time, the sum, the end and the minimum with its rule', async () => {
    const agenda = await list(await addMeeting())
    let minute = 8 * 60
    for (const [index, each] of agenda.items.entries()) {
      expect(each.position).toBe(index + 1)
      expect(each.startsAt).toBe(
        `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
      )
      minute += each.plannedMinutes
    }
    expect(agenda).toMatchObject({
      totalMinutes: 90,
      endsAt: '09:30',
      minimum: { minutes: 90, rule: 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025' },
    })
  })

  test.each([
    ['regular', '2025-10-27', 90, 'Hướng dẫn 12-HD/BTCTW ngày 06/07/2018'],
    ['regularThemed', '2025-10-28', 120, 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025'],
    ['themed', '2026-11-03', null, null],
    ['committee', '2026-11-03', null, null],
    ['extraordinary', '2026-11-03', null, null],
    ['regular', '2018-07-05', null, null],
  ] as const)('minimum of a %s meeting on %s', async (kind, heldOn, minutes, rule) => {
    const { minimum } = await list(await addMeeting(kind, heldOn))
    expect([minimum?.minutes ?? null, minimum?.rule ?? null]).toEqual([minutes, rule])
  })

  test('an empty agenda ends when it starts', async () => {
    const meetingId = await addMeeting('committee')
    for (const each of (await list(meetingId)).items) await office.call('agenda.remove', { id: each.id })
    expect(await list(meetingId)).toMatchObject({ items: [], totalMinutes: 0, endsAt: '08:00' })
  })

  test('does not know a meeting that is not there', async () => {
    await expect(list(9999)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('agenda.create', () => {
  test('puts the item last in its part and keeps positions dense', async () => {
    const meetingId = await addMeeting()
    const before = (await list(meetingId)).items
    const { id } = await office.call('agenda.create', { ...item({ privateNote: 'Hỏi anh Đức' }), meetingId })
    const after = (await list(meetingId)).items
    expect(after.map((each) => each.position)).toEqual(after.map((_, index) => index + 1))
    const mains = after.filter((each) => each.part === 'main')
    expect(mains.at(-1)).toMatchObject({
      id,
      ownerName: 'Nguyễn Thị Hòa',
      privateNote: 'Hỏi anh Đức',
      title: 'Bàn việc sửa hội trường',
    })
    expect(after.filter((each) => each.id !== id).map((each) => each.id)).toEqual(
      before.map((each) => each.id),
    )
    expect(await office.call('history.undo', {})).toEqual({
      description: 'Thêm mục chương trình “Bàn việc sửa hội trường”',
    })
    expect((await list(meetingId)).items).toEqual(before)
  })

  test('opens a part the agenda did not have, in its order', async () => {
    const meetingId = await addMeeting()
    await office.call('agenda.create', { ...item({ part: 'themed', contentClass: 'theme' }), meetingId })
    const parts = (await list(meetingId)).items.map((each) => each.part)
    expect([...new Set(parts)]).toEqual(['opening', 'main', 'themed', 'closing'])
  })

  test.each([
    [{ title: ' ' }, 'title'],
    [{ plannedMinutes: -1 }, 'plannedMinutes'],
    [{ plannedMinutes: 601 }, 'plannedMinutes'],
    [{ ownerId: 9999 }, 'ownerId'],
  ])('refuses %j', async (change, field) => {
    const meetingId = await addMeeting()
    const before = await list(meetingId)
    const error = await office.call('agenda.create', { ...item(change), meetingId }).catch((thrown) => thrown)
    expect([error.code, Object.keys(error.fields)]).toEqual(['invalid-input', [field]])
    expect(await list(meetingId)).toEqual(before)
  })
})

describe('agenda.update', () => {
  test('changes an item where it stands', async () => {
    const meetingId = await addMeeting()
    const before = (await list(meetingId)).items
    const third = before[2] as AgendaItem
    await office.call('agenda.update', {
      ...fieldsOf(third),
      id: third.id,
      plannedMinutes: 25,
      ownerId: null,
    })
    const after = (await list(meetingId)).items
    expect(after[2]).toEqual({ ...third, plannedMinutes: 25, ownerId: null, ownerName: null })
    expect(after.map((each) => each.id)).toEqual(before.map((each) => each.id))
  })

  test('the items nobody leads go to one member together, the others stay with theirs', async () => {
    const meetingId = await addMeeting()
    const [first, second] = (await list(meetingId)).items as [AgendaItem, AgendaItem]
    const member = await addPerson(office, 'Nông Văn Dìn')
    const led = await office.call('agenda.create', { ...item({ ownerId: member }), meetingId })
    for (const each of [first, second])
      await office.call('agenda.update', { ...fieldsOf(each), id: each.id, ownerId: null })
    const before = (await list(meetingId)).items
    await office.call('agenda.assignRest', { meetingId, ownerId: secretary })
    const after = (await list(meetingId)).items
    expect(after.every(({ ownerId }) => ownerId !== null)).toBe(true)
    expect(after.find(({ id }) => id === led.id)?.ownerId).toBe(member)
    await office.call('history.undo', {})
    expect((await list(meetingId)).items).toEqual(before)
    await expect(office.call('agenda.assignRest', { meetingId, ownerId: 9999 })).rejects.toThrow()
  })

  test('an item given another part goes to its end', async () => {
    const meetingId = await addMeeting()
    const first = (await list(meetingId)).items[0] as AgendaItem
    await office.call('agenda.update', { ...fieldsOf(first), id: first.id, part: 'closing' })
    const after = (await list(meetingId)).items
    expect(after.at(-1)).toMatchObject({ id: first.id, part: 'closing', position: after.length })
    await office.call('history.undo', {})
    expect((await list(meetingId)).items[0]).toEqual(first)
  })

  test('does not know an item of a removed meeting', async () => {
    const meetingId = await addMeeting()
    const first = (await list(meetingId)).items[0] as AgendaItem
    await office.call('meetings.remove', { id: meetingId })
    await expect(office.call('agenda.update', { ...item(), id: first.id })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('agenda.remove', () => {
  test('takes the item out, and undo puts it back in its place', async () => {
    const meetingId = await addMeeting()
    const before = await list(meetingId)
    await office.call('agenda.remove', { id: (before.items[3] as AgendaItem).id })
    expect((await list(meetingId)).items).toHaveLength(before.items.length - 1)
    await office.call('history.undo', {})
    expect(await list(meetingId)).toEqual(before)
  })

  test('refuses while speaking turns belong to it', async () => {
    const meetingId = await addMeeting()
    const before = await list(meetingId)
    const id = (before.items[3] as AgendaItem).id
    await database()
      .insertInto('speakingTurn')
      .values({ meetingId, agendaItemId: id, memberId: secretary, kind: 'opinion', gist: '' })
      .execute()
    await expect(office.call('agenda.remove', { id })).rejects.toMatchObject({ code: 'meeting-has-turns' })
    await expect(office.call('agenda.applyTemplate', { meetingId })).rejects.toMatchObject({
      code: 'agenda-has-turns',
    })
    expect(await list(meetingId)).toEqual(before)
  })
})

describe('agenda.reorder', () => {
  const places = (items: readonly AgendaItem[]) => items.map(({ id, part }) => ({ id, part }))

  test('writes the new order and the new part of an item', async () => {
    const meetingId = await addMeeting()
    const { items } = await list(meetingId)
    const wanted = places(items)
    const [first, second, third] = wanted as [(typeof wanted)[0], (typeof wanted)[0], (typeof wanted)[0]]
    const changed = [second, { ...first, part: 'main' as const }, third, ...wanted.slice(3)]
    await office.call('agenda.reorder', { meetingId, items: changed })
    const after = (await list(meetingId)).items
    expect(places(after)).toEqual(changed)
    expect(after.map((each) => each.position)).toEqual(after.map((_, index) => index + 1))
    await office.call('history.undo', {})
    expect((await list(meetingId)).items).toEqual(items)
  })

  test('the same order changes nothing and leaves no step of undo', async () => {
    const meetingId = await addMeeting()
    const { undo } = await office.call('history.status', {})
    await office.call('agenda.reorder', { meetingId, items: places((await list(meetingId)).items) })
    expect((await office.call('history.status', {})).undo).toBe(undo)
  })

  test('refuses a list that is not exactly the meeting’s', async () => {
    const meetingId = await addMeeting()
    const other = places((await list(await addMeeting())).items)
    const own = places((await list(meetingId)).items)
    const twice = [own[0], ...own.slice(0, -1)].filter((place) => place !== undefined)
    for (const items of [[], own.slice(1), [...own, ...other.slice(-1)], other, twice]) {
      await expect(office.call('agenda.reorder', { meetingId, items })).rejects.toMatchObject({
        code: 'agenda-changed',
      })
    }
    expect(places((await list(meetingId)).items)).toEqual(own)
  })

  test('refuses an order that tears a part apart', async () => {
    const meetingId = await addMeeting()
    const own = places((await list(meetingId)).items)
    await expect(office.call('agenda.reorder', { meetingId, items: own.toReversed() })).rejects.toMatchObject(
      {
        code: 'invalid-input',
      },
    )
  })
})

describe('agenda.applyTemplate', () => {
  test('replaces what was there with the usual agenda of the kind and the cell', async () => {
    await office.call('cell.update', sampleCell)
    const meetingId = await addMeeting('regularThemed')
    await office.call('agenda.create', { ...item(), meetingId })
    const before = await list(meetingId)
    await office.call('agenda.applyTemplate', { meetingId })
    const after = await list(meetingId)
    expect(after.totalMinutes).toBe(120)
    expect(after.items.some((each) => each.title === 'Bàn việc sửa hội trường')).toBe(false)
    expect(after.items.find((each) => each.contentClass === 'professional')?.title).toContain(
      'cải cách hành chính',
    )
    await office.call('history.undo', {})
    expect(await list(meetingId)).toEqual(before)
  })

  test('fills an agenda that was emptied', async () => {
    const meetingId = await addMeeting('committee')
    for (const each of (await list(meetingId)).items) await office.call('agenda.remove', { id: each.id })
    await office.call('agenda.applyTemplate', { meetingId })
    expect((await list(meetingId)).totalMinutes).toBe(60)
  })
})
