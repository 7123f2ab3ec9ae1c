import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRemembered } from '../../../src/main/electron/remembered.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'remembered-'))
  file = join(folder, 'remembered.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const window = { x: 1, y: 2, width: 1100, height: 700, maximized: true }

it('is kept over a restart, part by part', () => {
  openRemembered(file).change({ window })
  openRemembered(file).change({ folders: { report: '/báo cáo' } })
  expect(openRemembered(file).read()).toEqual({ window, folders: { report: '/báo cáo' } })
  expect(readdirSync(folder)).toEqual(['remembered.json'])
})

it.each([
  '',
  '{',
  'null',
  '[]',
  '{"window":{"x":"1"}}',
  '{"folders":{"report":7}}',
  '{"folders":{"other":"/a"}}',
])('starts afresh when the file holds %j', (text) => {
  writeFileSync(file, text)
  expect(openRemembered(file).read()).toEqual({})
})

it('is no reason to fail when it cannot be stored', () => {
  const remembered = openRemembered(join(folder, 'no such folder', 'remembered.json'))
  expect(() => remembered.change({ window })).not.toThrow()
  expect(remembered.read()).toEqual({ window })
})
