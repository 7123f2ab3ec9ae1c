import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import { type ReportName, reportNames, reportWords } from '../../shared/rules/reports.ts'
import type { JobControl } from '../api/jobs.ts'
import type { WorkbookWriter, WorkbookWriters } from '../excel/write-workbook.ts'
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

/**
 * Writes every report of a period into a new folder, a file each, numbered in their order; `writers` work side by side
 * and are closed at the end. A report that cannot be written is told of and leaves the others; one of which nothing is
 * noted is left out. Answers the folder. Throws AppError('pack-stopped') when stopped: what was finished stays.
 */
export async function writePack(
  source: ReportSource,
  folder: string,
  writers: WorkbookWriters,
  control: JobControl,
): Promise<string> {
  const waiting = [...inOrder]
  const shares = new Map<ReportName, number>()
  const failures = new Map<ReportName, unknown>()
  let finished = 0
  const progress = (name: ReportName, share: number) => {
    shares.set(name, share)
    control.progress(
      `${reportWords[name].label} (${finished + 1}/${reportNames.length})`,
      Math.round([...shares.values()].reduce((sum, each) => sum + each, 0) * 100),
      reportNames.length * 100,
    )
  }
  const write = async (name: ReportName, writer: WorkbookWriter) => {
    progress(name, 0)
    const built = await reports[name](source)
    if (built.something) {
      const number = String(reportNames.indexOf(name) + 1).padStart(2, '0')
      await writer.write(
        await workbookOf(built, source),
        join(folder, `${number} ${reportFileName(name, source)}`),
        {
          signal: control.signal,
          progress: (_, done, total) => progress(name, total === 0 ? 0 : done / total),
        },
      )
    }
  }
  const writeWaiting = async (writer: WorkbookWriter) => {
    for (let name = waiting.shift(); name && !control.signal.aborted; name = waiting.shift()) {
      await write(name, writer).catch((error: unknown) => failures.set(name, error))
      progress(name, 1)
      finished++
    }
  }
  try {
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw writeRefusal(error) ?? error
    })
    await Promise.all(writers.each.map(writeWaiting))
  } finally {
    await writers.close()
  }
  if (control.signal.aborted) throw new AppError('pack-stopped')
  for (const name of reportNames) {
    if (failures.has(name)) control.problem(reportWords[name].label, failures.get(name))
  }
  return folder
}
