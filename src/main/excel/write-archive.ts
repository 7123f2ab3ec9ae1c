import { crc32, deflateRawSync } from 'node:zlib'

/** A part of an archive as it is to stand there. */
export type PackedPart = {
  /** As its bytes stand in the archive. */
  name: Buffer
  packed: Buffer
  /** 0 as it is, 8 deflated. */
  method: number
  crc32: number
  /** Unpacked, in bytes. */
  size: number
  flags: number
  /** As MS-DOS counts them. */
  time: number
  date: number
  madeBy: number
  internalAttributes: number
  externalAttributes: number
}

const usual = {
  // Bit 11: the name is UTF-8.
  flags: 0x0800,
  time: 0,
  // 1 January 1980, the first day there is: archives alike have bytes alike.
  date: 0x0021,
  madeBy: 20,
  internalAttributes: 0,
  externalAttributes: 0,
}

/** Packs a part. `level`: 0 leaves it as it is, for what is packed already; the rest as zlib counts them. */
export function packedPart(name: string, content: string | Buffer, level: number): PackedPart {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    ...usual,
    name: Buffer.from(name),
    packed: level === 0 ? bytes : deflateRawSync(bytes, { level }),
    method: level === 0 ? 0 : 8,
    crc32: crc32(bytes),
    size: bytes.length,
  }
}

/**
 * The archive of these parts, in their order. No writer on offer takes parts that are packed already, so the few
 * fields of an archive are written here.
 */
export function archiveOf(packedParts: readonly PackedPart[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of packedParts) {
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    // The sizes stand before the bytes, so nothing follows them: bit 3 is taken off.
    fields.writeUInt16LE(part.flags & ~0x0008, 2)
    fields.writeUInt16LE(part.method, 4)
    fields.writeUInt16LE(part.time, 6)
    fields.writeUInt16LE(part.date, 8)
    fields.writeUInt32LE(part.crc32, 10)
    fields.writeUInt32LE(part.packed.length, 14)
    fields.writeUInt32LE(part.size, 18)
    fields.writeUInt16LE(part.name.length, 22)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, part.name, part.packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt16LE(part.internalAttributes, 4)
    tail.writeUInt32LE(part.externalAttributes >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    const maker = Buffer.alloc(2)
    maker.writeUInt16LE(part.madeBy)
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), maker, fields, tail, part.name)
    offset += 30 + part.name.length + part.packed.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(packedParts.length, 8)
  end.writeUInt16LE(packedParts.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listing, end])
}
