import type { Database, Statement } from 'better-sqlite3'

/** Preparing costs more than reading, and the undo tests look thousands of times at the same tables. */
const readers = new WeakMap<Database, [table: string, rows: Statement][]>()

function readersOf(sqlite: Database): [table: string, rows: Statement][] {
  const known = readers.get(sqlite)
  if (known) return known
  const tables = sqlite
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'undo%' AND name NOT LIKE 'sqlite%' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  const made = tables.map((table): [string, Statement] => [
    table,
    sqlite.prepare(`SELECT * FROM "${table}" ORDER BY rowid`),
  ])
  readers.set(sqlite, made)
  return made
}

/** Every row of every table but the undo log's own, in order: equal texts are equal contents. */
export function contentsOf(sqlite: Database): string {
  return JSON.stringify(readersOf(sqlite).map(([table, rows]) => [table, rows.all()]))
}
