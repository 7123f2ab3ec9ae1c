import type { settingsContract } from '../../shared/contract/settings.ts'
import { thresholds } from '../../shared/rules/thresholds.ts'
import type { HandlersOf } from '../api/context.ts'
import { thresholdsOf } from '../db/thresholds.ts'

export const settingsHandlers = {
  'settings.get': ({ db }) => thresholdsOf(db),

  'settings.update': async ({ db, describe }, { name, value }) => {
    describe(`Cài đặt: ${thresholds[name].label}, ${value}`)
    await db
      .insertInto('setting')
      .values({ key: name, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
    return null
  },
} satisfies HandlersOf<typeof settingsContract>
