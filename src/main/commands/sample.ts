import { mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { errorSentences } from '../../shared/contract/errors.ts'
import { localDay } from '../api/clock.ts'
import type { Host } from '../api/host.ts'
import { closeProgram, createProgram, databaseFileName } from '../api/program.ts'
import { closeChromium, printHtmlToPdf } from '../browser-host/chromium.ts'
import { openDatabase } from '../db/open.ts'
import { problemOf } from '../db/problem.ts'
import { fillSampleOffice } from '../sample/fill-office.ts'
import { exportAll } from './sample-exports.ts'
import { readSampleOptions, type SampleOptions, sampleUsage } from './sample-options.ts'
import { UsageError } from './start-options.ts'

const say = (line: string) => console.log(line)

/** `npm run sample`: the sample office in a folder, with everything the program can make of it; no window. */
async function sample({ out, date }: SampleOptions): Promise<number> {
  const folder = resolve(out)
  const today = date ?? localDay(new Date())
  prepareFolder(folder)
  const database = openDatabase(join(folder, databaseFileName))
  try {
    await fillSampleOffice(database.db, today)
  } finally {
    database.close()
  }
  say(`Văn phòng mẫu ngày ${today.split('-').reverse().join('/')}: ${databaseFileName}`)
  // Noon, so that the local day is the one asked for.
  const clock = () => new Date(`${today}T12:00:00`)
  const program = createProgram({ dataFolder: folder, host: savesInto(folder), clock })
  try {
    const failed = await exportAll(program, { folder, today }, say)
    if (failed > 0) say(`Còn ${failed} tệp chưa làm được, các tệp khác đã ở ${folder}`)
    else say(`Xong. Mọi tệp ở ${folder}`)
    say(`Mở văn phòng mẫu này: npm start -- --data "${folder}"`)
    return failed > 0 ? 1 : 0
  } finally {
    closeProgram(program)
    await closeChromium()
  }
}

/** A new folder, or one with nothing in it: the sample must never stand beside or over somebody's data. */
function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    if (readdirSync(folder).length === 0) return
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EEXIST' || code === 'ENOTDIR')
      throw new UsageError(`"${folder}" là một tệp, không phải thư mục. Hãy chọn thư mục khác.`)
    throw new UsageError(`Không tạo được thư mục "${folder}". Hãy chọn nơi có quyền ghi.`)
  }
  throw new UsageError(
    `Thư mục "${folder}" đã có tệp bên trong nên chưa ghi gì. Hãy chọn thư mục mới hoặc thư mục trống.`,
  )
}

/** A host without a window: whatever asks where to save is given the folder. */
function savesInto(folder: string): Host {
  return {
    chooseSavePath: async (_kind, fileName) => join(folder, fileName),
    chooseNewFolder: async (_kind, folderName) => join(folder, folderName),
    showFile: async () => {},
    printToPdf: printHtmlToPdf,
    print: async () => false,
  }
}

try {
  const options = readSampleOptions(process.argv.slice(2))
  if (options) process.exitCode = await sample(options)
  else say(sampleUsage)
} catch (error) {
  const problem = problemOf(error)
  if (error instanceof UsageError) console.error(`${error.message}\n\n${sampleUsage}`)
  else if (problem) console.error(errorSentences[problem.code])
  else console.error('Không làm được văn phòng mẫu.', error)
  process.exitCode = 1
}
