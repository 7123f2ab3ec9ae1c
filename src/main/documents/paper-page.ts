import type { PaperDocument } from '../../shared/documents/blocks.ts'
import type { PaperLayout } from '../../shared/documents/paper-layout.ts'
import { paperToHtml } from '../../shared/documents/to-html.ts'
import { paperFonts } from './paper-fonts.ts'

/** The whole HTML page that a host prints or makes a PDF of. */
export async function paperPage(document: PaperDocument, layout: PaperLayout): Promise<string> {
  return paperToHtml(document, layout, await paperFonts())
}
