import { buffer } from 'node:stream/consumers'
import { crc32, inflateRawSync } from 'node:zlib'
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
    const foreign = [...entries.keys()].find((name) => name.includes('externalLinks/'))
    if (foreign) throw new Error(`The workbook points outside itself: ${foreign}`)
    for (const [name, entry] of entries)
      if (isRelationsOfPart(name)) assertPictures(name, await textOf(zip, entry))
    const sheetNames: string[] = []
    parse(await textOf(zip, entries.get('xl/workbook.xml')), {
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

/** Relations of a sheet or a drawing: where links would stand. */
function isRelationsOfPart(name: string): boolean {
  return /^xl\/(worksheets|drawings)\/_rels\/[^/]+$/.test(name)
}

/** Refuses whatever is not a drawing of a sheet or a picture of a drawing within the file. */
function assertPictures(name: string, xml: string): void {
  parse(xml, {
    open: (tag, { Target = '', Type = '', TargetMode }) => {
      if (tag !== 'Relationship') return
      const ours = /^\.\.\/(drawings\/drawing|media\/image)\d+\.(xml|png)$/.test(Target)
      if (!ours || TargetMode !== undefined || !/\/(drawing|image)$/.test(Type))
        throw new Error(`The workbook points outside itself: ${name}`)
    },
  })
}

type Handlers = {
  open?: (name: string, attributes: Record<string, string>) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

async function textOf(zip: ZipFile, entry: Entry | undefined): Promise<string> {
  if (!entry) throw new Error('A part of the workbook is missing')
  const packed = await buffer(
    await zip.openReadStreamPromise(entry, { decompress: entry.compressionMethod === 8 ? false : null }),
  )
  // A part at once: most are so small that unpacking them piece by piece takes several times as long.
  const bytes = entry.compressionMethod === 8 ? inflateRawSync(packed) : packed
  if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32)
    throw new Error(`A part of the workbook is damaged: ${entry.fileName}`)
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

function parse(xml: string, handlers: Handlers): void {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => handlers.open?.(name, attributes))
  parser.on('closetag', ({ name }) => handlers.close?.(name))
  parser.on('text', (text) => handlers.text?.(text))
  parser.write(xml).close()
}

async function readStrings(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<string[]> {
  const strings: string[] = []
  const entry = entries.get('xl/sharedStrings.xml')
  if (!entry) return strings
  let text = ''
  let inText = false
  parse(await textOf(zip, entry), {
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

// Every tag the data of a sheet may hold, one after the other and nothing between them: with hundreds of thousands of
// cells a general parser would take as long to check a book as it took to write it.
const sheetTag =
  /<c r="([A-Z]+\d+)"(?: s="\d+")?(?: t="(s|str)")?(?:\/>|>(?:<f>([^<]*)<\/f>)?(?:<v>([^<]*)<\/v>|<v\/>)<\/c>)|<row (?:[\w:]+="[^"<]*" ?)*\/?>|<\/row>/y

async function readSheet(
  zip: ZipFile,
  entry: Entry | undefined,
  strings: readonly string[],
  onCell: (cell: WrittenCell) => void,
): Promise<void> {
  const xml = await textOf(zip, entry)
  // `<sheetData/>` where a sheet is empty: then nothing is cut out, and there is nothing to go through.
  const begin = xml.indexOf('<sheetData>')
  const from = begin < 0 ? 0 : begin + '<sheetData>'.length
  const to = begin < 0 ? 0 : xml.indexOf('</sheetData>', from)
  parse(xml.slice(0, from) + xml.slice(to), {
    open: (name, attributes) => {
      if (name === 'hyperlink') throw new Error(`The sheet holds a link: ${attributes.ref}`)
    },
  })
  sheetTag.lastIndex = from
  while (sheetTag.lastIndex < to) {
    const at = sheetTag.lastIndex
    const tag = sheetTag.exec(xml)
    if (!tag) throw new Error(`Something nobody wrote: ${xml.slice(at, at + 80)}`)
    const [whole, address, type, formula, value = ''] = tag
    if (address === undefined || whole.endsWith('"/>')) continue
    onCell({
      address,
      formula: formula === undefined ? null : decoded(formula),
      value: contentOf(type, value, strings),
    })
  }
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.includes('&')
    ? text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? '')
    : text
}

function contentOf(type: string | undefined, text: string, strings: readonly string[]): string | number {
  if (type === undefined) return Number(text)
  if (type === 'str') return unescapeUnderscoreX(decoded(text))
  const shared = strings[Number(text)]
  if (shared === undefined) throw new Error(`A text that is not among the texts: ${text}`)
  return shared
}
