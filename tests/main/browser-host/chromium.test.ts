import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeChromium, findChromium, printHtmlToPdf } from '../../../src/main/browser-host/chromium.ts'

const run = promisify(execFile)
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chromium-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})
afterAll(closeChromium)

async function program(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text, { mode: 0o755 })
  return path
}

describe.runIf(process.platform === 'linux')('finding a Chromium', () => {
  it('takes the one CHROME_PATH names before all others', async () => {
    const named = await program('mine', '#!/bin/sh\necho Chromium 150.0.1\n')
    vi.stubEnv('CHROME_PATH', named)
    expect((await findChromium()).executablePath).toBe(named)
  })

  it('passes over a name that only advises to install something', async () => {
    await program('google-chrome', '#!/bin/sh\necho "install the snap" >&2\nexit 1\n')
    const real = await program('chromium', '#!/bin/sh\necho Chromium 150.0.1\n')
    vi.stubEnv('CHROME_PATH', '')
    vi.stubEnv('PATH', folder)
    expect((await findChromium()).executablePath).toBe(real)
  })

  it.runIf(process.arch === 'x64')(
    'falls back to the one among the packages, unpacked once and whole by processes that begin together',
    async () => {
      vi.stubEnv('CHROME_PATH', '')
      vi.stubEnv('PATH', folder)
      const found = await Promise.all([findChromium(), findChromium(), findChromium()])
      expect(new Set(found.map((each) => each.executablePath)).size).toBe(1)
      const { stdout } = await run(found[0]?.executablePath ?? '', ['--version'], {
        env: found[0]?.env ?? {},
      })
      expect(stdout).toMatch(/\d+\.\d+/)
      const browser = await chromium.launch(found[0])
      const page = await browser.newPage()
      await page.setContent('<p>Đảng viên</p>')
      expect(await page.textContent('p')).toBe('Đảng viên')
      await browser.close()
    },
  )
})

describe('printing to PDF', () => {
  it('answers a PDF, again after the browser was closed, and for several pages asked at once', async () => {
    const first = await printHtmlToPdf('<p>Một</p>')
    expect(Buffer.from(first.subarray(0, 5)).toString()).toBe('%PDF-')
    await closeChromium()
    const pdfs = await Promise.all(['Hai', 'Ba'].map((word) => printHtmlToPdf(`<p>${word}</p>`)))
    for (const pdf of pdfs) expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  })

  it('runs no script of the page', async () => {
    const long = '<script>document.body.style.height = "5000px"</script>'
    const pdf = await printHtmlToPdf(`<body><p>Một</p>${long}</body>`)
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g),
    ).toHaveLength(1)
  })
})
