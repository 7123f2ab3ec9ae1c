import type { Database, Statement } from 'better-sqlite3'

const mostKept = 300

/**
 * The database as Kysely wants it, each SQL text prepared once: preparing costs as much as a small query. Texts of
 * lists of every length would pile up, so once there are too many all are let go.
 */
export function keepStatements(sqlite: Database) {
  const kept = new Map<string, Statement>()
  return {
    prepare(sql: string): Statement {
      let statement = kept.get(sql)
      if (!statement) {
        statement = sqlite.prepare(sql)
        if (kept.size >= mostKept) kept.clear()
        kept.set(sql, statement)
      }
      return statement
    },
    close: () => sqlite.close(),
  }
}
