import { expect, test } from 'vitest'
import type * as Paper from '../../../src/main/electron/paper.ts'
import { load } from '../../electron/support/boot.ts'
import { createStandIn } from '../../electron/support/stand-in.ts'

async function open() {
  const standIn = createStandIn({})
  const { module } = await load<typeof Paper>('src/main/electron/paper.ts', standIn.electron)
  return { ...standIn, ...module }
}

test('a page becomes a PDF in a window nobody sees, which is then gone', async () => {
  const { printToPdf, windows } = await open()
  const pdf = await printToPdf('<p>Chương trình họp</p>')
  expect(Buffer.from(pdf).toString()).toBe('PDF of <p>Chương trình họp</p>')
  expect(windows).toHaveLength(1)
  expect(windows[0]?.options.show).toBe(false)
  expect(windows[0]?.destroyed).toBe(true)
  expect(windows[0]?.webContents.pdfOptions).toEqual({ preferCSSPageSize: true, printBackground: true })
})

test('its fonts are there before it is drawn on paper', async () => {
  const { printToPdf, windows } = await open()
  await printToPdf('<p>Chương trình họp</p>')
  expect(windows[0]?.webContents.calls).toEqual([expect.stringContaining('document.fonts'), 'printToPDF'])
})

test('the page runs no script, loads nothing and may do nothing', async () => {
  const { printToPdf, windows, partitions } = await open()
  await printToPdf('<script>1</script>')
  const { webPreferences } = windows[0]?.options ?? {}
  expect(webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  })
  expect(webPreferences).not.toHaveProperty('preload')
  const policy = windows[0]?.webContents.page?.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/script-src|http|'self'/)
  // A session of its own, guarded like the other, and not kept on disk.
  const [[name, session] = []] = [...partitions]
  expect(name).not.toMatch(/^persist:/)
  expect(webPreferences?.session).toBe(session)
  expect(session?.permissionCheck?.(null, 'media')).toBe(false)
})

test('papers asked for at the same time do not get mixed up, nor stay once they are drawn', async () => {
  const { printToPdf, windows } = await open()
  const pages = Array.from({ length: 5 }, (_, number) => `<p>Tờ ${number}</p>`)
  const pdfs = await Promise.all(pages.map((page) => printToPdf(page)))
  expect(pdfs.map((pdf) => Buffer.from(pdf).toString())).toEqual(pages.map((page) => `PDF of ${page}`))
  expect(windows.every((window) => window.destroyed)).toBe(true)
})

test('one that fails does not hold up the next', async () => {
  const { printToPdf, windows, electron } = await open()
  const { prototype } = electron.BrowserWindow
  const loadURL = prototype.loadURL
  prototype.loadURL = async () => {
    throw new Error('ERR_FAILED')
  }
  const failed = printToPdf('<p>1</p>').catch((error: Error) => error.message)
  expect(await failed).toBe('ERR_FAILED')
  prototype.loadURL = loadURL
  expect(Buffer.from(await printToPdf('<p>2</p>')).toString()).toBe('PDF of <p>2</p>')
  expect(windows.map((window) => window.destroyed)).toEqual([true, true])
})

test("printing opens the system's dialog, and is done when the user is", async () => {
  const { print, windows } = await open()
  expect(await print('<p>Chương trình họp</p>')).toBe(true)
  expect(windows[0]?.webContents.printOptions).toEqual({ printBackground: true })
  expect(windows[0]?.destroyed).toBe(true)
})
