import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { app, type BrowserWindow, Menu, protocol, session } from 'electron'
import { defaultDataFolder } from '../api/data-folder.ts'
import { closeProgram, createProgram } from '../api/program.ts'
import { openRendererFiles } from '../api/renderer-files.ts'
import { openBridge } from './bridge.ts'
import { chooseNewFolder, chooseSavePath, showFile } from './files.ts'
import { guardAllContents, guardSession } from './guards.ts'
import { createMenu } from './menu.ts'
import { print, printToPdf } from './paper.ts'
import { registerScheme, serveScreen } from './protocol.ts'
import { openRemembered } from './remembered.ts'
import { focusWindow, openWindow } from './window.ts'

// Chromium reads the same command line, so what is not ours is left alone.
const { values } = parseArgs({
  args: process.argv.slice(1),
  options: { data: { type: 'string' } },
  strict: false,
})
const dataFolder = typeof values.data === 'string' ? resolve(values.data) : defaultDataFolder()
const hostFolder = makeHostFolder()
app.setPath('userData', hostFolder)

let window: BrowserWindow | null = null

registerScheme()
guardAllContents(app)
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window) focusWindow(window)
  })
  void app.whenReady().then(start)
} else {
  app.quit()
}

/** Chromium's own files stand beside the data: two data folders are two programs, one folder is only open once. */
function makeHostFolder(): string {
  const folder = join(dataFolder, 'electron')
  try {
    mkdirSync(folder, { recursive: true })
    return folder
  } catch {
    // The window must open all the same: the page is what tells the user that the data folder is read-only.
    return mkdtempSync(join(tmpdir(), 'van-phong-chi-bo-'))
  }
}

function start(): void {
  const remembered = openRemembered(join(hostFolder, 'remembered.json'))
  const program = createProgram({
    dataFolder,
    host: {
      chooseSavePath: (kind, fileName) => chooseSavePath(window, remembered, kind, fileName),
      chooseNewFolder: (kind, folderName) => chooseNewFolder(window, remembered, kind, folderName),
      showFile,
      printToPdf,
      print,
    },
  })
  app.once('will-quit', () => closeProgram(program))
  guardSession(session.defaultSession)
  serveScreen(protocol, openRendererFiles(join(import.meta.dirname, '../renderer')))
  openBridge(program)
  Menu.setApplicationMenu(createMenu(() => window))
  app.on('window-all-closed', () => app.quit())
  window = openWindow(remembered)
  window.once('closed', () => {
    window = null
  })
}
