import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { boot, out } from './support/boot.ts'
import { usualScreen } from './support/stand-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'electron-window-'))
afterAll(() => rmSync(folder, { recursive: true }))

beforeEach(() => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  return () => said.mockRestore()
})

describe('the window', () => {
  test('keeps the page away from Node and from the machine', async () => {
    using program = await boot()
    expect(program.window.options.webPreferences).toMatchObject({
      preload: join(out, 'preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    })
    expect(existsSync(join(out, 'preload/preload.cjs'))).toBe(true)
  })

  test('shows our page, once it is drawn', async () => {
    using program = await boot()
    const { window } = program
    expect(window.loaded).toEqual(['app://office/'])
    expect(window.options).toMatchObject({ show: false, title: 'Văn phòng Chi bộ' })
    expect(window.calls).toEqual([])
    window.emit('ready-to-show')
    expect(window.calls).toEqual(['show'])
    expect(console.log).toHaveBeenCalledWith('Đã mở cửa sổ Văn phòng Chi bộ.')
  })

  test('stands where it stood last time', async () => {
    using first = await boot({}, folder)
    first.window.bounds = { x: 40, y: 30, width: 1100, height: 650 }
    first.window.close()
    using second = await boot({}, folder)
    expect(second.window.options).toMatchObject({ x: 40, y: 30, width: 1100, height: 650 })
    second.window.emit('ready-to-show')
    expect(second.window.calls).toEqual(['show'])
    second.window.maximized = true
    second.window.close()
    using third = await boot({}, folder)
    third.window.emit('ready-to-show')
    expect(third.window.calls).toEqual(['maximize', 'show'])
  })

  test('comes back to a screen that is there', async () => {
    using first = await boot(
      { displays: [usualScreen, { x: 1366, y: 0, width: 1920, height: 1040 }] },
      folder,
    )
    first.window.bounds = { x: 1600, y: 100, width: 1500, height: 900 }
    first.window.close()
    using second = await boot({ displays: [usualScreen] }, folder)
    const { x, y, width, height } = second.window.options
    expect([x, y, width, height]).toEqual([undefined, undefined, 1366, 728])
  })

  test('opens all the same when what was remembered is spoilt', async () => {
    using first = await boot({}, folder)
    first.quit()
    writeFileSync(join(folder, 'electron/remembered.json'), '{"window": {"x": "far')
    using second = await boot({}, folder)
    expect(second.window.loaded).toEqual(['app://office/'])
  })
})

describe('one data folder', () => {
  test('is open once: a second start opens nothing and ends', async () => {
    using program = await boot({ lock: false })
    expect(program.windows).toEqual([])
    expect(program.state.quits).toBe(1)
    expect(readdirSync(program.dataFolder)).toEqual(['electron'])
  })

  test('brings its window to the front for the second start', async () => {
    using program = await boot()
    program.window.minimized = true
    program.electron.app.emit('second-instance')
    expect(program.window.calls).toEqual(['restore', 'show', 'focus'])
    expect(program.windows).toHaveLength(1)
  })

  test("holds Chromium's files too, so that another folder is another program", async () => {
    using program = await boot()
    expect(program.paths.get('userData')).toBe(join(program.dataFolder, 'electron'))
  })
})

test('closing the window ends the program and leaves a whole database', async () => {
  using program = await boot()
  await program.call('cell.update', {
    name: 'Chi bộ Một',
    upperBody: 'Đảng ủy phường',
    kind: 'office',
    place: 'Hà Giang',
    abbreviation: 'CB',
    meetingPlace: '',
  })
  program.window.close()
  expect(program.state.quits).toBe(1)
  expect(readdirSync(program.dataFolder).sort()).toEqual(['electron', 'van-phong-chi-bo.db'])
  const file = new Sqlite(join(program.dataFolder, 'van-phong-chi-bo.db'), { readonly: true })
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(file.prepare('SELECT name FROM cell').pluck().get()).toBe('Chi bộ Một')
  file.close()
})

test('a data folder that cannot be used still opens the window, where the page says why', async () => {
  const file = join(folder, 'not-a-folder')
  writeFileSync(file, '')
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  using program = await boot({}, file)
  expect(program.window.loaded).toEqual(['app://office/'])
  expect(await program.call('office.status', {})).toMatchObject({
    ok: false,
    error: { code: 'database-unavailable' },
  })
  logged.mockRestore()
})
