import { type ChildProcessByStdio, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampleCell } from '../../support/program.ts'

const root = resolve(import.meta.dirname, '../../..')
const needsSignals = process.platform !== 'win32'

type Started = {
  lines: string[]
  /** The first line that matches; rejects when the program ends without it. */
  line: (pattern: RegExp) => Promise<string>
  /** To the whole group, as a terminal sends Ctrl+C. */
  signal: (signal: NodeJS.Signals) => void
  /** To the first process alone, as another program that started it may. */
  signalNpm: (signal: NodeJS.Signals) => void
  ended: Promise<number | null>
}

let folder: string
let data: string
let children: ChildProcessByStdio<null, Readable, Readable>[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'))
  data = join(folder, 'Dữ liệu chi bộ')
  for (const name of ['electron', 'tmp']) mkdirSync(join(folder, name))
  children = []
})
afterEach(() => {
  for (const child of children) {
    if (child.exitCode === null && child.signalCode === null && child.pid) process.kill(-child.pid, 'SIGKILL')
  }
  rmSync(folder, { recursive: true })
})

/** Runs a command with Electron looked for in a folder of the test's own, and never downloaded. */
function run(command: string, args: string[]): Started {
  const env = {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'electron'),
    ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
    TMPDIR: join(folder, 'tmp'),
  }
  const child = spawn(command, args, { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  const lines: string[] = []
  const waiting: { pattern: RegExp; found: (line: string) => void }[] = []
  const hear = (line: string) => {
    lines.push(line)
    for (const { pattern, found } of waiting) if (pattern.test(line)) found(line)
  }
  createInterface(child.stdout).on('line', hear)
  createInterface(child.stderr).on('line', hear)
  const ended = new Promise<number | null>((done) => child.on('close', done))
  return {
    lines,
    line: (pattern) =>
      new Promise((found, missed) => {
        const known = lines.find((line) => pattern.test(line))
        if (known) return found(known)
        waiting.push({ pattern, found })
        void ended.then(() => missed(new Error(`${pattern} was not said:\n${lines.join('\n')}`)))
      }),
    signal: (signal) => process.kill(-(child.pid ?? 0), signal),
    signalNpm: (signal) => process.kill(child.pid ?? 0, signal),
    ended,
  }
}

const start = (...options: string[]) =>
  run(process.execPath, [
    'src/main/commands/start.ts',
    '--data',
    data,
    '--no-open',
    '--port',
    '0',
    ...options,
  ])

/** Reaches the address a started program prints and opens its session as the page does. */
async function open(program: Started) {
  const address = new URL(/http\S+/.exec(await program.line(/http:\/\/127\.0\.0\.1:\d+\/#token=/))?.[0] ?? '')
  const post = (path: string, body: unknown, cookie = '') =>
    fetch(address.origin + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: address.origin, Cookie: cookie },
      body: JSON.stringify(body),
    })
  const session = await post('/session', address.hash.slice('#token='.length))
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    page: async () => (await fetch(address.origin)).text(),
    ask: async (name: string, input: unknown) => (await post(`/api/${name}`, input, cookie)).json(),
  }
}

function expectWholeDatabase(): void {
  expect(readdirSync(data)).toEqual(['van-phong-chi-bo.db'])
  const file = new Sqlite(join(data, 'van-phong-chi-bo.db'), { fileMustExist: true })
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(file.prepare('SELECT name FROM cell').pluck().get()).toBe(sampleCell.name)
  file.close()
}

describe.runIf(needsSignals)('npm start where there is no Electron', () => {
  it('says so in one line, serves the program, and Ctrl+C leaves a whole database', async () => {
    const program = run('npm', ['start', '--', '--data', data, '--no-open', '--port', '0'])
    const { page, ask } = await open(program)
    expect(await page()).toContain('<div id="root">')
    expect(await ask('cell.update', sampleCell)).toMatchObject({ ok: true })
    expect(await ask('office.status', {})).toMatchObject({ ok: true, value: { dataFolder: data } })
    program.signal('SIGINT')
    // npm's own exit code then says that it was interrupted; the program's is looked at below.
    await program.ended
    expect(program.lines.at(-1)).toBe('Đã đóng chương trình, dữ liệu đã được lưu.')
    expect(program.lines.filter((line) => line.includes('Electron'))).toEqual([
      'Máy này không có Electron và không tải về được, nên chương trình mở bằng trình duyệt.',
    ])
    expectWholeDatabase()
  })

  it('closes too when only npm is told to end', async () => {
    const program = run('npm', ['start', '--', '--data', data, '--no-open', '--port', '0'])
    await (await open(program)).ask('cell.update', sampleCell)
    program.signalNpm('SIGTERM')
    await program.ended
    expect(program.lines.at(-1)).toBe('Đã đóng chương trình, dữ liệu đã được lưu.')
    expectWholeDatabase()
  })

  it('ends as well on each signal, and opens again with all that was stored', async () => {
    const first = start()
    await (await open(first)).ask('cell.update', sampleCell)
    first.signal('SIGTERM')
    expect(await first.ended).toBe(0)
    expectWholeDatabase()
    for (const signal of ['SIGHUP', 'SIGINT'] as const) {
      const next = start()
      expect(await (await open(next)).ask('cell.get', {})).toMatchObject({ ok: true, value: sampleCell })
      next.signal(signal)
      expect(await next.ended).toBe(0)
      expectWholeDatabase()
    }
  })

  it('closes as well after a paper was drawn, and the browser that drew it with it', async () => {
    const program = start()
    const { ask } = await open(program)
    await ask('cell.update', sampleCell)
    await ask('office.openSample', {})
    const { value: status } = await ask('office.status', {})
    const { value: meetings } = await ask('meetings.list', { year: Number(status.today.slice(0, 4)) - 1 })
    expect(await ask('documents.pdf', { paper: 'agenda', meetingId: meetings[0].id })).toMatchObject({
      ok: true,
    })
    // While it runs, the browser keeps its profile here.
    const profiles = () => readdirSync(join(folder, 'tmp')).filter((name) => name.startsWith('playwright'))
    expect(profiles()).not.toEqual([])
    program.signal('SIGINT')
    expect(await program.ended).toBe(0)
    expect(program.lines.at(-1)).toBe('Đã đóng chương trình, dữ liệu đã được lưu.')
    expectWholeDatabase()
    expect(profiles()).toEqual([])
  })

  it('says in a sentence when the port is taken', async () => {
    const other = createServer()
    const port = await new Promise<number>((listening) =>
      other.listen(0, '127.0.0.1', () => listening((other.address() as { port: number }).port)),
    )
    const program = start('--port', String(port))
    expect(await program.ended).toBe(1)
    expect(program.lines.at(-1)).toBe(
      'Cổng này đang có chương trình khác dùng. Hãy chọn cổng khác với --port.',
    )
    other.close()
  })

  it('says in a sentence when the data is open already, and leaves the first alone', async () => {
    const first = start()
    await (await open(first)).ask('cell.update', sampleCell)
    const second = start()
    expect(await (await open(second)).ask('cell.get', {})).toMatchObject({
      ok: false,
      error: { code: 'database-locked' },
    })
    expect(second.lines.filter((line) => /^\s+at /.test(line))).toEqual([])
    second.signal('SIGINT')
    expect(await second.ended).toBe(0)
    first.signal('SIGINT')
    expect(await first.ended).toBe(0)
    expectWholeDatabase()
  })
})

describe('npm start with a wrong line', () => {
  it('explains itself and touches nothing', async () => {
    const program = start('--prot', '1')
    expect(await program.ended).toBe(1)
    expect(program.lines[0]).toBe('Không có tùy chọn --prot.')
    expect(program.lines.join('\n')).toContain('Cách dùng: npm start')
    expect(existsSync(data)).toBe(false)
  })

  it('answers --help', async () => {
    const program = start('--help')
    expect(await program.ended).toBe(0)
    expect(program.lines[0]).toContain('Cách dùng: npm start')
  })
})

describe.runIf(needsSignals)('npm start where there is an Electron', () => {
  /** A program in Electron's place. */
  function electron(source: string): void {
    const file = join(folder, 'electron/electron')
    writeFileSync(file, `#!${process.execPath}\n${source}\n`)
    chmodSync(file, 0o755)
  }

  it('opens the built program in it, with the data where the user wants it, and waits for its end', async () => {
    const told = join(folder, 'told.json')
    electron(`
      require('node:fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.argv.slice(2)))
      process.on('SIGINT', () => process.exit(0))
      console.log('Đã mở cửa sổ Văn phòng Chi bộ.')
      setInterval(() => {}, 1000)`)
    const program = start()
    await program.line(/Đã mở cửa sổ/)
    expect(JSON.parse(readFileSync(told, 'utf8'))).toEqual([root, '--data', data])
    program.signal('SIGINT')
    expect(await program.ended).toBe(0)
    expect(program.lines.join('\n')).not.toContain('http://')
    expect(existsSync(data)).toBe(false)
  })

  it('opens in the browser where Electron cannot open a window, and says so', async () => {
    electron("console.error('Missing X server or $DISPLAY'); process.exit(1)")
    const program = start()
    await (await open(program)).ask('cell.update', sampleCell)
    expect(program.lines).toContain(
      'Electron không mở được cửa sổ trên máy này, nên chương trình mở bằng trình duyệt.',
    )
    expect(program.lines.join('\n')).not.toContain('X server')
    program.signal('SIGINT')
    expect(await program.ended).toBe(0)
    expectWholeDatabase()
  })
})
