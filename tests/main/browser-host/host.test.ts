import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createBrowserHost, openOutside } from '../../../src/main/browser-host/host.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-host-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

it('saves into its own folder beside the data and never over a file that is there', async () => {
  const host = createBrowserHost(folder)
  const choose = async () => {
    const path = await host.chooseSavePath('report', 'Sổ theo dõi.xlsx')
    if (path) writeFileSync(path, '')
    return path
  }
  expect(await choose()).toBe(join(folder, 'tep-da-luu/Sổ theo dõi.xlsx'))
  expect(await choose()).toBe(join(folder, 'tep-da-luu/Sổ theo dõi (2).xlsx'))
  expect(await choose()).toBe(join(folder, 'tep-da-luu/Sổ theo dõi (3).xlsx'))
})

it('says so when there is no such folder to be made', async () => {
  writeFileSync(join(folder, 'data'), '')
  const host = createBrowserHost(join(folder, 'data'))
  await expect(host.chooseSavePath('paper', 'a.pdf')).rejects.toMatchObject({ code: 'save-no-permission' })
})

it('leaves printing to the page', async () => {
  expect(await createBrowserHost(folder).print('<p></p>')).toBe(false)
})

// `open` brings its own xdg-open, which asks $BROWSER where there is no desktop.
it.runIf(process.platform === 'linux')('opens addresses with the browser of the system', async () => {
  const opened = join(folder, 'opened')
  mkdirSync(join(folder, 'bin'))
  const browser = join(folder, 'bin/browser')
  writeFileSync(browser, `#!/bin/sh\nprintf %s "$1" > '${opened}'\n`)
  chmodSync(browser, 0o755)
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'XDG_CURRENT_DESKTOP']) vi.stubEnv(name, undefined)
  vi.stubEnv('BROWSER', browser)
  await openOutside('http://127.0.0.1:1/#token=a')
  await vi.waitUntil(() => existsSync(opened) && readFileSync(opened, 'utf8') !== '', { timeout: 10_000 })
  expect(readFileSync(opened, 'utf8')).toBe('http://127.0.0.1:1/#token=a')
})

it('is not troubled by a system that has none', async () => {
  vi.stubEnv('BROWSER', join(folder, 'nothing'))
  vi.stubEnv('PATH', folder)
  await expect(openOutside('http://127.0.0.1:1/')).resolves.toBeUndefined()
})
