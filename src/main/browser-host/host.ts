import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import open from 'open'
import { AppError } from '../../shared/contract/errors.ts'
import type { Host } from '../api/host.ts'
import { freePath } from '../files/free-path.ts'
import { printHtmlToPdf } from './chromium.ts'

/** What the browser host can do itself: it saves into its own folder, and the page prints through the browser. */
export function createBrowserHost(dataFolder: string): Host {
  const folder = join(dataFolder, 'tep-da-luu')
  const prepare = () => {
    try {
      mkdirSync(folder, { recursive: true })
    } catch {
      throw new AppError('save-no-permission')
    }
  }
  return {
    async chooseSavePath(_kind, fileName) {
      prepare()
      return freePath(folder, fileName)
    },
    async chooseNewFolder(_kind, folderName) {
      prepare()
      return freePath(folder, folderName)
    },
    async showFile(path) {
      await openOutside(dirname(path))
    },
    printToPdf: printHtmlToPdf,
    print: async () => false,
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
