import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError, type ErrorCode } from '../../shared/contract/errors.ts'

/**
 * Gives a user a whole file or none: `write` fills a new file under a temporary name in the same folder, which is
 * brought to the disk and only then renamed over `path`. Whatever fails, no part of a file is left behind and an
 * older file stays as it was. Throws AppError('save-…') for what a user can mend; other errors pass. `replace` is
 * the system's rename.
 */
export async function saveFile(
  path: string,
  write: (temporaryPath: string) => Promise<void>,
  replace: (from: string, to: string) => Promise<void> = rename,
): Promise<void> {
  const folder = dirname(path)
  const temporaryPath = join(folder, `.vpcb-${randomBytes(6).toString('hex')}.tmp`)
  try {
    await inFolder(() => write(temporaryPath))
    // Windows flushes only what is open for writing.
    await inFolder(() => bringToDisk(temporaryPath, 'r+'))
    await replace(temporaryPath, path).catch((error: unknown) => {
      throw refusalOf(error, renameRefusals) ?? error
    })
  } catch (error) {
    // The first failure is the one to tell of.
    await rm(temporaryPath, { force: true }).catch(() => undefined)
    throw error
  }
  // The file is whole and in its place; where a folder cannot be flushed (Windows) the rename is journalled anyway.
  await bringToDisk(folder, 'r').catch(() => undefined)
}

async function inFolder(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw writeRefusal(error) ?? error
  }
}

async function bringToDisk(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = await open(path, flags)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

const writeRefusals: Record<string, ErrorCode> = {
  EACCES: 'save-no-permission',
  EPERM: 'save-no-permission',
  EROFS: 'save-no-permission',
  ENOSPC: 'save-disk-full',
  EDQUOT: 'save-disk-full',
  ENOENT: 'save-folder-missing',
  ENOTDIR: 'save-folder-missing',
  EBUSY: 'save-file-open',
  EIO: 'save-failed',
  EFBIG: 'save-failed',
  ENAMETOOLONG: 'save-failed',
}

/**
 * The new file stands beside the old one by now, so the folder is writable: Windows refuses to replace a file that
 * another program holds open with EPERM, EACCES or EBUSY.
 */
const renameRefusals: Record<string, ErrorCode> = {
  ...writeRefusals,
  EACCES: 'save-file-open',
  EPERM: 'save-file-open',
  EISDIR: 'save-failed',
  ENOTEMPTY: 'save-failed',
  EEXIST: 'save-failed',
}

/** What the system's refusal to write a file means to a user; null when it is no such refusal. */
export function writeRefusal(error: unknown): AppError | null {
  return refusalOf(error, writeRefusals)
}

function refusalOf(error: unknown, refusals: Record<string, ErrorCode>): AppError | null {
  const errno = error instanceof Error && 'code' in error ? String(error.code) : ''
  const code = Object.hasOwn(refusals, errno) ? refusals[errno] : undefined
  return code ? new AppError(code) : null
}
