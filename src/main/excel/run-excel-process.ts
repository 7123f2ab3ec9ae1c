import { fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '../../shared/contract/errors.ts'
import type { ExcelReply, ExcelWork } from './excel-process.ts'

/** What one task may use before it is stopped. */
export type ExcelLimits = { heapMegabytes: number; seconds: number; signal?: AbortSignal }

const usualLimits: ExcelLimits = { heapMegabytes: 512, seconds: 20 }

/**
 * Does one piece of work on a workbook in a process of its own, so that a hostile or huge file can neither
 * stop nor kill the program. Throws AppError: the work's own refusal, 'file-too-slow',
 * 'file-needs-too-much-memory', or 'job-cancelled' when the signal was raised.
 */
export function runExcelProcess<Kind extends keyof ExcelWork>(
  request: ExcelWork[Kind]['request'],
  limits: Partial<ExcelLimits> = {},
): Promise<ExcelWork[Kind]['answer']> {
  const { heapMegabytes, seconds, signal } = { ...usualLimits, ...limits }
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
    const stop = (error: unknown) => {
      reject(error)
      child.kill('SIGKILL')
    }
    const cancel = () => stop(new AppError('job-cancelled'))
    const timer = setTimeout(() => stop(new AppError('file-too-slow')), seconds * 1000)
    signal?.addEventListener('abort', cancel)
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-10_000)
    })
    child.on('error', stop)
    child.on('message', (reply: ExcelReply<ExcelWork[Kind]['answer']>) => {
      if (reply.ok) resolve(reply.value)
      else reject('code' in reply ? new AppError(reply.code) : new Error(reply.failure))
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      // Every exception is answered, so a process that ends in silence was ended: by its heap's limit or by
      // the system for want of memory. Code 1 is Node failing to start, which is our mistake.
      reject(
        code === 1
          ? new Error(`The workbook process did not start: ${complaint}`)
          : new AppError('file-needs-too-much-memory'),
      )
    })
    // A process that is already gone says why when it closes.
    child.send(request, (error) => {
      if (error) child.kill('SIGKILL')
    })
  })
}
