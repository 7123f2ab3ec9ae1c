import type { Database, Statement } from 'better-sqlite3'

/** Tables the log does not watch: its own. */
const unwatched = new Set(['undoStep', 'undoChange'])
/** Steps kept at least, and days kept at least: the log also tells the history of the last year. */
const keptSteps = 1000
const keptDays = 400

/** `fallback`: the default as SQL, for a row logged before the column was there; null where it may be empty. */
type Column = { name: string; fallback: string | null }

type Change = { tableName: string; rowId: number; before: string | null; after: string | null }

export type UndoStep = { id: number; operation: string; description: string; doneAt: string }

/**
 * Undo and redo for every table. Triggers write each changed row as it was before and after, grouped by the write
 * that changed it; undoing puts the rows "before" back. (The method of triggers is the one SQLite's authors
 * describe; whole rows instead of SQL text let the same log tell the change history.)
 *
 * Calls come one after another on the only connection, so a field can say which step is being recorded.
 */
export class Undo {
  private readonly sqlite: Database
  private recording: number | null = null
  private readonly columns = new Map<string, Column[]>()
  private readonly statements = new Map<string, Statement>()

  constructor(sqlite: Database) {
    this.sqlite = sqlite
    sqlite.function('undo_step', () => this.recording)
    for (const table of this.tables()) this.watch(table)
    this.prune()
  }

  /** Opens a step inside the write's transaction; what had been undone can then no longer be redone. */
  begin(operation: string, label: string, now: Date): void {
    this.run('DELETE FROM undoStep WHERE undone = 1')
    const { lastInsertRowid } = this.run(
      'INSERT INTO undoStep (operation, description, doneAt) VALUES (?, ?, ?)',
      operation,
      label,
      now.toISOString(),
    )
    this.recording = Number(lastInsertRowid)
  }

  /** Closes the step before its transaction commits. A write that changed nothing leaves no step. */
  end(description: string | null): void {
    const step = this.recording
    if (step === null) throw new Error('no step is being recorded')
    this.recording = null
    const changed = this.statement('SELECT 1 FROM undoChange WHERE stepId = ? LIMIT 1').get(step)
    if (!changed) this.run('DELETE FROM undoStep WHERE id = ?', step)
    else if (description !== null)
      this.run('UPDATE undoStep SET description = ? WHERE id = ?', description, step)
  }

  /** Forgets the step of a transaction that was rolled back. */
  abandon(): void {
    this.recording = null
  }

  nextUndo(): UndoStep | null {
    return (this.statement('SELECT * FROM undoStep WHERE undone = 0 ORDER BY id DESC LIMIT 1').get() ??
      null) as UndoStep | null
  }

  nextRedo(): UndoStep | null {
    return (this.statement('SELECT * FROM undoStep WHERE undone = 1 ORDER BY id LIMIT 1').get() ??
      null) as UndoStep | null
  }

  /** Takes back the last step, or answers null when there is none. */
  undo(): UndoStep | null {
    const step = this.nextUndo()
    if (step) this.replay(step, 'DESC', 'before', 1)
    return step
  }

  /** Does the last undone step again, or answers null when there is none. */
  redo(): UndoStep | null {
    const step = this.nextRedo()
    if (step) this.replay(step, 'ASC', 'after', 0)
    return step
  }

  private replay(step: UndoStep, order: 'ASC' | 'DESC', image: 'before' | 'after', undone: 0 | 1): void {
    this.sqlite.transaction(() => {
      // Rows that refer to each other may have gone in one statement: references hold only once the whole step is back.
      this.sqlite.pragma('defer_foreign_keys = ON')
      const changes = this.statement(
        `SELECT tableName, rowId, before, after FROM undoChange WHERE stepId = ? ORDER BY id ${order}`,
      ).all(step.id) as Change[]
      for (const change of changes) this.putBack(change.tableName, change.rowId, change[image])
      this.run('UPDATE undoStep SET undone = ? WHERE id = ?', undone, step.id)
    })()
  }

  private putBack(table: string, rowId: number, row: string | null): void {
    if (row === null) {
      this.run(`DELETE FROM "${table}" WHERE id = ?`, rowId)
      return
    }
    const columns = this.columns.get(table) ?? []
    const updates = columns
      .filter(({ name }) => name !== 'id')
      .map(({ name }) => `"${name}" = excluded."${name}"`)
    const values = columns.map(({ name, fallback }) =>
      fallback === null
        ? `json_extract(@row, '$.${name}')`
        : `coalesce(json_extract(@row, '$.${name}'), ${fallback})`,
    )
    this.run(
      `INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
       SELECT ${values.join(', ')} WHERE true
       ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
      { row },
    )
  }

  private tables(): string[] {
    const names = this.sqlite
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all() as string[]
    // SQLite's own tables (sequences, statistics somebody gathered) take no triggers.
    return names.filter((name) => !unwatched.has(name) && !name.startsWith('sqlite_'))
  }

  /** Temporary triggers: made anew at each start, so they can never lag behind the schema. */
  private watch(table: string): void {
    const columns = this.sqlite
      .prepare(`SELECT name, CASE WHEN "notnull" THEN dflt_value END AS fallback FROM pragma_table_info(?)`)
      .all(table) as Column[]
    this.columns.set(table, columns)
    const image = (row: 'OLD' | 'NEW') =>
      `json_object(${columns.map(({ name }) => `'${name}', ${row}."${name}"`).join(', ')})`
    const log = (event: string, rowId: string, before: string, after: string) => `
      CREATE TEMP TRIGGER "undo ${event} ${table}" AFTER ${event} ON main."${table}"
      WHEN undo_step() IS NOT NULL BEGIN
        INSERT INTO undoChange (stepId, tableName, rowId, before, after)
        VALUES (undo_step(), '${table}', ${rowId}, ${before}, ${after});
      END;`
    this.sqlite.exec(log('INSERT', 'NEW.id', 'NULL', image('NEW')))
    this.sqlite.exec(log('UPDATE', 'OLD.id', image('OLD'), image('NEW')))
    this.sqlite.exec(log('DELETE', 'OLD.id', image('OLD'), 'NULL'))
  }

  private prune(): void {
    this.run(
      `DELETE FROM undoStep
       WHERE id <= (SELECT max(id) FROM undoStep) - ? AND doneAt < strftime('%Y-%m-%dT%H:%M:%SZ', 'now', ?)`,
      keptSteps,
      `-${keptDays} days`,
    )
  }

  private statement(sql: string): Statement {
    let statement = this.statements.get(sql)
    if (!statement) {
      statement = this.sqlite.prepare(sql)
      this.statements.set(sql, statement)
    }
    return statement
  }

  private run(sql: string, ...values: unknown[]) {
    return this.statement(sql).run(...values)
  }
}
