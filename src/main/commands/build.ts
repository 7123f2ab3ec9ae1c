import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const sources = ['src/**/*', 'resources/**/*', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/** One hash over the names and contents of everything the build reads. */
function hashSources(root: string): string {
  const hash = createHash('sha256')
  for (const name of globSync(sources, { cwd: root }).sort()) {
    const file = join(root, name)
    if (statSync(file).isFile()) hash.update(`${name}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Builds the program into out/ unless out/ was built from exactly these sources. Throws when it cannot. */
export async function buildIfNeeded(root: string, say: (line: string) => void): Promise<void> {
  // Inside out/main: whatever builds anew empties that folder, and the mark with it.
  const mark = join(root, 'out/main/built-from')
  const hash = hashSources(root)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return
  say('Đang dựng chương trình…')
  const manifest = createRequire(join(root, 'package.json')).resolve('electron-vite/package.json')
  const command = join(dirname(manifest), 'bin/electron-vite.js')
  const { code, output } = await run(process.execPath, [command, 'build', '--logLevel', 'warn'], root)
  if (code !== 0) throw new Error(`electron-vite build ended with ${code}\n${output}`)
  writeFileSync(mark, hash)
}

function run(command: string, args: string[], cwd: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

if (import.meta.main) await buildIfNeeded(join(import.meta.dirname, '../../..'), console.log)
