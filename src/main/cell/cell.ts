import type { cellContract } from '../../shared/contract/cell.ts'
import type { HandlersOf } from '../api/context.ts'

const columns = ['name', 'upperBody', 'kind', 'place', 'abbreviation', 'meetingPlace'] as const

/** The cell itself: one row, made on the first start and edited in the settings. */
export const cellHandlers = {
  'cell.get': async ({ db }) => (await db.selectFrom('cell').select(columns).executeTakeFirst()) ?? null,
  'cell.update': async ({ db, describe }, fields) => {
    describe(`Thông tin chi bộ: ${fields.name}`)
    return db
      .insertInto('cell')
      .values({ id: 1, ...fields })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
      .returning(columns)
      .executeTakeFirstOrThrow()
  },
} satisfies HandlersOf<typeof cellContract>
