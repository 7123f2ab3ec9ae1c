import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Host } from '../../../src/main/api/host.ts'
import { issuedBetween } from '../../../src/main/papers/issuing.ts'
import { AppError } from '../../../src/shared/contract/errors.ts'
import { bookOfficeHost, startBookOffice } from '../../support/book-office.ts'
import type { RollOffice } from '../../support/roll-office.ts'

let office: RollOffice
let folder: string
let meetingId: number
let printToPdf: Host['printToPdf']
const period = { fromDate: '2024-01-01', toDate: '2024-03-31' }
const ofPapers = () => join(folder, 'Báo cáo quý I.2024', 'Văn bản')

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vpcb-'))
  printToPdf = async () => Buffer.from('%PDF-1.7')
  const host = { ...bookOfficeHost(folder), printToPdf: (html: string) => printToPdf(html) }
  office = await startBookOffice({ members: 4, months: 4, host })
  await office.call('terms.add', { startsOn: '2023-01-01' })
  const meetings = await office.call('meetings.list', { year: 2024 })
  meetingId = meetings.at(-1)?.id ?? 0
  for (const [index, { id, heldOn }] of meetings.toReversed().slice(0, 2).entries())
    await office.call('papers.issue', {
      of: { paper: 'resolution', meetingId: id },
      number: index + 1,
      issuedOn: heldOn,
    })
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
  rmSync(folder, { recursive: true, force: true })
})

async function exported(withPapers: boolean) {
  const started = await office.call('pack.export', { ...period, withPapers })
  const jobId = started?.jobId ?? ''
  const status = () => office.call('jobs.status', { jobId })
  return {
    jobId,
    status,
    end: async () => {
      await expect.poll(async () => (await status()).state, { timeout: 60_000 }).not.toBe('running')
      return status()
    },
  }
}

test('papers issued in the period go along where wished, each for Word and as PDF', async () => {
  expect(await office.call('pack.get', period)).toEqual({ withPapers: false, papers: 2 })
  await office.call('pack.choose', { withPapers: true })
  expect((await office.call('pack.get', period)).withPapers).toBe(true)
  expect((await office.call('pack.get', { fromDate: '2023-01-01', toDate: '2023-12-31' })).papers).toBe(0)
  const { issuedOn } = (await office.call('register.get', {})).papers[0] ?? { issuedOn: '' }
  expect((await office.call('pack.get', { fromDate: issuedOn, toDate: issuedOn })).papers).toBe(1)
  await office.call('history.undo', {})
  expect((await office.call('pack.get', period)).withPapers).toBe(false)

  const pages: string[] = []
  printToPdf = async (html) => {
    pages.push(html)
    return Buffer.from('%PDF-1.7')
  }
  const { end } = await exported(true)
  expect(await end()).toMatchObject({ state: 'finished', problems: [] })
  const files = readdirSync(ofPapers()).sort()
  expect(files).toHaveLength(4)
  expect(files.every((name) => /^0[12]-NQ-.+\.(docx|pdf)$/.test(name))).toBe(true)
  expect(pages.every((html) => html.includes('NGHỊ QUYẾT'))).toBe(true)
  for (const name of files) {
    const start = readFileSync(join(ofPapers(), name)).subarray(0, 2).toString()
    expect(start).toBe(name.endsWith('.pdf') ? '%P' : 'PK')
  }
})

test('papers go in the order of their days, however late one was issued', async () => {
  const third = (await office.call('meetings.list', { year: 2024 })).at(-3)?.id ?? 0
  const of = { paper: 'resolution' as const, meetingId: third }
  await office.call('papers.issue', { of, number: 3, issuedOn: '2024-01-01' })
  const { office: open } = office.program
  if ('problem' in open) throw new Error(open.problem)
  const symbols = (await issuedBetween(open.database.db, period)).map(({ symbol }) => symbol.slice(0, 2))
  expect(symbols).toEqual(['03', '01', '02'])
})

test('a paper is written as it was last issued in the period, not as revised since', async () => {
  const of = { paper: 'resolution' as const, meetingId }
  await office.call('papers.revise', { of, issuedOn: '2024-05-05', reason: 'Sửa sau kỳ' })
  expect((await office.call('pack.get', period)).papers).toBe(2)
  expect((await office.call('pack.get', { fromDate: '2024-05-01', toDate: '2024-05-31' })).papers).toBe(1)
})

test('where nothing can be printed the papers are there for Word, and that is told once', async () => {
  printToPdf = async () => {
    throw new AppError('pdf-unavailable')
  }
  const { end } = await exported(true)
  expect(await end()).toMatchObject({
    state: 'finished',
    problems: [expect.stringMatching(/^Văn bản chỉ ghi được dạng Word: Máy này không có Chrome/)],
  })
  expect(readdirSync(ofPapers()).filter((name) => name.endsWith('.docx'))).toHaveLength(2)
  expect(readdirSync(ofPapers())).toHaveLength(2)
})

test('one paper that cannot be written is named and leaves the others', async () => {
  const [{ symbol, title } = { symbol: '', title: '' }] = (await office.call('register.get', {})).papers
  const blocked = `${symbol.replaceAll('/', '-')} ${title}.docx`
  // A folder that is not empty stands where the file should.
  mkdirSync(join(ofPapers(), blocked), { recursive: true })
  writeFileSync(join(ofPapers(), blocked, 'x'), '')
  const { end } = await exported(true)
  expect(await end()).toMatchObject({
    state: 'finished',
    problems: [expect.stringMatching(/^Văn bản \d\d-NQ\/.*, dạng Word: Không ghi được tệp\./)],
  })
  expect(readdirSync(ofPapers())).toHaveLength(4)
})

test('stopped while a page is being printed it waits for nobody: what was finished stays, no part of a file does', async () => {
  const asked = Promise.withResolvers<void>()
  printToPdf = () => {
    asked.resolve()
    return new Promise(() => undefined)
  }
  const { jobId, end } = await exported(true)
  await asked.promise
  await office.call('jobs.cancel', { jobId })
  expect(await end()).toEqual({ state: 'failed', code: 'pack-stopped' })
  expect(readdirSync(join(folder, 'Báo cáo quý I.2024')).length).toBeGreaterThan(4)
  expect(readdirSync(ofPapers()).map((name) => name.slice(-5))).toEqual(['.docx'])
})
