import { type Protocol, protocol } from 'electron'
import type { RendererFiles } from '../api/renderer-files.ts'
import { isOwnAddress, scheme } from './origin.ts'

/** Makes our scheme a real web origin (storage, fetch, workers, CSP). Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

const refuse = (status: number) => new Response(null, { status })

/** Serves the built screen at app://office/, and nothing else, for one session. */
export function serveScreen(to: Protocol, files: RendererFiles): void {
  to.handle(scheme, async (request) => {
    if (!isOwnAddress(request.url)) return refuse(404)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    const file = await files.read(new URL(request.url).pathname)
    return file ? new Response(file.body, { headers: file.headers }) : refuse(404)
  })
}
