import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { paperPage } from '../../../src/main/documents/paper-page.ts'
import type { Input } from '../../../src/shared/contract/index.ts'
import type { Block, PaperDocument } from '../../../src/shared/documents/blocks.ts'
import { addRegularMeeting } from '../../support/meetings.ts'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let test: TestProgram
let secretary = 0
let deputy = 0
let member = 0

beforeEach(async () => {
  test = startProgram({ now: '2026-11-01T08:00:00+07:00' })
  await test.call('cell.update', sampleCell)
  secretary = await addPerson(test, 'Nguyễn Thị Hường', { role: 'secretary' })
  deputy = await addPerson(test, 'Trần Đức Thắng', { role: 'deputy' })
  member = await addPerson(test, 'Lò Văn Ón')
})
afterEach(() => {
  expect(test.errors).toEqual([])
  test.close()
})

async function meeting(fields: Partial<Input<'meetings.create'>> = {}): Promise<number> {
  const id = await addRegularMeeting(test, {
    chairId: secretary,
    minuteTakerId: member,
    note: 'Ghi chú riêng của bí thư',
    ...fields,
  })
  return id
}

async function emptyMeeting(fields: Partial<Input<'meetings.create'>> = {}): Promise<number> {
  const id = await meeting(fields)
  const { items } = await test.call('agenda.list', { meetingId: id })
  for (const item of items) await test.call('agenda.remove', { id: item.id })
  return id
}

const add = (meetingId: number, fields: Partial<Input<'agenda.create'>>) =>
  test.call('agenda.create', {
    meetingId,
    part: 'main',
    contentClass: 'discussion',
    title: 'Thảo luận',
    ownerId: null,
    plannedMinutes: 10,
    privateNote: '',
    ...fields,
  })

const paper = (meetingId: number) => test.call('documents.get', { paper: 'agenda', meetingId })

function block<Kind extends Block['kind']>(
  document: PaperDocument,
  kind: Kind,
): Extract<Block, { kind: Kind }> {
  const found = document.blocks.find((each): each is Extract<Block, { kind: Kind }> => each.kind === kind)
  if (!found) throw new Error(`The paper has no ${kind}`)
  return found
}
const lines = (document: PaperDocument) =>
  document.blocks.flatMap((each) =>
    each.kind === 'paragraph' ? each.runs.map((run) => run.text).join('') : [],
  )

describe('the agenda on paper', () => {
  it('says who invites, to what, when, where and with whom', async () => {
    const document = await paper(await meeting())
    expect(document.name).toBe('Chương trình sinh hoạt chi bộ thường kỳ tháng 11 năm 2026')
    expect(block(document, 'letterhead')).toEqual({
      kind: 'letterhead',
      upperBody: 'Đảng bộ Trường Chính trị tỉnh',
      body: 'Chi bộ Phòng Đào tạo',
      number: null,
      placeAndDate: 'Hà Giang, ngày 01 tháng 11 năm 2026',
    })
    expect(block(document, 'title')).toEqual({
      kind: 'title',
      type: 'Chương trình',
      excerpt: 'Sinh hoạt chi bộ thường kỳ tháng 11 năm 2026',
    })
    expect(lines(document)).toEqual([
      '- Thời gian: 14 giờ, thứ Ba, ngày 03 tháng 11 năm 2026.',
      '- Địa điểm: Phòng họp tầng 2.',
      '- Chủ trì: Đồng chí Nguyễn Thị Hường, Bí thư.',
      '- Thư ký: Đồng chí Lò Văn Ón.',
    ])
  })

  it('names the theme and how people meet where that is not as usual, and leaves out who is not known', async () => {
    const document = await paper(
      await meeting({
        kind: 'regularThemed',
        theme: 'Học tập phong cách nêu gương.',
        mode: 'online',
        chairId: null,
        minuteTakerId: null,
      }),
    )
    expect(lines(document).slice(2)).toEqual([
      '- Hình thức: Trực tuyến.',
      '- Chuyên đề: Học tập phong cách nêu gương.',
    ])
  })

  it.each([
    ['themed', 'Sinh hoạt chuyên đề tháng 02 năm 2026'],
    ['regularThemed', 'Sinh hoạt chi bộ thường kỳ kết hợp chuyên đề tháng 02 năm 2026'],
    ['committee', 'Họp chi ủy tháng 02 năm 2026'],
    ['extraordinary', 'Sinh hoạt chi bộ bất thường tháng 02 năm 2026'],
  ] as const)('calls a meeting of kind %s by its name', async (kind, excerpt) => {
    const document = await paper(await meeting({ kind, period: '2026-02' }))
    expect(block(document, 'title').excerpt).toBe(excerpt)
  })

  it('bears the meeting day once that has come, not the day of a later copy', async () => {
    const id = await meeting()
    test.setNow('2026-12-24T08:00:00+07:00')
    expect(block(await paper(id), 'letterhead').placeAndDate).toBe('Hà Giang, ngày 03 tháng 11 năm 2026')
  })

  it('groups the items by part, numbers them through and tells when each begins', async () => {
    const id = await emptyMeeting()
    await add(id, { part: 'opening', title: 'Điểm danh', ownerId: member, plannedMinutes: 5 })
    await add(id, { part: 'main', title: 'Báo cáo tháng', ownerId: secretary, plannedMinutes: 60 })
    await add(id, { part: 'closing', title: 'Kết luận', plannedMinutes: 25 })
    const table = block(await paper(id), 'table')
    expect(table.columns.map((column) => column.heading)).toEqual([
      'STT',
      'Thời gian',
      'Nội dung',
      'Người thực hiện',
      'Số phút',
    ])
    expect(table.rows).toEqual([
      { kind: 'group', text: 'A. Mở đầu' },
      { kind: 'cells', cells: ['1', '14 giờ 00', 'Điểm danh', 'Lò Văn Ón', '5'] },
      { kind: 'group', text: 'B. Tiến hành' },
      { kind: 'cells', cells: ['2', '14 giờ 05', 'Báo cáo tháng', 'Nguyễn Thị Hường', '60'] },
      { kind: 'group', text: 'C. Kết thúc' },
      { kind: 'cells', cells: ['3', '15 giờ 05', 'Kết luận', '', '25'] },
    ])
    expect(table.total).toEqual({ label: 'Tổng số phút (kết thúc lúc 15 giờ 30 phút)', value: '90' })
    expect(table.columns.reduce((sum, column) => sum + column.widthPercent, 0)).toBe(100)
  })

  it('is signed by the chair in the office they hold that day, else by the secretary', async () => {
    const signature = async (fields: Partial<Input<'meetings.create'>>) =>
      block(await paper(await meeting(fields)), 'closing').right
    expect(await signature({})).toEqual({
      behalf: { form: 'T/M', body: 'cell' },
      office: 'Bí thư',
      name: 'Nguyễn Thị Hường',
    })
    expect(await signature({ chairId: deputy })).toMatchObject({
      behalf: { form: 'T/M', body: 'cell' },
      office: 'Phó bí thư',
      name: 'Trần Đức Thắng',
    })
    expect(await signature({ chairId: member })).toMatchObject({ name: 'Nguyễn Thị Hường' })
    expect(await signature({ kind: 'committee' })).toMatchObject({
      behalf: { form: 'T/M', body: 'committee' },
      office: 'Bí thư',
    })
  })

  it('leaves room for a name where nobody heads the cell that day', async () => {
    const document = await paper(await meeting({ heldOn: '2000-01-05', period: '2000-01' }))
    expect(block(document, 'closing').right).toMatchObject({ office: 'Bí thư', name: '' })
  })

  it('never shows a private note', async () => {
    const id = await emptyMeeting()
    const note = fc.string({ minLength: 1, maxLength: 60 }).map((text) => `BÍMẬT${text}BÍMẬT`)
    await fc.assert(
      fc.asyncProperty(fc.array(note, { minLength: 1, maxLength: 3 }), async (notes) => {
        const before = await paper(id)
        for (const privateNote of notes)
          await add(id, { privateNote, title: 'Mục công khai', plannedMinutes: 0 })
        const document = await paper(id)
        expect(block(document, 'table').rows.length).toBeGreaterThan(block(before, 'table').rows.length)
        expect(JSON.stringify(document)).not.toContain('BÍMẬT')
        expect(await paperPage(document, document.layout)).not.toMatch(/BÍMẬT|Ghi chú riêng/)
      }),
      { numRuns: 30 },
    )
  })

  it('refuses a meeting that was removed, and a cell that was never named', async () => {
    const id = await meeting()
    await test.call('meetings.remove', { id })
    await expect(paper(id)).rejects.toMatchObject({ code: 'not-found' })
    const bare = startProgram()
    const { id: bareMeeting } = await bare.call('meetings.create', {
      ...(await bare.call('meetings.defaults', { kind: 'regular', heldOn: '2026-11-03' })),
      place: 'Phòng họp',
    })
    await expect(
      bare.call('documents.get', { paper: 'agenda', meetingId: bareMeeting }),
    ).rejects.toMatchObject({
      code: 'cell-missing',
    })
    bare.close()
  })
})
