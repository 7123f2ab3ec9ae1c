import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildIfNeeded } from '../../../src/main/commands/build.ts'

const root = resolve(import.meta.dirname, '../../..')
let copy: string

/** A copy of everything the build reads, so that the tests running beside this one keep their out/. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'build-'))
  const read = [
    'src',
    'resources',
    'electron.vite.config.ts',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ]
  for (const name of read) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
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
