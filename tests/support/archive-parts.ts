import { buffer } from 'node:stream/consumers'
import { expect } from 'vitest'
import { fromBufferPromise } from 'yauzl'

/** Every part of an archive in order, by another reader than the writer's own directory. */
export async function archiveParts(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, autoClose: false })
  const parts = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return parts
}

/** The parts of an archive that are not the same as before; their names and order must be. */
export async function changedParts(before: Uint8Array, after: Uint8Array): Promise<string[]> {
  const old = await archiveParts(before)
  const now = await archiveParts(after)
  expect([...now.keys()]).toEqual([...old.keys()])
  return [...now].flatMap(([name, content]) =>
    content.equals(old.get(name) ?? Buffer.alloc(0)) ? [] : [name],
  )
}
