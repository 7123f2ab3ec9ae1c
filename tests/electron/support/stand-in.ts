import { EventEmitter } from 'node:events'

type Area = { x: number; y: number; width: number; height: number }
type Handler = (request: Request) => Response | Promise<Response>
type Answer = { canceled: boolean; filePath: string }

/** An event of Electron's that a listener may refuse. */
export class Preventable {
  defaultPrevented = false
  readonly url: string

  constructor(url = '') {
    this.url = url
  }

  preventDefault(): void {
    this.defaultPrevented = true
  }
}

export class StandInSession extends EventEmitter {
  readonly handlers = new Map<string, Handler>()
  readonly protocol = {
    handle: (scheme: string, handler: Handler) => {
      if (this.handlers.has(scheme)) throw new Error(`${scheme} is already handled`)
      this.handlers.set(scheme, handler)
    },
  }
  permissionRequest:
    | ((contents: unknown, permission: string, answer: (yes: boolean) => void) => void)
    | null = null
  permissionCheck: ((contents: unknown, permission: string) => boolean) | null = null
  devicePermission: ((details: unknown) => boolean) | null = null

  setPermissionRequestHandler(handler: NonNullable<StandInSession['permissionRequest']>): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: NonNullable<StandInSession['permissionCheck']>): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: NonNullable<StandInSession['devicePermission']>): void {
    this.devicePermission = handler
  }
}

export class StandInContents extends EventEmitter {
  readonly session: StandInSession
  readonly sent: unknown[] = []
  readonly calls: string[] = []
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  /** What the session's protocol served for the address that was loaded. */
  page: Response | null = null
  pdfOptions: unknown = null
  printOptions: unknown = null

  constructor(session: StandInSession) {
    super()
    this.session = session
  }
  setWindowOpenHandler(handler: NonNullable<StandInContents['openHandler']>): void {
    this.openHandler = handler
  }
  focus(): void {
    this.calls.push('focus')
  }
  sendInputEvent(event: unknown): void {
    this.sent.push(event)
  }
  async executeJavaScript(script: string): Promise<null> {
    this.calls.push(script)
    return null
  }
  /** "Prints" the text of the page, so that a test sees which page it was. */
  async printToPDF(options: unknown): Promise<Buffer> {
    this.calls.push('printToPDF')
    this.pdfOptions = options
    return Buffer.from(`PDF of ${await this.page?.text()}`)
  }
  print(options: unknown, done: (success: boolean, reason: string) => void): void {
    this.printOptions = options
    done(false, 'cancelled')
  }
}

type WindowOptions = Partial<Area> & {
  show?: boolean
  title?: string
  webPreferences?: Record<string, unknown> & { session?: StandInSession }
}

export class StandInWindow extends EventEmitter {
  readonly options: WindowOptions
  readonly webContents: StandInContents
  readonly calls: string[] = []
  readonly loaded: string[] = []
  bounds: Area
  maximized = false
  minimized = false
  destroyed = false

  constructor(options: WindowOptions, session: StandInSession) {
    super()
    this.options = options
    this.bounds = { x: 100, y: 50, width: 800, height: 600, ...options }
    this.webContents = new StandInContents(session)
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url)
    const handler = this.webContents.session.handlers.get(new URL(url).protocol.slice(0, -1))
    this.webContents.page = (await handler?.(new Request(url))) ?? null
  }
  show(): void {
    this.calls.push('show')
  }
  focus(): void {
    this.calls.push('focus')
  }
  maximize(): void {
    this.calls.push('maximize')
    this.maximized = true
  }
  restore(): void {
    this.calls.push('restore')
    this.minimized = false
  }
  isMinimized = () => this.minimized
  isMaximized = () => this.maximized
  getNormalBounds = () => this.bounds
  destroy(): void {
    this.destroyed = true
  }
  /** What the user does with the X of the title bar. */
  close(): void {
    const event = new Preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) {
      this.destroyed = true
      this.emit('closed')
    }
  }
}

type MenuItem = Record<string, unknown> & { label?: string; submenu?: MenuItem[]; click?: () => void }

export type World = {
  /** False: another instance of the program already holds the lock. */
  lock?: boolean
  displays?: Area[]
  /** What the user does in each save dialog, in turn. */
  answers?: Answer[]
}

/**
 * Stands in for the `electron` module: it records what the program asks of it and does nothing else. Only what
 * the program uses is here, so anything new that it uses fails loudly until it is added, with its test.
 */
export function createStandIn(world: World) {
  const windows: StandInWindow[] = []
  const defaultSession = new StandInSession()
  const partitions = new Map<string, StandInSession>()
  const paths = new Map([['documents', '/home/user/Documents']])
  const privileged: unknown[] = []
  const openDialogs: Record<string, unknown>[] = []
  const saveDialogs: { parent: StandInWindow | null; options: Record<string, unknown> }[] = []
  const answers = [...(world.answers ?? [])]
  const shownFiles: string[] = []
  const handlers = new Map<string, (event: unknown, ...values: unknown[]) => unknown>()
  const state = { menu: null as { items: MenuItem[] } | null, quits: 0, ready: false }
  let becomeReady = () => {}
  const ready = new Promise<void>((resolve) => {
    becomeReady = () => {
      state.ready = true
      resolve()
    }
  })

  class App extends EventEmitter {
    setPath = (name: string, path: string) => paths.set(name, path)
    getPath = (name: string) => paths.get(name) ?? ''
    requestSingleInstanceLock = () => world.lock ?? true
    whenReady = () => ready
    quit(): void {
      state.quits += 1
      this.emit('will-quit', new Preventable())
    }
  }
  const app = new App()

  class BrowserWindow extends StandInWindow {
    constructor(options: WindowOptions) {
      super(options, options.webPreferences?.session ?? defaultSession)
      windows.push(this)
      app.emit('web-contents-created', new Preventable(), this.webContents)
      this.on('closed', () => app.emit('window-all-closed'))
    }
  }

  const electron = {
    app,
    BrowserWindow,
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown[]) => {
        if (state.ready) throw new Error('schemes are registered before the app is ready')
        privileged.push(...schemes)
      },
      handle: defaultSession.protocol.handle,
    },
    session: {
      defaultSession,
      fromPartition: (name: string) => {
        const known = partitions.get(name) ?? new StandInSession()
        partitions.set(name, known)
        return known
      },
    },
    screen: { getAllDisplays: () => (world.displays ?? [usualScreen]).map((workArea) => ({ workArea })) },
    Menu: {
      buildFromTemplate: (items: MenuItem[]) => ({ items }),
      setApplicationMenu: (menu: { items: MenuItem[] }) => {
        state.menu = menu
      },
    },
    dialog: {
      showSaveDialog: async (...values: unknown[]) => {
        const options = values.at(-1) as Record<string, unknown>
        saveDialogs.push({ parent: values.length > 1 ? (values[0] as StandInWindow) : null, options })
        return answers.shift() ?? { canceled: true, filePath: '' }
      },
      showOpenDialog: async (...values: unknown[]) => {
        openDialogs.push(values.at(-1) as Record<string, unknown>)
        const { canceled, filePath } = answers.shift() ?? { canceled: true, filePath: '' }
        return { canceled, filePaths: canceled ? [] : [filePath] }
      },
    },
    shell: { showItemInFolder: (path: string) => shownFiles.push(path) },
    ipcMain: {
      handle: (channel: string, handler: (event: unknown, ...values: unknown[]) => unknown) =>
        handlers.set(channel, handler),
    },
  }
  return {
    electron,
    state,
    windows,
    defaultSession,
    partitions,
    paths,
    privileged,
    openDialogs,
    saveDialogs,
    shownFiles,
    handlers,
    becomeReady,
  }
}

/** An office PC's screen without its task bar. */
export const usualScreen: Area = { x: 0, y: 0, width: 1366, height: 728 }
