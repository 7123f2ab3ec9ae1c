import { describe, expect, test } from 'vitest'
import { boot, ownFrame } from './support/boot.ts'
import { Preventable } from './support/stand-in.ts'

describe('permissions', () => {
  const permissions = [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'hid',
  ]

  test.each(permissions)('%s is refused, asked for or looked up', async (permission) => {
    using program = await boot()
    const { defaultSession, window } = program
    const answers: boolean[] = []
    defaultSession.permissionRequest?.(window.webContents, permission, (yes) => answers.push(yes))
    expect(answers).toEqual([false])
    expect(defaultSession.permissionCheck?.(window.webContents, permission)).toBe(false)
  })

  test('no device is let in', async () => {
    using program = await boot()
    expect(program.defaultSession.devicePermission?.({ deviceType: 'usb' })).toBe(false)
  })

  test('nothing is downloaded', async () => {
    using program = await boot()
    const event = new Preventable()
    program.defaultSession.emit('will-download', event)
    expect(event.defaultPrevented).toBe(true)
  })
})

describe('the page stays where it is', () => {
  const elsewhere = [
    'https://evil.example/',
    'http://127.0.0.1:8080/',
    'file:///etc/passwd',
    'data:text/html,hello',
    'app://other/',
    'app://office.evil.example/',
    'app:office',
    'javascript:alert(1)',
    'about:blank',
    'not an address',
  ]

  test.each(elsewhere)('and does not go to %s', async (url) => {
    using program = await boot()
    for (const way of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      const event = new Preventable(url)
      program.window.webContents.emit(way, event)
      expect([way, event.defaultPrevented]).toEqual([way, true])
    }
  })

  test('though it may load itself again', async () => {
    using program = await boot()
    const event = new Preventable('app://office/#/members')
    program.window.webContents.emit('will-navigate', event)
    expect(event.defaultPrevented).toBe(false)
  })

  test.each([...elsewhere, 'app://office/'])('and opens no window for %s', async (url) => {
    using program = await boot()
    expect(program.window.webContents.openHandler?.({ url })).toEqual({ action: 'deny' })
  })

  test('and embeds no web view', async () => {
    using program = await boot()
    const event = new Preventable()
    program.window.webContents.emit('will-attach-webview', event)
    expect(event.defaultPrevented).toBe(true)
  })
})

describe('a call', () => {
  test('from our own page is answered', async () => {
    using program = await boot()
    expect(await program.call('office.status', {})).toMatchObject({
      ok: true,
      value: { cellName: null, dataFolder: program.dataFolder },
    })
    expect(await program.call('no.such', {})).toMatchObject({
      ok: false,
      error: { code: 'unknown-operation' },
    })
  })

  test.each([
    ['a frame that is gone', null],
    ['a frame inside our page', { ...ownFrame, parent: ownFrame }],
    ['another origin', { parent: null, origin: 'https://evil.example', url: 'https://evil.example/' }],
    ['another host of our scheme', { parent: null, origin: 'app://other', url: 'app://other/' }],
    ['a page with no origin at our address', { ...ownFrame, origin: 'null' }],
    ['our origin at another address', { ...ownFrame, url: 'data:text/html,hello' }],
  ])('from %s is refused', async (_name, frame) => {
    using program = await boot()
    expect(await program.call('office.status', {}, frame)).toEqual({
      ok: false,
      error: { code: 'session-refused', fields: {} },
    })
  })

  test.each([undefined, null, 7, {}, ['office.status']])('with the name %j is none', async (name) => {
    using program = await boot()
    expect(await program.call(name, {})).toMatchObject({ ok: false, error: { code: 'unknown-operation' } })
  })

  test('is the only thing that can be asked of the main process', async () => {
    using program = await boot()
    expect([...program.handlers.keys()]).toEqual(['call'])
  })
})
