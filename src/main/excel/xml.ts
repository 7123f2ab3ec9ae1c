import { SaxesParser } from 'saxes'
import { AppError } from '../../shared/contract/errors.ts'

export type XmlHandlers = {
  /** `name` and the attributes' names stand without their namespace prefix. */
  open: (name: string, attributes: Readonly<Record<string, string>>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Bytes of one text, tag or attribute that may pass before the file counts as an attack on memory. */
const longestPiece = 4 * 1024 * 1024
const deepest = 100

/**
 * Reads one XML part piece by piece, holding no more of it than one tag or text. Document types (where
 * entity tricks live) and absurd depth or length are refused: AppError 'file-dangerous'; XML that is not
 * well formed, unknown entities included: 'file-damaged'.
 */
export async function parseXml(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ position: false })
  let pending = 0
  let depth = 0
  parser.on('error', () => {
    throw new AppError('file-damaged')
  })
  parser.on('doctype', () => {
    throw new AppError('file-dangerous')
  })
  parser.on('opentag', (tag) => {
    pending = 0
    depth += 1
    if (depth > deepest) throw new AppError('file-dangerous')
    const attributes: Record<string, string> = Object.create(null)
    for (const [name, value] of Object.entries(tag.attributes)) attributes[localName(name)] ??= value
    handlers.open(localName(tag.name), attributes)
  })
  parser.on('closetag', (tag) => {
    pending = 0
    depth -= 1
    handlers.close?.(localName(tag.name))
  })
  const text = (content: string) => {
    pending = 0
    handlers.text?.(content)
  }
  parser.on('text', text)
  parser.on('cdata', text)

  let decoder: TextDecoder | null = null
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8')
    pending += chunk.length
    parser.write(decoder.decode(chunk, { stream: true }))
    if (pending > longestPiece) throw new AppError('file-dangerous')
  }
  parser.close()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
