import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { contentSecurityPolicy } from './content-security-policy.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** The headers of every answer, on either host. */
export const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

export type RendererFile = { body: Uint8Array<ArrayBuffer>; headers: Readonly<Record<string, string>> }
export type RendererFiles = { read: (path: string) => Promise<RendererFile | null> }

/**
 * The built screens, as both hosts serve them. Only names found in the folder when the program starts are ever
 * opened, so no path (`..`, encoded or not) leads out of it. `/` is the page itself; anything else unknown is null.
 */
export function openRendererFiles(folder: string): RendererFiles {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (entry.isFile()) files.set(`/${relative(folder, file).split(sep).join('/')}`, file)
  }
  return {
    async read(path) {
      const name = path === '/' ? '/index.html' : path
      const file = files.get(name)
      if (!file) return null
      return {
        body: await readFile(file),
        headers: {
          ...securityHeaders,
          'Content-Type': contentTypes[extname(name)] ?? 'application/octet-stream',
          // Names under /assets carry a hash of their content; the page itself does not.
          'Cache-Control': name.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-store',
        },
      }
    },
  }
}
