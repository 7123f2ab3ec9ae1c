import Sqlite, { type Database, type Options } from 'better-sqlite3'

export type DatabaseProblemCode =
  | 'database-damaged'
  | 'database-foreign'
  | 'database-locked'
  | 'database-read-only'
  | 'database-newer'
  | 'database-unavailable'
  | 'disk-full'

/** Why a database cannot be opened; the file was not changed. */
export class DatabaseProblem extends Error {
  readonly code: DatabaseProblemCode

  constructor(code: DatabaseProblemCode, cause?: unknown) {
    super(code, { cause })
    this.name = 'DatabaseProblem'
    this.code = code
  }
}

const problemBySqliteCode: readonly [prefix: string, code: DatabaseProblemCode][] = [
  ['SQLITE_BUSY', 'database-locked'],
  ['SQLITE_LOCKED', 'database-locked'],
  ['SQLITE_CORRUPT', 'database-damaged'],
  ['SQLITE_NOTADB', 'database-damaged'],
  ['SQLITE_READONLY', 'database-read-only'],
  ['SQLITE_PERM', 'database-read-only'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_CANTOPEN', 'database-unavailable'],
  ['SQLITE_IOERR', 'database-unavailable'],
]

/** The problem behind an error of SQLite's, or null when it is none of these. */
export function problemOf(error: unknown): DatabaseProblem | null {
  if (error instanceof DatabaseProblem) return error
  if (!(error instanceof Sqlite.SqliteError)) return null
  const found = problemBySqliteCode.find(([prefix]) => error.code.startsWith(prefix))
  return found ? new DatabaseProblem(found[1], error) : null
}

/** Opens a file with SQLite, its refusals told as DatabaseProblem. */
export function openRaw(path: string, options: Options): Database {
  try {
    return new Sqlite(path, { timeout: 0, ...options })
  } catch (error) {
    throw problemOf(error) ?? new DatabaseProblem('database-unavailable', error)
  }
}
