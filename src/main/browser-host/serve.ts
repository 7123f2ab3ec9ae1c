import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, resolve, sep } from 'node:path'
import { contentSecurityPolicy } from '../api/content-security-policy.ts'
import { dispatch } from '../api/dispatch.ts'
import type { Program } from '../api/program.ts'

/** The largest question: a 20 MB workbook in base64 with its JSON around it. */
const bodyLimit = 29_000_000

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
}

export type BrowserHost = {
  /** Opens the program once: the token in the fragment is exchanged for a cookie and is then used up. */
  url: string
  port: number
  server: Server
  close: () => Promise<void>
}

/**
 * Serves the program on 127.0.0.1 to this machine's own browser. Any page on the web can send requests to
 * loopback, and DNS can be made to point there, so each request proves itself: exact Host, own Origin, JSON body,
 * and a cookie that only whoever read the start URL can have.
 */
export async function serve(
  program: Program,
  options: { rendererFolder: string; port: number },
): Promise<BrowserHost> {
  const session = randomBytes(32).toString('hex')
  let token: string | null = randomBytes(32).toString('hex')
  const root = resolve(options.rendererFolder)
  let port = options.port

  const server = createServer(async (request, response) => {
    response.setHeader('Content-Security-Policy', contentSecurityPolicy)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'no-referrer')
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    response.setHeader('Cache-Control', 'no-store')
    const refused = refuse(request, port)
    if (refused !== null) return answer(response, refused)
    const path = request.url?.split('?')[0] ?? '/'
    if (request.method === 'GET' || request.method === 'HEAD') return sendFile(response, root, path)
    if (request.method !== 'POST') return answer(response, 405)
    if (request.headers['content-type'] !== 'application/json') return answer(response, 415)
    if (path === '/session') {
      const offered = await readJson(request, response, 1000)
      if (offered === undefined) return
      if (token === null || !isSame(offered, token)) return answer(response, 403)
      token = null
      response.setHeader('Set-Cookie', `session=${session}; HttpOnly; SameSite=Strict; Path=/`)
      return answer(response, 204)
    }
    if (!path.startsWith('/api/')) return answer(response, 404)
    if (!isSame(sessionCookie(request), session)) return answer(response, 401)
    const input = await readJson(request, response, bodyLimit)
    if (input === undefined) return
    const reply = await dispatch(program, path.slice('/api/'.length), input)
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(reply))
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(options.port, '127.0.0.1', listening)
  })
  port = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${port}/#token=${token}`,
    port,
    server,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/** The status to refuse a request with before anything of it is read, or null. */
function refuse(request: IncomingMessage, port: number): number | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const { host, origin } = request.headers
  if (!host || !hosts.includes(host)) return 421
  if (origin !== undefined && origin !== `http://${host}`) return 403
  const site = request.headers['sec-fetch-site']
  if (request.method === 'POST') {
    if (origin === undefined) return 403
    if (site !== undefined && site !== 'same-origin') return 403
  }
  // A page may be opened from the address bar ("none"), never from another site.
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 403
  return null
}

function sessionCookie(request: IncomingMessage): unknown {
  return request.headers.cookie
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith('session='))
    ?.slice('session='.length)
}

function isSame(offered: unknown, secret: string): boolean {
  if (typeof offered !== 'string') return false
  const left = Buffer.from(offered)
  const right = Buffer.from(secret)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** The body as JSON; undefined when it was too large or no JSON and the refusal has been sent. */
async function readJson(request: IncomingMessage, response: ServerResponse, limit: number): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    tooLarge(request, response)
    return undefined
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) {
      tooLarge(request, response)
      return undefined
    }
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    answer(response, 400)
    return undefined
  }
}

function tooLarge(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Connection', 'close')
  answer(response, 413)
  request.destroy()
}

function sendFile(response: ServerResponse, root: string, path: string): void {
  const file = fileBelow(root, path)
  if (file === null) {
    answer(response, 404)
    return
  }
  response.writeHead(200, {
    'Content-Type': contentTypes[extname(file)] ?? 'application/octet-stream',
    'Content-Length': statSync(file).size,
  })
  createReadStream(file).pipe(response)
}

/** The file a path names, or null when there is none or it would lie outside the folder. */
function fileBelow(root: string, path: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  if (decoded.includes('\0')) return null
  const file = normalize(join(root, decoded === '/' ? 'index.html' : decoded))
  if (!file.startsWith(root + sep)) return null
  return existsSync(file) && statSync(file).isFile() ? file : null
}

function answer(response: ServerResponse, status: number): void {
  response.writeHead(status)
  response.end()
}
