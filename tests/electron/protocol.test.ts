import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Booted, boot, out } from './support/boot.ts'

async function ask(program: Booted, url: string, method = 'GET'): Promise<Response> {
  const handler = program.defaultSession.handlers.get('app')
  if (!handler) throw new Error('nobody serves app://')
  return handler(new Request(url, { method }))
}

/** The built page's own script, whose name carries a hash. */
function scriptOf(page: string): string {
  return /<script[^>]* src="\.?(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? ''
}

test('the scheme is a real origin, and no more than that', async () => {
  using program = await boot()
  expect(program.privileged).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
})

test('the page is served with the policy that keeps foreign scripts out', async () => {
  using program = await boot()
  const page = await ask(program, 'app://office/')
  expect(page.status).toBe(200)
  expect(await page.text()).toBe(readFileSync(join(out, 'renderer/index.html'), 'utf8'))
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  const policy = (page.headers.get('content-security-policy') ?? '').split('; ')
  expect(policy).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]),
  )
  expect(
    policy.filter((rule) => rule.startsWith('script-src') || rule.startsWith('worker-src')),
  ).not.toContainEqual(expect.stringMatching(/unsafe|http|\*/))
})

test('the page has no script of its own that the policy would stop', async () => {
  using program = await boot()
  const page = await (await ask(program, 'app://office/')).text()
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/)
  expect(page).not.toMatch(/\son\w+=/)
  expect(page).not.toMatch(/https?:\/\//)
  const script = await ask(program, `app://office${scriptOf(page)}`)
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
})

test.each([
  'app://office/../main/index.js',
  'app://office/%2e%2e/main/index.js',
  'app://office/..%2fmain/index.js',
  'app://office/assets/%2e%2e%5c%2e%2e%5cmain%5cindex.js',
  'app://office//etc/passwd',
  'app://office/main/index.js',
  'app://office/nothing',
  'app://other/',
  'app://office.evil.example/index.html',
])('nothing is served for %s', async (url) => {
  using program = await boot()
  const reply = await ask(program, url)
  expect([reply.status, await reply.text()]).toEqual([404, ''])
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
  using program = await boot()
  expect((await ask(program, 'app://office/', method)).status).toBe(405)
})
