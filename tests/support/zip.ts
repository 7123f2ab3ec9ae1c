import { crc32, deflateRawSync } from 'node:zlib'

/** One file of an archive. What is not given is worked out honestly; what is given may lie. */
export type ZipEntry = {
  name: string
  data: string | Uint8Array
  stored?: boolean
  flags?: number
  method?: number
  declaredSize?: number
  declaredPackedSize?: number
  /** Points the directory at another entry's bytes (by its index), as overlapping bombs do. */
  sharesBytesOf?: number
}

/** Writes a ZIP archive byte by byte, so that tests can also write ones no honest program would. */
export function makeZip(entries: readonly ZipEntry[]): Uint8Array {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8')
    const data = Buffer.from(entry.data)
    const packed = entry.stored ? data : deflateRawSync(data, { level: 9 })
    const method = entry.method ?? (entry.stored ? 0 : 8)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(entry.flags ?? 0x0800, 2)
    fields.writeUInt16LE(method, 4)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(entry.declaredPackedSize ?? packed.length, 14)
    fields.writeUInt32LE(entry.declaredSize ?? data.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const shared = entry.sharesBytesOf === undefined ? undefined : offsets[entry.sharesBytesOf]
    offsets.push(shared ?? offset)
    if (shared === undefined) {
      chunks.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed)
      offset += 30 + name.length + packed.length
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offsets.at(-1) ?? 0, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, name)
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...chunks, listing, end])
}
