import { SaxesParser } from 'saxes'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { unescapeUnderscoreX } from './safe-text.ts'

/** A cell of a file as it stands there; `value` is the cached one where there is a formula. */
export type WrittenCell = { address: string; formula: string | null; value: string | number }

export type WrittenWorkbook = {
  sheetNames: string[]
  /** Hands over every cell that holds something, row by row. */
  readSheet: (index: number, onCell: (cell: WrittenCell) => void) => Promise<void>
  close: () => void
}

/**
 * Opens a workbook that this program wrote, with a reader of its own: unzip, then the XML as it is. It is no reader
 * for files from elsewhere, which may be hostile. Throws on links and on anything that points outside the file.
 */
export async function openWritten(path: string): Promise<WrittenWorkbook> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  try {
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    const foreign = [...entries.keys()].find((name) => /worksheets\/_rels\/|externalLinks\//.test(name))
    if (foreign) throw new Error(`The workbook points outside itself: ${foreign}`)
    const sheetNames: string[] = []
    await parse(zip, entries.get('xl/workbook.xml'), {
      open: (name, attributes) => {
        if (name === 'sheet') sheetNames.push(attributes.name ?? '')
      },
    })
    const strings = await readStrings(zip, entries)
    return {
      sheetNames,
      readSheet: (index, onCell) =>
        readSheet(zip, entries.get(`xl/worksheets/sheet${index + 1}.xml`), strings, onCell),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

type Handlers = {
  open?: (name: string, attributes: Record<string, string>) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

async function parse(zip: ZipFile, entry: Entry | undefined, handlers: Handlers): Promise<void> {
  if (!entry) throw new Error('A part of the workbook is missing')
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => handlers.open?.(name, attributes))
  parser.on('closetag', ({ name }) => handlers.close?.(name))
  parser.on('text', (text) => handlers.text?.(text))
  const stream = await zip.openReadStreamPromise(entry)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of stream) parser.write(decoder.decode(chunk, { stream: true }))
  parser.write(decoder.decode()).close()
}

async function readStrings(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<string[]> {
  const strings: string[] = []
  const entry = entries.get('xl/sharedStrings.xml')
  if (!entry) return strings
  let text = ''
  let inText = false
  await parse(zip, entry, {
    open: (name) => {
      if (name === 'si') text = ''
      inText = name === 't'
    },
    text: (part) => {
      if (inText) text += part
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeUnderscoreX(text))
      if (name === 't') inText = false
    },
  })
  return strings
}

async function readSheet(
  zip: ZipFile,
  entry: Entry | undefined,
  strings: readonly string[],
  onCell: (cell: WrittenCell) => void,
): Promise<void> {
  let address = ''
  let type = ''
  let formula: string | null = null
  let value: string | null = null
  let inside = ''
  await parse(zip, entry, {
    open: (name, attributes) => {
      inside = name
      if (name === 'hyperlink') throw new Error(`The sheet holds a link: ${attributes.ref}`)
      if (name === 'c') {
        address = attributes.r ?? ''
        type = attributes.t ?? 'n'
        formula = null
        value = null
      } else if (name === 'f') formula = ''
      else if (name === 'v') value = ''
    },
    text: (text) => {
      if (inside === 'f') formula += text
      if (inside === 'v') value += text
    },
    close: (name) => {
      inside = ''
      if (name !== 'c' || (value === null && formula === null)) return
      onCell({ address, formula, value: contentOf(type, value ?? '', strings) })
    },
  })
}

function contentOf(type: string, text: string, strings: readonly string[]): string | number {
  if (type === 'n') return Number(text)
  if (type === 'str') return unescapeUnderscoreX(text)
  const shared = type === 's' ? strings[Number(text)] : undefined
  if (shared === undefined) throw new Error(`A cell of a kind nobody wrote: ${type}`)
  return shared
}
