import { openDatabase } from '../db/open.ts'
import { fillSampleOffice } from '../sample/fill-office.ts'
import { localDay } from './clock.ts'
import type { OpenOffice, Program } from './program.ts'

/** Opens the sample office beside the user's own data: in memory, so nothing of it can ever mix with that or stay. */
export async function openSampleOffice(program: Program): Promise<OpenOffice> {
  const database = openDatabase(':memory:')
  try {
    await fillSampleOffice(database.db, localDay(program.clock()))
  } catch (error) {
    database.close()
    throw error
  }
  return { sample: true, database }
}
