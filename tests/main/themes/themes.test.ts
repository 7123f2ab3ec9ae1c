import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../src/shared/contract/errors.ts'
import type { ThemeChanges } from '../../../src/shared/contract/themes.ts'
import type { ThemeStep } from '../../../src/shared/rules/theme.ts'
import { markAt } from '../../support/meetings.ts'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let test: TestProgram
let an: number
let binh: number

beforeEach(async () => {
  test = startProgram({ now: '2026-03-10T08:00:00+07:00' })
  await test.call('cell.update', sampleCell)
  an = await addPerson(test, 'Nguyễn Văn An', { role: 'secretary' })
  binh = await addPerson(test, 'Trần Thị Bình')
})
afterEach(() => {
  expect(test.errors).toEqual([])
  test.close()
})

const create = async (title: string, quarter = 2, month: number | null = null, year = 2026) =>
  (await test.call('themes.create', { year, quarter, month, title })).id
const update = (id: number, changes: ThemeChanges) => test.call('themes.update', { id, ...changes })
const get = (id: number) => test.call('themes.get', { id })
const stepOf = async (id: number, step: ThemeStep) =>
  (await get(id)).planned.steps.find((each) => each.step === step)
const titles = async (year = 2026) =>
  (await test.call('themes.board', { year })).quarters.map(({ themes }) => themes.map(({ title }) => title))
const refusal = (asked: Promise<unknown>): Promise<{ code: string; fields: object }> =>
  asked.then(
    () => ({ code: 'accepted', fields: {} }),
    (error) => {
      if (!(error instanceof AppError)) throw error
      return { code: error.code, fields: error.fields }
    },
  )
const meet = (period: string, heldOn: string, kind: 'themed' | 'regular' = 'themed') =>
  test.call('meetings.create', {
    kind,
    period,
    heldOn,
    startTime: '08:00',
    place: 'Phòng họp',
    mode: 'inPerson',
    chairId: an,
    minuteTakerId: null,
    theme: '',
    note: '',
  })

describe('a theme', () => {
  it('starts with a title in a quarter and takes its fields one by one', async () => {
    const id = await create('  Tiết kiệm điện ', 2, 5)
    await update(id, { problem: 'Tiền điện tăng 18%', kind: 'Tiết kiệm, chống lãng phí', leadId: an })
    await update(id, { sessionOn: '2026-05-20' })
    expect(await get(id)).toMatchObject({
      title: 'Tiết kiệm điện',
      year: 2026,
      quarter: 2,
      month: 5,
      problem: 'Tiền điện tăng 18%',
      leadName: 'Nguyễn Văn An',
      sessionOn: '2026-05-20',
      meeting: null,
      origin: 'cell',
      form: 'leadPaper',
    })
  })

  it('has deadlines counted back from its day, by the rule in force where there is one', async () => {
    const id = await create('Tiết kiệm điện')
    expect((await stepOf(id, 'draft'))?.state).toBe('undated')
    await update(id, { sessionOn: '2026-05-20' })
    const due = (await get(id)).planned.steps.map(({ step, dueOn, source }) => [step, dueOn, source])
    const usage = 'thông lệ, đặt trong Cài đặt'
    const rule = 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025'
    expect(due).toEqual([
      ['outline', '2026-04-29', usage],
      ['draft', '2026-05-06', usage],
      ['approval', '2026-05-13', usage],
      ['sent', '2026-05-19', rule],
      ['held', '2026-05-20', usage],
      ['concluded', '2026-05-20', usage],
      ['reported', '2026-05-22', rule],
    ])
  })

  it('keeps a deadline set by hand, and counts it again once that is taken away', async () => {
    const id = await create('Tiết kiệm điện')
    await update(id, { sessionOn: '2026-05-20' })
    await test.call('themes.setStep', { id, step: 'draft', dueOn: '2026-05-10', doneOn: null })
    expect(await stepOf(id, 'draft')).toMatchObject({ dueOn: '2026-05-10', dueByHand: true })
    await test.call('themes.setStep', { id, step: 'draft', dueOn: null, doneOn: null })
    expect(await stepOf(id, 'draft')).toMatchObject({ dueOn: '2026-05-06', dueByHand: false })
  })

  it('counts by how many days a step is late', async () => {
    const id = await create('Tiết kiệm điện', 1)
    await update(id, { sessionOn: '2026-03-20' })
    expect(await stepOf(id, 'outline')).toMatchObject({ state: 'late', lateDays: 11 })
    await test.call('themes.setStep', { id, step: 'outline', dueOn: null, doneOn: '2026-03-02' })
    expect(await stepOf(id, 'outline')).toMatchObject({ state: 'doneLate', lateDays: 3 })
  })

  it('takes its day, its being held and its papers from the meeting it is treated in', async () => {
    const id = await create('Tiết kiệm điện', 1)
    await update(id, { sessionOn: '2026-03-20' })
    const meeting = await meet('2026-03', '2026-03-27')
    expect(await test.call('themes.meetings', { id })).toEqual([
      { id: meeting.id, title: 'Sinh hoạt chuyên đề tháng 03/2026', heldOn: '2026-03-27' },
    ])
    await update(id, { meetingId: meeting.id })
    expect((await test.call('meetings.get', { id: meeting.id })).theme).toBe('Tiết kiệm điện')
    expect(await get(id)).toMatchObject({
      meeting: { heldOn: '2026-03-27' },
      planned: { sessionDay: '2026-03-27' },
    })
    await test.call('preparation.mark', {
      meetingId: meeting.id,
      step: 'papers',
      doneOn: '2026-03-09',
      note: '',
    })
    expect(await stepOf(id, 'sent')).toMatchObject({ doneOn: '2026-03-09', found: true })
    test.setNow('2026-03-28T08:00:00+07:00')
    expect(await stepOf(id, 'held')).toMatchObject({ state: 'late', lateDays: 1 })
    await markAt(test, meeting.id, an, 'present')
    expect(await stepOf(id, 'held')).toMatchObject({ doneOn: '2026-03-27', found: true })
    expect(await stepOf(id, 'draft')).toMatchObject({ state: 'unrecorded' })
    await test.call('conclusions.create', { meetingId: meeting.id, agendaItemId: null, content: 'Tắt điện' })
    expect(await stepOf(id, 'concluded')).toMatchObject({ doneOn: '2026-03-27', found: true })
    await test.call('meetings.remove', { id: meeting.id })
    expect(await get(id)).toMatchObject({ meeting: null, planned: { sessionDay: '2026-03-20' } })
  })

  it('keeps contributors in their order, the rows of those who stay', async () => {
    const id = await create('Tiết kiệm điện')
    const one = { memberId: an, topic: 'Phòng máy', minutes: 10 }
    const two = { memberId: binh, topic: 'Nhà A', minutes: 8 }
    await test.call('themes.setContributors', { id, contributors: [one, two] })
    const before = (await get(id)).contributors
    await test.call('themes.setContributors', { id, contributors: [two, { ...one, minutes: 15 }] })
    const after = (await get(id)).contributors
    expect(after.map(({ fullName, minutes }) => [fullName, minutes])).toEqual([
      ['Trần Thị Bình', 8],
      ['Nguyễn Văn An', 15],
    ])
    expect(after.map((row) => row.id)).toEqual([before[1]?.id, before[0]?.id])
    expect(await refusal(test.call('themes.setContributors', { id, contributors: [one, one] }))).toEqual({
      code: 'invalid-input',
      fields: { 'contributors.1.memberId': 'Người này đã có tên ở trên' },
    })
  })

  it('keeps questions, files and subjects; subjects alike without marks count once', async () => {
    const id = await create('Tiết kiệm điện')
    await test.call('themes.setQuestions', { id, questions: ['Vì sao tăng?', 'Ai tắt?'] })
    await test.call('themes.setLinks', { id, links: [{ label: 'Số liệu', target: 'D:\\Dien\\2026.xlsx' }] })
    await test.call('themes.setSubjects', { id, subjects: ['Điện', 'điện', 'Mua sắm'] })
    expect(await get(id)).toMatchObject({
      questions: ['Vì sao tăng?', 'Ai tắt?'],
      links: [{ label: 'Số liệu', target: 'D:\\Dien\\2026.xlsx' }],
      subjects: ['Điện', 'Mua sắm'],
    })
  })

  it('is taken away whole and brought back whole', async () => {
    const id = await create('Tiết kiệm điện')
    await test.call('themes.setQuestions', { id, questions: ['Vì sao tăng?'] })
    await test.call('themes.setContributors', { id, contributors: [{ memberId: an, topic: '', minutes: 5 }] })
    const whole = await get(id)
    await test.call('themes.remove', { id })
    expect((await refusal(get(id))).code).toBe('not-found')
    await test.call('history.undo', {})
    expect(await get(id)).toEqual(whole)
  })
})

describe('what cannot be is refused with a sentence', () => {
  it('a title the year has already, however it is written', async () => {
    const id = await create('Tiết kiệm điện', 1)
    expect(await refusal(create('tiet kiem  DIEN', 3))).toEqual({
      code: 'invalid-input',
      fields: { title: 'Năm 2026 đã có chuyên đề tên này ở Quý I. Hãy đặt tên khác' },
    })
    await update(id, { title: 'Tiết kiệm Điện' })
    const other = await create('Nêu gương', 3)
    expect((await refusal(update(other, { title: 'Tiết kiệm điện' }))).code).toBe('invalid-input')
    await create('Tiết kiệm điện', 1, null, 2027)
  })

  it.each([
    [{ month: 7 }, { month: 'Tháng 7 không thuộc Quý II (tháng 4, 5, 6)' }],
    [
      { sessionOn: '2026-07-02' },
      {
        sessionOn:
          'Ngày 02/07/2026 thuộc Quý III. Hãy chuyển chuyên đề sang quý đó trước, hoặc chọn ngày trong Quý II',
      },
    ],
    [
      { sessionOn: '2027-05-20' },
      { sessionOn: 'Ngày 20/05/2027 ngoài năm 2026 của kế hoạch. Hãy chọn ngày trong Quý II/2026' },
    ],
    [{ leadId: 9999 }, { leadId: 'Không có người này trong danh sách đảng viên' }],
    [{ meetingId: 9999 }, { meetingId: 'Không tìm thấy cuộc họp này' }],
  ])('%j', async (changes, fields) => {
    const id = await create('Tiết kiệm điện')
    const before = await get(id)
    expect(await refusal(update(id, changes))).toEqual({ code: 'invalid-input', fields })
    expect(await get(id)).toEqual(before)
  })

  it('a quarter that does not exist', async () => {
    expect((await refusal(create('Tiết kiệm điện', 5))).fields).toEqual({ quarter: 'Quý từ I đến IV' })
  })

  it('a session before its draft is due, and a draft due after the session', async () => {
    const id = await create('Tiết kiệm điện')
    await test.call('themes.setStep', { id, step: 'draft', dueOn: '2026-05-10', doneOn: null })
    expect(await refusal(update(id, { sessionOn: '2026-05-08' }))).toEqual({
      code: 'invalid-input',
      fields: {
        sessionOn:
          'Ngày 08/05/2026 sớm hơn hạn đã đặt: dự thảo 10/05/2026. Hãy sửa hạn trước, hoặc chọn ngày sau đó',
      },
    })
    await update(id, { sessionOn: '2026-05-20' })
    const set = (step: ThemeStep, dueOn: string) =>
      refusal(test.call('themes.setStep', { id, step, dueOn, doneOn: null }))
    expect((await set('draft', '2026-05-21')).fields).toEqual({
      dueOn: 'Hạn này muộn hơn ngày sinh hoạt 20/05/2026',
    })
    expect((await set('sent', '2026-05-20')).fields).toEqual({
      dueOn:
        'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025: gửi trước buổi sinh hoạt ít nhất 1 ngày, tức là chậm nhất 19/05/2026',
    })
    expect((await set('reported', '2026-05-19')).fields).toEqual({
      dueOn: 'Hạn này sớm hơn ngày sinh hoạt 20/05/2026',
    })
  })

  it('a day of finishing that is still to come', async () => {
    const id = await create('Tiết kiệm điện')
    const asked = test.call('themes.setStep', { id, step: 'outline', dueOn: null, doneOn: '2026-03-11' })
    expect((await refusal(asked)).fields).toEqual({ doneOn: 'Ngày xong chưa tới' })
  })

  it('a preparer who has moved away by the day of the session', async () => {
    const gone = await addPerson(test, 'Lý Thị Cúc', { statusTo: '2026-05-01' })
    const id = await create('Tiết kiệm điện', 2, 4)
    await update(id, { leadId: gone })
    await update(id, { leadId: null, sessionOn: '2026-05-20' })
    const sentence = 'Lý Thị Cúc không sinh hoạt ở chi bộ vào ngày sinh hoạt 20/05/2026. Hãy chọn người khác'
    expect((await refusal(update(id, { leadId: gone }))).fields).toEqual({ leadId: sentence })
    const contributors = [{ memberId: gone, topic: '', minutes: 10 }]
    expect((await refusal(test.call('themes.setContributors', { id, contributors }))).fields).toEqual({
      'contributors.0.memberId': sentence,
    })
    expect((await test.call('themes.people', { id })).map(({ fullName }) => fullName)).toEqual([
      'Nguyễn Văn An',
      'Trần Thị Bình',
    ])
  })

  it('a meeting of another quarter or without a theme', async () => {
    const id = await create('Tiết kiệm điện')
    const themed = await meet('2026-08', '2026-08-20')
    const regular = await meet('2026-05', '2026-05-04', 'regular')
    expect((await refusal(update(id, { meetingId: themed.id }))).fields).toEqual({
      meetingId: 'Buổi này thuộc tháng 08/2026, ngoài Quý II/2026 của chuyên đề',
    })
    expect((await refusal(update(id, { meetingId: regular.id }))).fields).toEqual({
      meetingId: 'Buổi này không có sinh hoạt chuyên đề',
    })
  })
})

describe('the board', () => {
  it('shows a year by quarters in their order', async () => {
    await create('Một', 1)
    await create('Hai', 1)
    await create('Ba', 3)
    await create('Khác', 1, null, 2025)
    expect(await titles()).toEqual([['Một', 'Hai'], [], ['Ba'], []])
    expect(await test.call('themes.years', {})).toEqual([2027, 2026, 2025])
  })

  it('moves a theme within a quarter', async () => {
    for (const title of ['Một', 'Hai', 'Ba']) await create(title, 1)
    const [one] = (await test.call('themes.board', { year: 2026 })).quarters[0]?.themes ?? []
    await test.call('themes.move', { id: one?.id ?? 0, quarter: 1, place: 1 })
    expect((await titles())[0]).toEqual(['Hai', 'Một', 'Ba'])
    await test.call('history.undo', {})
    expect((await titles())[0]).toEqual(['Một', 'Hai', 'Ba'])
  })

  it('moves a theme to another quarter with its month, its day and its deadlines', async () => {
    await create('Hai', 4)
    const id = await create('Một', 2, 5)
    await update(id, { sessionOn: '2026-05-31' })
    await test.call('themes.setStep', { id, step: 'draft', dueOn: '2026-05-21', doneOn: null })
    await test.call('themes.move', { id, quarter: 4, place: 0 })
    expect(await titles()).toEqual([[], [], [], ['Một', 'Hai']])
    expect(await get(id)).toMatchObject({ quarter: 4, month: 11, sessionOn: '2026-11-30' })
    expect(await stepOf(id, 'draft')).toMatchObject({ dueOn: '2026-11-20' })
  })

  it('leaves a theme in its quarter that was held or has its meeting', async () => {
    const held = await create('Một', 1)
    await test.call('themes.setStep', { id: held, step: 'held', dueOn: null, doneOn: '2026-03-05' })
    expect((await refusal(test.call('themes.move', { id: held, quarter: 2, place: 0 }))).code).toBe(
      'theme-held',
    )
    const meeting = await meet('2026-03', '2026-03-27')
    const bound = await create('Hai', 1)
    await update(bound, { meetingId: meeting.id })
    expect((await refusal(test.call('themes.move', { id: bound, quarter: 2, place: 0 }))).code).toBe(
      'theme-has-meeting',
    )
    await test.call('themes.move', { id: bound, quarter: 1, place: 0 })
  })

  it('says how each quarter stands, sessions without a theme counted', async () => {
    await create('Một', 2)
    await meet('2026-07', '2026-07-20')
    const standings = async () =>
      (await test.call('themes.board', { year: 2026 })).quarters.map(({ standing }) => standing.state)
    expect(await standings()).toEqual(['overdue', 'planned', 'planned', 'missing'])
    test.setNow('2026-02-10T08:00:00+07:00')
    expect(await standings()).toEqual(['missing', 'planned', 'planned', 'missing'])
    const old = await test.call('themes.board', { year: 2020 })
    expect(old.quarters.map(({ standing }) => standing.state)).toEqual(['none', 'none', 'none', 'none'])
  })

  it('finds themes of all years without marks, by title, kind, problem and people', async () => {
    const id = await create('Tiết kiệm điện', 1, null, 2024)
    await update(id, { kind: 'Chống lãng phí', problem: 'Phòng máy bật đêm', leadId: binh })
    await create('Nêu gương', 2)
    const found = async (typed: string) =>
      (await test.call('themes.search', { typed })).map(({ title }) => title)
    expect(await found('tiet kiem')).toEqual(['Tiết kiệm điện'])
    expect(await found('dem phong')).toEqual(['Tiết kiệm điện'])
    expect(await found('binh lang')).toEqual(['Tiết kiệm điện'])
    expect(await found('n')).toEqual(['Nêu gương'])
    expect(await found(' ')).toEqual([])
  })

  it('suggests the kinds of the catalogue and those typed in', async () => {
    const id = await create('Tiết kiệm điện')
    await update(id, { kind: 'An toàn hồ chứa' })
    const kinds = await test.call('themes.kinds', {})
    expect(kinds).toHaveLength(21)
    expect(kinds.at(-1)).toBe('An toàn hồ chứa')
  })
})

describe('from year to year', () => {
  it('starts a year with what another was about, without its people and days', async () => {
    const id = await create('Tiết kiệm điện', 2, 5)
    await update(id, { problem: 'Tiền điện tăng', figures: '18%', leadId: an, sessionOn: '2026-05-20' })
    await test.call('themes.setQuestions', { id, questions: ['Vì sao?'] })
    await create('Nêu gương', 3)
    await create('nêu gương', 1, null, 2027)
    expect(await test.call('themes.copyYear', { fromYear: 2026, toYear: 2027 })).toEqual({
      copied: 1,
      skipped: 1,
    })
    expect(await titles(2027)).toEqual([['nêu gương'], ['Tiết kiệm điện'], [], []])
    const copy = (await test.call('themes.board', { year: 2027 })).quarters[1]?.themes[0]
    expect(await get(copy?.id ?? 0)).toMatchObject({
      month: 5,
      problem: 'Tiền điện tăng',
      figures: '',
      leadId: null,
      sessionOn: null,
      questions: ['Vì sao?'],
    })
    expect((await refusal(test.call('themes.copyYear', { fromYear: 2020, toYear: 2027 }))).code).toBe(
      'year-without-themes',
    )
  })

  it('takes over what was not held, with those of its people who are still there', async () => {
    const gone = await addPerson(test, 'Lý Thị Cúc', { statusTo: '2026-12-01' })
    const id = await create('Tiết kiệm điện', 4)
    await update(id, { leadId: gone, sessionOn: '2026-11-20', figures: '18%' })
    await test.call('themes.setContributors', {
      id,
      contributors: [{ memberId: binh, topic: 'Nhà A', minutes: 10 }],
    })
    const { id: again } = await test.call('themes.takeOver', { id, year: 2027, quarter: 1 })
    expect(await get(again)).toMatchObject({
      year: 2027,
      quarter: 1,
      figures: '18%',
      leadId: null,
      sessionOn: null,
      contributors: [{ fullName: 'Trần Thị Bình', topic: 'Nhà A', minutes: 10 }],
    })
    const twice = test.call('themes.takeOver', { id, year: 2027, quarter: 2 })
    expect((await refusal(twice)).code).toBe('theme-title-taken')
  })
})
