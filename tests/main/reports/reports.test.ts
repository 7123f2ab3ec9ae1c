import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../../src/shared/contract/errors.ts'
import type { ReportPreview } from '../../../src/shared/contract/reports.ts'
import { bookOfficeHost, startBookOffice } from '../../support/book-office.ts'
import type { RollOffice } from '../../support/roll-office.ts'
import { cellsOf } from '../../support/workbook.ts'

let office: RollOffice
let folder: string
const year = { fromDate: '2024-01-01', toDate: '2024-12-31' }

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vpcb-'))
  office = await startBookOffice({ members: 16, months: 12, committee: true, host: bookOfficeHost(folder) })
})
afterEach(() => {
  office.close()
  rmSync(folder, { recursive: true, force: true })
})

async function finished(jobId: string) {
  await expect
    .poll(async () => (await office.call('jobs.status', { jobId })).state, { timeout: 60_000 })
    .not.toBe('running')
  return office.call('jobs.status', { jobId })
}

const rollBook = { report: 'rollBook', ...year } as const

const peopleIn = ({ tables }: ReportPreview) => tables.find(({ key }) => key === 'people')

describe('reports.preview', () => {
  test('the roll book counts the meetings of the cell, not those of the committee', async () => {
    const preview = await office.call('reports.preview', rollBook)
    expect(preview).toMatchObject({
      title: 'Sổ theo dõi dự sinh hoạt và phát biểu, năm 2024',
      something: true,
    })
    expect(peopleIn(preview)?.notes[0]).toContain('12 buổi họp chi ủy')
    office.sqlite.exec("DELETE FROM meeting WHERE kind = 'committee'")
    const people = peopleIn(await office.call('reports.preview', rollBook))
    expect(people?.rows).toEqual(peopleIn(preview)?.rows)
    expect(people?.totals).toEqual(peopleIn(preview)?.totals)
  })

  test('tells how many meetings were held without a roll', async () => {
    office.addMeeting('2024-12-28')
    office.addMeeting('2027-01-10')
    const preview = await office.call('reports.preview', { ...rollBook, toDate: '2027-12-31' })
    expect(peopleIn(preview)?.notes).toContain('1 buổi đã qua chưa điểm danh nên không tính.')
  })

  test('an excuse asked for ahead calls no roll', async () => {
    const meetingId = office.addMeeting('2026-12-01')
    const member = 'SELECT id FROM member WHERE fullName IS NOT NULL LIMIT 1'
    office.sqlite.exec(
      `INSERT INTO attendance (meetingId, memberId, state) VALUES (${meetingId}, (${member}), 'excused')`,
    )
    const month = { report: 'rollBook', fromDate: '2026-12-01', toDate: '2026-12-31' } as const
    expect((await office.call('reports.preview', month)).something).toBe(false)
  })

  test('refuses a period that ends before it begins', async () => {
    const backwards = { report: 'rollBook', fromDate: '2024-12-31', toDate: '2024-01-01' } as const
    await expect(office.call('reports.preview', backwards)).rejects.toMatchObject({ code: 'period-invalid' })
    await expect(office.call('reports.export', backwards)).rejects.toMatchObject({ code: 'period-invalid' })
  })
})

test('reports.pages says of each sheet how many pages it prints, and nothing of what is not written', async () => {
  const sheets = await office.call('reports.pages', rollBook)
  expect(sheets.map(({ name, pages }) => [name, pages])).toEqual([
    ['Điểm danh', 2],
    ['Phát biểu 2024 6T đầu', 2],
    ['Phát biểu 2024 6T cuối', 2],
    ['Tổng hợp đảng viên', 1],
    ['Tổng hợp theo tháng', 1],
    ['Họp chi ủy', 1],
    ['Phát biểu chi ủy', 1],
  ])
  expect(sheets.every(({ orientation }) => orientation === 'landscape')).toBe(true)
  const nothing = { ...rollBook, fromDate: '2030-01-01', toDate: '2030-12-31' }
  expect(await office.call('reports.pages', nothing)).toEqual([])
  const backwards = { ...rollBook, fromDate: '2030-01-01', toDate: '2029-12-31' }
  await expect(office.call('reports.pages', backwards)).rejects.toMatchObject({ code: 'period-invalid' })
})

describe('reports.facts', () => {
  test('names every mark behind a figure, and where it was noted', async () => {
    const preview = await office.call('reports.preview', rollBook)
    const row = peopleIn(preview)?.rows[0]
    const present = row?.cells[3]?.value
    const facts = await office.call('reports.facts', {
      ...rollBook,
      table: 'people',
      row: row?.key ?? '',
      column: 'present',
    })
    expect(facts.value).toBe(present)
    expect(facts.lists).toHaveLength(1)
    expect(facts.lists[0]).toMatchObject({ heading: 'Có mặt', unit: 'mark', sum: present })
    expect(facts.lists[0]?.facts).toHaveLength(Number(present))
    expect(facts.lists[0]?.facts[0]).toEqual({
      text: expect.stringMatching(/^\d\d\/\d\d\/2024, sinh hoạt .+: .+, (có mặt|đến muộn 10 phút|về sớm)$/),
      path: expect.stringMatching(/^\/cuoc-hop\/\d+\/diem-danh$/),
      amount: 1,
    })
  })

  test('refuses a cell that nothing is counted for', async () => {
    const at = { ...rollBook, table: 'people', row: 'sum', column: 'name' }
    await expect(office.call('reports.facts', at)).rejects.toMatchObject({ code: 'not-found' })
    await expect(office.call('reports.facts', { ...at, row: 'nobody' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('reports.export', () => {
  test('writes the book as a job and answers where it stands', async () => {
    const started = await office.call('reports.export', rollBook)
    const status = await finished(started?.jobId ?? '')
    const name = 'Sổ theo dõi dự sinh hoạt và phát biểu 01.01.2024 - 31.12.2024.xlsx'
    expect(status).toEqual({ state: 'finished', path: join(folder, name), problems: [] })
    expect(readdirSync(folder)).toEqual([name])
    const { names } = await cellsOf(join(folder, name))
    expect(names).toEqual([
      'Điểm danh',
      'Phát biểu 2024 6T đầu',
      'Phát biểu 2024 6T cuối',
      'Tổng hợp đảng viên',
      'Tổng hợp theo tháng',
      'Họp chi ủy',
      'Phát biểu chi ủy',
    ])
  })

  test('can be stopped, and leaves nothing', async () => {
    const started = await office.call('reports.export', rollBook)
    const jobId = started?.jobId ?? ''
    await office.call('jobs.cancel', { jobId })
    expect(await finished(jobId)).toEqual({ state: 'failed', code: 'job-cancelled' })
    expect(readdirSync(folder)).toEqual([])
  })

  test('says what the disk refused', async () => {
    rmSync(folder, { recursive: true })
    const started = await office.call('reports.export', rollBook)
    expect(await finished(started?.jobId ?? '')).toEqual({ state: 'failed', code: 'save-folder-missing' })
  })

  test('is not begun for a period without meetings, nor when the user changed their mind', async () => {
    const empty = { report: 'rollBook', fromDate: '2020-01-01', toDate: '2020-12-31' } as const
    await expect(office.call('reports.export', empty)).rejects.toEqual(new AppError('nothing-to-report'))
    const undecided = await startBookOffice({ members: 3, months: 1 })
    expect(await undecided.call('reports.export', rollBook)).toBeNull()
    undecided.close()
  })
})
