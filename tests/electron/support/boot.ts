import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createStandIn, type StandInWindow, type World } from './stand-in.ts'

const root = resolve(import.meta.dirname, '../../..')
const ours = ['out/', 'src/'].map((folder) => pathToFileURL(join(root, folder)).href)
export const out = join(root, 'out')

type Import = (url: string) => Promise<unknown>
/** Node's own import: the test runner's would rewrite the bundle, which is to run as it was built. */
const nativeImport: Import = createRequire(import.meta.url)('./native-import.cjs')

let boots = 0
const standIns = new Map<string, object>()
Object.assign(globalThis, { electronStandIns: standIns })
/** Every module the bundle asked for, by the boot that asked. */
const imports = new Map<string, string[]>()

// Each boot loads the bundle anew (`?boot=1`, `?boot=2`…), and finds its own stand-in under the name `electron`.
registerHooks({
  resolve(specifier, context, next) {
    const boot = /\?boot=(\d+)$/.exec(context.parentURL ?? '')?.[1]
    // A CommonJS file (the preload) does not tell its boot. The real package would start a download here.
    if (specifier === 'electron') {
      return { url: `stand-in:${boot ?? boots}`, format: 'module', shortCircuit: true }
    }
    if (boot === undefined) return next(specifier, context)
    imports.get(boot)?.push(specifier)
    const resolved = next(specifier, context)
    return ours.some((folder) => resolved.url.startsWith(folder))
      ? { ...resolved, url: `${resolved.url}?boot=${boot}` }
      : resolved
  },
  load(url, context, next) {
    if (!url.startsWith('stand-in:')) return next(url, context)
    const boot = url.slice('stand-in:'.length)
    const names = Object.keys(standIns.get(boot) ?? {}).join(', ')
    const source = `export const { ${names} } = globalThis.electronStandIns.get('${boot}')`
    return { format: 'module', source, shortCircuit: true }
  },
})

/** Loads a file of ours, built or not, with `electron` standing for the module of that name. */
export async function load<Module>(
  file: string,
  electron: object,
): Promise<{ module: Module; imported: string[] }> {
  boots += 1
  const boot = String(boots)
  standIns.set(boot, electron)
  imports.set(boot, [])
  const module = (await nativeImport(`${pathToFileURL(join(root, file)).href}?boot=${boot}`)) as Module
  return { module, imported: imports.get(boot) ?? [] }
}

export type Booted = ReturnType<typeof createStandIn> & {
  dataFolder: string
  window: StandInWindow
  /** What the bundle imported while it started. */
  imported: string[]
  /** Calls as the page does, from the frame given (our own page's when none is). */
  call: (name: unknown, input: unknown, frame?: unknown) => Promise<unknown>
  quit: () => void
  [Symbol.dispose]: () => void
}

export const ownFrame = { parent: null, origin: 'app://office', url: 'app://office/#/members' }

/** Starts the built program as Electron would, with the data in a folder of its own unless one is given. */
export async function boot(world: World = {}, folder?: string): Promise<Booted> {
  const standIn = createStandIn(world)
  const dataFolder = folder ?? mkdtempSync(join(tmpdir(), 'electron-'))
  const before = process.argv
  process.argv = [process.execPath, '/program', '--data', dataFolder, '--some-switch-of-chromium']
  const { imported } = await load('out/main/index.js', standIn.electron)
  process.argv = before
  standIn.becomeReady()
  await new Promise((soon) => setImmediate(soon))
  const { app } = standIn.electron
  let running = true
  const quit = () => {
    if (running) app.quit()
    running = false
  }
  return {
    ...standIn,
    dataFolder,
    imported,
    get window() {
      const [window] = standIn.windows
      if (!window) throw new Error('no window was opened')
      return window
    },
    call: async (name, input, frame = ownFrame) =>
      standIn.handlers.get('call')?.({ senderFrame: frame }, name, input),
    quit,
    [Symbol.dispose]: () => {
      quit()
      if (!folder) rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
