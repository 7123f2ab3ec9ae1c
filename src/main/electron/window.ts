import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { ownPage } from './origin.ts'
import type { Remembered } from './remembered.ts'
import { placeOn, smallest } from './window-place.ts'

const title = 'Văn phòng Chi bộ'

/** Opens the program's window where it was last time, and shows it once its first picture is drawn. */
export function openWindow(remembered: Remembered): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const last = remembered.read().window
  const window = new BrowserWindow({
    ...placeOn(areas, last),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title,
    backgroundColor: '#f3f0ea',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    if (last?.maximized) window.maximize()
    window.show()
    // `npm start` waits for this line to know that the window could open.
    console.log('Đã mở cửa sổ Văn phòng Chi bộ.')
  })
  window.on('close', () => {
    remembered.change({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } })
  })
  void window.loadURL(ownPage)
  return window
}

/** Brings the window the user already has to the front. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
