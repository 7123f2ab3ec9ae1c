import { z } from 'zod'
import type { Term } from '../rules/paper-number.ts'
import type { RegisteredPaper, RegisterType } from '../rules/paper-register.ts'
import { action, read, write } from './define.ts'
import { id, isoDate, nothing, paperNumber, requiredText } from './fields.ts'

/** A number given outside the program: on paper before it was in use, or to a paper made elsewhere. */
export const outsideFields = z.strictObject({
  /** The type as it stands in the symbol: 'CV'. */
  code: z.string('Hãy chọn thể loại').min(1, 'Hãy chọn thể loại').max(10),
  number: paperNumber,
  issuedOn: isoDate,
  title: requiredText('trích yếu'),
})

export type PaperRegister = {
  abbreviation: string
  /** Oldest first. */
  terms: Term[]
  /** Types a number can be given to, in the order of the rule in force; then others that have been given one. */
  types: RegisterType[]
  /** Of every term, in no order. */
  papers: RegisteredPaper[]
}

export const registerContract = {
  /** Every number ever given, with the terms they are counted in. */
  'register.get': read(nothing).returns<PaperRegister>(),
  /** Notes a number given outside the program. A double or a gap is the screen's warning: nothing is blocked. */
  'register.add': write('Ghi số đã cấp ngoài chương trình', outsideFields).returns<{ id: number }>(),
  'register.update': write('Sửa số đã cấp ngoài chương trình', outsideFields.extend({ id })).returns<null>(),
  'register.remove': write('Xóa số đã cấp ngoài chương trình', z.strictObject({ id })).returns<null>(),
  /** Asks where to save and writes the register of a term as a workbook. Null when cancelled. */
  'register.export': action(z.strictObject({ termId: id.nullable() })).returns<{ path: string } | null>(),
}
