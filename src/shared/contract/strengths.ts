import { z } from 'zod'
import { read, write } from './define.ts'
import { id, requiredText } from './fields.ts'

/** What a member is strong in: entered by the secretary, and grown from the themes they prepared. */
export type Strengths = {
  entered: string[]
  /** Subjects of their themes whose day is past, the most prepared first; those entered too are left out. */
  grown: { subject: string; themes: number; lastOn: string }[]
  /** Subjects entered for anybody or given to a theme: words to choose from, in alphabetical order. */
  known: string[]
}

export const strengthsContract = {
  'strengths.get': read(z.strictObject({ memberId: id })).returns<Strengths>(),
  /** These are the member's strengths, in this order; one given twice in other letters is kept once. */
  'strengths.set': write(
    'Thế mạnh của đảng viên',
    z.strictObject({
      memberId: id,
      subjects: z.array(requiredText('lĩnh vực')).max(20, 'Tối đa 20 lĩnh vực'),
    }),
  ).returns<null>(),
}
