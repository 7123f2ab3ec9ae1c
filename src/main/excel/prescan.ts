import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { AppError, type ErrorCode } from '../../shared/contract/errors.ts'

/** What a workbook may be at most, before a single part of it is unpacked. */
export const packageLimits = {
  fileBytes: 20 * 1024 * 1024,
  entries: 2_000,
  inflatedBytes: 200 * 1024 * 1024,
  /** Inflated to packed size. Honest tables of empty, styled cells pack well, so small parts are let off. */
  ratio: 100,
  ratioFromBytes: 10 * 1024 * 1024,
} as const

/** The parts of a workbook by name; names compare as the format wants it, without regard to case. */
export type Package = {
  has: (name: string) => boolean
  read: (name: string) => AsyncIterable<Uint8Array>
}

/**
 * What a file is by its first bytes, whatever its name says: null for a ZIP archive (which a workbook is),
 * else the refusal that explains what the user chose.
 */
export function recogniseFile(bytes: Uint8Array): ErrorCode | null {
  if (bytes.length === 0) return 'file-empty'
  if (bytes.length > packageLimits.fileBytes) return 'file-too-large'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return null
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return recogniseOle(bytes)
  // Excel 2 to 4 wrote its records bare.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? -1)) return 'file-is-xls'
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return 'file-is-text'
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'file-not-workbook'
  const head = bytes.subarray(0, 4096)
  const isText = head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
  if (!isText) return 'file-not-workbook'
  return new TextDecoder().decode(head).trim() === '' ? 'file-empty' : 'file-is-text'
}

/** Old Excel files and encrypted new ones share one container; the names of its streams tell them apart. */
function recogniseOle(bytes: Uint8Array): ErrorCode {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => content.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return 'file-encrypted'
  return holds('Workbook') || holds('Book') ? 'file-is-xls' : 'file-not-workbook'
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

/** A workbook's archive, judged and open, with its entries in their order. */
export type Archive = { zip: ZipFile; entries: readonly Entry[] }

/**
 * Opens a workbook's archive after judging its directory alone: nothing is unpacked until size, number of
 * parts, names, encryption and packing ratio are within bounds. Throws AppError with what to tell the user.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const refusal = recogniseFile(bytes)
  if (refusal) throw new AppError(refusal)
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    autoClose: false,
  }).catch((error) => {
    throw refusalOf(error)
  })
  return { zip, entries: [...(await readDirectory(zip, bytes.length)).values()] }
}

/** The parts of an archive. */
export function packageOf({ zip, entries: list }: Archive): Package {
  const entries = new Map(list.map((entry) => [entry.fileName.toLowerCase(), entry]))
  return {
    has: (name) => entries.has(name.toLowerCase()),
    async *read(name) {
      const entry = entries.get(name.toLowerCase())
      if (!entry) throw new AppError('file-damaged')
      try {
        // The reader itself stops a part that turns out longer than its directory entry says.
        yield* await zip.openReadStreamPromise(entry)
      } catch (error) {
        throw refusalOf(error)
      }
    },
  }
}

/** The parts of a workbook's archive once it is judged. Throws as `openArchive` does. */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  return packageOf(await openArchive(bytes))
}

async function readDirectory(zip: ZipFile, fileBytes: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  if (zip.entryCount > packageLimits.entries) throw new AppError('file-dangerous')
  let packed = 0
  let inflated = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new AppError('file-encrypted')
      const name = entry.fileName.toLowerCase()
      if (entries.has(name)) throw new AppError('file-dangerous')
      entries.set(name, entry)
      packed += entry.compressedSize
      inflated += entry.uncompressedSize
      if (inflated > packageLimits.inflatedBytes) throw new AppError('file-dangerous')
      if (
        entry.uncompressedSize > packageLimits.ratioFromBytes &&
        entry.uncompressedSize > entry.compressedSize * packageLimits.ratio
      )
        throw new AppError('file-dangerous')
    }
  } catch (error) {
    throw refusalOf(error)
  }
  // Parts that overlap claim more bytes than the file has.
  if (packed > fileBytes) throw new AppError('file-dangerous')
  return entries
}

function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error
  const message = error instanceof Error ? error.message : ''
  if (/encrypt/i.test(message)) return new AppError('file-encrypted')
  if (/absolute path|relative path|invalid characters in fileName/i.test(message))
    return new AppError('file-dangerous')
  return new AppError('file-damaged')
}
