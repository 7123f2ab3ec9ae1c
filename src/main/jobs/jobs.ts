import { AppError } from '../../shared/contract/errors.ts'
import type { jobsContract } from '../../shared/contract/jobs.ts'
import type { HandlersOf } from '../api/context.ts'

/** What the screen asks about long work: how far it is, to stop it, to show what it made. */
export const jobsHandlers = {
  'jobs.status': async ({ jobs }, { jobId }) => jobs.status(jobId),
  'jobs.cancel': async ({ jobs }, { jobId }) => {
    jobs.cancel(jobId)
    return null
  },
  'jobs.showFile': async ({ jobs, host }, { jobId }) => {
    const status = jobs.status(jobId)
    if (status.state !== 'finished') throw new AppError('job-not-found')
    await host.showFile(status.path)
    return null
  },
} satisfies HandlersOf<typeof jobsContract>
