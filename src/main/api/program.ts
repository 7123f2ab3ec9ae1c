import { join } from 'node:path'
import type { ErrorCode } from '../../shared/contract/errors.ts'
import { type OpenDatabase, openDatabase } from '../db/open.ts'
import { problemOf } from '../db/problem.ts'
import type { Host } from './host.ts'
import { createJobs, type Jobs } from './jobs.ts'

export const databaseFileName = 'van-phong-chi-bo.db'

/** What the program is made of while it runs. Both hosts build one and hand its calls to `dispatch`. */
export type Program = {
  readonly dataFolder: string
  readonly host: Host
  readonly jobs: Jobs
  readonly clock: () => Date
  readonly logError: (error: unknown) => void
  /** The database in use: the user's own or the sample office; or why there is none. */
  office: OpenOffice
  /** The user's own office, kept open while the sample one is shown. */
  readonly ownOffice: OpenOffice
}

export type OpenOffice = { sample: boolean; database: OpenDatabase } | { sample: false; problem: ErrorCode }

export type ProgramOptions = {
  /** Folder of the user's data, or ':memory:' for a program that leaves nothing behind. */
  dataFolder: string
  host: Host
  clock?: () => Date
  logError?: (error: unknown) => void
}

/** Starts the program. A database that cannot be opened does not stop it: every call then answers why. */
export function createProgram(options: ProgramOptions): Program {
  const logError = options.logError ?? ((error) => console.error(error))
  const ownOffice = openOwnOffice(options.dataFolder, logError)
  return {
    dataFolder: options.dataFolder,
    host: options.host,
    jobs: createJobs(logError),
    clock: options.clock ?? (() => new Date()),
    logError,
    office: ownOffice,
    ownOffice,
  }
}

function openOwnOffice(dataFolder: string, logError: (error: unknown) => void): OpenOffice {
  const path = dataFolder === ':memory:' ? dataFolder : join(dataFolder, databaseFileName)
  try {
    return { sample: false, database: openDatabase(path) }
  } catch (error) {
    logError(error)
    return { sample: false, problem: problemOf(error)?.code ?? 'database-unavailable' }
  }
}

/** Closes the databases; the write-ahead log is folded back into the file. */
export function closeProgram(program: Program): void {
  if (program.office !== program.ownOffice) closeOffice(program.office)
  closeOffice(program.ownOffice)
}

/** Closes the database of an office; one that could not be opened has none. */
export function closeOffice(office: OpenOffice): void {
  if ('database' in office) office.database.close()
}
