import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenDatabase, openDatabase } from '../../../src/main/db/open.ts'

let folder: string
let database: OpenDatabase

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'undo-'))
  database = openDatabase(join(folder, 'test.db'))
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

/** Every row of every table but the log's own, in order. */
function contents(): string {
  const tables = database.sqlite
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'undo%' AND name NOT LIKE 'sqlite%' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  return JSON.stringify(
    tables.map((table) => [table, database.sqlite.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).all()]),
  )
}

function step(change: () => void): void {
  database.sqlite.transaction(() => {
    database.undo.begin('test.write', 'Thử', new Date('2026-11-21T01:00:00Z'))
    change()
    database.undo.end(null)
  })()
}

const run = (sql: string, ...values: unknown[]) => database.sqlite.prepare(sql).run(...values)

type Write =
  | { kind: 'addMember'; name: string; birthDate: string | null }
  | { kind: 'rename'; pick: number; name: string }
  | { kind: 'removeMember'; pick: number }
  | { kind: 'addStatus'; pick: number; note: string }
  | { kind: 'addMeeting' }
  | { kind: 'removeMeeting'; pick: number }
  | { kind: 'mark'; pick: number; meeting: number; note: string }
  | { kind: 'import'; names: string[] }

const name = fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).filter((text) => !text.includes('\0'))
const write: fc.Arbitrary<Write> = fc.oneof(
  fc.record({
    kind: fc.constant('addMember' as const),
    name,
    birthDate: fc.constantFrom(null, '1975', '1975-06', '1975-06-12'),
  }),
  fc.record({ kind: fc.constant('rename' as const), pick: fc.nat(), name }),
  fc.record({ kind: fc.constant('removeMember' as const), pick: fc.nat() }),
  fc.record({ kind: fc.constant('addStatus' as const), pick: fc.nat(), note: fc.string() }),
  fc.record({ kind: fc.constant('addMeeting' as const) }),
  fc.record({ kind: fc.constant('removeMeeting' as const), pick: fc.nat() }),
  fc.record({ kind: fc.constant('mark' as const), pick: fc.nat(), meeting: fc.nat(), note: fc.string() }),
  fc.record({ kind: fc.constant('import' as const), names: fc.array(name, { maxLength: 5 }) }),
)

function ids(table: 'member' | 'meeting'): number[] {
  return database.sqlite.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as number[]
}

function pickFrom(table: 'member' | 'meeting', pick: number): number {
  const all = ids(table)
  return all[pick % Math.max(all.length, 1)] ?? -1
}

function apply(change: Write): void {
  switch (change.kind) {
    case 'addMember':
      run(
        "INSERT INTO member (fullName, fullNameFolded, birthDate) VALUES (?, '', ?)",
        change.name,
        change.birthDate,
      )
      break
    case 'rename':
      run('UPDATE member SET fullName = ? WHERE id = ?', change.name, pickFrom('member', change.pick))
      break
    case 'removeMember': {
      const id = pickFrom('member', change.pick)
      run('DELETE FROM attendance WHERE memberId = ?', id)
      run('DELETE FROM member WHERE id = ?', id)
      break
    }
    case 'addStatus':
      if (ids('member').length > 0)
        run(
          "INSERT INTO memberStatus (memberId, status, fromDate, note) VALUES (?, 'full', '2020-01-01', ?)",
          pickFrom('member', change.pick),
          change.note.replaceAll('\0', ''),
        )
      break
    case 'addMeeting':
      run(
        "INSERT INTO meeting (kind, period, heldOn, startTime, place, mode) VALUES ('regular', '2026-11', '2026-11-03', '08:00', 'Phòng họp', 'inPerson')",
      )
      break
    case 'removeMeeting':
      run('DELETE FROM meeting WHERE id = ?', pickFrom('meeting', change.pick))
      break
    case 'mark':
      if (ids('member').length > 0 && ids('meeting').length > 0)
        run(
          `INSERT INTO attendance (meetingId, memberId, state, note) VALUES (?, ?, 'present', ?)
           ON CONFLICT (meetingId, memberId) DO UPDATE SET state = 'excused', note = excluded.note`,
          pickFrom('meeting', change.meeting),
          pickFrom('member', change.pick),
          change.note.replaceAll('\0', ''),
        )
      break
    case 'import':
      for (const one of change.names) run("INSERT INTO member (fullName, fullNameFolded) VALUES (?, '')", one)
      break
  }
}

describe('undo and redo', () => {
  it('takes any sequence of writes back to the very same contents, and forward again', () => {
    fc.assert(
      fc.property(fc.array(write, { minLength: 1, maxLength: 30 }), (writes) => {
        database.close()
        rmSync(join(folder, 'test.db'))
        database = openDatabase(join(folder, 'test.db'))
        const states = [contents()]
        for (const change of writes) {
          step(() => apply(change))
          const now = contents()
          if (now !== states.at(-1)) states.push(now)
        }
        for (let i = states.length - 2; i >= 0; i--) {
          while (contents() !== states[i]) expect(database.undo.undo()).not.toBeNull()
        }
        while (database.undo.undo()) expect(contents()).toBe(states[0])
        expect(contents()).toBe(states[0])
        while (database.undo.redo());
        expect(contents()).toBe(states.at(-1))
        expect(database.sqlite.pragma('foreign_key_check')).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('goes 200 steps back after a restart, and forward after another', () => {
    const empty = contents()
    for (let i = 0; i < 250; i++)
      step(() => apply({ kind: 'addMember', name: `Người ${i}`, birthDate: null }))
    const full = contents()
    database.close()
    database = openDatabase(join(folder, 'test.db'))
    for (let i = 0; i < 250; i++) expect(database.undo.undo()?.operation).toBe('test.write')
    expect(contents()).toBe(empty)
    database.close()
    database = openDatabase(join(folder, 'test.db'))
    for (let i = 0; i < 250; i++) expect(database.undo.redo()).not.toBeNull()
    expect(contents()).toBe(full)
  })

  it('forgets what was undone once something new is written, and keeps no step that changed nothing', () => {
    step(() => apply({ kind: 'addMember', name: 'An', birthDate: null }))
    step(() => apply({ kind: 'addMember', name: 'Bình', birthDate: null }))
    database.undo.undo()
    step(() => apply({ kind: 'rename', pick: 0, name: 'Ân' }))
    expect(database.undo.nextRedo()).toBeNull()
    const before = database.undo.nextUndo()
    step(() => undefined)
    expect(database.undo.nextUndo()).toEqual(before)
  })

  it('keeps the last year and the last thousand steps, and lets older ones go at the next start', () => {
    for (let i = 0; i < 1100; i++)
      step(() => apply({ kind: 'addMember', name: `Người ${i}`, birthDate: null }))
    run("UPDATE undoStep SET doneAt = '2020-01-01T00:00:00Z'")
    database.close()
    database = openDatabase(join(folder, 'test.db'))
    expect(database.sqlite.prepare('SELECT count(*) FROM undoStep').pluck().get()).toBe(1000)
    expect(database.sqlite.prepare('SELECT count(*) FROM undoChange').pluck().get()).toBe(1000)
  })

  it('records nothing more for a write that was given up', () => {
    const fails = database.sqlite.transaction(() => {
      database.undo.begin('test.write', 'Thử', new Date('2026-11-21T01:00:00Z'))
      throw new Error('refused')
    })
    expect(fails).toThrow('refused')
    database.undo.abandon()
    run("INSERT INTO member (fullName, fullNameFolded) VALUES ('An', 'an')")
    expect(database.sqlite.prepare('SELECT count(*) FROM undoChange').pluck().get()).toBe(0)
  })

  it('puts back rows that refer to each other, removed in one statement', () => {
    run('CREATE TABLE branch (id INTEGER PRIMARY KEY, branchId INTEGER REFERENCES branch (id)) STRICT')
    database.close()
    database = openDatabase(join(folder, 'test.db'))
    step(() => run('INSERT INTO branch VALUES (1, NULL), (2, 1)'))
    const before = contents()
    step(() => run('DELETE FROM branch'))
    database.undo.undo()
    expect(contents()).toBe(before)
  })

  it('puts back a row that was logged before a column was there, with what the column is without a word', () => {
    step(() => apply({ kind: 'addMember', name: 'An', birthDate: null }))
    step(() => apply({ kind: 'removeMember', pick: 0 }))
    run(
      "UPDATE undoChange SET before = json_remove(before, '$.note', '$.birthDate') WHERE before IS NOT NULL",
    )
    database.undo.undo()
    expect(database.sqlite.prepare('SELECT note, birthDate FROM member').get()).toEqual({
      note: '',
      birthDate: null,
    })
  })
})
