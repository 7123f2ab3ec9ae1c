import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BrowserHost, serve } from '../../../src/main/browser-host/serve.ts'
import { startProgram, type TestProgram } from '../../support/program.ts'
import { type RawReply, requestText, sendRaw } from '../../support/socket.ts'

let folder: string
let renderer: string
let program: TestProgram
let host: BrowserHost

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'))
  renderer = join(folder, 'renderer')
  mkdirSync(join(renderer, 'assets'), { recursive: true })
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Văn phòng Chi bộ</title>')
  writeFileSync(join(renderer, 'assets/app-1a2b.js'), 'document.title')
  writeFileSync(join(folder, 'secret.txt'), 'not for the web')
  program = startProgram()
  host = await serve(program.program, { rendererFolder: renderer, port: 0 })
})

afterEach(async () => {
  await host.close()
  program.close()
  rmSync(folder, { recursive: true })
  expect(program.errors).toEqual([])
})

const ownHost = () => `127.0.0.1:${host.port}`
const token = () => new URL(host.url).hash.slice('#token='.length)

/** The headers our own page's calls carry; a test leaves one out (undefined) or forges it. */
function own(changes: Record<string, string | undefined> = {}): Record<string, string> {
  const headers = {
    Host: ownHost(),
    Origin: `http://${ownHost()}`,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    ...changes,
  }
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

const get = (path: string, headers: Record<string, string> = { Host: ownHost() }) =>
  sendRaw(host.port, requestText(`GET ${path}`, headers))
const post = (path: string, headers: Record<string, string>, body: string) =>
  sendRaw(host.port, requestText(`POST ${path}`, headers, body))

/** Does what the page does first: exchanges the token for the cookie. */
async function signIn(): Promise<string> {
  const reply = await post('/session', own(), JSON.stringify(token()))
  expect(reply.status).toBe(204)
  return (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

describe('the page', () => {
  test('comes with every header that holds it, and without a cookie', async () => {
    const page = await get('/')
    expect(page.status).toBe(200)
    expect(page.body).toContain('Văn phòng Chi bộ')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ]),
    )
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(page.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.has('set-cookie')).toBe(false)
  })

  test('brings its scripts with their type', async () => {
    const script = await get('/assets/app-1a2b.js')
    expect([script.status, script.body]).toEqual([200, 'document.title'])
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  test('answers HEAD with the headers alone', async () => {
    const reply = await sendRaw(host.port, requestText('HEAD /', { Host: ownHost() }))
    expect([reply.status, reply.body]).toEqual([200, ''])
    expect(Number(reply.headers.get('content-length'))).toBeGreaterThan(0)
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/assets/../index.html',
    '/%00',
    '/%',
    '/assets',
    '/nothing-here',
  ])('gives nothing for the path %s', async (path) => {
    const reply = await get(path)
    expect([reply.status, reply.body]).toEqual([404, ''])
  })

  test('may be opened from the address bar, not from another site', async () => {
    const from = async (site: string) => (await get('/', { Host: ownHost(), 'Sec-Fetch-Site': site })).status
    expect(await from('none')).toBe(200)
    expect(await from('same-origin')).toBe(200)
    expect(await from('cross-site')).toBe(403)
    // Another port of this machine counts as the same site, and is not us either.
    expect(await from('same-site')).toBe(403)
  })
})

describe('the sender', () => {
  test('must name the host exactly', async () => {
    const named = async (name: string) => (await get('/', { Host: name })).status
    expect(await named(ownHost())).toBe(200)
    expect(await named('evil.example')).toBe(421)
    expect(await named(`evil.example:${host.port}`)).toBe(421)
    expect(await named('127.0.0.1')).toBe(421)
    expect(await named(`127.0.0.1:${host.port}.evil.example`)).toBe(421)
    expect(await named(`localhost:${host.port}`)).toBe(421)
  })

  test('must name a host at all, in either version of HTTP', async () => {
    expect((await sendRaw(host.port, 'GET / HTTP/1.1\r\n\r\n')).status).toBe(400)
    expect((await sendRaw(host.port, 'GET / HTTP/1.0\r\n\r\n')).status).toBe(421)
  })

  const refusals: [name: string, status: number, changes: Record<string, string | undefined>][] = [
    ['a foreign Origin', 403, { Origin: 'https://evil.example' }],
    ['the Origin of another port', 403, { Origin: 'http://127.0.0.1:1' }],
    ['an opaque Origin', 403, { Origin: 'null' }],
    ['no Origin', 403, { Origin: undefined }],
    ['a request from another site', 403, { 'Sec-Fetch-Site': 'cross-site' }],
    ['a request from another port of this machine', 403, { 'Sec-Fetch-Site': 'same-site' }],
    ['a request from the address bar', 403, { 'Sec-Fetch-Site': 'none' }],
    ['a foreign Host', 421, { Host: 'evil.example' }],
    ['a form', 415, { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['plain text, which needs no permission across sites', 415, { 'Content-Type': 'text/plain' }],
    ['no content type', 415, { 'Content-Type': undefined }],
  ]
  test.each(refusals)('is refused with %s', async (_name, status, changes) => {
    const cookie = await signIn()
    const call = (headers: Record<string, string>) =>
      post('/api/office.status', { ...headers, Cookie: cookie }, '{}')
    expect((await call(own())).status).toBe(200)
    expect((await call(own(changes))).status).toBe(status)
  })

  test.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])(
    'is refused with the method %s',
    async (method) => {
      const reply = await sendRaw(host.port, requestText(`${method} /`, own()))
      expect(reply.status).toBe(405)
    },
  )

  test('is refused on any other address of this machine', async () => {
    const address = host.server.address()
    expect(address).toMatchObject({ address: '127.0.0.1' })
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((one) => one.family === 'IPv4' && !one.internal)
    for (const { address } of others) {
      await expect(reach(address, host.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    }
  })
})

describe('the session', () => {
  test('is a cookie that scripts cannot read and other sites cannot send', async () => {
    const reply = await post('/session', own(), JSON.stringify(token()))
    const [pair = '', ...attributes] = (reply.headers.get('set-cookie') ?? '').split('; ')
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/api']))
    // 256 bits, and not the token that stood in an address.
    expect(pair).toMatch(/^session-\d+=[0-9a-f]{64}$/)
    expect(pair).not.toContain(token())
    expect(token()).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is needed for every call', async () => {
    const cookie = await signIn()
    const call = async (headers: Record<string, string>) =>
      (await post('/api/office.status', { ...own(), ...headers }, '{}')).status
    expect(await call({ Cookie: cookie })).toBe(200)
    expect(await call({ Cookie: `other=1; ${cookie}` })).toBe(200)
    expect(await call({})).toBe(401)
    expect(await call({ Cookie: cookie.slice(0, -1) })).toBe(401)
    expect(await call({ Cookie: `${cookie}0` })).toBe(401)
    expect(await call({ Cookie: `session-${host.port}=${token()}` })).toBe(401)
  })

  test('is given once: the token is then used up, and the page still works when it is loaded again', async () => {
    const cookie = await signIn()
    expect((await post('/session', own(), JSON.stringify(token()))).status).toBe(403)
    expect((await get('/')).status).toBe(200)
    const again = await post('/api/office.status', own({ Cookie: cookie }), '{}')
    expect(JSON.parse(again.body)).toMatchObject({ ok: true })
  })

  test('is not given for a wrong token, which does not use up the right one', async () => {
    for (const wrong of [token().replace(/^./, 'x'), '', null, 1, [token()], { token: token() }]) {
      expect((await post('/session', own(), JSON.stringify(wrong))).status).toBe(403)
    }
    expect((await post('/session', own(), 'no json')).status).toBe(400)
    await signIn()
  })

  test('is another one for each start', async () => {
    const second = await serve(program.program, { rendererFolder: renderer, port: 0 })
    try {
      expect(new URL(second.url).hash).not.toBe(new URL(host.url).hash)
    } finally {
      await second.close()
    }
  })
})

describe('the body', () => {
  /** Says that much is to come, sends a little of it, and waits until it is answered and cut off. */
  function sendTooMuch(path: string, headers: Record<string, string>): Promise<RawReply> {
    const text = requestText(`POST ${path}`, { ...headers, Connection: 'keep-alive' })
    return sendRaw(host.port, `${text}${'x'.repeat(1000)}`)
  }

  test('is refused by its length before it has arrived', async () => {
    const cookie = await signIn()
    const reply = await sendTooMuch(
      '/api/office.status',
      own({ Cookie: cookie, 'Content-Length': '30000000' }),
    )
    expect(reply.status).toBe(413)
  })

  test('is refused as soon as it is too large where its length was not told', async () => {
    const cookie = await signIn()
    const headers = own({ Cookie: cookie, 'Transfer-Encoding': 'chunked' })
    const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`
    // 28 MiB are more than the limit; the end of the body is never sent.
    const reply = await sendRaw(host.port, requestText('POST /api/office.status', headers) + chunk.repeat(28))
    expect(reply.status).toBe(413)
  })

  test('is refused in words a browser hears, though it sends on', async () => {
    const headers = own({ Cookie: await signIn() })
    const { Host: _own, ...sent } = headers
    const body = 'x'.repeat(29_000_001)
    const reply = await fetch(new URL('/api/office.status', host.url), {
      method: 'POST',
      headers: sent,
      body,
    })
    expect(reply.status).toBe(413)
  })

  test('is small for the exchange of the token, which anyone may try', async () => {
    const reply = await sendTooMuch('/session', own({ 'Content-Length': '1001' }))
    expect(reply.status).toBe(413)
  })

  test('is not read at all without a session', async () => {
    const reply = await sendTooMuch('/api/office.status', own({ 'Content-Length': '20000000' }))
    expect(reply.status).toBe(401)
  })

  test('must be JSON', async () => {
    const cookie = await signIn()
    expect((await post('/api/office.status', own({ Cookie: cookie }), '{"a":')).status).toBe(400)
  })

  test('may break off in the middle without harm', async () => {
    const cookie = await signIn()
    const text = requestText('POST /api/office.status', own({ Cookie: cookie, 'Content-Length': '5000' }))
    const asked = new Promise((seen) => host.server.once('request', seen))
    const socket = connect(host.port, '127.0.0.1', () => socket.write(`${text}{"half":`))
    await asked
    const gone = new Promise((closed) => socket.once('close', closed))
    socket.resetAndDestroy()
    await gone
    const next = await post('/api/office.status', own({ Cookie: cookie }), '{}')
    expect(next.status).toBe(200)
  })
})

test('a port in use is said as such', async () => {
  const other = createServer()
  const port = await new Promise<number>((listening) =>
    other.listen(0, '127.0.0.1', () => listening((other.address() as { port: number }).port)),
  )
  try {
    await expect(serve(program.program, { rendererFolder: renderer, port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  } finally {
    await new Promise((closed) => other.close(closed))
  }
})

function reach(address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, address, () => {
      socket.destroy()
      resolve()
    })
    socket.on('error', reject)
  })
}
