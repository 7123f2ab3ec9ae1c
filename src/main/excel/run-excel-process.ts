import { type ChildProcess, fork } from 'node:child_process'
import { extname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { AppError } from '../../shared/contract/errors.ts'
import type { ExcelReply, ExcelWork, SheetHandedOver } from './excel-process.ts'
import type { MakingProgress } from './make-workbook.ts'
import type { SheetSpec } from './workbook-spec.ts'

/** What one task may use before it is stopped. */
export type ExcelLimits = {
  seconds: number
  signal?: AbortSignal
  progress?: (progress: MakingProgress) => void
}

/** A process for work on workbooks, one piece after the other. Once a piece was stopped it does no more. */
export type ExcelProcess = {
  /**
   * Hands over sheets for the next 'draw', one by one: sent at once, those of a long book would hold up everything
   * else. A process that is gone says so when it is asked.
   */
  handOver: (sheets: readonly SheetSpec[]) => Promise<void>
  /** Does one piece; the errors are those of `runExcelProcess`. */
  ask: <Kind extends keyof ExcelWork>(
    request: ExcelWork[Kind]['request'],
    limits: ExcelLimits,
  ) => Promise<ExcelWork[Kind]['answer']>
  /** Whether it has ended, so that a next piece needs another one. */
  ended: () => boolean
  /** Ends it, and answers once it is gone. */
  close: () => Promise<void>
}

const usualLimits = { heapMegabytes: 512, seconds: 20 }

/**
 * Does one piece of work on a workbook in a process of its own, so that a hostile or huge file can neither
 * stop nor kill the program. Throws AppError: the work's own refusal, 'file-too-slow',
 * 'file-needs-too-much-memory', or 'job-cancelled' when the signal was raised. Answers only once that process is
 * gone, so nothing it was writing can change any more.
 */
export async function runExcelProcess<Kind extends keyof ExcelWork>(
  request: ExcelWork[Kind]['request'],
  limits: Partial<ExcelLimits & { heapMegabytes: number }> = {},
): Promise<ExcelWork[Kind]['answer']> {
  const { heapMegabytes, ...rest } = { ...usualLimits, ...limits }
  if (rest.signal?.aborted) throw new AppError('job-cancelled')
  const process = openExcelProcess(heapMegabytes, request.kind)
  try {
    return await process.ask<Kind>(request, rest)
  } finally {
    await process.close()
  }
}

// Taking the types out of the sources is two thirds of starting from them: what is left is kept for the next start.
const keptCompiled = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url)),
}

/**
 * Starts a process for several pieces of work; the caller closes it. What one kind of work needs it loads before it is
 * asked for the first.
 */
export function openExcelProcess(heapMegabytes: number, kind: keyof ExcelWork): ExcelProcess {
  // From the sources this is excel-process.ts, from the bundle excel-process.js; each beside this file.
  const ending = extname(import.meta.url)
  const entry = new URL(`./excel-process${ending}`, import.meta.url)
  const child = fork(fileURLToPath(entry), [kind], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    env: { ...process.env, ...(ending === '.ts' ? keptCompiled : {}) },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaint = ''
  let ended = false
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-10_000)
  })
  const gone = new Promise<void>((resolve) => {
    const end = () => {
      ended = true
      resolve()
    }
    child.on('close', end)
    // A process that never began does not close either.
    child.on('error', () => {
      if (child.pid === undefined) end()
    })
  })
  return {
    handOver: async (sheets) => {
      for (const [index, sheet] of sheets.entries()) {
        const piece: SheetHandedOver = { kind: 'sheet', sheet, first: index === 0 }
        if (!ended) await new Promise((sent) => child.send(piece, sent))
        await setImmediate()
      }
    },
    ask: (request, limits) => askProcess(child, gone, request, limits, () => complaint),
    ended: () => ended,
    close: () => {
      // It has answered whatever it was asked, so there is nothing left to spoil.
      child.kill('SIGKILL')
      return gone
    },
  }
}

function askProcess<Kind extends keyof ExcelWork>(
  child: ChildProcess,
  gone: Promise<void>,
  request: ExcelWork[Kind]['request'],
  { seconds, signal, progress }: ExcelLimits,
  complaint: () => string,
): Promise<ExcelWork[Kind]['answer']> {
  if (signal?.aborted) return Promise.reject(new AppError('job-cancelled'))
  return new Promise((resolve, reject) => {
    let failure: unknown = null
    // Whoever is stopped answers once the process is gone.
    const stop = (error: unknown) => {
      failure ??= error
      child.kill('SIGKILL')
    }
    const cancel = () => stop(new AppError('job-cancelled'))
    const timer = setTimeout(() => stop(new AppError('file-too-slow')), seconds * 1000)
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      child.off('message', hear)
      child.off('error', stop)
    }
    const hear = (reply: ExcelReply<ExcelWork[Kind]['answer']>) => {
      if (failure !== null) return
      if (reply.ok === 'working') {
        progress?.(reply.progress)
        return
      }
      end()
      if (reply.ok) resolve(reply.value)
      else reject('code' in reply ? new AppError(reply.code) : new Error(reply.failure))
    }
    signal?.addEventListener('abort', cancel)
    child.on('error', stop)
    child.on('message', hear)
    void gone.then(() => {
      end()
      // Every exception is answered, so a process that ends in silence was ended: by its heap's limit or by
      // the system for want of memory. Code 1 is Node failing to start, which is our mistake.
      reject(
        failure ??
          (child.exitCode === 1
            ? new Error(`The workbook process did not start: ${complaint()}`)
            : new AppError('file-needs-too-much-memory')),
      )
    })
    // A process that is already gone says why when it closes.
    child.send(request, (error) => {
      if (error) child.kill('SIGKILL')
    })
  })
}
