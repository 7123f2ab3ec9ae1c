import { expect, it } from 'vitest'
import { readFile } from '../../../src/renderer/api/read-file.ts'

it('does not take for a workbook what Excel puts beside one it has open', async () => {
  expect(await readFile(new File(['x'], '~$bieu.xlsx'))).toContain('Hãy đóng tệp trong Excel')
})
