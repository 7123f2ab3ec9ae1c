import { rmSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { AppError, type ErrorCode } from '../../shared/contract/errors.ts'
import type { FilledCell } from './fill-sheet.ts'
import type { FilledWorkbook } from './fill-workbook.ts'
import type { MakingProgress } from './make-workbook.ts'
import type { SheetData } from './read-workbook.ts'
import type { SheetSpec } from './workbook-spec.ts'

/** What the process of its own may be asked, one request after the other, and what it answers. */
export type ExcelWork = {
  read: { request: { kind: 'read'; bytes: Uint8Array }; answer: SheetData[] }
  /** Reads a form that is to be filled. */
  form: { request: { kind: 'form'; bytes: Uint8Array }; answer: SheetData[] }
  fill: {
    request: { kind: 'fill'; bytes: Uint8Array; sheet: string; cells: FilledCell[]; raiseRow: boolean }
    answer: FilledWorkbook
  }
  /** Draws a workbook of the sheets handed over before. */
  draw: { request: { kind: 'draw' }; answer: null }
  /** Saves the workbook drawn last. */
  save: { request: { kind: 'save'; path: string }; answer: null }
}
export type ExcelRequest = ExcelWork[keyof ExcelWork]['request']
/** A sheet of the workbook that is to be drawn next; `first` begins another workbook. */
export type SheetHandedOver = { kind: 'sheet'; sheet: SheetSpec; first: boolean }
export type ExcelReply<Answer> =
  | { ok: true; value: Answer }
  | { ok: 'working'; progress: MakingProgress }
  | { ok: false; code: ErrorCode }
  | { ok: false; failure: string }

// Reading needs no writer and the other way round.
const load = {
  read: () => import('./read-workbook.ts'),
  form: () => import('./fill-workbook.ts'),
  fill: () => import('./fill-workbook.ts'),
  draw: () => import('./make-workbook.ts'),
  save: () => import('./make-workbook.ts'),
}

async function work(request: ExcelRequest): Promise<ExcelWork[keyof ExcelWork]['answer']> {
  if (request.kind === 'draw') return draw()
  if (request.kind === 'save') return save(request)
  if (request.kind === 'fill') {
    const { fillWorkbook } = await load.fill()
    return fillWorkbook(request.bytes, request.sheet, request.cells, request)
  }
  if (request.kind === 'form') return (await load.form()).readFormWorkbook(request.bytes)
  const { readWorkbook } = await load.read()
  return readWorkbook(request.bytes)
}

let handedOver: SheetSpec[] = []
/** The file of the workbook drawn last. */
let drawn: Buffer | null = null
/** A file that is written or being written, and has not its own name yet as far as is known here. */
let unfinished: string | null = null

const tell = (progress: MakingProgress) => process.send?.({ ok: 'working', progress })

async function draw(): Promise<null> {
  const { makeWorkbook } = await load.draw()
  const sheets = handedOver
  handedOver = []
  drawn = await makeWorkbook({ sheets }, tell)
  return null
}

async function save({ path }: ExcelWork['save']['request']): Promise<null> {
  if (!drawn) throw new Error('Nothing was drawn')
  unfinished = path
  const { saveWorkbook } = await load.save()
  await saveWorkbook(drawn, path)
  return null
}

function replyTo(error: unknown): ExcelReply<never> {
  if (error instanceof AppError) return { ok: false, code: error.code }
  return { ok: false, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

// Whoever started this will ask for one kind: what that needs is loaded while nobody asks yet.
const kind = process.argv[2] as ExcelRequest['kind']
let asked = false
void load[kind]().then(() => {
  // It will be ended without warning, so what was compiled is kept at once.
  flushCompileCache()
  setImmediate(() => {
    // What keeps the letters from being loaded is told when a picture is drawn.
    if (kind === 'draw' && !asked)
      import('./chart-picture.ts').then(({ canvasLibrary }) => canvasLibrary()).catch(() => undefined)
  })
})
process.on('message', async (request: ExcelRequest | SheetHandedOver) => {
  asked = true
  if (request.kind === 'sheet') {
    if (request.first) handedOver = []
    handedOver.push(request.sheet)
    return
  }
  const reply = await work(request).then((value) => ({ ok: true, value }), replyTo)
  process.send?.(reply)
})
process.on('disconnect', () => {
  // Whoever asked is gone: nobody would clear the unfinished file away.
  if (unfinished !== null) rmSync(unfinished, { force: true })
  process.exit()
})
