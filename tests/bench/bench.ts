import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { closeProgram } from '../../src/main/api/program.ts'
import { buildIfNeeded } from '../../src/main/commands/build.ts'
import { measureBoard } from './board.ts'
import { measureBundle } from './bundle.ts'
import { fillLargeOffice } from './large-office.ts'
import { measureLive } from './live.ts'
import { measureMark } from './mark-over-http.ts'
import { printTable, type Result } from './measure.ts'
import { measurePack } from './pack.ts'
import { benchProgram } from './program.ts'
import { measureGrowth, measureReads } from './reads.ts'
import { measureStart } from './start.ts'
import { measureWorkbook } from './workbook.ts'

/**
 * `npm run bench [-- --json FILE] [--only NAME]`: makes an office of 25 years, measures the program on it against the
 * bare machine in the same run, prints a table. `--only` runs the parts whose name begins so.
 */
const root = resolve(import.meta.dirname, '../..')
const rendererFolder = join(root, 'out/renderer')
const { values: options } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } })

await buildIfNeeded(root, console.log)
const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
const folderOf = (name: string) => join(scratch, name)
const office = (name: string, years: number) => {
  const opened = benchProgram(folderOf(name))
  fillLargeOffice(opened.database.sqlite, { years })
  return { ...opened, sqlite: opened.database.sqlite }
}
const old = office('old', 25)
// Two years: so far back the live screen and the chart look, in an office of any age.
const young = office('young', 2)
// A second one of 25 years, closed, for those who need a file of their own.
closeProgram(office('twin', 25).program)

const parts: Record<string, () => Promise<Result[]> | Result[]> = {
  bundle: () => measureBundle(rendererFolder),
  reads: () => measureReads(old.program, old.sqlite),
  growth: () => measureGrowth(old, young),
  mark: () => measureMark(old.program, rendererFolder, folderOf('twin')),
  board: () => measureBoard(old.sqlite, folderOf('twin'), rendererFolder),
  live: () => measureLive(old.sqlite, folderOf('twin'), rendererFolder),
  workbook: () => measureWorkbook(old.database, scratch),
  pack: () => measurePack(old.program, old.database, scratch),
  start: () => measureStart(folderOf('twin'), rendererFolder),
}

const results: Result[] = []
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (options.only && !name.startsWith(options.only)) continue
    console.log(`measuring ${name}…`)
    results.push(...(await measure()))
  }
} finally {
  closeProgram(old.program)
  closeProgram(young.program)
  rmSync(scratch, { recursive: true })
}
printTable(results)
if (options.json) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`)
