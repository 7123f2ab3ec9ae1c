import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { AppError } from '../../shared/contract/errors.ts'

const run = promisify(execFile)

/** Whether the packages carry a Chromium for this machine. */
export const carriesChromium = process.platform === 'linux' && process.arch === 'x64'

/** A Chromium that starts on this machine: hand it whole to playwright's `chromium.launch`. */
export type Chromium = { executablePath: string; args: string[]; env: Record<string, string> }

/**
 * Finds a Chromium: the one `CHROME_PATH` names, an installed Chrome, Edge or Chromium, or else (Linux, x64) the
 * one that the development package @sparticuz/chromium carries. Throws AppError('pdf-unavailable') where there is
 * none.
 */
export async function findChromium(): Promise<Chromium> {
  for (const executablePath of installed()) {
    if (await starts(executablePath)) return launchOf(executablePath, {})
  }
  return carriedChromium()
}

/** Hinting off: otherwise Linux rounds the widths of letters and the same page breaks elsewhere. */
function launchOf(executablePath: string, extra: Record<string, string>): Chromium {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries({ ...process.env, ...extra })) {
    if (value !== undefined) env[name] = value
  }
  return { executablePath, args: ['--font-render-hinting=none'], env }
}

/** Where installers put them, in the order of preference; only those that are there. */
function installed(): string[] {
  const chosen = process.env.CHROME_PATH
  const paths = chosen ? [chosen] : []
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    for (const program of ['Google\\Chrome', 'Microsoft\\Edge', 'Chromium']) {
      const file = program.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'
      for (const folder of folders) if (folder) paths.push(join(folder, program, 'Application', file))
    }
  } else if (process.platform === 'darwin') {
    for (const name of ['Google Chrome', 'Microsoft Edge', 'Chromium']) {
      for (const root of ['/', homedir()]) {
        paths.push(join(root, 'Applications', `${name}.app`, 'Contents', 'MacOS', name))
      }
    }
  } else {
    const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
    const names = [
      'google-chrome',
      'google-chrome-stable',
      'chromium',
      'chromium-browser',
      'microsoft-edge',
      'microsoft-edge-stable',
    ]
    for (const name of names) for (const folder of folders) paths.push(join(folder, name))
  }
  return paths.filter((path) => existsSync(path))
}

/** On Linux the name may be a script that only advises to install a snap. Elsewhere asking would open a window. */
async function starts(executablePath: string): Promise<boolean> {
  if (process.platform !== 'linux') return true
  try {
    const { stdout } = await run(executablePath, ['--version'], { timeout: 10_000 })
    return /\d+\.\d+/.test(stdout)
  } catch {
    return false
  }
}

/**
 * The Chromium inside @sparticuz/chromium, unpacked once beside the packages, with the few libraries and the font
 * it needs on a machine that has none. Throws AppError('pdf-unavailable') on machines it was not made for.
 */
export async function carriedChromium(): Promise<Chromium> {
  if (!carriesChromium) throw new AppError('pdf-unavailable')
  let entry: string
  try {
    entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'))
  } catch {
    throw new AppError('pdf-unavailable')
  }
  const packageFolder = dirname(dirname(entry))
  const cache = join(packageFolder, '..', '..', '.cache')
  const folder = join(cache, 'chromium')
  if (!existsSync(folder)) await unpack(entry, cache, folder)
  const libraries = join(folder, 'al2023', 'lib')
  const libraryPath = process.env.LD_LIBRARY_PATH
  const env: Record<string, string> = {
    LD_LIBRARY_PATH: libraryPath ? `${libraryPath}${delimiter}${libraries}` : libraries,
  }
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_FILE = join(folder, 'fonts.conf')
  return launchOf(join(folder, 'chromium'), env)
}

/**
 * The package unpacks into the temporary folder under fixed names and takes a half-written file for a finished
 * one; several test processes begin at once. So each unpacks in a folder of its own and one of them wins.
 */
async function unpack(entry: string, cache: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const own = await mkdtemp(join(cache, 'chromium-'))
  try {
    const script = `import chromium from ${JSON.stringify(entry)}; await chromium.executablePath()`
    // The second variable makes it unpack the libraries of Amazon's Linux as well.
    const env = { ...process.env, TMPDIR: own, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' }
    await run(process.execPath, ['--input-type=module', '--eval', script], { env, timeout: 120_000 })
    await writeFile(join(own, 'fonts.conf'), fontConfiguration(folder))
    await rename(own, folder)
  } catch (error) {
    await rm(own, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`
}

let browser: Promise<Browser> | null = null

async function launch(): Promise<Browser> {
  const found = await findChromium()
  const { chromium } = await import('playwright-core').catch(() => {
    throw new AppError('pdf-unavailable')
  })
  // Left to itself playwright ends this process on Ctrl+C, before the database is closed.
  return chromium.launch({ ...found, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false })
}

/** The one browser kept for printing; a new one where the last could not start or has gone. */
function openBrowser(): Promise<Browser> {
  browser ??= launch().then(
    (started) => {
      started.on('disconnected', () => {
        browser = null
      })
      return started
    },
    (error: unknown) => {
      browser = null
      throw error
    },
  )
  return browser
}

/**
 * Prints a whole HTML page to PDF: scripts off, no network, the page size of its own `@page` rule.
 * Throws AppError('pdf-unavailable') where the machine has no Chromium.
 */
export async function printHtmlToPdf(html: string): Promise<Uint8Array> {
  const context = await (await openBrowser()).newContext({ javaScriptEnabled: false, offline: true })
  try {
    const page = await context.newPage()
    await page.setContent(html, { waitUntil: 'load' })
    await page.evaluate(() => document.fonts.ready.then(() => null))
    return await page.pdf({ preferCSSPageSize: true, printBackground: true })
  } finally {
    await context.close()
  }
}

/** Ends the browser kept for printing, if there is one. */
export async function closeChromium(): Promise<void> {
  const kept = await browser?.catch(() => null)
  await kept?.close()
}
