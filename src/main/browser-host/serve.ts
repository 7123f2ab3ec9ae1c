import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dispatch } from '../api/dispatch.ts'
import type { Program } from '../api/program.ts'
import { openRendererFiles, type RendererFiles, securityHeaders } from '../api/renderer-files.ts'

/** The largest question in bytes: a 20 MB workbook in base64 with its JSON around it. */
const bodyLimit = 29_000_000
/** How long, in ms, a refused sender may take to read why before its connection is cut. */
const lingering = 1000

export type BrowserHost = {
  /** Opens the program once: the token in the fragment is exchanged for a cookie and is then used up. */
  url: string
  port: number
  server: Server
  close: () => Promise<void>
}

/** A request answered with nothing but a status. */
class Refusal extends Error {
  readonly status: number

  constructor(status: number) {
    super(`refused with ${status}`)
    this.status = status
  }
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
  const files = openRendererFiles(options.rendererFolder)
  const token = randomBytes(32).toString('hex')
  const server = createServer()
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(options.port, '127.0.0.1', listening)
  })
  const { port } = server.address() as AddressInfo
  const door = createDoor(program, files, port, token)
  server.on('request', (request, response) => {
    door(request, response).catch((error: unknown) => end(program, request, response, error))
  })
  return { url: `http://127.0.0.1:${port}/#token=${token}`, port, server, close: () => close(server) }
}

function createDoor(program: Program, files: RendererFiles, port: number, firstToken: string) {
  let token: string | null = firstToken
  const session = randomBytes(32).toString('hex')
  // Browsers keep one jar of cookies for all ports of a machine: the port in the name keeps two programs apart.
  const cookie = `session-${port}`

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    response.setHeader('Cache-Control', 'no-store')
    checkSender(request, `127.0.0.1:${port}`)
    const path = request.url?.split('?')[0] ?? '/'
    if (request.method === 'GET' || request.method === 'HEAD') {
      const file = await files.read(path)
      if (!file) throw new Refusal(404)
      response.writeHead(200, { ...file.headers, 'Content-Length': file.body.byteLength })
      response.end(request.method === 'GET' ? file.body : undefined)
      return
    }
    if (request.method !== 'POST') throw new Refusal(405)
    if (request.headers['content-type'] !== 'application/json') throw new Refusal(415)
    if (path === '/session') {
      const offered = await readJson(request, 1000)
      if (token === null || !isSame(offered, token)) throw new Refusal(403)
      token = null
      response.setHeader('Set-Cookie', `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=/api`)
      response.writeHead(204).end()
      return
    }
    if (!path.startsWith('/api/')) throw new Refusal(404)
    if (!isSame(cookieNamed(cookie, request), session)) throw new Refusal(401)
    const reply = await dispatch(program, path.slice('/api/'.length), await readJson(request, bodyLimit))
    const body = Buffer.from(JSON.stringify(reply))
    response
      .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.byteLength })
      .end(body)
  }
}

/** Throws Refusal for a request that does not come from our own page, before anything of its body is read. */
function checkSender(request: IncomingMessage, ownHost: string): void {
  const { host, origin, 'sec-fetch-site': site } = request.headers
  if (host !== ownHost) throw new Refusal(421)
  if (origin !== undefined && origin !== `http://${ownHost}`) throw new Refusal(403)
  // The page itself may be opened from the address bar ("none"), never from another site; calls come from the page.
  const own = site === undefined || site === 'same-origin'
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (isRead ? !own && site !== 'none' : !own || origin === undefined) throw new Refusal(403)
}

function cookieNamed(name: string, request: IncomingMessage): string | undefined {
  return request.headers.cookie
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}

function isSame(offered: unknown, secret: string): boolean {
  if (typeof offered !== 'string') return false
  const left = Buffer.from(offered)
  const right = Buffer.from(secret)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** The body as JSON. Throws Refusal: 413 as soon as it is known to be larger than `limit` bytes, 400 if no JSON. */
async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new Refusal(413)
  const chunks: Buffer[] = []
  let size = 0
  // Not `for await`: leaving that early destroys the request, and with it the way to say why.
  await new Promise<void>((done, failed) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) failed(new Refusal(413))
      else chunks.push(chunk)
    })
    request.on('end', done)
    request.on('error', failed)
  })
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new Refusal(400)
  }
}

/** Ends a request that was refused or went wrong. A body still on its way is not waited for. */
function end(program: Program, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  // The browser went away in the middle: nobody is left to answer.
  if (request.destroyed && !request.complete) return
  if (!(error instanceof Refusal)) program.logError(error)
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.statusCode = error instanceof Refusal ? error.status : 500
  // Cut at once, the answer could be lost before a sender still busy sending has read it.
  if (!request.complete) setTimeout(() => request.complete || request.destroy(), lingering).unref()
  request.removeAllListeners('data').resume()
  response.end()
}

/** Takes no more requests, lets those under way finish, and cuts what still hangs on after a moment. */
async function close(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), lingering)
  await new Promise<void>((closed) => {
    server.close(() => closed())
    server.closeIdleConnections()
  })
  clearTimeout(cut)
}
