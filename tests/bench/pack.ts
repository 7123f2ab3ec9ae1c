import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { deflateRawSync } from 'node:zlib'
import type { Program } from '../../src/main/api/program.ts'
import type { OpenDatabase } from '../../src/main/db/open.ts'
import { letters } from '../../src/main/excel/grid.ts'
import { layOut, type PlacedWorkbook } from '../../src/main/excel/layout.ts'
import { makeWorkbook } from '../../src/main/excel/make-workbook.ts'
import type { WorkbookSpec } from '../../src/main/excel/workbook-spec.ts'
import { reports } from '../../src/main/reports/registry.ts'
import { workbookOf } from '../../src/main/reports/report.ts'
import { reportSource } from '../../src/main/reports/report-source.ts'
import { reportNames } from '../../src/shared/rules/reports.ts'
import { libreOffice } from '../support/workbook.ts'
import { benchToday } from './large-office.ts'
import { byTurns, type Result, result } from './measure.ts'
import { ask } from './program.ts'

const period = { fromDate: `${benchToday.slice(0, 4)}-01-01`, toDate: benchToday }

/**
 * The year's pack of the 25-year office: against the same cells written as plain XML and packed, against LibreOffice
 * working out and saving the workbook of all reports, and what the program does meanwhile.
 */
export async function measurePack(
  program: Program,
  { db, sqlite }: OpenDatabase,
  folder: string,
): Promise<Result[]> {
  const path = (index: number) => join(folder, `pack-${index}.xlsx`)
  const specs = () => packSpecs(db)
  const placed = (await specs()).map((spec) => layOut(spec))
  // A mark of each meeting is another every time, or the pictures drawn before would serve again.
  const another = sqlite.prepare(`UPDATE attendance SET state = 'excused' WHERE id IN (
    SELECT min(attendance.id) FROM attendance JOIN meeting ON meeting.id = attendance.meetingId
    WHERE state = 'present' AND heldOn >= '${period.fromDate}' GROUP BY meetingId)`)
  const write = async () => {
    another.run()
    for (const [index, spec] of (await specs()).entries()) {
      rmSync(path(index), { force: true })
      await makeWorkbook(spec, path(index), () => {})
    }
  }
  const { left, right } = await byTurns(5, 2, write, async () => {
    for (const [index, book] of placed.entries()) await writePlain(book, join(folder, `plain-${index}.zip`))
  })
  const results = [
    result('reports.pack', left / right, 'x plain XML and ZIP', 4),
    result('reports.pack.time', left, 'ms', null),
    ...(await measureLibreOffice(db, folder)),
    ...(await measureMeanwhile(program, folder)),
  ]
  for (const index of placed.keys()) rmSync(path(index), { force: true })
  return results
}

async function packSpecs(db: OpenDatabase['db']): Promise<WorkbookSpec[]> {
  const source = reportSource(db, benchToday, period)
  const specs: WorkbookSpec[] = []
  for (const name of reportNames) {
    const built = await reports[name](source)
    if (built.something) specs.push(await workbookOf(built, source))
  }
  return specs
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The cells and nothing else: no styles, no table of texts, no check afterwards. */
async function writePlain({ sheets }: PlacedWorkbook, path: string): Promise<void> {
  const parts = sheets.map(({ rows }) => {
    const lines = rows.map(({ cells }, index) => {
      const inside = cells.map(({ column, content }) => {
        const at = `${letters(column)}${index + 1}`
        if (content === null) return `<c r="${at}" s="1"/>`
        if (typeof content === 'number') return `<c r="${at}" s="1"><v>${content}</v></c>`
        if (typeof content === 'string')
          return `<c r="${at}" s="1" t="inlineStr"><is><t>${escaped(content)}</t></is></c>`
        return `<c r="${at}" s="1"><f>${escaped(content.formula)}</f><v>${escaped(String(content.value))}</v></c>`
      })
      return `<row r="${index + 1}">${inside.join('')}</row>`
    })
    return deflateRawSync(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData></worksheet>`,
    )
  })
  await writeFile(path, Buffer.concat(parts))
}

/** One workbook with every report, written here, against LibreOffice loading, working out and saving it. */
async function measureLibreOffice(db: OpenDatabase['db'], folder: string): Promise<Result[]> {
  const program = libreOffice
  if (!program) return []
  const path = join(folder, 'everything.xlsx')
  const write = async () => {
    const source = reportSource(db, benchToday, period)
    rmSync(path, { force: true })
    await makeWorkbook(await workbookOf(await reports.everything(source), source), path, () => {})
  }
  await write()
  const out = join(folder, 'saved')
  const save = () =>
    execFileSync(
      program,
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        'xlsx',
        '--outdir',
        out,
        path,
      ],
      { stdio: 'ignore' },
    )
  const { left, right } = await byTurns(3, 1, write, save)
  rmSync(path)
  return [result('reports.pack.libreoffice', left / right, 'x LibreOffice', 0.5)]
}

/** How long a read waits while the pack is written in earnest, and by how much the process grows. */
async function measureMeanwhile(program: Program, folder: string): Promise<Result[]> {
  const packs = join(folder, 'packs')
  mkdirSync(packs)
  let count = 0
  const host = { ...program.host, chooseNewFolder: async () => join(packs, String(++count)) }
  const writing = { ...program, host }
  // Once before, so that what is loaded only once is not counted as growth.
  await writePack(writing, async () => {})
  const before = process.memoryUsage().rss
  let most = before
  const waited: number[] = []
  await writePack(writing, async () => {
    const due = performance.now() + 20
    await setTimeout(20)
    await ask(program, 'meetings.list', { year: Number(benchToday.slice(0, 4)) })
    waited.push(performance.now() - due)
    most = Math.max(most, process.memoryUsage().rss)
  })
  rmSync(packs, { recursive: true })
  const sorted = waited.sort((a, b) => a - b)
  return [
    result('reports.pack.read.p95', sorted[Math.floor(sorted.length * 0.95)] ?? 0, 'ms', 50),
    result('reports.pack.read.max', sorted.at(-1) ?? 0, 'ms', null),
    result('reports.pack.memory', (most - before) / 1024 / 1024, 'MB', 30),
  ]
}

async function writePack(program: Program, meanwhile: () => Promise<void>): Promise<void> {
  const started = await ask(program, 'reports.exportPack', period)
  if (!started) throw new Error('the pack was not begun')
  for (;;) {
    await meanwhile()
    const status = await ask(program, 'jobs.status', started)
    if (status.state === 'failed') throw new Error(status.code)
    if (status.state === 'finished') {
      if (status.problems.length > 0) throw new Error(status.problems.join('\n'))
      return
    }
    await setTimeout(1)
  }
}
