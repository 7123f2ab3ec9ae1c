import { AppError } from '../../shared/contract/errors.ts'
import type { layoutContract } from '../../shared/contract/layout.ts'
import { layoutPoints } from '../../shared/documents/layout-points.ts'
import { longDate } from '../../shared/rules/long-date.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { layoutSample } from '../documents/layout-sample.ts'
import { paperPage } from '../documents/paper-page.ts'
import { layoutChoicesOf, layoutOf, layoutRule } from '../resources/layout-rules.ts'
import type { HandlersOf } from './context.ts'

/** How this cell's papers look: the guidance's measures with the points it chose for itself. */
export const layoutHandlers = {
  'layout.get': async ({ db }) => ({
    choices: await layoutChoicesOf(db),
    points: layoutRule.points,
    rule: `${layoutRule.kind} ${layoutRule.number} ngày ${formatVietnameseDate(layoutRule.date)}`,
  }),

  'layout.choose': async ({ db, describe }, { point, value }) => {
    const { label, choices } = layoutPoints[point]
    describe(`Thể thức văn bản: ${label}, ${(choices as Record<string, string>)[value]}`)
    if (value === layoutRule.points[point].usual) {
      await db.deleteFrom('layoutChoice').where('point', '=', point).execute()
      return null
    }
    await db
      .insertInto('layoutChoice')
      .values({ point, value })
      .onConflict((conflict) => conflict.column('point').doUpdateSet({ value }))
      .execute()
    return null
  },

  'layout.sample': async ({ db, host, today }) => {
    const cell = await db
      .selectFrom('cell')
      .select(['name', 'upperBody', 'place', 'abbreviation'])
      .executeTakeFirst()
    if (!cell) throw new AppError('cell-missing')
    const pdf = await host.printToPdf(
      await paperPage(layoutSample(cell, `${cell.place}, ${longDate(today)}`), await layoutOf(db)),
    )
    return { base64: Buffer.from(pdf).toString('base64') }
  },
} satisfies HandlersOf<typeof layoutContract>
