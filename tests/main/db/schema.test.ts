import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/main/db/open.ts'

const database = openDatabase(':memory:')
afterAll(() => database.close())

/** The tables and columns that schema.ts promises, with how each may be empty, read from its own text and the files beside it. */
function promised(): Map<string, Map<string, string>> {
  const text = readdirSync('src/main/db')
    .filter((file) => file.startsWith('schema'))
    .map((file) => readFileSync(`src/main/db/${file}`, 'utf8'))
    .join('\n')
  const tables = new Map<string, Map<string, string>>()
  const names = [...(text.match(/export type Schema = \{([^}]*)\}/)?.[1] ?? '').matchAll(/(\w+): (\w+)/g)]
  for (const [, table, type] of names) {
    const body = text.match(new RegExp(`type ${type} = \\{([^}]*)\\}`))?.[1] ?? ''
    const columns = [...body.matchAll(/^ {2}(\w+): (.+)$/gm)].map(
      ([, column, is]) => [column, is] as [string, string],
    )
    tables.set(table as string, new Map(columns))
  }
  return tables
}

type ColumnInfo = { name: string; type: string; notnull: number; pk: number; dflt_value: string | null }

describe('schema.ts and a migrated database', () => {
  const tables = database.sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[]

  it('have the same tables', () => {
    expect([...promised().keys()].sort()).toEqual([...tables].sort())
  })

  it.each(tables)('%s has the same columns, as empty and as filled by itself', (table) => {
    const columns = promised().get(table) ?? new Map<string, string>()
    const actual = database.sqlite.prepare('SELECT * FROM pragma_table_info(?)').all(table) as ColumnInfo[]
    expect(actual.map((column) => column.name).sort()).toEqual([...columns.keys()].sort())
    for (const { name, notnull, pk, type } of actual) {
      const is = columns.get(name) ?? ''
      expect([name, /\| null/.test(is)]).toEqual([name, notnull === 0 && pk === 0])
      const isNumber = /^(Generated<)?number/.test(is)
      expect([name, isNumber]).toEqual([name, ['INTEGER', 'REAL'].includes(type)])
    }
  })

  it.each(tables)('%s is strict and has a whole-number key, which undo relies on', (table) => {
    const info = database.sqlite.prepare('SELECT strict FROM pragma_table_list WHERE name = ?').get(table)
    expect(info).toEqual({ strict: 1 })
    const key = (
      database.sqlite.prepare('SELECT * FROM pragma_table_info(?)').all(table) as ColumnInfo[]
    ).filter((column) => column.pk > 0)
    expect(key).toMatchObject([{ name: 'id', type: 'INTEGER' }])
  })
})
