import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRendererFiles, type RendererFiles } from '../../../src/main/api/renderer-files.ts'

let folder: string
let files: RendererFiles
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'renderer-'))
  mkdirSync(join(folder, 'out/assets'), { recursive: true })
  writeFileSync(join(folder, 'out/index.html'), '<!doctype html>')
  for (const name of ['app-1.js', 'app-1.css', 'tinos-1.woff2', 'mark-1.svg', 'odd.xyz']) {
    writeFileSync(join(folder, 'out/assets', name), name)
  }
  writeFileSync(join(folder, 'secret'), 'secret')
  files = openRendererFiles(join(folder, 'out'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the built screens', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-store'],
    ['/index.html', 'text/html; charset=utf-8', 'no-store'],
    ['/assets/app-1.js', 'text/javascript; charset=utf-8', 'max-age=31536000, immutable'],
    ['/assets/app-1.css', 'text/css; charset=utf-8', 'max-age=31536000, immutable'],
    ['/assets/tinos-1.woff2', 'font/woff2', 'max-age=31536000, immutable'],
    ['/assets/mark-1.svg', 'image/svg+xml', 'max-age=31536000, immutable'],
    ['/assets/odd.xyz', 'application/octet-stream', 'max-age=31536000, immutable'],
  ])('%s comes as %s', async (path, type, caching) => {
    const file = await files.read(path)
    expect(file?.headers).toMatchObject({ 'Content-Type': type, 'Cache-Control': caching })
    expect(Object.keys(file?.headers ?? {})).toContain('Content-Security-Policy')
  })

  it('are whole', async () => {
    expect(Buffer.from((await files.read('/assets/app-1.js'))?.body ?? []).toString()).toBe('app-1.js')
  })

  it('are all there is: no path made of dots, slashes and escapes leads anywhere else', async () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%00',
      'assets',
      'secret',
      'index.html',
      '',
    )
    const known = ['/', '/index.html']
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const path = `/${pieces.join('')}`
        if (!known.includes(path)) expect(await files.read(path)).toBeNull()
      }),
    )
  })

  it.skipIf(process.platform === 'win32')('do not follow a link out of the folder', async () => {
    symlinkSync(join(folder, 'secret'), join(folder, 'out/link.html'))
    expect(await openRendererFiles(join(folder, 'out')).read('/link.html')).toBeNull()
  })
})
