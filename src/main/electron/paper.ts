import { randomUUID } from 'node:crypto'
import { BrowserWindow, type Session, session } from 'electron'
import { paperSecurityPolicy } from '../api/content-security-policy.ts'
import { guardSession } from './guards.ts'
import { ownPage, scheme } from './origin.ts'

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': paperSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
}

/** Papers being drawn, by address. They are served because their fonts make them longer than an address may be. */
const papers = new Map<string, string>()

/** A session of its own for papers, kept in memory only, that knows nothing but them. */
let paperSession: Session | null = null
function openPaperSession(): Session {
  const paper = session.fromPartition('paper')
  guardSession(paper)
  paper.protocol.handle(scheme, ({ url }) => {
    const html = papers.get(url)
    return html === undefined ? new Response(null, { status: 404 }) : new Response(html, { headers })
  })
  return paper
}

/** Fonts are fetched when something is drawn with them; a window nobody sees may not have drawn anything yet. */
const loadFonts = 'Promise.all([...document.fonts].map((font) => font.load())).then(() => null)'

/**
 * Draws a whole HTML page in a window nobody sees and hands it to `use`. The page's own policy forbids it scripts;
 * scripting as such stays on, for us to wait for its fonts.
 */
async function withPaper<Result>(
  html: string,
  use: (window: BrowserWindow) => Promise<Result>,
): Promise<Result> {
  paperSession ??= openPaperSession()
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: paperSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    },
  })
  const address = ownPage + randomUUID()
  papers.set(address, html)
  try {
    await window.loadURL(address)
    await window.webContents.executeJavaScript(loadFonts)
    return await use(window)
  } finally {
    papers.delete(address)
    window.destroy()
  }
}

/** The page as PDF bytes; size and margins are those of its own `@page`. */
export function printToPdf(html: string): Promise<Uint8Array> {
  return withPaper(html, (window) =>
    window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }),
  )
}

/** Opens the system's print dialog for the page; true once the user is done with it, having printed or not. */
export function print(html: string): Promise<boolean> {
  return withPaper(
    html,
    (window) => new Promise((done) => window.webContents.print({ printBackground: true }, () => done(true))),
  )
}
