import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { deflateRawSync } from 'node:zlib'
import type { Program } from '../../src/main/api/program.ts'
import type { OpenDatabase } from '../../src/main/db/open.ts'
import { letters } from '../../src/main/excel/grid.ts'
import { layOut, type PlacedWorkbook } from '../../src/main/excel/layout.ts'
import type { WorkbookSpec } from '../../src/main/excel/workbook-spec.ts'
import { reports } from '../../src/main/reports/registry.ts'
import { workbookOf } from '../../src/main/reports/report.ts'
import { reportSource } from '../../src/main/reports/report-source.ts'
import { type ReportName, reportNames } from '../../src/shared/rules/reports.ts'
import { libreOffice, write } from '../support/workbook.ts'
import { benchToday } from './large-office.ts'
import { byTurns, median, type Result, result } from './measure.ts'
import { ask } from './program.ts'

const period = { fromDate: `${benchToday.slice(0, 4)}-01-01`, toDate: benchToday }

/** All there is. */
const long = { fromDate: '2000-01-01', toDate: benchToday }
/** Longer than the processes that write need to start; people take longer still. */
const choosingTakes = 1000

/**
 * The year's pack of the 25-year office against the same cells written as plain XML and packed: from the moment the
 * folder is chosen to the last file in its place, where the first books were made ready while it was chosen; all of it,
 * processes and putting together included, where nobody is asked for a folder; and its writing alone, of the books put
 * together before, laid out, drawn, checked and saved one after the other in one process that has written before, as
 * the plain XML is. Then against LibreOffice working out and saving the workbook of all reports; and what the program
 * does meanwhile.
 */
export async function measurePack(program: Program, { db }: OpenDatabase, folder: string): Promise<Result[]> {
  const specs = await packSpecs(db)
  const placed = specs.map((spec) => layOut(spec))
  const chosen = () => pack(program, folder, choosingTakes)
  const atOnce = () => pack(program, folder, 0)
  const plain = async () => {
    const start = performance.now()
    for (const [index, book] of placed.entries()) await writePlain(book, join(folder, `plain-${index}.zip`))
    return performance.now() - start
  }
  const writing = async () => {
    const paths = specs.map((_, index) => join(folder, `pack-${index}.xlsx`))
    for (const path of paths) rmSync(path, { force: true })
    const start = performance.now()
    for (const [index, spec] of specs.entries()) await write(spec, paths[index] as string)
    return performance.now() - start
  }
  const times = {
    chosen: [] as number[],
    atOnce: [] as number[],
    writing: [] as number[],
    plain: [] as number[],
  }
  for (let round = -2; round < 7; round++) {
    const took = {
      chosen: await chosen(),
      writing: await writing(),
      plain: await plain(),
      atOnce: await atOnce(),
    }
    if (round < 0) continue
    times.chosen.push(took.chosen)
    times.writing.push(took.writing)
    times.plain.push(took.plain)
    times.atOnce.push(took.atOnce)
  }
  const floor = median(times.plain)
  return [
    result('reports.pack', median(times.chosen) / floor, 'x plain XML and ZIP', 4),
    result('reports.pack.writing', median(times.writing) / floor, 'x plain XML and ZIP', 4),
    result('reports.pack.atOnce', median(times.atOnce) / floor, 'x plain XML and ZIP', null),
    result('reports.pack.time', median(times.chosen), 'ms', null),
    ...(await measureLibreOffice(db, folder)),
    ...(await measureMeanwhile(program, folder)),
  ]
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
  const ours = async () => {
    const source = reportSource(db, benchToday, period)
    rmSync(path, { force: true })
    await write(await workbookOf(await reports.everything(source), source), path)
  }
  await ours()
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
  const { left, right } = await byTurns(3, 1, ours, save)
  rmSync(path)
  return [result('reports.pack.libreoffice', left / right, 'x LibreOffice', 0.5)]
}

/** How long a read waits while the pack, or a book of all years, is written; and by how much the pack makes the process grow. */
async function measureMeanwhile(program: Program, folder: string): Promise<Result[]> {
  // Once before, so that what is loaded only once is not counted as growth.
  await pack(program, folder, 0)
  const before = process.memoryUsage().rss
  let most = before
  const grown = () => {
    most = Math.max(most, process.memoryUsage().rss)
  }
  const waited = await waitsOfReads(program, (meanwhile) => pack(program, folder, 0, meanwhile), grown)
  const book = (report: ReportName) =>
    waitsOfReads(program, async (meanwhile) => {
      const path = join(folder, 'all-years.xlsx')
      const host = { ...program.host, chooseSavePath: async () => path }
      await meanwhileDone(
        program,
        ask({ ...program, host }, 'reports.export', { report, ...long }),
        meanwhile,
      )
      rmSync(path)
    })
  const everything = await book('everything')
  const rollBook = await book('rollBook')
  return [
    result('reports.pack.read.p95', waited[Math.floor(waited.length * 0.95)] ?? 0, 'ms', 50),
    result('reports.pack.read.max', waited.at(-1) ?? 0, 'ms', 50),
    result('reports.everything.read.max', everything.at(-1) ?? 0, 'ms', 50),
    result('reports.rollBook.read.max', rollBook.at(-1) ?? 0, 'ms', 50),
    result('reports.pack.memory', (most - before) / 1024 / 1024, 'MB', 30),
  ]
}

/** Reads that a screen asks every 20 ms while some work goes on: how long each took, the shortest first. */
async function waitsOfReads(
  program: Program,
  work: (meanwhile: () => Promise<void>) => Promise<unknown>,
  after = () => {},
): Promise<number[]> {
  const waited: number[] = []
  await work(async () => {
    const due = performance.now() + 20
    await setTimeout(20)
    await ask(program, 'meetings.list', { year: Number(benchToday.slice(0, 4)) })
    waited.push(performance.now() - due)
    after()
  })
  return waited.sort((a, b) => a - b)
}

let packs = 0

/** Writes the year's pack into a folder that somebody takes so many ms to choose; answers how long it took from then. */
async function pack(
  program: Program,
  folder: string,
  choosing: number,
  meanwhile = async () => {},
): Promise<number> {
  const path = join(folder, `pack-${++packs}`)
  let start = performance.now()
  const chooseNewFolder = async () => {
    if (choosing > 0) {
      await setTimeout(choosing)
      start = performance.now()
    }
    return path
  }
  const host = { ...program.host, chooseNewFolder }
  await meanwhileDone(
    program,
    ask({ ...program, host }, 'pack.export', { ...period, withPapers: false }),
    meanwhile,
  )
  const took = performance.now() - start
  rmSync(path, { recursive: true })
  return took
}

/** Waits for a job, and does something else all the while. */
async function meanwhileDone(
  program: Program,
  asked: Promise<{ jobId: string } | null>,
  meanwhile: () => Promise<void>,
): Promise<void> {
  let begun = false
  void asked.finally(() => {
    begun = true
  })
  // Putting a report together may take a while before it is a job.
  do await meanwhile()
  while (!begun && (await setTimeout(1, true)))
  const started = await asked
  if (!started) throw new Error('the job was not begun')
  for (;;) {
    const status = await ask(program, 'jobs.status', started)
    if (status.state === 'failed') throw new Error(status.code)
    if (status.state === 'finished') {
      if (status.problems.length > 0) throw new Error(status.problems.join('\n'))
      return
    }
    await meanwhile()
    await setTimeout(1)
  }
}
