import { existsSync, realpathSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { SaxesParser } from 'saxes'
import { inFolder, libreOffice, parts } from './workbook.ts'

/** An element of a part of a Word file; text stands in `text`. */
export type XmlNode = { name: string; attributes: Record<string, string>; children: XmlNode[]; text: string }

export type WordRun = { text: string; bold: boolean; italic: boolean; underlined: boolean; pt: number | null }
export type WordParagraph = { text: string; runs: WordRun[]; properties: XmlNode | null }

export type WordFile = {
  names: string[]
  document: XmlNode
  styles: XmlNode
  /** What stands at the top of the first page, and of every other. */
  firstHeader: XmlNode
  otherHeader: XmlNode
  /** Every paragraph in order, those in tables too. */
  paragraphs: WordParagraph[]
}

/** What a Word file says, read by unzipping it and reading its XML as it stands. Throws on XML that is not well-formed. */
export async function readWord(bytes: Uint8Array): Promise<WordFile> {
  const files = await inFolder(async (folder) => {
    const path = join(folder, 'x.docx')
    writeFileSync(path, bytes)
    return parts(path)
  })
  const xml = (name: string) => treeOf(files.get(name) ?? '')
  for (const [name, content] of files) if (/\.(xml|rels)$/.test(name)) treeOf(content)
  const document = xml('word/document.xml')
  const relations = all(xml('word/_rels/document.xml.rels'), 'Relationship')
  const header = (type: string) => {
    const id = all(document, 'w:headerReference').find((each) => each.attributes['w:type'] === type)
    const target = relations.find((each) => each.attributes.Id === id?.attributes['r:id'])?.attributes.Target
    return xml(`word/${target}`)
  }
  return {
    names: [...files.keys()],
    document,
    styles: xml('word/styles.xml'),
    firstHeader: header('first'),
    otherHeader: header('default'),
    paragraphs: all(document, 'w:p').map(paragraphOf),
  }
}

/** Every element of a name below a node, in order. */
export function all(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}

/** The attribute of the first such element below a node, or undefined. */
export function attribute(node: XmlNode | null, name: string, key: string): string | undefined {
  return node ? all(node, name)[0]?.attributes[key] : undefined
}

function treeOf(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (node) node.text += text
  })
  parser.write(xml).close()
  return root
}

const isOn = (node: XmlNode, name: string) => {
  const found = all(node, name)[0]
  return found !== undefined && found.attributes['w:val'] !== 'false' && found.attributes['w:val'] !== '0'
}

function paragraphOf(node: XmlNode): WordParagraph {
  const runs = all(node, 'w:r').map((run) => {
    const size = attribute(run, 'w:sz', 'w:val')
    return {
      text: run.children
        .map((child) => (child.name === 'w:t' ? child.text : child.name === 'w:br' ? '\n' : ''))
        .join(''),
      bold: isOn(run, 'w:b'),
      italic: isOn(run, 'w:i'),
      underlined: all(run, 'w:u').length > 0,
      pt: size === undefined ? null : Number(size) / 2,
    }
  })
  const properties = node.children.find((child) => child.name === 'w:pPr') ?? null
  return { text: runs.map((run) => run.text).join(''), runs, properties }
}

/** Why a Word file cannot be turned into pages here, or null where it can. */
export const noWriter: string | null = whyNoWriter()

function whyNoWriter(): string | null {
  if (!libreOffice) return 'LibreOffice is not on this machine'
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'soffice'))
  const program = existsSync(libreOffice) ? libreOffice : places.find((place) => existsSync(place))
  const folder = program ? dirname(realpathSync(program)) : ''
  const has = ['libswlo.so', '../Frameworks/libswlo.dylib'].some((name) => existsSync(join(folder, name)))
  return has ? null : 'LibreOffice is here without Writer'
}
