import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseFileName } from '../../../src/main/api/program.ts'
import { applicationId, openDatabase } from '../../../src/main/db/open.ts'
import { startProgram } from '../../support/program.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-'))
  path = join(folder, databaseFileName)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const hash = () => createHash('sha256').update(readFileSync(path)).digest('hex')

function makeGood(): void {
  const database = openDatabase(path)
  for (let i = 0; i < 500; i++)
    database.sqlite.prepare("INSERT INTO member (fullName, fullNameFolded) VALUES (?, '')").run(`Người ${i}`)
  database.close()
}

/** Opens as the program does and answers the code that every call then gets. */
async function codeOnOpening(): Promise<string> {
  const { call, close } = startProgram({ dataFolder: folder })
  try {
    await call('office.status', {})
    return 'opened'
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    close()
  }
}

describe('opening the database', () => {
  it('opens a file in which somebody gathered statistics', async () => {
    makeGood()
    const raw = new Sqlite(path)
    raw.exec('ANALYZE')
    raw.close()
    expect(await codeOnOpening()).toBe('opened')
  })

  it('uses WAL with FULL, foreign keys, one exclusive connection and a SQLite that is new enough', () => {
    const { sqlite, close } = openDatabase(path)
    expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(sqlite.pragma('synchronous', { simple: true })).toBe(2)
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(sqlite.pragma('locking_mode', { simple: true })).toBe('exclusive')
    expect(sqlite.pragma('application_id', { simple: true })).toBe(applicationId)
    const [major, minor, patch] = (sqlite.prepare('SELECT sqlite_version()').pluck().get() as string)
      .split('.')
      .map(Number) as [number, number, number]
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003)
    close()
  })

  it('leaves one file behind when closed', () => {
    makeGood()
    expect(existsSync(`${path}-wal`)).toBe(false)
  })

  it('refuses a damaged file and leaves it as it was', async () => {
    makeGood()
    const bytes = readFileSync(path)
    bytes.fill(0xa5, 4096 * 3, 4096 * 6)
    writeFileSync(path, bytes)
    const before = hash()
    expect(await codeOnOpening()).toBe('database-damaged')
    expect(hash()).toBe(before)
  })

  it('refuses a file that is no database', async () => {
    writeFileSync(path, 'Danh sách đảng viên'.repeat(100))
    const before = hash()
    expect(await codeOnOpening()).toBe('database-damaged')
    expect(hash()).toBe(before)
  })

  it('refuses the database of another program', async () => {
    const other = new Sqlite(path)
    other.exec('CREATE TABLE note (id INTEGER)')
    other.close()
    const before = hash()
    expect(await codeOnOpening()).toBe('database-foreign')
    expect(hash()).toBe(before)
  })

  it('refuses a newer database', async () => {
    makeGood()
    const newer = new Sqlite(path)
    newer.pragma('user_version = 9999')
    newer.close()
    const before = hash()
    expect(await codeOnOpening()).toBe('database-newer')
    expect(hash()).toBe(before)
  })

  it('refuses a database that is open elsewhere', async () => {
    makeGood()
    const first = openDatabase(path)
    expect(await codeOnOpening()).toBe('database-locked')
    first.close()
    expect(await codeOnOpening()).toBe('opened')
  })

  it('refuses a place where no file can be', async () => {
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file where the folder should be')
    expect(await codeOnOpening()).toBe('database-unavailable')
    rmSync(folder)
    mkdirSync(folder)
  })

  it('refuses a file it may only read, and leaves it as it was', async () => {
    makeGood()
    const before = hash()
    chmodSync(path, 0o444)
    chmodSync(folder, 0o555)
    const code = await asOrdinaryUser(codeOnOpening)
    chmodSync(folder, 0o755)
    expect(code).toBe('database-read-only')
    expect(hash()).toBe(before)
  })
})

/** Root may write anywhere; the test must not. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work()
  process.seteuid?.(65534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}
