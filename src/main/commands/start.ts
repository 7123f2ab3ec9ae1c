import { resolve } from 'node:path'
import { errorSentences } from '../../shared/contract/errors.ts'
import { defaultDataFolder } from '../api/data-folder.ts'
import { closeProgram, createProgram } from '../api/program.ts'
import { closeChromium } from '../browser-host/chromium.ts'
import { createBrowserHost, openOutside } from '../browser-host/host.ts'
import { serve } from '../browser-host/serve.ts'
import { problemOf } from '../db/problem.ts'
import { buildIfNeeded } from './build.ts'
import { findRuntime, obtainRuntime, runElectron } from './electron-runtime.ts'
import { onStop } from './on-stop.ts'
import { readStartOptions, type StartOptions, startUsage, UsageError } from './start-options.ts'

const root = resolve(import.meta.dirname, '../../..')
const say = (line: string) => console.log(line)

/** `npm start`: builds, then opens the program in Electron, or in the browser where Electron is not to be had. */
async function start(options: StartOptions): Promise<number> {
  await buildIfNeeded(root, say)
  const dataFolder = options.data ? resolve(options.data) : defaultDataFolder()
  return (await tryElectron(dataFolder)) ?? serveUntilStopped(dataFolder, options)
}

/** The exit code of the program run in Electron; null, having said why, where it cannot run there. */
async function tryElectron(dataFolder: string): Promise<number | null> {
  const runtime = findRuntime(root) ?? (await obtainRuntime({ root, say }))
  if (!runtime) {
    say('Máy này không có Electron và không tải về được, nên chương trình mở bằng trình duyệt.')
    return null
  }
  const code = await runElectron(runtime, [root, '--data', dataFolder])
  if (code === null) say('Electron không mở được cửa sổ trên máy này, nên chương trình mở bằng trình duyệt.')
  return code
}

async function serveUntilStopped(dataFolder: string, options: StartOptions): Promise<number> {
  const stopped = new Promise<void>((stop) => {
    onStop(() => stop())
  })
  const program = createProgram({ dataFolder, host: createBrowserHost(dataFolder), logError })
  try {
    const host = await serve(program, { rendererFolder: resolve(root, 'out/renderer'), port: options.port })
    say(`Văn phòng Chi bộ đang mở tại ${host.url}`)
    say('Nhấn Ctrl+C để đóng chương trình.')
    if (options.open) await openOutside(host.url)
    await stopped
    await host.close()
  } finally {
    closeProgram(program)
    await closeChromium()
  }
  say('Đã đóng chương trình, dữ liệu đã được lưu.')
  return 0
}

/** Errors whole, but a database that cannot be opened in its sentence: that is for the user, not for developers. */
function logError(error: unknown): void {
  const problem = problemOf(error)
  console.error(problem ? errorSentences[problem.code] : error)
}

/** A failed start in words; what cannot be foreseen keeps its details. */
function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${startUsage}`
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') return 'Cổng này đang có chương trình khác dùng. Hãy chọn cổng khác với --port.'
  if (code === 'EACCES')
    return 'Không có quyền dùng cổng này. Hãy chọn cổng khác với --port, từ 1024 trở lên.'
  return `Không mở được chương trình.\n${error instanceof Error ? (error.stack ?? error.message) : error}`
}

try {
  const options = readStartOptions(process.argv.slice(2))
  if (options) process.exit(await start(options))
  say(startUsage)
} catch (error) {
  console.error(explain(error))
  process.exit(1)
}
