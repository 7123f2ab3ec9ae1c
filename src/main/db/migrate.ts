import { existsSync, rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { migrations } from './migrations/index.ts'
import { DatabaseProblem, openRaw } from './problem.ts'

/**
 * Brings a database to the newest schema: each migration in a transaction of its own, with foreign keys checked
 * before it is kept. An existing file is copied first, and the copy verified. Kysely's own runner is not used:
 * on SQLite it is not transactional.
 * Throws DatabaseProblem('database-newer') and leaves the file as it was when it comes from a newer program.
 */
export function migrate(sqlite: Database, pending: readonly string[] = migrations): void {
  const version = sqlite.pragma('user_version', { simple: true }) as number
  if (version > pending.length) throw new DatabaseProblem('database-newer')
  if (version === pending.length) return
  if (version > 0 && !sqlite.memory) copyBeforeUpgrade(sqlite, version)
  for (let next = version; next < pending.length; next++) {
    sqlite.pragma('foreign_keys = OFF')
    sqlite.transaction(() => {
      sqlite.exec(pending[next] as string)
      const broken = sqlite.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new Error(`migration ${next + 1} breaks ${broken.length} references`)
      sqlite.pragma(`user_version = ${next + 1}`)
    })()
    sqlite.pragma('foreign_keys = ON')
  }
}

/** Where the copy stands that was made before a database left `version` behind. */
export function upgradeCopyPath(path: string, version: number): string {
  return `${path.replace(/\.db$/, '')}.truoc-nang-cap-${version}.db`
}

function copyBeforeUpgrade(sqlite: Database, version: number): void {
  const copy = upgradeCopyPath(sqlite.name, version)
  // VACUUM INTO refuses an existing file; a copy left by an upgrade that was cut short is made anew.
  if (existsSync(copy)) rmSync(copy)
  sqlite.prepare('VACUUM INTO ?').run(copy)
  const check = openRaw(copy, { readonly: true })
  try {
    const verdict = check.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new DatabaseProblem('database-damaged')
  } finally {
    check.close()
  }
}
