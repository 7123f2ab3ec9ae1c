import { z } from 'zod'
import { type Thresholds, thresholdNames, thresholds } from '../rules/thresholds.ts'
import { read, write } from './define.ts'
import { nothing } from './fields.ts'

const setting = z
  .strictObject({ name: z.enum(thresholdNames), value: z.int() })
  .superRefine(({ name, value }, context) => {
    const { atLeast, atMost } = thresholds[name]
    if (value >= atLeast && value <= atMost) return
    context.addIssue({
      code: 'custom',
      path: ['value'],
      message: `Hãy nhập số từ ${atLeast} đến ${atMost}`,
    })
  })

export const settingsContract = {
  /** Every figure of usage: as set, else as usual. */
  'settings.get': read(nothing).returns<Thresholds>(),
  'settings.update': write('Cài đặt', setting).returns<null>(),
}
