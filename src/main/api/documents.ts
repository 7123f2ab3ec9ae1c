import type { documentsContract } from '../../shared/contract/documents.ts'
import type { Input } from '../../shared/contract/index.ts'
import { agendaDocument } from '../agenda/agenda-document.ts'
import { paperPage } from '../documents/paper-page.ts'
import { countPdfPages } from '../documents/pdf-pages.ts'
import type { ActionContext, HandlersOf } from './context.ts'

/** Papers of every feature, so they are joined here: a feature knows its own blocks and no other's. */
export const documentsHandlers = {
  'documents.get': ({ db, today }, { meetingId }) => agendaDocument(db, meetingId, today),

  'documents.pdf': async (context, paper) => {
    const { pdf, name } = await printed(context, paper)
    return { base64: Buffer.from(pdf).toString('base64'), pages: countPdfPages(pdf), fileName: `${name}.pdf` }
  },
} satisfies Partial<HandlersOf<typeof documentsContract>>

async function printed(context: ActionContext, paper: Input<'documents.get'>) {
  const document = await context.read('documents.get', paper)
  const pdf = await context.host.printToPdf(await paperPage(document))
  return { pdf, name: document.name }
}
