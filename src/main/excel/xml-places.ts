import { SaxesParser } from 'saxes'
import { AppError } from '../../shared/contract/errors.ts'

/** Where an element stands in its text: its first and last tag, as offsets; alike for one that closes itself. */
export type Place = {
  /** With its prefix, as written: 'x:row'. */
  tag: string
  /** Without. */
  name: string
  attributes: Readonly<Record<string, string>>
  start: number
  /** After the opening tag. */
  inside: number
  /** Before the closing tag. */
  insideEnd: number
  end: number
  parent: Place | null
}

/**
 * Finds elements in an XML text that has been read and judged before, so that a few of them can be changed and every
 * other character stay. Throws AppError('file-damaged').
 */
export function placesIn(xml: string, names: readonly string[]): Place[] {
  const parser = new SaxesParser({ position: true })
  const found: Place[] = []
  const open: Place[] = []
  parser.on('error', () => {
    throw new AppError('file-damaged')
  })
  parser.on('opentag', ({ name: tag, attributes }) => {
    const inside = parser.position
    // No attribute may hold a '<', so the nearest one before the tag's end begins it.
    const place: Place = {
      tag,
      name: tag.slice(tag.indexOf(':') + 1),
      attributes: attributes as Record<string, string>,
      start: xml.lastIndexOf('<', inside - 1),
      inside,
      insideEnd: inside,
      end: inside,
      parent: open.at(-1) ?? null,
    }
    if (!xml.startsWith(`<${tag}`, place.start) || xml[inside - 1] !== '>') throw new AppError('file-damaged')
    open.push(place)
    if (names.includes(place.name)) found.push(place)
  })
  parser.on('closetag', () => {
    const place = open.pop()
    if (!place) return
    place.end = parser.position
    place.insideEnd = place.end === place.inside ? place.inside : xml.lastIndexOf('<', place.end - 1)
  })
  parser.write(xml).close()
  return found
}

/** Changes of a text: what stands from `start` to `end` gives way to `text`. */
export type Edit = { start: number; end: number; text: string }

/** The text with all its edits made, which must not overlap. */
export function edited(xml: string, edits: readonly Edit[]): string {
  let result = ''
  let from = 0
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < from) throw new RangeError('two edits overlap')
    result += xml.slice(from, start) + text
    from = end
  }
  return result + xml.slice(from)
}
