import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { defaultDataFolder } from '../../../src/main/api/data-folder.ts'

it.each([
  ['win32', { APPDATA: '/Users/Lan/AppData/Roaming' }, '/Users/Lan/AppData/Roaming/van-phong-chi-bo'],
  ['win32', {}, join(homedir(), 'AppData/Roaming/van-phong-chi-bo')],
  ['darwin', {}, join(homedir(), 'Library/Application Support/van-phong-chi-bo')],
  ['linux', { XDG_DATA_HOME: '/data/lan' }, '/data/lan/van-phong-chi-bo'],
  ['linux', { XDG_DATA_HOME: '' }, join(homedir(), '.local/share/van-phong-chi-bo')],
] as const)('on %s with %j the data lives in %s', (platform, env, folder) => {
  expect(defaultDataFolder(platform, env)).toBe(join(folder))
})
