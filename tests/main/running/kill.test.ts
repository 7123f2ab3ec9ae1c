import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { databaseFileName } from '../../../src/main/api/program.ts'
import { openDatabase } from '../../../src/main/db/open.ts'
import { createRandom } from '../../../src/main/sample/random.ts'
import { contentsOf } from '../../support/contents.ts'
import { type MeetingScript, playMeeting, prepareMeeting } from '../../support/meeting-script.ts'

/** The same moments in every run; `VPCB_KILLS=50 VPCB_SEED=$RANDOM` for the long run, at others. */
const kills = Number(process.env.VPCB_KILLS ?? 4)
const seed = Number(process.env.VPCB_SEED ?? 20_261_122)
const atOnce = 3
const writes = 250
const hostFile = resolve(import.meta.dirname, '../../support/meeting-host.ts')

let folder: string
let script: MeetingScript
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kill-meeting-'))
  const prepared = join(folder, 'prepared')
  mkdirSync(prepared)
  prepareMeeting(prepared)
  const played = join(folder, 'played')
  cpSync(prepared, played, { recursive: true })
  script = await playMeeting(played, writes, 7)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Holds the meeting over HTTP on a host of its own, kills that, and answers how many writes it had answered. */
async function meetUntilKilled(dataFolder: string, afterAnswers: number, thenMs: number): Promise<number> {
  const host = spawn(process.execPath, [hostFile, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(host, 'exit')
  const [url] = (await once(createInterface(host.stdout), 'line')) as [string]
  let answered = 0
  try {
    const ask = await openSession(url)
    for (const { name, input } of script.calls) {
      if (answered === afterAnswers) killIn(host, thenMs)
      const reply = await ask(`/api/${name}`, input)
      expect(await reply.json()).toMatchObject({ ok: true })
      answered++
    }
  } catch (error) {
    // A host that is gone answers no more; anything else is a fault.
    if (!(error instanceof TypeError)) throw error
  } finally {
    host.kill('SIGKILL')
  }
  expect(await ended).toEqual([null, 'SIGKILL'])
  return answered
}

function killIn(host: ChildProcess, ms: number): void {
  setTimeout(() => host.kill('SIGKILL'), ms)
}

async function openSession(url: string) {
  const { origin, hash } = new URL(url)
  let cookie = ''
  const ask = async (path: string, body: unknown) => {
    const headers = { Origin: origin, Cookie: cookie, 'Content-Type': 'application/json' }
    const reply = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
    cookie ||= reply.headers.get('set-cookie')?.split(';')[0] ?? ''
    return reply
  }
  await ask('/session', hash.slice('#token='.length))
  return ask
}

/** Opens what the killed host left; answers after how many of the writes it stands. */
function standsAfter(dataFolder: string, answered: number): number {
  const database = openDatabase(join(dataFolder, databaseFileName))
  try {
    expect(database.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    const found = contentsOf(database.sqlite)
    if (found === script.contents[answered]) return answered
    expect(found).toBe(script.contents[answered + 1])
    return answered + 1
  } finally {
    database.close()
  }
}

it(`a host killed in the middle of a meeting lacks at most the last keystroke, ${kills} times`, {
  timeout: 30_000 + kills * 10_000,
}, async () => {
  const random = createRandom(seed)
  const moments = Array.from({ length: kills }, () => ({
    afterAnswers: random.between(0, writes - 1),
    thenMs: random.next() * 6,
  }))
  let answeredInAll = 0
  let unanswered = 0
  await Promise.all(
    Array.from({ length: atOnce }, async (_, lane) => {
      for (let round = lane; round < kills; round += atOnce) {
        const dataFolder = join(folder, String(round))
        cpSync(join(folder, 'prepared'), dataFolder, { recursive: true })
        const { afterAnswers, thenMs } = moments[round] as (typeof moments)[number]
        const answered = await meetUntilKilled(dataFolder, afterAnswers, thenMs)
        expect(answered).toBeGreaterThanOrEqual(afterAnswers)
        if (standsAfter(dataFolder, answered) > answered) unanswered++
        answeredInAll += answered
        rmSync(dataFolder, { recursive: true })
      }
    }),
  )
  console.info(`${kills} kills: ${answeredInAll} answered writes all there, ${unanswered} kept unanswered`)
})
