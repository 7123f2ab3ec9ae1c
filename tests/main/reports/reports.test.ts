import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../../src/shared/contract/errors.ts'
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

describe('reports.rollBook', () => {
  test('counts the meetings of the cell, with each member as attendance.rates would without the committee', async () => {
    const summary = await office.call('reports.rollBook', year)
    expect(summary).toMatchObject({ meetings: 16, committeeMeetings: 12, uncalled: 0 })
    expect(summary.obliged).toBe(summary.present + summary.excused + summary.unexcused + summary.unmarked)
    expect(summary.members).toHaveLength(16)
    for (const figure of ['obliged', 'present', 'excused', 'unexcused', 'unmarked'] as const) {
      expect(summary.members.reduce((sum, member) => sum + member[figure], 0)).toBe(summary[figure])
    }
    office.sqlite.exec("DELETE FROM meeting WHERE kind = 'committee'")
    const rates = await office.call('attendance.rates', year)
    const withoutSpeaking = summary.members.map(({ turns: _, speakingSeconds: _s, ...rate }) => rate)
    expect(withoutSpeaking).toEqual(rates)
  })

  test('tells how many meetings were held without a roll', async () => {
    office.addMeeting('2024-12-28')
    office.addMeeting('2027-01-10')
    const summary = await office.call('reports.rollBook', { fromDate: '2024-01-01', toDate: '2027-12-31' })
    expect(summary).toMatchObject({ meetings: 16, uncalled: 1 })
  })

  test('refuses a period that ends before it begins', async () => {
    const backwards = { fromDate: '2024-12-31', toDate: '2024-01-01' }
    await expect(office.call('reports.rollBook', backwards)).rejects.toMatchObject({ code: 'period-invalid' })
    await expect(office.call('reports.exportRollBook', backwards)).rejects.toMatchObject({
      code: 'period-invalid',
    })
  })
})

describe('reports.exportRollBook', () => {
  test('writes the book as a job and answers where it stands', async () => {
    const started = await office.call('reports.exportRollBook', year)
    const status = await finished(started?.jobId ?? '')
    const name = 'Sổ theo dõi dự sinh hoạt và phát biểu 01.01.2024 - 31.12.2024.xlsx'
    expect(status).toEqual({ state: 'finished', path: join(folder, name) })
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
    const started = await office.call('reports.exportRollBook', year)
    const jobId = started?.jobId ?? ''
    await office.call('jobs.cancel', { jobId })
    expect(await finished(jobId)).toEqual({ state: 'failed', code: 'job-cancelled' })
    expect(readdirSync(folder)).toEqual([])
  })

  test('says what the disk refused', async () => {
    rmSync(folder, { recursive: true })
    const started = await office.call('reports.exportRollBook', year)
    expect(await finished(started?.jobId ?? '')).toEqual({ state: 'failed', code: 'save-folder-missing' })
  })

  test('is not begun for a period without meetings, nor when the user changed their mind', async () => {
    const empty = { fromDate: '2020-01-01', toDate: '2020-12-31' }
    await expect(office.call('reports.exportRollBook', empty)).rejects.toEqual(
      new AppError('nothing-to-report'),
    )
    const undecided = await startBookOffice({ members: 3, months: 1 })
    expect(await undecided.call('reports.exportRollBook', year)).toBeNull()
    undecided.close()
  })
})
