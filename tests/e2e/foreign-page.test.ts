import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { serve } from '../../src/main/browser-host/serve.ts'
import { type OpenWindow, openWindow, useBrowser } from '../support/browser.ts'
import { sampleCell } from '../support/program.ts'

// The program is open in the browser, its cookie with it; in the next tab stands a page of someone else's, on
// another port of this machine: for cookies the same site, and so the strongest position an attacker can have.
useBrowser()
let ours: OpenWindow
let server: Server
let foreign: Page
let elsewhere: string
/** What the foreign page asked of us, and how it was answered. */
const asked: { cookie: string | undefined; status: number }[] = []

beforeAll(async () => {
  server = createServer((_request, response) =>
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>elsewhere</title>'),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  ours = await openWindow()
  ours.host.server.on('request', (request, response) =>
    response.on('finish', () => {
      const { origin, cookie } = request.headers
      if (origin === elsewhere) asked.push({ cookie, status: response.statusCode })
    }),
  )
})
beforeEach(async () => {
  foreign = await ours.page.context().newPage()
  await foreign.goto(elsewhere)
  asked.length = 0
})
afterEach(() => foreign.close())
afterAll(async () => {
  server.close()
  await ours?.close()
})

const own = () => `http://127.0.0.1:${ours.host.port}`

describe('a foreign page in the same browser', () => {
  it.each([
    ['as text, which needs nobody to agree', 'no-cors', 'text/plain'],
    ['as JSON, which needs our agreement', 'cors', 'application/json'],
  ] as const)('cannot write %s', async (_name, mode, type) => {
    const outcome = await foreign.evaluate(
      async ({ url, body, mode, type }) => {
        const request = {
          method: 'POST',
          mode,
          body,
          credentials: 'include',
          headers: { 'Content-Type': type },
        } as const
        return fetch(url, request).then(
          (response) => response.type,
          () => 'failed',
        )
      },
      { url: `${own()}/api/cell.update`, body: JSON.stringify(sampleCell), mode, type },
    )
    expect(outcome).toBe('failed')
    expect(asked).toMatchObject([{ status: 403 }])
    expect(await ours.test.call('cell.get', {})).toBeNull()
  })

  it('would have the cookie with it: that alone must not be enough', async () => {
    await foreign.evaluate(
      (url) =>
        fetch(url, { method: 'POST', mode: 'no-cors', body: '{}', credentials: 'include' }).catch(() => null),
      `${own()}/api/cell.update`,
    )
    expect(asked).toMatchObject([{ cookie: expect.stringMatching(/^session-/), status: 403 }])
  })

  it('cannot write with a form', async () => {
    const answered = foreign.waitForResponse(`${own()}/api/cell.update`)
    await foreign.evaluate((url) => {
      const form = document.createElement('form')
      Object.assign(form, { method: 'post', action: url, enctype: 'text/plain' })
      document.body.append(form)
      form.submit()
    }, `${own()}/api/cell.update`)
    expect((await answered).status()).toBe(403)
    expect(await ours.test.call('cell.get', {})).toBeNull()
  })

  it('cannot read the page or show it in a frame', async () => {
    const reading = await foreign.evaluate(
      (url) =>
        fetch(url).then(
          () => 'read',
          () => 'failed',
        ),
      `${own()}/`,
    )
    expect(reading).toBe('failed')
    const framed = foreign.waitForResponse(`${own()}/`)
    await foreign.evaluate((url) => {
      const frame = document.createElement('iframe')
      frame.src = url
      document.body.append(frame)
    }, `${own()}/`)
    expect((await framed).status()).toBe(403)
  })

  it('cannot lead the browser into the program', async () => {
    const [reply] = await Promise.all([
      foreign.waitForResponse(`${own()}/`),
      foreign.evaluate((url) => {
        window.location.href = url
      }, `${own()}/`),
    ])
    expect(reply.status()).toBe(403)
  })
})

describe('the start address', () => {
  it('works once: whoever finds it later is told what to do', async () => {
    const other = await ours.page.context().browser()?.newContext()
    const page = await other?.newPage()
    await page?.goto(ours.host.url)
    await page?.getByText('Phiên làm việc này không còn hiệu lực').first().waitFor()
    await other?.close()
  })

  it('leaves the address bar at once, and the page can be loaded again', async () => {
    const { page } = ours
    expect(page.url()).not.toContain('token')
    await page.reload()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    expect(await page.getByText('Phiên làm việc này').count()).toBe(0)
  })

  it('opens a new session in a page that is still open from the last one', async () => {
    const host = await serve(ours.test.program, { rendererFolder: 'out/renderer', port: 0 })
    const other = await ours.page.context().browser()?.newContext()
    const page = await other?.newPage()
    await page?.goto(`http://127.0.0.1:${host.port}/`)
    await page?.getByText('Phiên làm việc này không còn hiệu lực').first().waitFor()
    await page?.goto(host.url)
    await page?.getByLabel('Tên chi bộ').waitFor()
    await other?.close()
    await host.close()
  })
})
