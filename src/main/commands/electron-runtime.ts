import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onStop } from './on-stop.ts'

/**
 * Electron's executable if it is on this machine, else null. Importing the `electron` package would start a
 * download on the spot, so what it notes down (path.txt) is read instead, as it does itself.
 */
export function findRuntime(root: string): string | null {
  const electron = join(root, 'node_modules/electron')
  const note = join(electron, 'path.txt')
  const name = existsSync(note) ? readFileSync(note, 'utf8') : 'electron'
  const executable = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electron, 'dist'), name)
  return existsSync(executable) ? executable : null
}

type Obtain = { root: string; say: (line: string) => void; stalledAfterMs?: number; installer?: string }

/**
 * Lets the electron package fetch its runtime; null when it cannot be had here. An answer of the network is
 * taken at once; a download that does not advance for `stalledAfterMs` is given up.
 */
export async function obtainRuntime({ root, say, ...rest }: Obtain): Promise<string | null> {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return null
  const { stalledAfterMs = 30_000, installer = join(root, 'node_modules/electron/install.js') } = rest
  if (!existsSync(installer)) return null
  // The installer downloads into the temporary folder and then unpacks: both must be seen to grow.
  const scratch = mkdtempSync(join(tmpdir(), 'chi-bo-electron-'))
  const dist = join(root, 'node_modules/electron/dist')
  const child = spawn(process.execPath, [installer], {
    env: { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch, ELECTRON_GET_NO_PROGRESS: '1' },
    stdio: 'ignore',
  })
  const bytes = () => sizeOf(scratch) + sizeOf(dist)
  try {
    const done = await endOrStall(child, bytes, stalledAfterMs, (megabytes) =>
      say(`Đang tải Electron: ${megabytes} MB`),
    )
    return done ? findRuntime(root) : null
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 })
  }
}

function endOrStall(
  child: ChildProcess,
  bytes: () => number,
  stalledAfterMs: number,
  progress: (megabytes: number) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    let last = { bytes: bytes(), at: Date.now() }
    let said = 0
    const look = setInterval(
      () => {
        const now = bytes()
        if (now !== last.bytes) last = { bytes: now, at: Date.now() }
        else if (Date.now() - last.at >= stalledAfterMs) child.kill('SIGKILL')
        const megabytes = Math.floor(now / 1_000_000)
        if (megabytes >= said + 20) {
          said = megabytes
          progress(megabytes)
        }
      },
      Math.min(1000, stalledAfterMs / 4),
    )
    const end = (done: boolean) => {
      clearInterval(look)
      resolve(done)
    }
    child.on('error', () => end(false))
    child.on('close', (code) => end(code === 0))
  })
}

/** Bytes in all files under a folder; 0 where it does not exist. Files may vanish while it is being read. */
function sizeOf(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce(
        (sum, entry) =>
          sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0),
        0,
      )
  } catch {
    return 0
  }
}

/** What the window says once it is shown (see electron/window.ts). */
const openedLine = 'Đã mở cửa sổ Văn phòng Chi bộ.'

/**
 * Runs the built program in Electron until it ends and answers its exit code; null when no window could open. It
 * counts as opened once it says so, or when it ends well: a second start only brings the first window to the front.
 */
export function runElectron(executable: string, args: readonly string[]): Promise<number | null> {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env
  return new Promise((resolve) => {
    const child = spawn(executable, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let opened = false
    createInterface(child.stdout).on('line', (line) => {
      opened ||= line === openedLine
      console.log(line)
    })
    // Before the window is there, Chromium only tells at length why it cannot be: one line of ours says that.
    child.stderr.on('data', (chunk: Buffer) => {
      if (opened) process.stderr.write(chunk)
    })
    // Ctrl+C reaches Electron by itself (one terminal, one group): here it only must not end the wait.
    const offStop = onStop((how) => how === 'SIGTERM' && child.kill('SIGTERM'))
    const end = (code: number | null) => {
      offStop()
      resolve(code)
    }
    child.on('error', () => end(null))
    child.on('close', (code) => end(opened || code === 0 ? (code ?? 0) : null))
  })
}
