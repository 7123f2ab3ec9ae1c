import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPack } from '../../../src/main/reports/pack.ts'
import { reportSource } from '../../../src/main/reports/report-source.ts'
import { reportNames } from '../../../src/shared/rules/reports.ts'
import { bookOfficeHost, startBookOffice } from '../../support/book-office.ts'
import type { RollOffice } from '../../support/roll-office.ts'
import { cellsOf } from '../../support/workbook.ts'

let office: RollOffice
let folder: string
const period = { fromDate: '2024-01-01', toDate: '2024-03-31' }

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vpcb-'))
  office = await startBookOffice({ members: 8, months: 3, host: bookOfficeHost(folder) })
})
afterEach(() => {
  office.close()
  rmSync(folder, { recursive: true, force: true })
})

async function status(jobId: string) {
  await expect
    .poll(async () => (await office.call('jobs.status', { jobId })).state, { timeout: 60_000 })
    .not.toBe('running')
  return office.call('jobs.status', { jobId })
}

const packFolder = () => join(folder, 'Báo cáo quý I.2024')

test('every report of which something is noted is a file, numbered, in a folder of its own', async () => {
  const started = await office.call('pack.export', { ...period, withPapers: false })
  expect(await status(started?.jobId ?? '')).toEqual({
    state: 'finished',
    path: packFolder(),
    problems: [],
  })
  const files = readdirSync(packFolder()).sort()
  expect(files[0]).toBe('01 Sổ theo dõi dự sinh hoạt và phát biểu 01.01.2024 - 31.03.2024.xlsx')
  expect(files.every((file) => /^\d\d .+ 01\.01\.2024 - 31\.03\.2024\.xlsx$/.test(file))).toBe(true)
  const everything = files.at(-1) ?? ''
  expect(everything).toContain('Báo cáo tổng hợp của chi bộ')
  const { names } = await cellsOf(join(packFolder(), everything))
  expect(names[0]).toBe('Mục lục')
  // Nothing was decided in this office, so there is nothing to hold against it.
  expect(files.some((file) => file.includes('đối chiếu'))).toBe(false)
  expect(files.length).toBeLessThan(reportNames.length)
})

test('one that cannot be written is named with the reason and leaves the others', async () => {
  const blocked = '01 Sổ theo dõi dự sinh hoạt và phát biểu 01.01.2024 - 31.03.2024.xlsx'
  // A folder that is not empty stands where the file should.
  mkdirSync(join(packFolder(), blocked), { recursive: true })
  writeFileSync(join(packFolder(), blocked, 'x'), '')
  const started = await office.call('pack.export', { ...period, withPapers: false })
  const end = await status(started?.jobId ?? '')
  expect(end).toMatchObject({
    state: 'finished',
    problems: [expect.stringMatching(/^Sổ dự sinh hoạt và phát biểu: Không ghi được tệp\./)],
  })
  expect(readdirSync(packFolder()).length).toBeGreaterThan(4)
  expect(readdirSync(packFolder()).filter((file) => file.endsWith('.tmp'))).toEqual([])
})

test('stopped once its first file is there, it leaves whole files and no part of one', async () => {
  const stop = new AbortController()
  const { office: open } = office.program
  if ('problem' in open) throw new Error(open.problem)
  const pack = await openPack(reportSource(open.database.db, '2026-11-21', period))
  const writing = pack.write(packFolder(), {
    progress: (doing) => {
      if (doing.includes('(2/')) stop.abort()
    },
    problem: () => undefined,
    signal: stop.signal,
  })
  await expect(writing).rejects.toMatchObject({ code: 'pack-stopped' })
  const files = readdirSync(packFolder())
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    expect(file).toMatch(/\.xlsx$/)
    expect((await cellsOf(join(packFolder(), file))).names.length).toBeGreaterThan(0)
  }
})

test('stopped before it begins, it writes nothing', async () => {
  const started = await office.call('pack.export', { ...period, withPapers: false })
  const jobId = started?.jobId ?? ''
  await office.call('jobs.cancel', { jobId })
  expect(await status(jobId)).toEqual({ state: 'failed', code: 'pack-stopped' })
  expect(readdirSync(packFolder())).toEqual([])
})

test('is not begun when the user changed their mind, nor for days in the wrong order', async () => {
  const undecided = await startBookOffice({ members: 3, months: 1 })
  expect(await undecided.call('pack.export', { ...period, withPapers: false })).toBeNull()
  undecided.close()
  const backwards = { fromDate: '2024-03-31', toDate: '2024-01-01' }
  await expect(office.call('pack.export', { ...backwards, withPapers: false })).rejects.toMatchObject({
    code: 'period-invalid',
  })
})
