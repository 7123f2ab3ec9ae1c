import type { Kysely } from 'kysely'
import hd05 from '../../../resources/paper-layout/05-hd-vptw-2026.json' with { type: 'json' }
import {
  type LayoutChoices,
  type LayoutRule,
  layoutChoices,
  paperLayout,
} from '../../shared/documents/layout-points.ts'
import type { PaperLayout } from '../../shared/documents/paper-layout.ts'
import type { Schema } from '../db/schema.ts'

/** The guidance on layout in force. JSON widens its texts to `string`; a test checks the file's shape. */
export const layoutRule = hd05 as LayoutRule

/** What this cell chose on the points on which offices differ, else what is usual. */
export async function layoutChoicesOf(db: Kysely<Schema>): Promise<LayoutChoices> {
  return layoutChoices(layoutRule, await db.selectFrom('layoutChoice').select(['point', 'value']).execute())
}

/** The layout that holds for papers made now. */
export async function layoutOf(db: Kysely<Schema>): Promise<PaperLayout> {
  return paperLayout(layoutRule, await layoutChoicesOf(db))
}
