import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { openPromise } from 'yauzl'
import { countPdfPages } from '../../src/main/documents/pdf-pages.ts'
import { makeWorkbook, saveWorkbook } from '../../src/main/excel/make-workbook.ts'
import type { Cell, SheetColumn, SheetSpec, WorkbookSpec } from '../../src/main/excel/workbook-spec.ts'
import { openWritten, type WrittenCell } from '../../src/main/excel/written-workbook.ts'

/** A column of a sheet in a test; everything but its key has a usual value. */
export function column(key: string, rest: Partial<SheetColumn> = {}): SheetColumn {
  return { key, heading: key, group: null, width: 12, type: 'text', centered: false, ...rest }
}

/** A bare sheet: columns and rows, nothing around them. */
export function sheet(columns: SheetColumn[], rows: Cell[][], rest: Partial<SheetSpec> = {}): SheetSpec {
  return {
    key: 'sheet',
    name: 'Trang',
    head: [],
    titles: [],
    columns,
    rows: rows.map((cells) => ({ key: null, bold: false, type: null, cells })),
    totals: [],
    notes: [],
    placeAndDate: '',
    signatures: { left: null, right: null },
    frozenColumns: 0,
    footer: '',
    ...rest,
  }
}

/** A folder for one test; it goes when `work` ends. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'vpcb-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes and verifies a workbook where a test wants it. */
export async function write(spec: WorkbookSpec, path: string): Promise<void> {
  await saveWorkbook(await makeWorkbook(spec, () => undefined), path)
}

/** Writes a workbook and reads it back, sheet by sheet. */
export async function writtenCells(spec: WorkbookSpec): Promise<{ names: string[]; cells: WrittenCell[][] }> {
  return inFolder(async (folder) => {
    const path = join(folder, 'thu.xlsx')
    await write(spec, path)
    return cellsOf(path)
  })
}

export async function cellsOf(path: string): Promise<{ names: string[]; cells: WrittenCell[][] }> {
  const written = await openWritten(readFileSync(path))
  const cells = written.sheetNames.map((_, index) => {
    const ofSheet: WrittenCell[] = []
    written.readSheet(index, (cell) => ofSheet.push(cell))
    return ofSheet
  })
  return { names: written.sheetNames, cells }
}

/** Every part of the file as text, by its name in the archive. */
export async function parts(path: string): Promise<Map<string, string>> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  try {
    const texts = new Map<string, string>()
    for await (const entry of zip.eachEntry()) {
      texts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)))
    }
    return texts
  } finally {
    zip.close()
  }
}

/** LibreOffice's own program, or null on a machine without it. */
export const libreOffice = findLibreOffice()

function findLibreOffice(): string | null {
  const places = ['soffice', '/usr/bin/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice']
  return (
    places.find((place) => {
      try {
        execFileSync(place, ['--version'], { stdio: 'ignore' })
        return true
      } catch {
        return false
      }
    }) ?? null
  )
}

const setting = (mode: number) => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${mode}</value></prop></item>
</oor:items>`

/** A workbook as LibreOffice shows it after working out every formula anew: by sheet, rows of texts. */
export function recalculated(path: string): Promise<Map<string, string[][]>> {
  return shown(path, 0)
}

/** The same with the values that stand cached in the file. */
export function cached(path: string): Promise<Map<string, string[][]>> {
  return shown(path, 1)
}

/** How many pages LibreOffice prints of each workbook, by its file's name without ending. */
export async function printedPages(paths: readonly string[]): Promise<Map<string, number>> {
  return inFolder(async (folder) => {
    convert(folder, 'pdf', paths)
    return new Map(
      readdirSync(join(folder, 'out')).map((file) => [
        basename(file, '.pdf').normalize('NFC'),
        countPdfPages(readFileSync(join(folder, 'out', file))),
      ]),
    )
  })
}

/** One start of LibreOffice, with a profile of its own in `folder`, for all these files; what comes of them is in `folder/out`. */
function convert(folder: string, filter: string, paths: readonly string[]): void {
  if (!libreOffice) throw new Error('LibreOffice is not on this machine')
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const out = ['--outdir', join(folder, 'out')]
  execFileSync(libreOffice, [profile, '--headless', '--convert-to', filter, ...out, ...paths], {
    stdio: 'ignore',
  })
}

/** What LibreOffice prints of these workbooks: the folder in which each has its PDF. */
export function printedBy(folder: string, paths: readonly string[]): string {
  convert(folder, 'pdf', paths)
  return join(folder, 'out')
}

/** `mode`: LibreOffice's setting whether to work out formulas on loading; 0 always, 1 never. */
async function shown(path: string, mode: number): Promise<Map<string, string[][]>> {
  return inFolder(async (folder) => {
    const profile = join(folder, 'profile')
    mkdirSync(join(profile, 'user'), { recursive: true })
    writeFileSync(join(profile, 'user/registrymodifications.xcu'), setting(mode))
    // Comma, double quote, UTF-8, contents as shown; the last -1 gives every sheet a file of its own.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'
    convert(folder, filter, [path])
    const out = join(folder, 'out')
    const prefix = `${basename(path, '.xlsx')}-`
    return new Map(
      readdirSync(out).map((file) => [
        file.slice(prefix.length, -'.csv'.length).normalize('NFC'),
        parseCsv(readFileSync(join(out, file), 'utf8')),
      ]),
    )
  })
}

function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}

/** A workbook that takes a second or so to write: 300 rows of 800 marks. */
export function largeBook(): WorkbookSpec {
  const columns = Array.from({ length: 800 }, (_, index) => column(`m${index}`))
  const rows = Array.from({ length: 300 }, (_, row) => columns.map((_, index) => `${row} ${index}`))
  return { sheets: [sheet(columns, rows)] }
}
