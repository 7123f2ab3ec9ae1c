import { writeFile } from 'node:fs/promises'
import type { documentsContract } from '../../shared/contract/documents.ts'
import type { Input } from '../../shared/contract/index.ts'
import { papers } from '../../shared/documents/papers.ts'
import { paperPage } from '../documents/paper-page.ts'
import { countPdfPages } from '../documents/pdf-pages.ts'
import { fileName } from '../files/file-name.ts'
import { saveFile } from '../files/save-file.ts'
import { issuedDocument, lastIssueWords } from '../papers/issuing.ts'
import { layoutOf } from '../resources/layout-rules.ts'
import type { ActionContext, HandlersOf } from './context.ts'
import { paperMakers, yearPaperMakers } from './papers.ts'

/** The one door for every paper: list, look, print and save are the same whatever the paper is. */
export const documentsHandlers = {
  'documents.list': async (context, { meetingId }) => {
    const issued = await lastIssueWords(context.db, meetingId)
    return Promise.all(
      papers.map(async (paper) => {
        const words = issued.get(paper)
        return {
          paper,
          ...(words === undefined
            ? await paperMakers[paper].standing(context, meetingId)
            : { ready: true, words }),
        }
      }),
    )
  },

  'documents.get': async (context, wanted) =>
    wanted.paper === 'issued'
      ? issuedDocument(context.db, wanted.issuedId)
      : {
          layout: await layoutOf(context.db),
          ...('year' in wanted
            ? await yearPaperMakers[wanted.paper](context, wanted.year, null)
            : await paperMakers[wanted.paper].document(context, wanted.meetingId, null)),
        },

  'documents.pdf': async (context, paper) => {
    const { pdf, name } = await printed(context, paper)
    return { base64: Buffer.from(pdf).toString('base64'), pages: countPdfPages(pdf), fileName: name }
  },

  'documents.savePdf': async (context, paper) => {
    // First the pages: nobody should choose a place for a file that cannot be made.
    const { pdf, name } = await printed(context, paper)
    return saved(context, name, pdf)
  },

  'documents.saveWord': async (context, paper) => {
    const document = await context.read('documents.get', paper)
    // Loaded when first asked for: it is large, and few papers are saved in an evening.
    const { paperToWord } = await import('../documents/word-document.ts')
    return saved(context, fileName(document.name, '.docx'), await paperToWord(document, document.layout))
  },

  'documents.print': async (context, paper) => {
    const html = await page(context, paper)
    const handled = await context.host.print(html)
    return { handled, html: handled ? '' : html }
  },
} satisfies HandlersOf<typeof documentsContract>

/** Asks where to save and writes the file whole or not at all. */
async function saved({ host }: ActionContext, name: string, bytes: Uint8Array) {
  const path = await host.chooseSavePath('paper', name)
  if (path === null) return null
  await saveFile(path, (temporaryPath) => writeFile(temporaryPath, bytes))
  return { path }
}

async function page(context: ActionContext, paper: Input<'documents.get'>): Promise<string> {
  const document = await context.read('documents.get', paper)
  return paperPage(document, document.layout)
}

async function printed(context: ActionContext, paper: Input<'documents.get'>) {
  const document = await context.read('documents.get', paper)
  const pdf = await context.host.printToPdf(await paperPage(document, document.layout))
  return { pdf, name: fileName(document.name, '.pdf') }
}
