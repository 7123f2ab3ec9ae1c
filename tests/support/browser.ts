import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { carriedChromium, carriesChromium, findChromium } from '../../src/main/browser-host/chromium.ts'
import { type BrowserHost, serve } from '../../src/main/browser-host/serve.ts'
import { startProgram, type TestProgram } from './program.ts'

/** An office PC's screen, and the same at 125 % scale. */
export const screens = {
  full: { width: 1366, height: 768 },
  scaled: { width: 1093, height: 614 },
}

export type OpenWindow = {
  page: Page
  test: TestProgram
  host: BrowserHost
  /** Opens the program: once what it should find is there. */
  load: () => Promise<void>
  /** Goes to one of the program's own addresses, as '/dang-vien'. */
  goTo: (path: string) => Promise<void>
  /** The page was changed in a way that stays with it (scripts, routes): no other test may have it. */
  spoil: () => void
  close: () => Promise<void>
}

/** The worker's one Chromium: files share it, as they share what the worker has loaded. */
let browser: Browser | null = null
/** A page whose test has ended: opening a new one costs the browser more than all a test does with it. */
let idle: Page | null = null

/** Call once at the top of a file whose tests need a Chromium. */
export function useBrowser(): void {
  beforeAll(async () => {
    if (browser?.isConnected()) return
    idle = null
    // It has no window of its own to draw, so it takes half the work of an installed one; and it is the same everywhere.
    const found = await (carriesChromium ? carriedChromium() : findChromium())
    // Drawing by an imitated graphics card takes several times the work of drawing without one.
    const args = [...found.args, '--disable-gpu']
    const started = await chromium.launch({ ...found, args, handleSIGTERM: false })
    browser = started
    // This is how Vitest ends a worker that has run its last file.
    process.once('SIGTERM', () => void started.close().finally(() => process.exit()))
  })
}

async function blankPage(): Promise<Page> {
  const page = idle
  idle = null
  if (!page) {
    if (!browser) throw new Error('useBrowser() was not called')
    const context = await browser.newContext({
      viewport: screens.full,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      // Nothing is waited for that only moves.
      reducedMotion: 'reduce',
    })
    return context.newPage()
  }
  await page.setViewportSize(screens.full)
  return page
}

/** Opens the built program in a window of its own, on a database of its own. */
export async function openWindow(options: Parameters<typeof startProgram>[0] = {}): Promise<OpenWindow> {
  const window = await prepareWindow(options)
  await window.load()
  return window
}

/** The same but not opened yet: loading it only once its database is filled saves every test one start. */
export async function prepareWindow(options: Parameters<typeof startProgram>[0] = {}): Promise<OpenWindow> {
  const test = startProgram(options)
  const host = await serve(test.program, { rendererFolder: 'out/renderer', port: 0 })
  const page = await blankPage()
  let spoiled = false
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  return {
    page,
    test,
    host,
    async load() {
      await page.goto(host.url)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
    },
    async goTo(path) {
      await page.evaluate((hash) => {
        window.location.hash = hash
      }, path)
    },
    spoil: () => {
      spoiled = true
    },
    async close() {
      page.removeAllListeners()
      if (spoiled || idle) await page.context().close()
      else {
        await page.goto('about:blank')
        idle = page
      }
      await host.close()
      test.close()
      expect(problems).toEqual([])
      expect(test.errors).toEqual([])
    },
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Fails when axe finds anything against WCAG 2.2 AA on what is on screen. */
export async function expectAccessible(page: Page): Promise<void> {
  // A dialog that is still fading in has no contrast yet.
  await page.waitForFunction(() =>
    document.getAnimations().every((animation) => animation.playState !== 'running'),
  )
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const result = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return result.violations.map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`,
    )
  })
  expect(violations).toEqual([])
}

/** Looks at the same page on both screens; what fails says on which. */
export async function onEachScreen(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  for (const [name, size] of Object.entries(screens)) {
    await page.setViewportSize(size)
    // What is drawn otherwise on a smaller screen has been.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
    try {
      await look(name)
    } catch (cause) {
      throw new Error(`on the ${name} screen: ${cause instanceof Error ? cause.message : cause}`, { cause })
    }
  }
}

/** Fails when what is on screen is cut off on one of the screens, or has something against access. */
export async function expectFits(page: Page): Promise<void> {
  await onEachScreen(page, async () => {
    await expectNothingCutOff(page)
    await expectAccessible(page)
  })
}

/** Fails when something on screen is wider than the window: cut off, or scrolled away to the side. */
export async function expectNothingCutOff(page: Page): Promise<void> {
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(overflow).toBeLessThanOrEqual(0)
}
