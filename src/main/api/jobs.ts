import { randomUUID } from 'node:crypto'
import { AppError, type ErrorCode, errorSentences } from '../../shared/contract/errors.ts'
import type { JobStatus } from '../../shared/contract/jobs.ts'

/** What a running job may do: tell how far it is, and learn that the user wants it stopped. */
export type JobControl = {
  progress: (doing: string, done: number, total: number) => void
  /** Tells of a part that could not be made, and why; the rest goes on. */
  problem: (part: string, error: unknown) => void
  signal: AbortSignal
}

/** Long work that runs beside the main loop; the screen polls `jobs.status`. */
export type Jobs = {
  /** Starts work that ends with the path of the file it made; answers the job's id at once. */
  start: (work: (control: JobControl) => Promise<string>) => string
  status: (jobId: string) => JobStatus
  cancel: (jobId: string) => void
}

/** A fresh register of jobs. Ended jobs stay known for as long as the program runs. */
export function createJobs(logError: (error: unknown) => void): Jobs {
  const jobs = new Map<string, { status: JobStatus; abort: AbortController }>()
  const find = (jobId: string) => {
    const job = jobs.get(jobId)
    if (!job) throw new AppError('job-not-found')
    return job
  }
  return {
    start(work) {
      const job: { status: JobStatus; abort: AbortController } = {
        status: { state: 'running', doing: '', done: 0, total: 0 },
        abort: new AbortController(),
      }
      const jobId = randomUUID()
      const problems: string[] = []
      jobs.set(jobId, job)
      const fail = (error: unknown): ErrorCode => {
        if (error instanceof AppError && error.code === 'pack-stopped') return error.code
        if (job.abort.signal.aborted) return 'job-cancelled'
        if (error instanceof AppError) return error.code
        logError(error)
        return 'unexpected'
      }
      work({
        progress: (doing, done, total) => {
          job.status = { state: 'running', doing, done, total }
        },
        problem: (part, error) => {
          if (!(error instanceof AppError)) logError(error)
          const code = error instanceof AppError ? error.code : 'unexpected'
          problems.push(`${part}: ${errorSentences[code]}`)
        },
        signal: job.abort.signal,
      }).then(
        (path) => {
          job.status = { state: 'finished', path, problems }
        },
        (error) => {
          job.status = { state: 'failed', code: fail(error) }
        },
      )
      return jobId
    },
    status: (jobId) => find(jobId).status,
    cancel: (jobId) => find(jobId).abort.abort(),
  }
}
