import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import { type ReportName, reportNames, reportWords } from '../../shared/rules/reports.ts'
import type { JobControl } from '../api/jobs.ts'
import {
  type Drawn,
  openWorkbookWriters,
  type WorkbookWriter,
  type WritingControl,
} from '../excel/write-workbook.ts'
import { writeRefusal } from '../files/save-file.ts'
import { reports } from './registry.ts'
import { periodWords, reportFileName, workbookOf } from './report.ts'
import type { ReportSource } from './report-source.ts'

/** "Báo cáo quý IV.2026": no file system refuses it. */
export function packName(source: { fromDate: string; toDate: string }): string {
  return `Báo cáo ${periodWords(source).replaceAll('/', '.')}`
}

// Those that take longest go first, so that the last ones to be written are short.
const inOrder = [...new Set<ReportName>(['everything', 'rollBook', ...reportNames])]

/** A pack that is being made ready; whoever opened it writes it or closes it. */
export type Pack = {
  /**
   * Writes every report into a new folder, a file each, numbered in their order. One that cannot be written is told of
   * and leaves the others; one of which nothing is noted is left out. Answers the folder. Throws
   * AppError('pack-stopped') when stopped: what was finished stays. Closes it too.
   */
  write: (folder: string, control: JobControl) => Promise<string>
  close: () => Promise<void>
}

/** A report's workbook on its way; null where nothing is noted. */
type Begun = { name: ReportName; drawing: Promise<Drawn | null> }

/**
 * Begins the reports of a period while the user still chooses a folder: as many as can be side by side are put together
 * and drawn. Nothing is on the disk before it is written.
 */
export async function openPack(source: ReportSource): Promise<Pack> {
  const writers = await openWorkbookWriters()
  const stop = new AbortController()
  const waiting = [...inOrder]
  const shares = new Map<ReportName, number>()
  const failures = new Map<ReportName, unknown>()
  let finished = 0
  let tell: JobControl['progress'] = () => undefined
  const progress = (name: ReportName, share: number) => {
    shares.set(name, share)
    tell(
      `${reportWords[name].label} (${finished + 1}/${reportNames.length})`,
      Math.round([...shares.values()].reduce((sum, each) => sum + each, 0) * 100),
      reportNames.length * 100,
    )
  }
  const begin = (writer: WorkbookWriter): Begun | null => {
    const name = stop.signal.aborted ? undefined : waiting.shift()
    if (!name) return null
    const drawing = drawn(name, source, writer, {
      signal: stop.signal,
      progress: (_, done, total) => progress(name, total === 0 ? 0 : done / total),
    })
    // Told of when it is asked for.
    drawing.catch(() => undefined)
    return { name, drawing }
  }
  const finish = async ({ name, drawing }: Begun, folder: string) => {
    const number = String(reportNames.indexOf(name) + 1).padStart(2, '0')
    try {
      const workbook = await drawing
      await workbook?.save(join(folder, `${number} ${reportFileName(name, source)}`))
    } catch (error) {
      failures.set(name, error)
    }
    progress(name, 1)
    finished++
  }
  const first = writers.each.map(begin)
  return {
    write: async (folder, control) => {
      tell = control.progress
      if (control.signal.aborted) stop.abort()
      control.signal.addEventListener('abort', () => stop.abort(), { once: true })
      try {
        await mkdir(folder, { recursive: true }).catch((error: unknown) => {
          throw writeRefusal(error) ?? error
        })
        await Promise.all(
          writers.each.map(async (writer, index) => {
            for (let begun = first[index] ?? null; begun; begun = begin(writer)) await finish(begun, folder)
          }),
        )
      } finally {
        await writers.close()
      }
      if (control.signal.aborted) throw new AppError('pack-stopped')
      for (const name of reportNames) {
        if (failures.has(name)) control.problem(reportWords[name].label, failures.get(name))
      }
      return folder
    },
    close: async () => {
      stop.abort()
      await writers.close()
    },
  }
}

async function drawn(
  name: ReportName,
  source: ReportSource,
  writer: WorkbookWriter,
  control: WritingControl,
): Promise<Drawn | null> {
  const built = await reports[name](source)
  return built.something ? writer.draw(await workbookOf(built, source), control) : null
}
