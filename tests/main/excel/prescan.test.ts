import { expect, test } from 'vitest'
import { recogniseFile } from '../../../src/main/excel/prescan.ts'
import { readWorkbook } from '../../../src/main/excel/read-workbook.ts'
import { hostileWorkbooks } from '../../support/hostile-workbooks.ts'
import { textWorkbook } from '../../support/workbook-bytes.ts'

test.each(hostileWorkbooks)('$name: $code', async ({ make, code }) => {
  const bytes = make()
  const answer = await readWorkbook(bytes).then(
    () => null,
    (error) => error.code ?? error,
  )
  expect(answer).toBe(code)
})

test('a workbook is recognised whatever it is called', () => {
  expect(recogniseFile(textWorkbook([['Họ và tên']]))).toBe(null)
})
