import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Block } from '../../../src/shared/documents/blocks.ts'
import type { Paper } from '../../../src/shared/documents/papers.ts'
import { markAt } from '../../support/meetings.ts'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let test: TestProgram
let meetingId = 0
const people: Record<string, number> = {}
beforeEach(async () => {
  test = startProgram()
  await test.call('cell.update', sampleCell)
  for (const [name, options] of [
    ['Nguyễn Thị Hường', { role: 'secretary' }],
    ['Lò Thị Én', { status: 'probationary' }],
    ['Mã Văn Đủ', {}],
    ['Trần Bá Lộc', { status: 'exempt' }],
  ] as const)
    people[name] = await addPerson(test, name, options)
  const defaults = await test.call('meetings.defaults', { kind: 'regular', heldOn: '2026-11-28' })
  meetingId = (
    await test.call('meetings.create', {
      ...defaults,
      place: 'Phòng họp',
      chairId: people['Nguyễn Thị Hường'] ?? null,
      minuteTakerId: people['Mã Văn Đủ'] ?? null,
    })
  ).id
})
afterEach(() => test.close())

const get = (paper: Paper) => test.call('documents.get', { paper, meetingId })
const standing = async (wanted: Paper) =>
  (await test.call('documents.list', { meetingId })).find(({ paper }) => paper === wanted)
const tableOf = (blocks: readonly Block[]) => {
  const table = blocks.find((block) => block.kind === 'table')
  if (table?.kind !== 'table') throw new Error('The sheet has no table')
  return table
}
const rowsOf = (blocks: readonly Block[]) =>
  tableOf(blocks).rows.map((row) => (row.kind === 'group' ? row.text : row.cells))
const wordsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : []))

describe('the blank sheet', () => {
  it('has everybody by given name with room to sign, those who need not come apart, and room for guests', async () => {
    const { name, blocks } = await get('blankSignIn')
    expect(name).toBe('Danh sách ký tên sinh hoạt chi bộ thường kỳ tháng 11 năm 2026')
    expect(tableOf(blocks).leastRowMm).toBe(10)
    expect(rowsOf(blocks)).toEqual([
      ['1', 'Mã Văn Đủ', 'Đảng viên', '', ''],
      ['2', 'Lò Thị Én', 'Dự bị', '', ''],
      ['3', 'Nguyễn Thị Hường', 'Bí thư', '', ''],
      'Không thuộc diện phải dự',
      ['4', 'Trần Bá Lộc', 'Miễn sinh hoạt', '', ''],
      'Đại biểu, khách mời',
      ...Array(3).fill(['', '', '', '', '']),
    ])
    expect(wordsOf(blocks).at(-1)).toMatch(/^Phải dự: 3 người\. Có mặt: …/)
    expect(blocks.at(-1)).toEqual({
      kind: 'closing',
      left: { behalf: null, office: 'Thư ký', name: 'Mã Văn Đủ' },
      right: { behalf: null, office: 'Chủ trì', name: 'Nguyễn Thị Hường' },
    })
    expect(await standing('blankSignIn')).toMatchObject({ ready: true, words: '4 người' })
  })

  it('has the visitors on it that are expected, and a line left for somebody else', async () => {
    const { chairName, minuteTakerName, closedAt, ...meeting } = await test.call('meetings.get', {
      id: meetingId,
    })
    await test.call('meetings.update', {
      ...meeting,
      guests: 'Bà Chu Thị Lan (Đảng ủy viên);\n\n Ông Lê Bá ',
    })
    const rows = rowsOf((await get('blankSignIn')).blocks)
    expect(rows.slice(rows.indexOf('Đại biểu, khách mời') + 1)).toEqual([
      ['', 'Bà Chu Thị Lan (Đảng ủy viên)', '', '', ''],
      ['', 'Ông Lê Bá', '', '', ''],
      ['', '', '', '', ''],
    ])
    await test.call('attendance.markAllPresent', { meetingId })
    const { blocks } = await get('signIn')
    expect(rowsOf(blocks).slice(-2)).toEqual([
      ['', 'Bà Chu Thị Lan (Đảng ủy viên)', '', '', ''],
      ['', 'Ông Lê Bá', '', '', ''],
    ])
    expect(wordsOf(blocks).at(-1)).toMatch(/; đại biểu, khách mời: 2\.$/)
  })

  it('stays blank after the roll was called', async () => {
    const before = await get('blankSignIn')
    await test.call('attendance.markAllPresent', { meetingId })
    expect(await get('blankSignIn')).toEqual(before)
  })

  it('is not made for nobody', async () => {
    const early = await test.call('meetings.create', {
      ...(await test.call('meetings.defaults', { kind: 'regular', heldOn: '2000-01-05' })),
      place: 'Phòng họp',
    })
    const list = await test.call('documents.list', { meetingId: early.id })
    expect(list.find(({ paper }) => paper === 'blankSignIn')).toMatchObject({ ready: false })
    await expect(
      test.call('documents.get', { paper: 'blankSignIn', meetingId: early.id }),
    ).rejects.toMatchObject({ code: 'nobody-on-roll' })
  })
})

describe('the sheet of the roll as called', () => {
  const mark = (name: string, fields: object) => markAt(test, meetingId, people[name] ?? 0, 'present', fields)

  it('waits for the roll: an excuse asked for before does not call it', async () => {
    await mark('Mã Văn Đủ', { state: 'excused', reasonKind: 'duty' })
    expect(await standing('signIn')).toMatchObject({ ready: false, words: 'Chưa điểm danh' })
    await expect(get('signIn')).rejects.toMatchObject({ code: 'roll-not-called' })
  })

  it('says who came, who came late and who was away why, with the figures', async () => {
    await mark('Mã Văn Đủ', { state: 'excused', reasonKind: 'duty', note: ' Tập huấn ' })
    await mark('Lò Thị Én', { state: 'late', lateMinutes: 15 })
    await mark('Trần Bá Lộc', {})
    const { blocks } = await get('signIn')
    expect(rowsOf(blocks)).toEqual([
      ['1', 'Mã Văn Đủ', 'Đảng viên', 'Vắng có lý do', 'Đi công tác; Tập huấn'],
      ['2', 'Lò Thị Én', 'Dự bị', 'Đến muộn 15 phút', ''],
      ['3', 'Nguyễn Thị Hường', 'Bí thư', '', ''],
      'Không thuộc diện phải dự',
      ['4', 'Trần Bá Lộc', 'Miễn sinh hoạt', 'Có mặt', ''],
    ])
    expect(wordsOf(blocks).at(-1)).toBe(
      'Phải dự: 3 người; có mặt: 1 (33,3%); vắng có lý do: 1; vắng không lý do: 0; chưa ghi: 1; không thuộc diện phải dự mà có dự: 1.',
    )
    expect(await standing('signIn')).toMatchObject({ ready: true, words: '1/3 có mặt' })
  })

  it('says of somebody exempt who stayed away that they need not come', async () => {
    await test.call('attendance.markAllPresent', { meetingId })
    expect(rowsOf((await get('signIn')).blocks).at(-1)).toEqual([
      '4',
      'Trần Bá Lộc',
      'Miễn sinh hoạt',
      'Không phải dự',
      '',
    ])
  })
})
