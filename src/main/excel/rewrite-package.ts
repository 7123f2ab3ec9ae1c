import { buffer } from 'node:stream/consumers'
import { crc32, deflateRawSync } from 'node:zlib'
import type { Archive } from './prescan.ts'

/**
 * The same archive with some parts changed. Every other part keeps its packed bytes as they are, in its place: no
 * writer of archives on offer copies them without unpacking, so the few fields of one are written here.
 */
export async function rewritePackage(
  { zip, entries }: Archive,
  changed: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
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
    const name = Buffer.from(entry.fileNameRaw)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    // The sizes stand before the bytes, so nothing follows them: bit 3 is taken off.
    fields.writeUInt16LE(entry.generalPurposeBitFlag & ~0x0008, 2)
    fields.writeUInt16LE(content ? 8 : entry.compressionMethod, 4)
    fields.writeUInt16LE(entry.lastModFileTime, 6)
    fields.writeUInt16LE(entry.lastModFileDate, 8)
    fields.writeUInt32LE(content ? crc32(content) : entry.crc32, 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(content ? content.length : entry.uncompressedSize, 18)
    fields.writeUInt16LE(name.length, 22)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt16LE(entry.internalFileAttributes, 4)
    tail.writeUInt32LE(entry.externalFileAttributes >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    const maker = Buffer.alloc(2)
    maker.writeUInt16LE(entry.versionMadeBy)
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), maker, fields, tail, name)
    offset += 30 + name.length + packed.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listing, end])
}
