import { z } from 'zod'
import { action } from './define.ts'
import type { ErrorCode } from './errors.ts'

export type JobStatus =
  | { state: 'running'; doing: string; done: number; total: number }
  /** `problems`: what could not be made though the rest was, a sentence each. */
  | { state: 'finished'; path: string; problems: string[] }
  | { state: 'failed'; code: ErrorCode }

const job = z.strictObject({ jobId: z.string().max(100) })

export const jobsContract = {
  'jobs.status': action(job).returns<JobStatus>(),
  'jobs.cancel': action(job).returns<null>(),
  /** Opens the folder a finished file stands in. */
  'jobs.showFile': action(job).returns<null>(),
}
