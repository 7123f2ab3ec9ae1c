import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { type RollOffice, startRollOffice } from '../../support/roll-office.ts'

let office: RollOffice

beforeEach(() => {
  office = startRollOffice()
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})

const copy = (more: { from?: string | null; validFrom?: string | null; replaces?: boolean } = {}) =>
  office.call('scoreSheets.copy', {
    from: 'hd-42-2025',
    name: ' Phiếu của Đảng ủy xã ',
    validFrom: null,
    replaces: false,
    ...more,
  })
const get = (sheet: string) => office.call('scoreSheets.get', { sheet })
const criterionOf = async (sheet: string, title: RegExp) => {
  const found = (await get(sheet)).criteria.find((each) => title.test(each.title))
  if (!found) throw new Error(`no line ${title}`)
  return found
}
const lastStep = async () => (await office.call('history.status', {})).undo
const offered = async (meetingId: number) => office.call('scores.get', { meetingId, sheet: null })

describe('a copy', () => {
  it('has every line of the sheet shipped, its conditional maxima and its steps, and prefills as that one does', async () => {
    const person = office.addMember('Nguyễn Văn An', [['full', '2015-01-01', null]])
    const meetingId = office.addMeeting('2026-11-05')
    await office.call('attendance.markAllPresent', { meetingId })
    const { sheet } = await copy()
    expect(person).toBeGreaterThan(0)
    expect(await lastStep()).toBe('Thêm phiếu chấm điểm “Phiếu của Đảng ủy xã”')
    const strip = ({ criteria }: Awaited<ReturnType<typeof get>>) =>
      criteria.map(({ id: _, ...line }) => line)
    expect(strip(await get(sheet))).toEqual(strip(await get('hd-42-2025')))
    const lines = async (of: string) =>
      (await office.call('scores.get', { meetingId, sheet: of })).lines.map(
        ({ criterion: _, ...line }) => line,
      )
    expect(await lines(sheet)).toEqual(await lines('hd-42-2025'))
    expect((await lines(sheet)).filter(({ computed }) => computed !== null).length).toBeGreaterThan(1)
  })

  it('takes the place of its model from its day on, and the hand may still choose another', async () => {
    const { sheet } = await copy({ validFrom: '2026-12-01', replaces: true })
    const november = office.addMeeting('2026-11-05')
    const december = office.addMeeting('2026-12-03')
    expect(await offered(november)).toMatchObject({ sheet: 'hd-42-2025' })
    expect((await offered(november)).sheets.map((each) => each.sheet)).toEqual([
      'hd-42-2025',
      'an-phu-2025',
      'cam-le-2025',
    ])
    expect(await offered(december)).toMatchObject({ sheet })
    expect((await offered(december)).sheets.map((each) => each.sheet)).toEqual([
      'an-phu-2025',
      'cam-le-2025',
      sheet,
    ])
    expect(await office.call('scores.get', { meetingId: december, sheet: 'cam-le-2025' })).toMatchObject({
      sheet: 'cam-le-2025',
    })
    await expect(copy({ validFrom: '2025-01-01', replaces: true })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { validFrom: expect.stringContaining('28/10/2025') },
    })
    await expect(copy({ from: 'own-9' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('cannot be dated before the sheet it takes the place of, nor after the one that takes its own', async () => {
    const { sheet } = await copy({ validFrom: '2026-12-01', replaces: true })
    const id = (await get(sheet)).own ?? 0
    const update = (validFrom: string | null) => office.call('scoreSheets.update', { id, validFrom })
    for (const day of ['2025-10-27', null])
      await expect(update(day)).rejects.toMatchObject({
        code: 'invalid-input',
        fields: { validFrom: expect.stringContaining('28/10/2025') },
      })
    await update('2025-10-28')
    await copy({ from: sheet, validFrom: '2026-03-01', replaces: true })
    await expect(update('2026-03-02')).rejects.toMatchObject({
      fields: { validFrom: expect.stringContaining('01/03/2026') },
    })
    await update('2026-03-01')
    expect((await get(sheet)).validFrom).toBe('2026-03-01')
  })

  it('is chosen for the kinds of meetings it is meant for', async () => {
    const { sheet } = await copy()
    const id = (await get(sheet)).own ?? 0
    await office.call('scoreSheets.update', { id, kinds: ['themed'] })
    expect(await offered(office.addMeeting('2026-11-20', 'themed'))).toMatchObject({ sheet })
    expect(await offered(office.addMeeting('2026-11-05'))).toMatchObject({ sheet: 'hd-42-2025' })
    expect((await office.call('scoreSheets.list', {})).at(-1)).toMatchObject({
      kinds: ['themed'],
      used: 0,
      problems: [],
    })
    await expect(office.call('scoreSheets.update', { id, kinds: [] })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })
})

describe('a sheet written from nothing', () => {
  const written = async () => {
    const { sheet } = await copy({ from: null })
    const id = (await get(sheet)).own ?? 0
    const add = (after: number | null, groupTitle = '') =>
      office.call('scoreSheets.addLine', { id, after, groupTitle })
    return { sheet, id, add }
  }
  const titles = async (sheet: string) =>
    (await get(sheet)).criteria.map(({ groupTitle, title }) => `${groupTitle}/${title}`)

  it('is no good until it makes 100 points, says why, and each step can be taken back', async () => {
    const { sheet, add } = await written()
    const meetingId = office.addMeeting('2026-11-05')
    expect((await get(sheet)).problems).toEqual(['Phiếu chưa có dòng nào'])
    const first = await add(null)
    await office.call('scoreSheets.updateLine', { id: first.id, title: ' Tỷ lệ dự ', maximum: 60 })
    expect(await lastStep()).toBe('Phiếu “Phiếu của Đảng ủy xã”: sửa dòng “Tỷ lệ dự”')
    expect((await get(sheet)).problems).toEqual([
      'Tháng không có chuyên đề: các dòng cộng lại được 60, còn thiếu 40',
      'Tháng có chuyên đề: các dòng cộng lại được 60, còn thiếu 40',
    ])
    await expect(office.call('scores.create', { meetingId, sheet })).rejects.toMatchObject({
      code: 'score-sheet-incomplete',
    })
    expect((await offered(meetingId)).sheets.map((each) => each.sheet)).not.toContain(sheet)
    const second = await add(first.id, 'Nội dung')
    await office.call('scoreSheets.updateLine', { id: second.id, maximum: 40, maximumThemed: 30 })
    const third = await add(second.id, 'Nội dung')
    await office.call('scoreSheets.updateLine', { id: third.id, title: 'Chuyên đề', maximumThemed: 10 })
    expect((await get(sheet)).problems).toEqual([])
    await office.call('history.undo', {})
    expect((await get(sheet)).problems).toHaveLength(2)
    await office.call('history.redo', {})
    expect(await offered(meetingId)).toMatchObject({ sheet, lines: [{ maximum: 60 }, { maximum: 40 }] })
    office.addMeeting('2026-11-20', 'themed')
    expect((await offered(meetingId)).lines.map(({ maximum }) => maximum)).toEqual([60, 30, 10])
  })

  it('has lines and groups moved, named and taken away', async () => {
    const { sheet, id, add } = await written()
    const b = await add(null, 'Hai')
    const a = await add(null, 'Một')
    const c = await add(b.id, 'Hai')
    for (const [line, title] of [
      [a, 'a'],
      [b, 'b'],
      [c, 'c'],
    ] as const)
      await office.call('scoreSheets.updateLine', { id: line.id, title })
    expect(await titles(sheet)).toEqual(['Một/a', 'Hai/b', 'Hai/c'])
    await office.call('scoreSheets.moveLine', { id: c.id, step: -1 })
    expect(await titles(sheet)).toEqual(['Một/a', 'Hai/c', 'Hai/b'])
    await office.call('scoreSheets.moveLine', { id: c.id, step: -1 })
    expect(await titles(sheet)).toEqual(['Một/a', 'Một/c', 'Hai/b'])
    await office.call('scoreSheets.renameGroup', { id, from: 'Một', to: ' Đầu ' })
    const undone = await lastStep()
    await office.call('scoreSheets.moveLine', { id: a.id, step: -1 })
    expect(await lastStep()).toBe(undone)
    await office.call('scoreSheets.removeLine', { id: a.id })
    expect(await titles(sheet)).toEqual(['Đầu/c', 'Hai/b'])
    await office.call('history.undo', {})
    expect(await titles(sheet)).toEqual(['Đầu/a', 'Đầu/c', 'Hai/b'])
    await expect(add(999)).rejects.toMatchObject({ code: 'not-found' })
    await expect(office.call('scoreSheets.removeLine', { id: 999 })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('steps', () => {
  it('of a sheet from Excel prefill the line they are given to', async () => {
    const { sheet } = await office.call('scoreSheets.create', {
      name: 'Phiếu',
      lines: [
        { groupTitle: '', title: 'Tỷ lệ đảng viên dự', maximum: 40 },
        { groupTitle: '', title: 'Nội dung', maximum: 60 },
      ],
    })
    office.addMember('Nguyễn Văn An', [['full', '2015-01-01', null]])
    const meetingId = office.addMeeting('2026-11-05')
    await office.call('attendance.markAllPresent', { meetingId })
    const first = async () => (await office.call('scores.get', { meetingId, sheet })).lines[0]
    expect(await first()).toMatchObject({ computed: null, rule: '', evidence: 'Có mặt 1/1 (100%)' })
    const { id } = await criterionOf(sheet, /dự/)
    const scale = {
      kind: 'share' as const,
      steps: [
        { from: 95, points: 40 },
        { from: 0, points: 10 },
      ],
      unexcused: 0,
    }
    await office.call('scoreSheets.updateLine', { id, measure: { fact: 'attendance', scale } })
    expect(await first()).toMatchObject({
      computed: 40,
      rule: 'Từ 95% 40; dưới 95% 10; có vắng không lý do 0',
    })
    await office.call('scoreSheets.updateLine', { id, maximum: 30 })
    expect((await get(sheet)).problems).toContain('Dòng 1: mức cao nhất cho 40 điểm, nhiều hơn tối đa 30')
    await office.call('scoreSheets.updateLine', { id, measure: { fact: null, scale: null } })
    expect(await criterionOf(sheet, /dự/)).toMatchObject({ facts: [], scale: null, rule: '' })
  })

  test.each([
    ['of another kind than their fact', 'speakers' as const, { kind: 'met' as const, points: 1 }],
    ['without a fact', null, { kind: 'met' as const, points: 1 }],
    [
      'that leave a share without points',
      'tasks' as const,
      { kind: 'share' as const, steps: [{ from: 50, points: 1 }], unexcused: null },
    ],
  ])('%s are refused', async (_, fact, scale) => {
    const { sheet } = await copy()
    const { id } = await criterionOf(sheet, /phát biểu/)
    await expect(
      office.call('scoreSheets.updateLine', { id, measure: { fact, scale } }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('ask more minutes of a large cell, by the date the minimum holds', async () => {
    for (let number = 1; number <= 30; number++)
      office.addMember(`Nguyễn Văn Đủ ${number}`, [['full', '2015-01-01', null]])
    const early = office.addMeeting('2026-10-05')
    const meetingId = office.addMeeting('2026-11-05')
    // One who is only temporarily here is counted at home.
    office.addMember('Lê Thị Tạm', [['temporaryHere', '2015-01-01', null]])
    office.addMember('Trần Văn Mới', [['full', '2026-10-20', null]])
    const item = office.addAgendaItem(meetingId, 'Nội dung')
    office.sqlite
      .prepare('INSERT INTO agendaRun (agendaItemId, startedAt, stoppedAt) VALUES (?, ?, ?)')
      .run(item, '2026-11-05T07:00:00.000Z', '2026-11-05T08:45:00.000Z')
    const duration = async (id: number, sheet: string) =>
      (await office.call('scores.get', { meetingId: id, sheet })).lines[0]
    // No rule in force asks more of a large cell, so the usual sheet does not either; one ward's does.
    expect(await duration(meetingId, 'hd-42-2025')).toMatchObject({ computed: 5 })
    expect(await duration(meetingId, 'an-phu-2025')).toMatchObject({
      computed: 4,
      evidence:
        'Họp 14:00–15:45, 105 phút; tối thiểu 120 phút (theo phiếu chấm, chi bộ từ 30 đảng viên; nay có 31), thiếu 15 phút',
    })
    expect((await duration(early, 'an-phu-2025'))?.evidence).toContain('nay có 30')
    office.sqlite.prepare("UPDATE memberStatus SET status = 'movedAway' WHERE memberId <= 2").run()
    expect(await duration(meetingId, 'an-phu-2025')).toMatchObject({ computed: 5 })
    office.sqlite.prepare("UPDATE memberStatus SET status = 'exempt' WHERE memberId <= 2").run()
    expect(await duration(meetingId, 'an-phu-2025')).toMatchObject({ computed: 4 })
    // A cell of another place takes the line's own minimum away.
    const { sheet } = await copy({ from: 'an-phu-2025' })
    const { id, scale } = await criterionOf(sheet, /thời lượng/)
    if (scale?.kind !== 'missing') throw new Error('steps by minutes are expected')
    await office.call('scoreSheets.updateLine', {
      id,
      measure: { fact: 'duration', scale: { ...scale, larger: null } },
    })
    expect(await duration(meetingId, sheet)).toMatchObject({ computed: 5 })
  })
})

describe('a sheet that a meeting is scored by', () => {
  it('stays as it is, line by line; a new version leaves the score alone', async () => {
    const { sheet } = await copy({ validFrom: '2026-01-01' })
    const { own: id } = await get(sheet)
    if (id === null) throw new Error('a copy is the cell’s own')
    const meetingId = office.addMeeting('2026-11-05')
    await office.call('scores.create', { meetingId, sheet })
    const line = await criterionOf(sheet, /dự sinh hoạt/)
    const writes = [
      office.call('scoreSheets.update', { id, name: 'Khác' }),
      office.call('scoreSheets.renameGroup', { id, from: 'Tỷ lệ đảng viên dự', to: 'Khác' }),
      office.call('scoreSheets.addLine', { id, after: null, groupTitle: '' }),
      office.call('scoreSheets.updateLine', { id: line.id, maximum: 3 }),
      office.call('scoreSheets.moveLine', { id: line.id, step: 1 }),
      office.call('scoreSheets.removeLine', { id: line.id }),
      office.call('scoreSheets.remove', { id }),
    ]
    for (const write of writes) await expect(write).rejects.toMatchObject({ code: 'score-sheet-used' })
    const before = await offered(meetingId)
    const next = await copy({ from: sheet, validFrom: '2026-11-01', replaces: true })
    await office.call('scoreSheets.updateLine', {
      id: (await criterionOf(next.sheet, /dự sinh hoạt/)).id,
      title: 'Tỷ lệ dự',
    })
    const { sheets: _, ...now } = await offered(meetingId)
    expect(before).toMatchObject(now)
    expect(await offered(office.addMeeting('2026-12-03'))).toMatchObject({ sheet: next.sheet })
    expect((await office.call('scoreSheets.list', {})).map(({ used }) => used)).toEqual([0, 0, 0, 1, 0])
    // Once the score is gone the sheet is nobody's any more.
    await office.call('scores.remove', { meetingId })
    await office.call('scoreSheets.update', { id, name: 'Khác', validFrom: '2026-02-01' })
    expect(await lastStep()).toBe('Phiếu “Phiếu của Đảng ủy xã”: tên mới “Khác”, hiệu lực từ 01/02/2026')
  })
})
