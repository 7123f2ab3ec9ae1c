import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findRuntime } from '../../src/main/commands/electron-runtime.ts'
import { sampleCell } from '../support/program.ts'

// The same points as with the stand-in, on the real Electron: wherever its runtime is and a window can open.
const root = resolve(import.meta.dirname, '../..')
const runtime = findRuntime(root)
const { DISPLAY, WAYLAND_DISPLAY } = process.env
const hasScreen = process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY)
const missing =
  runtime === null ? 'no Electron runtime on this machine' : hasScreen ? null : 'no screen to open on'

let data: string
let program: ElectronApplication
let page: Page

beforeAll(async () => {
  if (runtime === null || missing) return
  data = mkdtempSync(join(tmpdir(), 'electron-smoke-'))
  // Chromium's sandbox cannot be used by root, who runs tests in containers.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  program = await _electron.launch({ executablePath: runtime, args: [...asRoot, root, '--data', data] })
  page = await program.firstWindow()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
})
afterAll(() => {
  if (!missing) rmSync(data, { recursive: true })
})
if (missing) console.info(`The tests on the real Electron are skipped: ${missing}.`)
beforeEach(({ skip }) => {
  skip(missing !== null, missing ?? '')
})

test('the page runs at its own address, without Node', async () => {
  expect(page.url()).toMatch(/^app:\/\/office\//)
  expect(
    await page.evaluate(() => ({
      bridge: Object.keys(window.bridge ?? {}),
      node: ['require', 'process', 'Buffer', 'global'].filter((name) => name in window),
      origin: window.origin,
      secure: window.isSecureContext,
    })),
  ).toEqual({ bridge: ['call'], node: [], origin: 'app://office', secure: true })
})

test('the page runs no script that is not its own', async () => {
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.head.append(script)
    return 'injected' in window
  })
  expect(ran).toBe(false)
  await expect(page.evaluate(() => fetch('https://example.invalid/'))).rejects.toThrow()
})

test('the page stays where it is and opens nothing', async () => {
  const before = page.url()
  expect(await page.evaluate(() => window.open('https://example.invalid/'))).toBeNull()
  await page.evaluate(() => {
    window.location.href = 'https://example.invalid/'
  })
  expect(await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(page.url()).toBe(before)
})

test('the page is refused what it does not need', async () => {
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
  expect(
    await page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        () => 'refused',
      ),
    ),
  ).toBe('refused')
})

test('undo of the menu reaches the page', async () => {
  await page.evaluate((cell) => window.bridge?.call('cell.update', cell), sampleCell)
  await page.reload()
  await page.getByRole('navigation').waitFor()
  await program.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? [])
    items?.find((item) => item.label.replace('&', '') === 'Hoàn tác')?.click()
  })
  await page.getByLabel('Tên chi bộ').waitFor()
})

test('a page becomes a PDF', async () => {
  const size = await program.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false })
    await window.loadURL('app://office/')
    const pdf = await window.webContents.printToPDF({})
    window.destroy()
    return pdf.length
  })
  expect(size).toBeGreaterThan(1000)
})

test('closing it leaves a whole database', async () => {
  await program.close()
  expect(readdirSync(data).sort()).toEqual(['electron', 'van-phong-chi-bo.db'])
  const file = new Sqlite(join(data, 'van-phong-chi-bo.db'), { readonly: true })
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
  file.close()
})
