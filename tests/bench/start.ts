import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../src/main/browser-host/chromium.ts'
import { byTurns, type Result, result } from './measure.ts'

const hostFile = resolve(import.meta.dirname, 'start-host.ts')

/**
 * From the start of the host's process to the first list a person can use (the register, its rows painted), against
 * the same host serving a page with nothing in it. The browser is open before; its cache is empty each time.
 */
export async function measureStart(dataFolder: string, rendererFolder: string): Promise<Result[]> {
  const empty = mkdtempSync(join(tmpdir(), 'bench-empty-'))
  writeFileSync(
    join(empty, 'index.html'),
    '<!doctype html><html lang="vi"><title>Trống</title><p id="ready">Trống</p>',
  )
  const browser = await chromium.launch(await findChromium())
  try {
    const { left, right } = await byTurns(
      7,
      1,
      () =>
        startAndShow(browser, dataFolder, rendererFolder, async (page) => {
          await page.getByRole('link', { name: 'Đảng viên', exact: true }).click()
          await page.locator('tbody tr').nth(5).waitFor()
        }),
      () =>
        startAndShow(browser, dataFolder, empty, async (page) => {
          await page.locator('#ready').waitFor()
        }),
    )
    return [result('start.ratio', left / right, 'x empty page', null), result('start.time', left, 'ms', null)]
  } finally {
    await browser.close()
    rmSync(empty, { recursive: true })
  }
}

async function startAndShow(
  browser: Browser,
  dataFolder: string,
  rendererFolder: string,
  shown: (page: Page) => Promise<void>,
): Promise<void> {
  const host = await startHost(dataFolder, rendererFolder)
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(host.url)
    await shown(page)
  } finally {
    await context.close()
    await host.stop()
  }
}

/** A host in a process of its own, with the address at which it can be opened once. */
export async function startHost(dataFolder: string, rendererFolder: string) {
  const host = spawn(process.execPath, [hostFile, dataFolder, rendererFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return {
    url: await firstLine(host),
    async stop() {
      host.kill()
      if (host.exitCode === null && host.signalCode === null) await once(host, 'exit')
    },
  }
}

/** The address the host prints. Throws where it ends without one. */
function firstLine(host: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  return new Promise((printed, failed) => {
    createInterface(host.stdout).once('line', printed)
    host.once('exit', (code) => failed(new Error(`the host ended with ${code}`)))
  })
}
