import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildIfNeeded } from '../../../src/main/commands/build.ts'

const root = resolve(import.meta.dirname, '../../..')
let copy: string

/** A program of a few lines under our own build configuration: the real one's out/ is in use by other tests. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'build-'))
  for (const name of ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(copy, name))
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  const sources = {
    'main/electron/index.ts': 'console.log(1)',
    'main/electron/preload.ts': 'console.log(2)',
    'main/excel/excel-process.ts': 'console.log(3)',
    'renderer/index.html': '<!doctype html><script type="module" src="./main.ts"></script>',
    'renderer/main.ts': 'console.log(4)',
  }
  for (const [name, text] of Object.entries(sources)) {
    const file = join(copy, 'src', name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
})
afterAll(() => rmSync(copy, { recursive: true }))

async function build(): Promise<string[]> {
  const said: string[] = []
  await buildIfNeeded(copy, (line) => said.push(line))
  return said
}

it('builds once, and again only when a source has changed', async () => {
  expect(await build()).toEqual(['Đang dựng chương trình…'])
  expect(readdirSync(join(copy, 'out/main'))).toContain('index.js')
  const built = statSync(join(copy, 'out/main/index.js')).mtimeMs
  expect(await build()).toEqual([])
  expect(statSync(join(copy, 'out/main/index.js')).mtimeMs).toBe(built)

  writeFileSync(join(copy, 'src/main/electron/preload.ts'), 'console.log(1)\n')
  expect(await build()).toHaveLength(1)
  expect(await build()).toEqual([])
  rmSync(join(copy, 'out'), { recursive: true })
  expect(await build()).toHaveLength(1)
})

it('tells why it could not, and tries again the next time', async () => {
  writeFileSync(join(copy, 'src/main/electron/preload.ts'), 'const = 1\n')
  await expect(build()).rejects.toThrow(/preload\.ts/)
  await expect(build()).rejects.toThrow(/preload\.ts/)
})
