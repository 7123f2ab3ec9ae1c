import { Agent, request } from 'node:http'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { Program } from '../../src/main/api/program.ts'
import { databaseFileName } from '../../src/main/api/program.ts'
import { serve } from '../../src/main/browser-host/serve.ts'
import { byTurns, type Result, result } from './measure.ts'

/**
 * One mark of the roll asked over HTTP and answered, against the bare statement and commit in a database of the same
 * contents in `twinFolder`, opened with the same safety.
 */
export async function measureMark(
  program: Program,
  rendererFolder: string,
  twinFolder: string,
): Promise<Result[]> {
  const twin = new BetterSqlite3(join(twinFolder, databaseFileName))
  for (const pragma of [
    'locking_mode = EXCLUSIVE',
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
  ])
    twin.pragma(pragma)
  const marks = twin
    .prepare(
      'SELECT meetingId, memberId FROM attendance WHERE meetingId = (SELECT max(id) FROM meeting) LIMIT 100',
    )
    .all() as { meetingId: number; memberId: number }[]
  const upsert =
    twin.prepare(`INSERT INTO attendance (meetingId, memberId, state, note) VALUES (?, ?, 'present', ?)
    ON CONFLICT (meetingId, memberId) DO UPDATE SET state = excluded.state, note = excluded.note`)

  const host = await serve(program, { rendererFolder, port: 0 })
  const client = await connect(host.url)
  let asked = 0
  let written = 0
  const { left, right } = await byTurns(
    300,
    40,
    () => {
      const mark = { ...marks[asked % marks.length], state: 'present', lateMinutes: null, reasonKind: null }
      return client.post('/api/attendance.mark', { ...mark, note: `${asked++}` })
    },
    () => {
      const mark = marks[written % marks.length]
      upsert.run(mark?.meetingId, mark?.memberId, `${written++}`)
    },
  )
  client.close()
  await host.close()
  twin.close()
  return [
    result('attendance.mark', left / right, 'x bare statement and commit', null),
    result('attendance.mark.time', left, 'ms over HTTP', null),
  ]
}

/** What a browser does: exchanges the token of the start address for a cookie, then asks on one connection. */
async function connect(url: string) {
  const { origin, port, hash } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let cookie = ''
  const post = (path: string, body: unknown): Promise<void> => {
    const text = JSON.stringify(body)
    const headers = {
      Origin: origin,
      Cookie: cookie,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(text),
    }
    return new Promise((answered, failed) => {
      const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (response) => {
        cookie ||= response.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
        let reply = ''
        response.setEncoding('utf8').on('data', (chunk: string) => {
          reply += chunk
        })
        response.on('end', () => {
          const ok = response.statusCode === 204 || reply.startsWith('{"ok":true')
          if (ok) answered()
          else failed(new Error(`${path}: ${response.statusCode} ${reply}`))
        })
      })
      sent.on('error', failed)
      sent.end(text)
    })
  }
  await post('/session', hash.slice('#token='.length))
  return { post, close: () => agent.destroy() }
}
