import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PreviewTable } from '../../../src/shared/contract/reports.ts'
import { type RollOffice, startRollOffice } from '../../support/roll-office.ts'

let office: RollOffice
let meetings: number[]
let people: number[]
const year = { report: 'rollBook', fromDate: '2026-01-01', toDate: '2026-12-31' } as const

/** Three people and the committee of one of them; marks of every kind in two years. */
beforeAll(async () => {
  office = startRollOffice()
  const since = '2020-01-01'
  people = [
    office.addMember('Lê An', [['full', since, null]], [['secretary', since, null]]),
    office.addMember('Trần Bình', [
      ['full', since, '2026-02-28'],
      ['exempt', '2026-03-01', null],
    ]),
    office.addMember('Đỗ Chi', [['full', since, null]]),
  ]
  const [an, binh, chi] = people as [number, number, number]
  meetings = [
    office.addMeeting('2025-12-05'),
    office.addMeeting('2026-01-05'),
    office.addMeeting('2026-03-05', 'themed'),
    office.addMeeting('2026-03-20', 'committee'),
  ]
  const [before, first, second, committee] = meetings as [number, number, number, number]
  await office.mark(before, an, 'present')
  await office.mark(first, an, 'late', { lateMinutes: 15, atTime: '14:15' })
  await office.mark(first, binh, 'excused')
  await office.mark(second, an, 'present')
  await office.mark(second, binh, 'present')
  await office.mark(committee, an, 'present')
  // Nothing was marked of Chi.
  expect(chi).toBeGreaterThan(0)
})
afterAll(() => office.close())

const named = (tables: readonly PreviewTable[], name: string) => tables.find((table) => table.name === name)
const marksOf = (table: PreviewTable | undefined) =>
  table?.rows.map(({ cells }) => cells.slice(1).map(({ value }) => value))

test('the roll book shows members by meetings, with the letters of its sheet and what they mean', async () => {
  const { tables } = await office.call('reports.preview', year)
  expect(tables.map(({ name }) => name)).toEqual([
    'Sổ theo dõi dự sinh hoạt chi bộ',
    'Từng đảng viên',
    'Sổ theo dõi dự họp chi ủy',
  ])
  const [roll, , committee] = tables
  expect(roll?.columns.map(({ group, heading }) => [group, heading])).toEqual([
    [null, 'STT'],
    [null, 'Họ và tên'],
    ['T1', '05/01\nTK'],
    ['T3', '05/03\nCĐ'],
  ])
  expect(marksOf(roll)).toEqual([
    ['Lê An', 'M', 'x'],
    ['Trần Bình', 'P', '(x)'],
    ['Đỗ Chi', null, null],
  ])
  expect(roll?.totals.map(({ cells }) => cells.slice(1).map(({ value }) => value))).toEqual([
    ['Phải dự', 3, 2],
    ['Có mặt', 1, 1],
    ['Vắng có lý do', 1, 0],
    ['Vắng không lý do', 0, 0],
    ['Chưa ghi', 1, 1],
    ['Tỷ lệ dự', 1 / 3, 1 / 2],
  ])
  expect(roll?.notes[0]).toMatch(/^Ký hiệu: x có mặt; M đến muộn;/)
  expect(marksOf(committee)).toEqual([['Lê An', 'x']])
})

test('every mark opens what was noted, and an absent duty why there was none', async () => {
  const { tables } = await office.call('reports.preview', year)
  expect(new Set(tables.map(({ key }) => key)).size).toBe(tables.length)
  const roll = named(tables, 'Sổ theo dõi dự sinh hoạt chi bộ')
  const [an, binh] = people as [number, number]
  const [, first, second] = meetings as [number, number, number]
  const open = (row: string, meeting: number) =>
    office.call('reports.facts', { ...year, table: roll?.key ?? '', row, column: `meeting${meeting}` })
  expect(await open(`member${an}`, first)).toEqual({
    value: 'M',
    lists: [
      {
        heading: 'Đến muộn',
        unit: 'mark',
        sum: 1,
        facts: [
          {
            text: '05/01/2026, sinh hoạt thường kỳ: Lê An, đến muộn 15 phút, 14:15',
            path: `/cuoc-hop/${first}/diem-danh`,
            amount: 1,
          },
        ],
      },
    ],
  })
  await office.mark(second, binh, null)
  const [told] = (await open(`member${binh}`, second)).lists
  expect(told?.heading).toBe('Không thuộc diện phải dự')
  expect(told?.facts[0]).toMatchObject({
    text: '05/03/2026, sinh hoạt chuyên đề: Trần Bình, được miễn sinh hoạt',
    path: `/dang-vien/${binh}`,
  })
  const rate = await open('rate', first)
  expect(rate.lists.map(({ heading, sum }) => [heading, sum])).toEqual([
    ['Có mặt', 1],
    ['Phải dự', 3],
  ])
  const [, , chi] = people
  await expect(open(`member${chi}`, first)).rejects.toMatchObject({ code: 'not-found' })
})

test('of several years it shows the last, and says so', async () => {
  const { tables } = await office.call('reports.preview', { ...year, fromDate: '2025-01-01' })
  const rolls = tables.filter(({ key }) => key.startsWith('attendance 2'))
  expect(rolls.map(({ title }) => title)).toEqual([
    'Sổ theo dõi dự sinh hoạt chi bộ, từ ngày 01/01/2026 đến ngày 31/12/2026',
  ])
  expect(rolls[0]?.notes.at(-1)).toContain('ở đây là năm cuối')
})
