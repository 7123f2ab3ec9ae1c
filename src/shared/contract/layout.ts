import { z } from 'zod'
import {
  isLayoutChoice,
  type LayoutChoices,
  type LayoutRule,
  layoutPointNames,
} from '../documents/layout-points.ts'
import { action, read, write } from './define.ts'
import { nothing } from './fields.ts'

const layoutChoice = z
  .strictObject({ point: z.enum(layoutPointNames), value: z.string().max(100) })
  .refine(({ point, value }) => isLayoutChoice(point, value), 'Không có cách trình bày này')

export const layoutContract = {
  /** What holds for each layout point, what is usual there and who says so; `rule`: '05-HD/VPTW' with its date. */
  'layout.get': read(nothing).returns<{
    choices: LayoutChoices
    points: LayoutRule['points']
    rule: string
  }>(),
  /** Chooses for one point; what is usual is kept as no choice. */
  'layout.choose': write('Thể thức văn bản', layoutChoice).returns<null>(),
  /** A short made-up paper in the layout that holds, as a PDF in base64: two pages. */
  'layout.sample': action(nothing).returns<{ base64: string }>(),
}
