import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'

/** A path in the folder under which nothing stands yet: "a.xlsx", then "a (2).xlsx"… */
export function freePath(folder: string, fileName: string): string {
  const extension = extname(fileName)
  const name = fileName.slice(0, fileName.length - extension.length)
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? fileName : `${name} (${number})${extension}`)
    if (!existsSync(path)) return path
  }
}
