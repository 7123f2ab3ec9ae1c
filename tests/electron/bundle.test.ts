import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { boot, load, out } from './support/boot.ts'

const bundle = globSync('{main,preload}/*.{js,cjs}', { cwd: out }).map((name) => ({
  name,
  text: readFileSync(join(out, name), 'utf8'),
}))

test('the bundle has the parts Electron starts', () => {
  expect(bundle.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['main/index.js', 'main/excel-process.js', 'preload/preload.cjs']),
  )
})

test('the browser host is left out of it', () => {
  for (const { name, text } of bundle) {
    // No server, no opener of browsers, none of the sentences that host prints.
    expect([name, text.match(/node:http|createServer|from "open"|playwright|#token=/g)]).toEqual([name, null])
  }
})

test('only the file Electron starts, and its preload, know Electron', () => {
  const knowing = bundle.filter(({ text }) => /from "electron"|require\("electron"\)/.test(text))
  expect(knowing.map(({ name }) => name).sort()).toEqual(['main/index.js', 'preload/preload.cjs'])
})

test('what only some work needs is not loaded at the start', async () => {
  using program = await boot()
  expect(program.imported).toContain('better-sqlite3')
  for (const heavy of ['exceljs', 'yauzl', 'saxes', 'playwright-core']) {
    expect(program.imported).not.toContain(heavy)
  }
})

test('the page is given one function and nothing else', async () => {
  const exposed: [string, Record<string, (...values: unknown[]) => unknown>][] = []
  const asked: unknown[] = []
  await load('out/preload/preload.cjs', {
    contextBridge: {
      exposeInMainWorld: (name: string, value: (typeof exposed)[number][1]) => exposed.push([name, value]),
    },
    ipcRenderer: { invoke: (...values: unknown[]) => asked.push(values) },
  })
  expect(exposed.map(([name, value]) => [name, Object.keys(value)])).toEqual([['bridge', ['call']]])
  exposed[0]?.[1].call?.('cell.get', { a: 1 }, 'more')
  expect(asked).toEqual([['call', 'cell.get', { a: 1 }]])
})
