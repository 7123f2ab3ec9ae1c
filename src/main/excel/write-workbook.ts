import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../shared/contract/errors.ts'
import { saveFile } from '../files/save-file.ts'
import type { ExcelWork } from './excel-process.ts'
import { openExcelProcess } from './run-excel-process.ts'
import { assertOwnFormulas, type WorkbookSpec } from './workbook-spec.ts'

/** How whoever asked learns how far it is and may stop it; a job's control is one. */
export type WritingControl = {
  progress: (doing: string, done: number, total: number) => void
  signal: AbortSignal
}

// The largest book there is (25 years of a big cell) takes some 2 s and 200 MB; an old office PC gets its time.
const limits = { heapMegabytes: 1024, seconds: 600 }

/**
 * Writes a workbook to `path` in a process of its own: under a temporary name, read back, then renamed. Meant for
 * `context.jobs.start`. Throws AppError('job-cancelled') when stopped, AppError('save-…') when the file cannot be
 * written; in every case no part of a file is left and an older file stays.
 */
export async function writeWorkbook(
  spec: WorkbookSpec,
  path: string,
  control: WritingControl,
): Promise<void> {
  const writer = openWorkbookWriter()
  try {
    const drawn = await writer.draw(spec, control)
    await drawn.save(path)
  } finally {
    await writer.close()
  }
}

/** A workbook that was drawn; nothing of it is on the disk before it is saved, which `writeWorkbook` tells of. */
export type Drawn = { save: (path: string) => Promise<void> }

/** Writes workbooks one after the other, in a process that starts at once; each is saved before the next is drawn. */
export type WorkbookWriter = {
  draw: (spec: WorkbookSpec, control: WritingControl) => Promise<Drawn>
  close: () => Promise<void>
}

/** Opens one; whoever opened it closes it. */
export function openWorkbookWriter(): WorkbookWriter {
  const open = () => openExcelProcess(limits.heapMegabytes, 'draw')
  let process = open()
  return {
    draw: async (spec, { signal, progress }) => {
      assertOwnFormulas(spec)
      if (signal.aborted) throw new AppError('job-cancelled')
      // One that a book was too much for is gone; the next book gets another.
      if (process.ended()) process = open()
      const ask = <Kind extends 'draw' | 'save'>(request: ExcelWork[Kind]['request']) =>
        process
          .ask<Kind>(request, {
            seconds: limits.seconds,
            signal,
            progress: ({ doing, done, total }) => progress(doing, done, total),
          })
          .catch((error: unknown) => {
            // The sentences of these two speak of a file that is read.
            const stopped = error instanceof AppError && error.code.startsWith('file-')
            throw stopped ? new AppError('save-failed') : error
          })
      await process.handOver(spec.sheets)
      await ask<'draw'>({ kind: 'draw' })
      return {
        save: (path) =>
          saveFile(path, async (temporaryPath) => {
            await ask<'save'>({ kind: 'save', path: temporaryPath })
          }),
      }
    },
    close: () => process.close(),
  }
}

/** Several that work side by side, as many as leave the program a core of its own. */
export type WorkbookWriters = { each: readonly WorkbookWriter[]; close: () => Promise<void> }

const mostSideBySide = 3

/** Opens as many as are worth it; whoever opened them closes them. */
export async function openWorkbookWriters(): Promise<WorkbookWriters> {
  const count = Math.max(1, Math.min(mostSideBySide, availableParallelism() - 1))
  const each: WorkbookWriter[] = []
  for (let index = 0; index < count; index++) {
    each.push(openWorkbookWriter())
    // Beginning a process holds up everything else for a moment.
    await setImmediate()
  }
  return {
    each,
    close: async () => {
      await Promise.all(each.map((writer) => writer.close()))
    },
  }
}
