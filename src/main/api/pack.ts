import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../shared/contract/errors.ts'
import type { packContract } from '../../shared/contract/pack.ts'
import { paperPage } from '../documents/paper-page.ts'
import { fileName } from '../files/file-name.ts'
import { saveFile, writeRefusal } from '../files/save-file.ts'
import { issuedBetween, issuedDocument } from '../papers/issuing.ts'
import { openPack, packName } from '../reports/pack.ts'
import { reportSource } from '../reports/report-source.ts'
import type { ActionContext, HandlersOf } from './context.ts'
import type { JobControl } from './jobs.ts'

const choice = 'packWithPapers'

/** Reports and papers are of two features, so they come together here. */
export const packHandlers = {
  'pack.get': async ({ db }, period) => {
    const chosen = await db.selectFrom('setting').select('value').where('key', '=', choice).executeTakeFirst()
    return { withPapers: chosen?.value === 1, papers: (await issuedBetween(db, period)).length }
  },

  'pack.choose': async ({ db, describe }, { withPapers }) => {
    describe(`Bộ báo cáo: ${withPapers ? 'kèm' : 'không kèm'} văn bản đã ban hành`)
    const value = withPapers ? 1 : 0
    await db
      .insertInto('setting')
      .values({ key: choice, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
    return null
  },

  'pack.export': async (context, { withPapers, ...period }) => {
    if (period.fromDate > period.toDate) throw new AppError('period-invalid')
    const { db, today, host, jobs } = context
    const pack = await openPack(reportSource(db, today, period))
    try {
      const folder = await host.chooseNewFolder('report', packName(period))
      if (folder !== null) {
        const papers = withPapers ? await issuedBetween(db, period) : []
        const jobId = jobs.start(async (control) => {
          const reports = papers.length === 0 ? 1 : 0.6
          await pack.write(folder, partOf(control, 0, reports))
          await writePapers(context, papers, join(folder, 'Văn bản'), partOf(control, reports, 1))
          return folder
        })
        return { jobId }
      }
    } catch (error) {
      await pack.close()
      throw error
    }
    await pack.close()
    return null
  },
} satisfies HandlersOf<typeof packContract>

/** The part of a job that leads from one share of it to another. */
function partOf(control: JobControl, from: number, to: number): JobControl {
  const steps = 1000
  return {
    ...control,
    progress: (doing, done, total) =>
      control.progress(
        doing,
        Math.round((from + (to - from) * (total === 0 ? 0 : done / total)) * steps),
        steps,
      ),
  }
}

type Issued = { id: number; symbol: string; title: string }

/**
 * Writes papers as they were issued into a folder, each for Word and as PDF. What cannot be written is told of and
 * leaves the others; where pages cannot be printed at all that is told once. Throws AppError('pack-stopped').
 */
async function writePapers(
  { db, host }: Pick<ActionContext, 'db' | 'host'>,
  papers: readonly Issued[],
  folder: string,
  control: JobControl,
): Promise<void> {
  if (papers.length === 0) return
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    control.problem('Văn bản', writeRefusal(error) ?? error)
    return
  }
  const { paperToWord } = await import('../documents/word-document.ts')
  let printing = true
  const save = async (path: string, bytes: Uint8Array) => {
    if (control.signal.aborted) throw new AppError('pack-stopped')
    await saveFile(path, (temporaryPath) => writeFile(temporaryPath, bytes))
  }
  for (const [index, name] of namesOf(papers).entries()) {
    const { id, symbol } = papers[index] as Issued
    control.progress(`Văn bản ${symbol} (${index + 1}/${papers.length})`, index, papers.length)
    const attempt = async (part: string, work: () => Promise<void>) => {
      // Each takes its time, and the screen waits for nobody.
      await setImmediate()
      await work().catch((error: unknown) => {
        if (control.signal.aborted) throw new AppError('pack-stopped')
        const unprinted = error instanceof AppError && error.code === 'pdf-unavailable'
        if (unprinted) printing = false
        control.problem(unprinted ? 'Văn bản chỉ ghi được dạng Word' : part, error)
      })
    }
    await attempt(`Văn bản ${symbol}, dạng Word`, async () => {
      const document = await issuedDocument(db, id)
      await save(join(folder, `${name}.docx`), await paperToWord(document, document.layout))
    })
    if (!printing) continue
    await attempt(`Văn bản ${symbol}, dạng PDF`, async () => {
      const document = await issuedDocument(db, id)
      const page = await paperPage(document, document.layout)
      await save(join(folder, `${name}.pdf`), await orStopped(host.printToPdf(page), control.signal))
    })
  }
}

/** "05-NQ-CB Nghị quyết tháng 10.2026": each unlike the others, also where small and large letters are one. */
function namesOf(papers: readonly Issued[]): string[] {
  const taken = new Set<string>()
  return papers.map(({ symbol, title }) => {
    const base = fileName(`${symbol} ${title}`, '')
    let name = base
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base} (${count})`
    taken.add(name.toLowerCase())
    return name
  })
}

/** The work's answer, or AppError('pack-stopped') as soon as the user wants to stop: a printer is not waited for. */
function orStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new AppError('pack-stopped'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
