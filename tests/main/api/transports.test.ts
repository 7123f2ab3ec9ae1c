import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dispatch } from '../../../src/main/api/dispatch.ts'
import { serve } from '../../../src/main/browser-host/serve.ts'
import type { Reply } from '../../../src/shared/contract/errors.ts'
import type { MemberFields } from '../../../src/shared/contract/member-fields.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

/** A way to the one door: what goes in and comes out is carried as that transport carries it. */
type Transport = { ask: (name: string, input: unknown) => Promise<unknown>; close: () => Promise<void> }

async function direct({ program }: TestProgram): Promise<Transport> {
  return { ask: (name, input) => dispatch(program, name, input), close: async () => {} }
}

/** As Electron's IPC: question and reply are cloned on their way between two sides. */
async function structuredCloning({ program }: TestProgram): Promise<Transport> {
  const { port1: page, port2: main } = new MessageChannel()
  main.on('message', async ({ name, input }: { name: string; input: unknown }) => {
    main.postMessage(await dispatch(program, name, input))
  })
  return {
    ask: (name, input) =>
      new Promise((resolve) => {
        page.once('message', resolve)
        page.postMessage({ name, input })
      }),
    close: async () => page.close(),
  }
}

/** As the browser: a session opened with the token, then JSON over a real socket. */
async function http({ program }: TestProgram): Promise<Transport> {
  const folder = mkdtempSync(join(tmpdir(), 'transports-'))
  writeFileSync(join(folder, 'index.html'), '')
  const host = await serve(program, { rendererFolder: folder, port: 0 })
  const { origin, hash } = new URL(host.url)
  const headers = { 'Content-Type': 'application/json', Origin: origin }
  const post = (path: string, body: unknown, cookie = '') =>
    fetch(origin + path, {
      method: 'POST',
      headers: { ...headers, Cookie: cookie },
      body: JSON.stringify(body),
    })
  const session = await post('/session', hash.slice('#token='.length))
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    ask: async (name, input) => (await post(`/api/${name}`, input, cookie)).json(),
    close: async () => {
      await host.close()
      rmSync(folder, { recursive: true })
    },
  }
}

const member: MemberFields = {
  fullName: 'Nguyễn Văn An',
  sex: null,
  birthDate: '1980-06',
  cardNumber: '012345678901',
  identityNumber: null,
  fileNumber: null,
  admittedOn: null,
  officialOn: null,
  job: '',
  politicalTheory: '',
  residenceCell: '',
  phone: '',
  note: '',
  statuses: [{ status: 'full', fromDate: '2010-01-01', toDate: null, note: '' }],
  roles: [],
}
const unknown: Reply<never> = { ok: false, error: { code: 'unknown-operation', fields: {} } }

describe.each([
  ['a direct call', direct],
  ['structured clone', structuredCloning],
  ['HTTP', http],
])('through %s', (_name, open) => {
  let program: TestProgram
  let transport: Transport

  beforeEach(async () => {
    program = startProgram()
    transport = await open(program)
  })
  afterEach(async () => {
    await transport.close()
    program.close()
  })

  test('a value arrives whole, null included', async () => {
    expect(await transport.ask('cell.get', {})).toStrictEqual({ ok: true, value: null })
    const cell = { ...sampleCell, name: 'Chi bộ Ẫm Ộc "hai\u0001"\n\u2028<b> 👍' }
    expect(await transport.ask('cell.update', cell)).toStrictEqual({ ok: true, value: cell })
    expect(await transport.ask('cell.get', {})).toStrictEqual({ ok: true, value: cell })
    expect(await transport.ask('history.status', {})).toStrictEqual({
      ok: true,
      value: expect.objectContaining({ redo: null }),
    })
  })

  test('a wrong input names its fields', async () => {
    expect(await transport.ask('cell.update', { ...sampleCell, name: ' ' })).toStrictEqual({
      ok: false,
      error: { code: 'invalid-input', fields: { name: 'Chưa nhập tên chi bộ' } },
    })
    for (const input of [null, 1, 'text', [], { ...sampleCell, more: true }]) {
      expect(await transport.ask('cell.update', input)).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      })
    }
    expect(await transport.ask('cell.get', {})).toStrictEqual({ ok: true, value: null })
  })

  test('a refusal of the program carries its code and fields', async () => {
    expect(await transport.ask('history.undo', {})).toStrictEqual({
      ok: false,
      error: { code: 'nothing-to-undo', fields: {} },
    })
    expect(await transport.ask('members.create', member)).toMatchObject({ ok: true })
    expect(await transport.ask('members.create', { ...member, fullName: 'Lê Thị Bình' })).toStrictEqual({
      ok: false,
      error: { code: 'card-number-taken', fields: { cardNumber: 'Số thẻ này đã ghi cho Nguyễn Văn An' } },
    })
    expect(await transport.ask('jobs.status', { jobId: 'no such job' })).toStrictEqual({
      ok: false,
      error: { code: 'job-not-found', fields: {} },
    })
  })

  test.each(['cell.unheardOf', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'the operation %s is unknown',
    async (name) => {
      expect(await transport.ask(name, {})).toStrictEqual(unknown)
    },
  )

  test('an error nobody foresaw is logged whole and answered without its details', async () => {
    const { office } = program.program
    if ('problem' in office) throw new Error('the database is open')
    office.database.sqlite.exec('DROP TABLE cell')
    expect(await transport.ask('cell.get', {})).toStrictEqual({
      ok: false,
      error: { code: 'unexpected', fields: {} },
    })
    expect(program.errors).toEqual([expect.objectContaining({ message: 'no such table: cell' })])
  })
})
