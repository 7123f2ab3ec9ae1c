import { existsSync, mkdirSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import open from 'open'
import { AppError } from '../../shared/contract/errors.ts'
import type { Host } from '../api/host.ts'
import { printHtmlToPdf } from './chromium.ts'

/** What the browser host can do itself: it saves into its own folder, and the page prints through the browser. */
export function createBrowserHost(dataFolder: string): Host {
  const folder = join(dataFolder, 'tep-da-luu')
  return {
    async chooseSavePath(_kind, fileName) {
      try {
        mkdirSync(folder, { recursive: true })
      } catch {
        throw new AppError('save-no-permission')
      }
      return freePath(folder, fileName)
    },
    async showFile(path) {
      await openOutside(dirname(path))
    },
    printToPdf: printHtmlToPdf,
    print: async () => false,
  }
}

/** A path in the folder under which nothing stands yet: "a.xlsx", then "a (2).xlsx"… */
function freePath(folder: string, fileName: string): string {
  const extension = extname(fileName)
  const name = fileName.slice(0, fileName.length - extension.length)
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? fileName : `${name} (${number})${extension}`)
    if (!existsSync(path)) return path
  }
}

/** Opens an address or folder with the program this system has for it; a system that has none is no error. */
export async function openOutside(target: string): Promise<void> {
  try {
    const child = await open(target)
    child.on('error', () => {})
  } catch {
    // The address is printed, and the path is on the screen: the user can go there.
  }
}
