import type { Database } from 'better-sqlite3'

/** Every row of every table but the undo log's own, in order: equal texts are equal contents. */
export function contentsOf(sqlite: Database): string {
  const tables = sqlite
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'undo%' AND name NOT LIKE 'sqlite%' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  return JSON.stringify(
    tables.map((table) => [table, sqlite.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).all()]),
  )
}
