import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../src/shared/contract/index.ts'
import { addRegularMeeting, markAt } from '../../support/meetings.ts'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let test: TestProgram
let meetingId: number
let people: number[]

beforeEach(async () => {
  test = startProgram()
  await test.call('cell.update', sampleCell)
  people = []
  for (const [name, role] of [
    ['Nguyễn Văn An', 'secretary'],
    ['Trần Thị Hạnh', 'committeeMember'],
    ['Lê Minh Khánh', 'member'],
  ] as const)
    people.push(await addPerson(test, name, { role }))
  meetingId = await addRegularMeeting(test, {
    place: 'Phòng họp',
    chairId: people[0] ?? 0,
    minuteTakerId: people[1] ?? 0,
  })
  for (const [index] of people.entries()) await mark(index, 'present')
})
afterEach(() => {
  expect(test.errors).toEqual([])
  test.close()
})

const mark = (person: number, state: 'present' | 'unexcused' | 'excused') =>
  markAt(test, meetingId, people[person] ?? 0, state)
const minutes = () => ({ paper: 'minutes' as const, meetingId })
const standing = async (key: string) => {
  const { paragraphs } = await test.call('papers.get', minutes())
  const found = paragraphs.find((each) => each.key === key)
  if (!found) throw new Error(`no paragraph ${key}`)
  return found
}
const write = (key: string, text: string) => test.call('papers.write', { ...minutes(), key, text })
const printed = async (paper: Input<'documents.get'>) => {
  const { blocks } = await test.call('documents.get', paper)
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map((run) => run.text).join('')] : [],
  )
}

describe('paragraphs that belong to the secretary', () => {
  it('follow the facts until a hand writes, and never after', async () => {
    expect((await standing('roll.present')).text).toBe('2. Có mặt: 3/3 đồng chí (100%).')
    await mark(2, 'unexcused')
    expect((await standing('roll.present')).text).toBe('2. Có mặt: 2/3 đồng chí (66,7%).')
    await write('roll.present', 'Có mặt hai đồng chí.')
    expect(await standing('roll.present')).toMatchObject({ hand: 'edited', stale: null })
    await mark(1, 'unexcused')
    expect(await standing('roll.present')).toMatchObject({
      text: 'Có mặt hai đồng chí.',
      stale: {
        before: '2. Có mặt: 2/3 đồng chí (66,7%).',
        now: '2. Có mặt: 1/3 đồng chí (33,3%).',
        changes: ['Có mặt: 2/3 → 1/3'],
      },
    })
    expect(await printed(minutes())).toContain('Có mặt hai đồng chí.')
  })

  it('are kept or given back by one operation, and stay stale while they are only edited further', async () => {
    await write('roll.present', 'Của tôi')
    await mark(1, 'unexcused')
    await write('roll.present', 'Của tôi, sửa thêm')
    const { computed, stale } = await standing('roll.present')
    expect(stale).not.toBeNull()
    await write('roll.present', computed ?? '')
    expect(await standing('roll.present')).toMatchObject({ hand: 'edited', text: computed, stale: {} })
    await write('roll.present', 'Của tôi, sửa thêm')
    await test.call('papers.keepOwn', { ...minutes(), key: 'roll.present' })
    expect(await standing('roll.present')).toMatchObject({ text: 'Của tôi, sửa thêm', stale: null })
    await mark(1, 'present')
    expect((await standing('roll.present')).stale?.changes).toEqual(['Có mặt: 2/3 → 3/3'])
    await test.call('papers.takeComputed', { ...minutes(), key: 'roll.present' })
    expect(await standing('roll.present')).toMatchObject({ hand: 'facts', stale: null })
    await test.call('history.undo', {})
    expect(await standing('roll.present')).toMatchObject({ text: 'Của tôi, sửa thêm' })
  })

  it('become the facts’ again when a hand writes what the facts say', async () => {
    const { text } = await standing('roll.present')
    await write('roll.present', 'Khác')
    await write('roll.present', text)
    expect((await standing('roll.present')).hand).toBe('facts')
  })

  it('can be added, left out and brought back', async () => {
    const { key } = await test.call('papers.add', {
      ...minutes(),
      afterKey: 'roll.present',
      text: 'Biểu dương.',
    })
    expect(await printed(minutes())).toContain('Biểu dương.')
    await test.call('papers.leaveOut', { ...minutes(), key })
    await test.call('papers.leaveOut', { ...minutes(), key: 'readBack' })
    expect(await standing('readBack')).toMatchObject({ hand: 'leftOut', text: '' })
    const { undo } = await test.call('history.status', {})
    await test.call('papers.leaveOut', { ...minutes(), key: 'readBack' })
    expect((await test.call('history.status', {})).undo).toBe(undo)
    const texts = await printed(minutes())
    expect(texts.filter((text) => /Biểu dương|đọc lại/.test(text))).toEqual([])
    await test.call('papers.takeComputed', { ...minutes(), key: 'readBack' })
    expect((await standing('readBack')).hand).toBe('facts')
  })

  it('outlive the fact they were made from, which is told', async () => {
    const turn = await test.call('speaking.create', {
      meetingId,
      agendaItemId: null,
      memberId: people[2] ?? 0,
      guestName: null,
      kind: 'opinion',
      speakingSeconds: 60,
      gist: 'Đề nghị',
    })
    await write(`turn.${turn.id}`, '- Ý kiến tôi sửa.')
    await test.call('speaking.remove', { id: turn.id })
    expect(await standing(`turn.${turn.id}`)).toMatchObject({
      text: '- Ý kiến tôi sửa.',
      computed: null,
      stale: { now: null },
    })
    await test.call('papers.keepOwn', { ...minutes(), key: `turn.${turn.id}` })
    expect(await standing(`turn.${turn.id}`)).toMatchObject({ hand: 'added', stale: null })
  })

  it('are no longer missing once a hand has filled the gap', async () => {
    const missing = async () => (await test.call('papers.get', minutes())).missing.map(({ field }) => field)
    expect(await missing()).toContain('fee')
    await write('fee', '1. Đảng phí: đã thu đủ.')
    expect(await missing()).not.toContain('fee')
  })

  it('are refused where there is no such paragraph or meeting', async () => {
    await expect(write('gone', 'x')).rejects.toMatchObject({ code: 'not-found' })
    await expect(test.call('papers.get', { paper: 'minutes', meetingId: 999 })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      test.call('papers.add', { ...minutes(), afterKey: 'opening', text: ' ' }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('keep every word whatever is recorded later, and all others say what the facts say', async () => {
    const keys = (await test.call('papers.get', minutes())).paragraphs.map((each) => each.key)
    const own = new Map([
      [keys[0] ?? '', 'Đoạn một của tôi'],
      ['roll.present', 'Đoạn hai của tôi'],
      ['chair', 'Đoạn ba của tôi'],
    ])
    for (const [key, text] of own) await write(key, text)
    const facts = fc.oneof(
      fc.record({ person: fc.nat({ max: 2 }), state: fc.constantFrom('present', 'unexcused', 'excused') }),
      fc.record({
        conclusion: fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text.trim() !== ''),
      }),
      fc.record({ place: fc.constantFrom('Phòng 1', 'Phòng 2') }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 4 }), async (list) => {
        for (const each of list) {
          if ('person' in each) await mark(each.person, each.state as 'present')
          else if ('conclusion' in each)
            await test.call('conclusions.create', { meetingId, agendaItemId: null, content: each.conclusion })
          else {
            const { id, chairName, minuteTakerName, closedAt, ...meeting } = await test.call('meetings.get', {
              id: meetingId,
            })
            await test.call('meetings.update', { ...meeting, id, place: each.place })
          }
        }
        const { paragraphs } = await test.call('papers.get', minutes())
        for (const paragraph of paragraphs) {
          const text = own.get(paragraph.key)
          expect(paragraph.text).toBe(text ?? paragraph.computed)
        }
      }),
      { numRuns: 10 },
    )
  })
})

describe('a resolution begun before the meeting', () => {
  it('is the draft that the preparation asks for', async () => {
    test.setNow('2026-10-28T20:00:00+07:00')
    const draft = async () =>
      (await test.call('preparation.get', { meetingId })).find((step) => step.step === 'draft')
    expect(await draft()).toMatchObject({ doneOn: null })
    await test.call('papers.write', {
      paper: 'resolution',
      meetingId,
      key: 'nextMonth.none',
      text: 'a) Hoàn thành báo cáo năm.',
    })
    expect(await draft()).toMatchObject({ doneOn: '2026-10-28', found: true })
  })
})

describe('issuing', () => {
  const issue = (number: number, paper: 'minutes' | 'resolution' = 'resolution') =>
    test.call('papers.issue', { of: { paper, meetingId }, number, issuedOn: '2026-11-05' })

  it('asks once for the beginning of the term', async () => {
    await expect(issue(1)).rejects.toMatchObject({ code: 'term-missing' })
    await test.call('terms.add', { startsOn: '2025-03-01' })
    await expect(test.call('terms.add', { startsOn: '2025-03-01' })).rejects.toMatchObject({
      fields: { startsOn: 'Đã có nhiệm kỳ bắt đầu ngày này' },
    })
    await issue(1)
    expect(
      await test.call('papers.numbers', { code: 'NQ', issuedOn: '2026-12-01', exceptOutsideId: null }),
    ).toMatchObject({
      used: [{ number: 1, issuedOn: '2026-11-05' }],
      refusal: null,
    })
    const [term] = await test.call('terms.list', {})
    await test.call('terms.remove', { id: term?.id ?? 0 })
    expect(await test.call('terms.list', {})).toEqual([])
  })

  it('freezes the paper as it was, and every revision beside it', async () => {
    await test.call('terms.add', { startsOn: '2025-03-01' })
    const { id } = await issue(5)
    const first = await test.call('documents.get', { paper: 'issued', issuedId: id })
    expect(first.blocks[0]).toMatchObject({
      number: '05-NQ/CB',
      placeAndDate: 'Hà Giang, ngày 05 tháng 11 năm 2026',
    })
    const of = { paper: 'resolution' as const, meetingId }
    expect(await test.call('papers.issues', { of })).toMatchObject({ changedSinceIssue: false })
    await mark(2, 'unexcused')
    await test.call('cell.update', { ...sampleCell, abbreviation: 'CBĐT' })
    expect(await test.call('papers.issues', { of })).toMatchObject({ changedSinceIssue: true })
    expect(await test.call('documents.get', { paper: 'issued', issuedId: id })).toEqual(first)

    await expect(issue(6)).rejects.toMatchObject({ code: 'paper-issued' })
    await expect(
      test.call('papers.revise', { of, issuedOn: '2026-11-09', reason: ' ' }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
    await test.call('papers.revise', { of, issuedOn: '2026-11-09', reason: 'Sửa số người dự' })
    const { issued, changedSinceIssue } = await test.call('papers.issues', { of })
    expect(changedSinceIssue).toBe(false)
    expect(issued).toMatchObject([
      { revision: 1, number: 5, symbol: '05-NQ/CBĐT', reason: 'Sửa số người dự' },
      { revision: 0, number: 5, symbol: '05-NQ/CB', reason: '' },
    ])
    expect(await test.call('documents.get', { paper: 'issued', issuedId: id })).toEqual(first)
    const list = await test.call('documents.list', { meetingId })
    expect(list.find(({ paper }) => paper === 'resolution')).toMatchObject({
      words: 'Số 05-NQ/CBĐT, 09/11/2026, sửa lần 1',
    })
    expect((await test.call('papers.pastePack', { meetingId })).at(-1)?.text).toContain('(số 05-NQ/CBĐT)')
  })

  it('gives the notice of the meeting and the plan of a year their numbers by the same way', async () => {
    await test.call('terms.add', { startsOn: '2025-03-01' })
    await test.call('themes.create', { year: 2026, quarter: 4, month: 11, title: 'Tiết kiệm điện' })
    for (const [of, code] of [
      [{ paper: 'notice' as const, meetingId }, 'TB'],
      [{ paper: 'themePlan' as const, year: 2026 }, 'KH'],
    ] as const) {
      expect((await test.call('documents.get', of)).blocks[0]).toMatchObject({ number: `……-${code}/CB` })
      const { id } = await test.call('papers.issue', { of, number: 7, issuedOn: '2026-10-20' })
      const issued = await test.call('documents.get', { paper: 'issued', issuedId: id })
      expect(issued.blocks[0]).toMatchObject({
        number: `07-${code}/CB`,
        placeAndDate: 'Hà Giang, ngày 20 tháng 10 năm 2026',
      })
      expect(await test.call('papers.issues', { of })).toMatchObject({ changedSinceIssue: false })
    }
    await test.call('cell.update', { ...sampleCell, name: 'Chi bộ Đào tạo' })
    for (const of of [
      { paper: 'notice' as const, meetingId },
      { paper: 'themePlan' as const, year: 2026 },
    ]) {
      expect(await test.call('papers.issues', { of })).toMatchObject({ changedSinceIssue: true })
      await test.call('papers.revise', { of, issuedOn: '2026-10-21', reason: 'Đổi tên chi bộ' })
      expect(await test.call('papers.issues', { of })).toMatchObject({
        changedSinceIssue: false,
        issued: [{ revision: 1 }, { revision: 0 }],
      })
    }
    const list = await test.call('documents.list', { meetingId })
    expect(list.find(({ paper }) => paper === 'notice')?.words).toBe('Số 07-TB/CB, 21/10/2026, sửa lần 1')
    // A conclusion notice is a notice too: both count on in one row.
    const { used } = await test.call('papers.numbers', {
      code: 'TB',
      issuedOn: '2026-11-05',
      exceptOutsideId: null,
    })
    expect(used).toMatchObject([
      { number: 7, title: 'Thông báo sinh hoạt chi bộ thường kỳ tháng 11 năm 2026' },
    ])
    const { papers } = await test.call('register.get', {})
    expect(papers.toSorted((a, b) => a.id - b.id)).toMatchObject([
      { code: 'TB', meeting: { id: meetingId }, year: null, revisions: [{ revision: 1 }] },
      { code: 'KH', meeting: null, year: 2026, revisions: [{ revision: 1 }] },
    ])
  })

  it('tells how many facts a paper still lacks', async () => {
    const { missing } = await test.call('papers.get', minutes())
    expect(await test.call('papers.issues', { of: minutes() })).toMatchObject({
      issued: [],
      missing: missing.length,
    })
    expect(missing.length).toBeGreaterThan(0)
    expect(await test.call('papers.issues', { of: { paper: 'notice', meetingId } })).toMatchObject({
      missing: 0,
    })
  })

  it('refuses to revise what was never issued, and an issue that is not there', async () => {
    await expect(
      test.call('papers.revise', { of: minutes(), issuedOn: '2026-11-09', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'paper-not-issued' })
    await expect(test.call('documents.get', { paper: 'issued', issuedId: 77 })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
