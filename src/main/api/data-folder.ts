import { homedir } from 'node:os'
import { join } from 'node:path'

const name = 'van-phong-chi-bo'

/** Where the data lives unless the user chose a folder: one place per system, the same for both hosts. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData/Roaming'), name)
  if (platform === 'darwin') return join(homedir(), 'Library/Application Support', name)
  return join(env.XDG_DATA_HOME || join(homedir(), '.local/share'), name)
}
