import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, upgradeCopyPath } from '../../../src/main/db/migrate.ts'
import { migrations } from '../../../src/main/db/migrations/index.ts'

let folder: string
let sqlite: Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrate-'))
  sqlite = new Sqlite(join(folder, 'test.db'))
})
afterEach(() => {
  sqlite.close()
  rmSync(folder, { recursive: true })
})

const version = () => sqlite.pragma('user_version', { simple: true })
const tables = () => sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()

describe('migrate', () => {
  it('runs what is pending and counts it', () => {
    migrate(sqlite, ['CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT'])
    expect(version()).toBe(1)
    migrate(sqlite, ['not run again', 'CREATE TABLE b (id INTEGER PRIMARY KEY) STRICT'])
    expect(version()).toBe(2)
    expect(tables()).toEqual(['a', 'b'])
  })

  it('leaves nothing of a migration that fails half way', () => {
    expect(() =>
      migrate(sqlite, ['CREATE TABLE a (id INTEGER) STRICT; CREATE TABLE a (id INTEGER) STRICT']),
    ).toThrow()
    expect(version()).toBe(0)
    expect(tables()).toEqual([])
  })

  it('refuses a migration that leaves a reference to nothing', () => {
    const broken = `
      CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT;
      CREATE TABLE b (id INTEGER PRIMARY KEY, aId INTEGER REFERENCES a (id)) STRICT;
      INSERT INTO b (aId) VALUES (7);`
    expect(() => migrate(sqlite, [broken])).toThrow()
    expect(tables()).toEqual([])
  })

  it('copies the file before it upgrades it, and the copy is the old content', () => {
    const first =
      "CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT) STRICT; INSERT INTO a (name) VALUES ('cũ')"
    migrate(sqlite, [first])
    const copy = upgradeCopyPath(sqlite.name, 1)
    expect(existsSync(copy)).toBe(false)
    migrate(sqlite, [first, "UPDATE a SET name = 'mới'"])
    const old = new Sqlite(copy, { readonly: true })
    expect(old.prepare('SELECT name FROM a').pluck().get()).toBe('cũ')
    expect(old.pragma('user_version', { simple: true })).toBe(1)
    old.close()
  })

  it('refuses a newer file', () => {
    sqlite.pragma('user_version = 5')
    expect(() => migrate(sqlite, ['SELECT 1'])).toThrow('database-newer')
  })
})

describe('the shipped migrations', () => {
  /** Once a version is out its migration is the past: changing it here would leave users' files behind. */
  it('are the text that was shipped', () => {
    const shipped = [
      '6effdb05e5ff4604',
      '097a979229fa1af1',
      '30df784e67f89540',
      '27895acbead99f73',
      '37a62963d4f1e41f',
      'd5ba9e3d05735d6e',
      'b6c4c905642b0d70',
      '012508c3f85ad4ca',
      'd5fa61371cdb2f40',
      'aa43b4a6777aa5a5',
      '390838e654a5bb4b',
      'fbfb478fa04c812d',
      'f16adc7fd46f7315',
      '7b42b99e2fc17fdb',
    ]
    const hashes = migrations.map((text) => createHash('sha256').update(text).digest('hex').slice(0, 16))
    expect(hashes.slice(0, shipped.length)).toEqual(shipped)
  })
})
