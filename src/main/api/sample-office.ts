import { openDatabase } from '../db/open.ts'
import type { OpenOffice, Program } from './program.ts'

/** Opens the sample office beside the user's own data: in memory, so nothing of it can ever mix with that or stay. */
export async function openSampleOffice(_program: Program): Promise<OpenOffice> {
  return { sample: true, database: openDatabase(':memory:') }
}
