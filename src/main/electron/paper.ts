import { BrowserWindow, type Session, session } from 'electron'
import { paperSecurityPolicy } from '../api/content-security-policy.ts'
import { guardSession } from './guards.ts'
import { ownPage, scheme } from './origin.ts'

// A session of its own, kept in memory only, that knows one page. The page is served rather than put into the
// address because its fonts make it longer than an address may be.
let paperSession: Session | null = null
let servedHtml = ''

function openPaperSession(): Session {
  const paper = session.fromPartition('paper')
  guardSession(paper)
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': paperSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
  }
  paper.protocol.handle(scheme, () => new Response(servedHtml, { headers }))
  return paper
}

/** Draws a whole HTML page in a window nobody sees, with no script and no way out, and hands it to `use`. */
async function withPaper<Result>(
  html: string,
  use: (window: BrowserWindow) => Promise<Result>,
): Promise<Result> {
  paperSession ??= openPaperSession()
  servedHtml = html
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: paperSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      javascript: false,
    },
  })
  try {
    await window.loadURL(ownPage)
    return await use(window)
  } finally {
    window.destroy()
  }
}

// One paper at a time: they share the address they are served from.
let previous: Promise<unknown> = Promise.resolve()
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = previous.then(work, work)
  previous = result
  return result
}

/** The page as PDF bytes; size and margins are those of its own `@page`. */
export function printToPdf(html: string): Promise<Uint8Array> {
  return inTurn(() =>
    withPaper(html, (window) =>
      window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }),
    ),
  )
}

/** Opens the system's print dialog for the page; true once the user is done with it, having printed or not. */
export function print(html: string): Promise<boolean> {
  return inTurn(() =>
    withPaper(
      html,
      (window) =>
        new Promise((done) => window.webContents.print({ printBackground: true }, () => done(true))),
    ),
  )
}
