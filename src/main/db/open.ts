import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { DatabaseProblem, openRaw, problemOf } from './problem.ts'
import type { Schema } from './schema.ts'
import { keepStatements } from './statements.ts'
import { Undo } from './undo.ts'

/** "VPCB" in ASCII: marks a file as ours. */
export const applicationId = 0x56504342

/** An open database: Kysely for the features, the undo log beside it. */
export type OpenDatabase = {
  db: Kysely<Schema>
  sqlite: Database
  undo: Undo
  close: () => void
}

/**
 * Opens the database file (or ':memory:'), made anew when it is not there, brought to the newest schema.
 * Throws DatabaseProblem; the file is then as it was.
 */
export function openDatabase(path: string): OpenDatabase {
  const existing = path !== ':memory:' && existsSync(path) && statSync(path).size > 0
  if (path !== ':memory:') prepareFolder(path)
  if (existing) inspect(path)
  const sqlite = openRaw(path, {})
  try {
    // Exclusive before WAL: no second program can write beside us, and no -shm file is needed.
    sqlite.pragma('locking_mode = EXCLUSIVE')
    sqlite.pragma('journal_mode = WAL')
    // Offices lose power: in WAL mode the library's default (NORMAL) may lose the last commits.
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma(`application_id = ${applicationId}`)
    migrate(sqlite)
    const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: keepStatements(sqlite) }) })
    return { db, sqlite, undo: new Undo(sqlite), close: () => sqlite.close() }
  } catch (error) {
    sqlite.close()
    throw problemOf(error) ?? error
  }
}

/** Tries the folder and the file for writing: asking for permissions says little on Windows, so it is really done. */
function prepareFolder(path: string): void {
  const folder = dirname(path)
  try {
    mkdirSync(folder, { recursive: true })
    if (existsSync(path)) closeSync(openSync(path, 'r+'))
    rmdirSync(mkdtempSync(join(folder, '.thu-ghi-')))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    const readOnly = code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
    throw new DatabaseProblem(readOnly ? 'database-read-only' : 'database-unavailable', error)
  }
}

/** Looks at an existing file without writing to it: whose it is, how new, and whether it is whole. */
function inspect(path: string): void {
  // Opening for reading may still have to recover a -wal left by a power cut; that needs the write lock we ask for.
  const sqlite = openRaw(path, { fileMustExist: true })
  try {
    sqlite.pragma('locking_mode = EXCLUSIVE')
    sqlite.pragma('query_only = ON')
    const id = sqlite.pragma('application_id', { simple: true }) as number
    const version = sqlite.pragma('user_version', { simple: true }) as number
    const tables = sqlite.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number
    if (id !== applicationId && tables > 0) throw new DatabaseProblem('database-foreign')
    if (version > migrations.length) throw new DatabaseProblem('database-newer')
    const verdict = sqlite.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok') throw new DatabaseProblem('database-damaged')
  } catch (error) {
    throw problemOf(error) ?? error
  } finally {
    sqlite.close()
  }
}
