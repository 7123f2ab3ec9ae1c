import { crc32, inflateRawSync } from 'node:zlib'
import { SaxesParser } from 'saxes'
import { fromBufferPromise } from 'yauzl'
import { unescapeUnderscoreX } from './safe-text.ts'

/** A cell of a file as it stands there; `value` is the cached one where there is a formula. */
export type WrittenCell = { address: string; formula: string | null; value: string | number }

export type WrittenWorkbook = {
  sheetNames: string[]
  /** Hands over every cell that holds something, row by row. */
  readSheet: (index: number, onCell: (cell: WrittenCell) => void) => void
}

/** The text of a part; throws where there is none or it is damaged. */
type TextOf = (name: string) => string

/**
 * Opens a workbook that this program wrote, with a reader of its own: unzip, then the XML as it is. It is no reader
 * for files from elsewhere, which may be hostile. Throws on links and on anything that points outside the file.
 */
export async function openWritten(bytes: Buffer): Promise<WrittenWorkbook> {
  const parts = await partsOf(bytes)
  const foreign = [...parts.keys()].find((name) => name.includes('externalLinks/'))
  if (foreign) throw new Error(`The workbook points outside itself: ${foreign}`)
  const textOf: TextOf = (name) => {
    const part = parts.get(name)
    if (!part) throw new Error(`A part of the workbook is missing: ${name}`)
    return new TextDecoder('utf-8', { fatal: true }).decode(part())
  }
  for (const [name, part] of parts) {
    if (isRelationsOfPart(name)) assertPictures(name, textOf(name))
    // Nobody reads a picture, so it is only seen to be whole.
    else if (name.endsWith('.png')) part()
  }
  const sheetNames: string[] = []
  parse(textOf('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'sheet') sheetNames.push(attributes.name ?? '')
    },
  })
  const strings = parts.has(stringsPart) ? readStrings(textOf(stringsPart)) : []
  return {
    sheetNames,
    readSheet: (index, onCell) => readSheet(textOf(`xl/worksheets/sheet${index + 1}.xml`), strings, onCell),
  }
}

const stringsPart = 'xl/sharedStrings.xml'

/** What unpacks each part of an archive, by its name. */
async function partsOf(bytes: Buffer): Promise<Map<string, () => Buffer>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true })
  const parts = new Map<string, () => Buffer>()
  for await (const entry of zip.eachEntry()) {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize)
    // A part at once: most are so small that unpacking them piece by piece takes several times as long.
    parts.set(entry.fileName, () => {
      const part = entry.compressionMethod === 8 ? inflateRawSync(packed) : packed
      if (part.length !== entry.uncompressedSize || crc32(part) !== entry.crc32)
        throw new Error(`A part of the workbook is damaged: ${entry.fileName}`)
      return part
    })
  }
  return parts
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

function readStrings(xml: string): string[] {
  const strings: string[] = []
  let text = ''
  let inText = false
  parse(xml, {
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

function readSheet(xml: string, strings: readonly string[], onCell: (cell: WrittenCell) => void): void {
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
