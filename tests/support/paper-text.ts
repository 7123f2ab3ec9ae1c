import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PaperDocument } from '../../src/shared/documents/blocks.ts'
import type { PaperLayout } from '../../src/shared/documents/paper-layout.ts'
import { paperToHtml } from '../../src/shared/documents/to-html.ts'
import { type PdfPage, readPdf } from './pdf-text.ts'
import { readWord } from './word.ts'
import { inFolder, libreOffice } from './workbook.ts'

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const wordsIn = (mark: string) =>
  mark
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => signs[name] ?? '')
    .trim()

/** What a paper's page says, paragraph by paragraph and cell by cell; nothing that is empty. */
export function htmlTexts(document: PaperDocument, layout: PaperLayout): string[] {
  const page = paperToHtml(document, layout, [])
  const body = page.slice(page.indexOf('<body>'))
  return [...body.matchAll(/<(p|h1|h2|h3|th|td|li)(?: [^>]*)?>([\s\S]*?)<\/\1>/g)]
    .map(([, , content]) => wordsIn(content ?? ''))
    .filter((text) => text !== '')
}

/** The same of a Word file. */
export async function wordTexts(bytes: Uint8Array): Promise<string[]> {
  const { paragraphs } = await readWord(bytes)
  return paragraphs.map(({ text }) => text.trim()).filter((text) => text !== '')
}

const letters = (text: string) => text.normalize('NFC').replace(/\s/g, '')

/** All letters a document says in order, without spaces. */
export const lettersOf = (texts: readonly string[]) => letters(texts.join(''))

/**
 * The letters on the pages of a PDF, without the numbers of its pages and the headings of tables that a new page
 * repeats: what `lettersOf` gives of the same document.
 */
export function pageLetters(pages: readonly PdfPage[], document: PaperDocument): string {
  const headings = document.blocks.flatMap((block) =>
    block.kind === 'table' ? [lettersOf(block.columns.map((column) => column.heading))] : [],
  )
  return pages
    .map(({ texts }, index) => {
      if (index === 0) return lettersOf(texts.map(({ text }) => text))
      const said = lettersOf(texts.filter(({ y }) => y > 56).map(({ text }) => text))
      const repeated = headings.find((heading) => said.startsWith(heading))
      return repeated === undefined ? said : said.slice(repeated.length)
    })
    .join('')
}

/** Word files as LibreOffice prints them, in the same order. */
export async function printedByLibreOffice(files: readonly Uint8Array[]): Promise<PdfPage[][]> {
  if (!libreOffice) throw new Error('LibreOffice is not on this machine')
  const program = libreOffice
  return inFolder(async (folder) => {
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${String(index).padStart(3, '0')}.docx`)
      writeFileSync(path, bytes)
      return path
    })
    const out = join(folder, 'out')
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync(program, [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...paths], {
      stdio: 'ignore',
    })
    return Promise.all(
      readdirSync(out)
        .sort()
        .map((name) => readPdf(readFileSync(join(out, name)))),
    )
  })
}
