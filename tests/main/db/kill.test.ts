import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseFileName } from '../../../src/main/api/program.ts'
import { openDatabase } from '../../../src/main/db/open.ts'
import { createRandom } from '../../../src/main/sample/random.ts'
import { contentsOf } from '../../support/contents.ts'

/** The same moments in every run; `VPCB_KILLS=200 VPCB_SEED=$RANDOM` for the long run, at others. */
const kills = Number(process.env.VPCB_KILLS ?? 8)
const seed = Number(process.env.VPCB_SEED ?? 20_261_122)
const atOnce = 3
const writer = resolve(import.meta.dirname, '../../support/kill-writer.ts')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kill-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

type Moment = { afterAnswers: number | null; thenMs: number }

/** Starts the writer, kills it at a moment, and answers the number of the last write it had answered. */
async function writeUntilKilled(dataFolder: string, moment: Moment): Promise<number> {
  const child = spawn(process.execPath, [writer, dataFolder], { stdio: ['ignore', 'pipe', 'pipe'] })
  let answered = 0
  let rest = ''
  let errors = ''
  let aimed = false
  const aim = () => {
    if (aimed) return
    aimed = true
    setTimeout(() => child.kill('SIGKILL'), moment.thenMs)
  }
  if (moment.afterAnswers === null) aim()
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== 'open') answered = Number(line)
    if (moment.afterAnswers !== null && answered >= moment.afterAnswers) aim()
  })
  const [code, signal] = await new Promise<[number | null, string | null]>((closed) =>
    child.on('close', (...end) => closed(end)),
  )
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself with ${code}\n${errors}`)
  return answered
}

/** The numbers of the writes that left their trace, in order; an import only counts whole. */
function tracesOf(sqlite: Database): number[] {
  const texts = (sql: string) => sqlite.prepare(sql).pluck().all() as string[]
  const groups = texts("SELECT fullName FROM member WHERE fullName LIKE 'Nhóm %'")
  const whole = groups.filter((name) => name.endsWith(' 1'))
  expect(groups.length).toBe(whole.length * 3)
  const mark = texts('SELECT note FROM attendance')
  const marks = mark.flatMap((note) =>
    Array.from({ length: Math.floor(Number(note) / 5) + 1 }, (_, index) => index * 5 + 2).filter(
      (n) => n > 2,
    ),
  )
  return [
    ...texts("SELECT fullName FROM member WHERE fullName LIKE 'Người %'").map(lastNumber),
    ...texts('SELECT note FROM meeting').map(Number),
    ...whole.map((name) => Number(name.split(' ')[1])),
    ...marks,
    ...texts("SELECT title FROM agendaItem WHERE title LIKE 'Mục %'").map(lastNumber),
    ...texts('SELECT gist FROM speakingTurn').map(lastNumber),
  ].sort((a, b) => a - b)
}

function lastNumber(text: string): number {
  return Number(text.split(' ').at(-1))
}

/** Opens what the killed program left, and holds it against what it had answered. */
function inspect(dataFolder: string, answered: number): number {
  const database = openDatabase(join(dataFolder, databaseFileName))
  const { sqlite, undo } = database
  try {
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
    const traces = tracesOf(sqlite)
    expect(traces).toEqual(traces.map((_, index) => index + 1))
    expect(traces.length === answered || traces.length === answered + 1).toBe(true)

    // From here on only the undo log is tried: no need to wait for the disk.
    sqlite.pragma('synchronous = OFF')
    const contents = contentsOf(sqlite)
    expect(sqlite.prepare('SELECT count(*) FROM undoStep').pluck().get()).toBe(traces.length)
    for (const _ of traces) expect(undo.undo()).not.toBeNull()
    expect(undo.undo()).toBeNull()
    expect(contentsOf(sqlite)).toBe(emptyContents())
    for (const _ of traces) expect(undo.redo()).not.toBeNull()
    expect(contentsOf(sqlite)).toBe(contents)
    return traces.length
  } finally {
    database.close()
  }
}

function emptyContents(): string {
  const database = openDatabase(':memory:')
  const contents = contentsOf(database.sqlite)
  database.close()
  return contents
}

describe('kill -9', () => {
  it(`loses nothing that was answered, ${kills} times`, { timeout: 20_000 + kills * 6000 }, async () => {
    const random = createRandom(seed)
    const moments = Array.from({ length: kills }, (): Moment => {
      // One in six falls into the start: no file yet, or half of the first schema.
      if (random.chance(1 / 6)) return { afterAnswers: null, thenMs: random.between(50, 700) }
      const many = random.chance(0.2)
      return { afterAnswers: random.between(0, many ? 400 : 60), thenMs: random.next() * 6 }
    })
    const found: { answered: number; kept: number }[] = []
    await Promise.all(
      Array.from({ length: atOnce }, async (_, lane) => {
        for (let round = lane; round < kills; round += atOnce) {
          const dataFolder = join(folder, String(round))
          mkdirSync(dataFolder)
          const answered = await writeUntilKilled(dataFolder, moments[round] as Moment)
          found.push({ answered, kept: inspect(dataFolder, answered) })
          rmSync(dataFolder, { recursive: true })
        }
      }),
    )
    expect(found).toHaveLength(kills)
    const answered = found.reduce((sum, one) => sum + one.answered, 0)
    const unanswered = found.filter((one) => one.kept > one.answered).length
    console.info(`${kills} kills: ${answered} answered writes all there, ${unanswered} kept unanswered`)
    expect(answered).toBeGreaterThan(kills)
  })
})
