import { readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { type Result, result } from './measure.ts'

const staticImport = /(?:^|[;}\n])(?:import|export)(?:[\w$\s{},*]+from)?\s*["']([^"']+)["']/g
const inPage = /<(?:script[^>]+src|link[^>]+rel="modulepreload"[^>]+href)="([^"]+)"/g

/** The JavaScript that the page loads before it can draw anything: its scripts and all they import for certain. */
export function measureBundle(rendererFolder: string): Result[] {
  const page = readFileSync(join(rendererFolder, 'index.html'), 'utf8')
  const found = new Set<string>()
  const follow = (path: string) => {
    const name = posix.normalize(path.replace(/^\//, ''))
    if (found.has(name)) return
    found.add(name)
    for (const [, specifier = ''] of readFileSync(join(rendererFolder, name), 'utf8').matchAll(staticImport))
      if (specifier.startsWith('.')) follow(posix.join(dirname(name), specifier))
  }
  for (const [, path = ''] of page.matchAll(inPage)) follow(path)
  if (found.size === 0) throw new Error('the page loads no script')
  const bytes = [...found].reduce((sum, name) => sum + statSync(join(rendererFolder, name)).size, 0)
  return [result('bundle.first', bytes / 1000, 'kB minified', 900)]
}
