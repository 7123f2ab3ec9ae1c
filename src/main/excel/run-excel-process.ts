import { fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '../../shared/contract/errors.ts'
import type { ExcelReply, ExcelWork } from './excel-process.ts'
import type { MakingProgress } from './make-workbook.ts'

/** What one task may use before it is stopped. */
export type ExcelLimits = {
  heapMegabytes: number
  seconds: number
  signal?: AbortSignal
  progress?: (progress: MakingProgress) => void
}

const usualLimits: ExcelLimits = { heapMegabytes: 512, seconds: 20 }

/**
 * Does one piece of work on a workbook in a process of its own, so that a hostile or huge file can neither
 * stop nor kill the program. Throws AppError: the work's own refusal, 'file-too-slow',
 * 'file-needs-too-much-memory', or 'job-cancelled' when the signal was raised. Answers only once that process is
 * gone, so nothing it was writing can change any more.
 */
export function runExcelProcess<Kind extends keyof ExcelWork>(
  request: ExcelWork[Kind]['request'],
  limits: Partial<ExcelLimits> = {},
): Promise<ExcelWork[Kind]['answer']> {
  const { heapMegabytes, seconds, signal, progress } = { ...usualLimits, ...limits }
  if (signal?.aborted) return Promise.reject(new AppError('job-cancelled'))
  // From the sources this is excel-process.ts, from the bundle excel-process.js; each beside this file.
  const entry = new URL(`./excel-process${extname(import.meta.url)}`, import.meta.url)
  const child = fork(fileURLToPath(entry), [], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    let complaint = ''
    let settle: (() => void) | null = null
    const stop = (error: unknown) => {
      settle ??= () => reject(error)
      child.kill('SIGKILL')
    }
    const cancel = () => stop(new AppError('job-cancelled'))
    const timer = setTimeout(() => stop(new AppError('file-too-slow')), seconds * 1000)
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      settle?.()
    }
    signal?.addEventListener('abort', cancel)
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-10_000)
    })
    child.on('error', (error) => {
      stop(error)
      // A process that never began does not close either.
      if (child.pid === undefined) end()
    })
    child.on('message', (reply: ExcelReply<ExcelWork[Kind]['answer']>) => {
      if (reply.ok === 'working') progress?.(reply.progress)
      else if (reply.ok) settle ??= () => resolve(reply.value)
      else settle ??= () => reject('code' in reply ? new AppError(reply.code) : new Error(reply.failure))
    })
    child.on('close', (code) => {
      // Every exception is answered, so a process that ends in silence was ended: by its heap's limit or by
      // the system for want of memory. Code 1 is Node failing to start, which is our mistake.
      settle ??= () =>
        reject(
          code === 1
            ? new Error(`The workbook process did not start: ${complaint}`)
            : new AppError('file-needs-too-much-memory'),
        )
      end()
    })
    // A process that is already gone says why when it closes.
    child.send(request, (error) => {
      if (error) child.kill('SIGKILL')
    })
  })
}
