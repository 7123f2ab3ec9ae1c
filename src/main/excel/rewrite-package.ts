import { buffer } from 'node:stream/consumers'
import { crc32, deflateRawSync } from 'node:zlib'
import type { Archive } from './prescan.ts'
import { archiveOf, type PackedPart } from './write-archive.ts'

/** The same archive with some parts changed. Every other part keeps its packed bytes as they are, in its place. */
export async function rewritePackage(
  { zip, entries }: Archive,
  changed: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  const parts: PackedPart[] = []
  for (const entry of entries) {
    const text = changed.get(entry.fileName)
    const content = text === undefined ? null : Buffer.from(text, 'utf8')
    const packed = content
      ? deflateRawSync(content)
      : await buffer(
          await zip.openReadStreamPromise(entry, {
            decompress: entry.compressionMethod === 8 ? false : null,
          }),
        )
    parts.push({
      name: Buffer.from(entry.fileNameRaw),
      packed,
      method: content ? 8 : entry.compressionMethod,
      crc32: content ? crc32(content) : entry.crc32,
      size: content ? content.length : entry.uncompressedSize,
      flags: entry.generalPurposeBitFlag,
      time: entry.lastModFileTime,
      date: entry.lastModFileDate,
      madeBy: entry.versionMadeBy,
      internalAttributes: entry.internalFileAttributes,
      externalAttributes: entry.externalFileAttributes,
    })
  }
  return archiveOf(parts)
}
