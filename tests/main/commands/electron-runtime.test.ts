import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findRuntime, obtainRuntime, runElectron } from '../../../src/main/commands/electron-runtime.ts'

let root: string
let dist: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'runtime-'))
  dist = join(root, 'node_modules/electron/dist')
  mkdirSync(join(root, 'node_modules/electron'), { recursive: true })
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', undefined)
  vi.stubEnv('ELECTRON_SKIP_BINARY_DOWNLOAD', undefined)
  // Temporary files of the download are looked for, and their removal checked, in here.
  mkdirSync(join(root, 'tmp'))
  vi.stubEnv('TMPDIR', join(root, 'tmp'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true })
})

/** Writes a script that stands for the electron package's own installer. */
function installer(source: string): string {
  const file = join(root, 'install.mjs')
  writeFileSync(file, `import * as fs from 'node:fs'\nimport { join } from 'node:path'\n${source}\n`)
  return file
}

function unpack(): void {
  mkdirSync(dist, { recursive: true })
  writeFileSync(join(dist, 'electron'), '')
  writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron')
}

describe('looking for the runtime', () => {
  it('finds it where the package unpacks it, and nothing where it has not', () => {
    expect(findRuntime(root)).toBeNull()
    unpack()
    expect(findRuntime(root)).toBe(join(dist, 'electron'))
    rmSync(join(dist, 'electron'))
    expect(findRuntime(root)).toBeNull()
  })

  it('takes the one the user names instead', () => {
    unpack()
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(root, 'own'))
    expect(findRuntime(root)).toBeNull()
    mkdirSync(join(root, 'own'))
    writeFileSync(join(root, 'own/electron'), '')
    expect(findRuntime(root)).toBe(join(root, 'own/electron'))
  })
})

describe('obtaining the runtime', () => {
  const say = () => {}

  it('is over at once where the network answers at once', async () => {
    const failing = installer('process.exit(1)')
    expect(await obtainRuntime({ root, say, installer: failing })).toBeNull()
    expect(readdirSync(join(root, 'tmp'))).toEqual([])
  })

  it('gives up a download that does not advance, and ends it', async () => {
    const started = join(root, 'started')
    const hanging = installer(
      `fs.writeFileSync(${JSON.stringify(started)}, String(process.pid)); setInterval(() => {}, 1000)`,
    )
    expect(await obtainRuntime({ root, say, installer: hanging, stalledAfterMs: 1500 })).toBeNull()
    const pid = Number(readFileSync(started, 'utf8'))
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    expect(readdirSync(join(root, 'tmp'))).toEqual([])
  })

  it('waits for a slow one that does advance', async () => {
    // 12 pieces, 200 ms apart, take longer than a stall may; then it is unpacked.
    const slow = installer(`
      let pieces = 0
      const electron = ${JSON.stringify(join(root, 'node_modules/electron'))}
      const timer = setInterval(() => {
        pieces += 1
        fs.appendFileSync(join(process.env.TMPDIR, 'electron.zip'), Buffer.alloc(2_000_000))
        if (pieces < 12) return
        clearInterval(timer)
        fs.mkdirSync(join(electron, 'dist'))
        fs.writeFileSync(join(electron, 'dist/electron'), '')
        fs.writeFileSync(join(electron, 'path.txt'), 'electron')
      }, 200)`)
    const said: string[] = []
    const found = await obtainRuntime({
      root,
      say: (line) => said.push(line),
      installer: slow,
      stalledAfterMs: 1600,
    })
    expect(found).toBe(join(dist, 'electron'))
    expect(said).toEqual([expect.stringMatching(/^Đang tải Electron: 2\d MB$/)])
    expect(readdirSync(join(root, 'tmp'))).toEqual([])
  })

  it('is not tried where the user forbids it or the package is missing', async () => {
    const tried = join(root, 'tried')
    const marking = installer(`fs.writeFileSync(${JSON.stringify(tried)}, '')`)
    vi.stubEnv('ELECTRON_SKIP_BINARY_DOWNLOAD', '1')
    expect(await obtainRuntime({ root, say, installer: marking })).toBeNull()
    expect(existsSync(tried)).toBe(false)
    vi.stubEnv('ELECTRON_SKIP_BINARY_DOWNLOAD', undefined)
    expect(await obtainRuntime({ root, say })).toBeNull()
  })
})

describe('running Electron', () => {
  const program = (source: string) => {
    const file = join(root, 'program.mjs')
    writeFileSync(file, source)
    return runElectron(process.execPath, [file])
  }
  beforeEach(() => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => {})
    return () => said.mockRestore()
  })

  it('answers its exit code once its window was open', async () => {
    expect(await program("console.log('Đã mở cửa sổ Văn phòng Chi bộ.'); process.exitCode = 3")).toBe(3)
  })

  it('is content with a second start that only brought the first window to the front', async () => {
    expect(await program('')).toBe(0)
  })

  it('says when no window could open', async () => {
    expect(await program("console.error('Missing X server'); process.exitCode = 1")).toBeNull()
    expect(await program("process.kill(process.pid, 'SIGKILL')")).toBeNull()
    expect(await runElectron(join(root, 'nothing-here'), [])).toBeNull()
  })
})
