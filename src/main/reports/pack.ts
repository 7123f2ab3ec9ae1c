import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import { reportNames, reportWords } from '../../shared/rules/reports.ts'
import type { JobControl } from '../api/jobs.ts'
import { openWorkbookWriter } from '../excel/write-workbook.ts'
import { writeRefusal } from '../files/save-file.ts'
import { reports } from './registry.ts'
import { periodWords, reportFileName, workbookOf } from './report.ts'
import type { ReportSource } from './report-source.ts'

/** "Báo cáo quý IV.2026": no file system refuses it. */
export function packName(source: { fromDate: string; toDate: string }): string {
  return `Báo cáo ${periodWords(source).replaceAll('/', '.')}`
}

/**
 * Writes every report of a period into a new folder, a file each, numbered in their order. One that cannot be written
 * is told of and leaves the others; one of which nothing is noted is left out. Answers the folder. Throws
 * AppError('pack-stopped') when stopped: what was finished stays.
 */
export async function writePack(source: ReportSource, folder: string, control: JobControl): Promise<string> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw writeRefusal(error) ?? error
  })
  const writer = openWorkbookWriter()
  try {
    for (const [index, name] of reportNames.entries()) {
      const { label } = reportWords[name]
      const doing = `${label} (${index + 1}/${reportNames.length})`
      const progress = (share: number) =>
        control.progress(doing, index * 100 + Math.round(share * 100), reportNames.length * 100)
      progress(0)
      try {
        const built = await reports[name](source)
        if (!built.something) continue
        const path = join(folder, `${String(index + 1).padStart(2, '0')} ${reportFileName(name, source)}`)
        await writer.write(await workbookOf(built, source), path, {
          signal: control.signal,
          progress: (_, done, total) => progress(total === 0 ? 0 : done / total),
        })
      } catch (error) {
        if (control.signal.aborted) throw new AppError('pack-stopped')
        control.problem(label, error)
      }
      if (control.signal.aborted) throw new AppError('pack-stopped')
    }
  } finally {
    await writer.close()
  }
  return folder
}
