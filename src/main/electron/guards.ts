import type { App, IpcMainInvokeEvent, Session, WebContents } from 'electron'
import { isOwnAddress, ownOrigin } from './origin.ts'

/** Refuses a session every permission and device, and every download: the program needs none of them. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

/** Keeps a page where it is: it may reload itself, never lead elsewhere, open windows or embed web views. */
function guardContents(contents: WebContents): void {
  const stay = (event: { url: string; preventDefault: () => void }) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Guards every page the program will ever open, hidden ones too. */
export function guardAllContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}

/** Whether a call comes from our own page itself: not from a frame inside it, not from another address. */
export function isOwnSender(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && frame.origin === ownOrigin && isOwnAddress(frame.url)
}
