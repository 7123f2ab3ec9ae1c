import type { Kysely } from 'kysely'
import { type Thresholds, thresholdsFrom } from '../../shared/rules/thresholds.ts'
import type { Schema } from './schema.ts'

/** The figures of usage as this cell has set them. */
export async function thresholdsOf(db: Kysely<Schema>): Promise<Thresholds> {
  return thresholdsFrom(await db.selectFrom('setting').select(['key', 'value']).execute())
}
