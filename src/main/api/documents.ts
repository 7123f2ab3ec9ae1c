import { writeFile } from 'node:fs/promises'
import type { documentsContract } from '../../shared/contract/documents.ts'
import type { Input } from '../../shared/contract/index.ts'
import { agendaDocument } from '../agenda/agenda-document.ts'
import { paperPage } from '../documents/paper-page.ts'
import { countPdfPages } from '../documents/pdf-pages.ts'
import { saveFile } from '../files/save-file.ts'
import { slipsDocument } from '../preparation/slips-document.ts'
import type { ActionContext, HandlersOf } from './context.ts'

/** Papers of every feature, so they are joined here: a feature knows its own blocks and no other's. */
export const documentsHandlers = {
  'documents.get': ({ db, today }, { paper, meetingId }) =>
    paper === 'slips' ? slipsDocument(db, meetingId) : agendaDocument(db, meetingId, today),

  'documents.pdf': async (context, paper) => {
    const { pdf, fileName } = await printed(context, paper)
    return { base64: Buffer.from(pdf).toString('base64'), pages: countPdfPages(pdf), fileName }
  },

  'documents.savePdf': async (context, paper) => {
    // First the pages: nobody should choose a place for a file that cannot be made.
    const { pdf, fileName } = await printed(context, paper)
    const path = await context.host.chooseSavePath('paper', fileName)
    if (path === null) return null
    await saveFile(path, (temporaryPath) => writeFile(temporaryPath, pdf))
    return { path }
  },

  'documents.print': async (context, paper) => {
    const html = await paperPage(await context.read('documents.get', paper))
    const handled = await context.host.print(html)
    return { handled, html: handled ? '' : html }
  },
} satisfies HandlersOf<typeof documentsContract>

async function printed(context: ActionContext, paper: Input<'documents.get'>) {
  const document = await context.read('documents.get', paper)
  const pdf = await context.host.printToPdf(await paperPage(document))
  return { pdf, fileName: `${document.name}.pdf` }
}
