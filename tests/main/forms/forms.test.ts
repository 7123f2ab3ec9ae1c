import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { readWorkbook } from '../../../src/main/excel/read-workbook.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'
import { inFolder } from '../../support/workbook.ts'

const base64 = readFileSync('tests/samples/bieu-tong-hop-6-thang.xlsx').toString('base64')
const file = { fileName: 'bieu.xlsx', base64 }

let test: TestProgram
afterEach(() => {
  expect(test.errors).toEqual([])
  test.close()
})

it('knows how the same form was filled before, and forgets it by undo', async () => {
  test = startProgram()
  await test.call('cell.update', { ...sampleCell, name: 'Chi bộ 3' })
  const form = await test.call('forms.read', { ...file, sheet: null })
  expect(form.ownRow).toBe(8)
  const { fingerprint, title } = form
  expect(await test.call('forms.mapping', { fingerprint })).toBeNull()
  const columns = [
    { position: 3, figure: 'strength' as const, words: '' },
    { position: 6, figure: null, words: 'Mô hình tiết kiệm điện' },
  ]
  await test.call('forms.map', { fingerprint, title, columns })
  expect(await test.call('forms.mapping', { fingerprint })).toEqual(columns)
  await test.call('forms.map', { fingerprint, title, columns: columns.slice(1) })
  expect(await test.call('forms.mapping', { fingerprint })).toEqual(columns.slice(1))
  await test.call('history.undo', {})
  expect(await test.call('forms.mapping', { fingerprint })).toEqual(columns)
  await test.call('history.undo', {})
  expect(await test.call('forms.mapping', { fingerprint })).toBeNull()
})

it('writes the filled form beside the one handed in, or nothing when it is thought better of', async () => {
  await inFolder(async (folder) => {
    const named: string[] = []
    test = startProgram({
      host: {
        chooseSavePath: async (_kind, name) => {
          named.push(name)
          return named.length > 1 ? join(folder, name) : null
        },
      },
    })
    const input = {
      ...file,
      sheet: 'Biểu 6 tháng',
      row: 7,
      cells: [
        { letter: 'C', value: 15 },
        { letter: 'F', value: '=HYPERLINK("x")' },
      ],
    }
    expect(await test.call('forms.fill', input)).toBeNull()
    const path = join(folder, 'bieu - đã điền.xlsx')
    expect(await test.call('forms.fill', input)).toEqual({ path, skipped: [] })
    expect(named).toEqual(['bieu - đã điền.xlsx', 'bieu - đã điền.xlsx'])
    const [sheet] = await readWorkbook(readFileSync(path))
    const cells = sheet?.rows.find(({ row }) => row === 7)?.cells
    expect([cells?.B?.text, cells?.C?.number, cells?.F]).toMatchObject([
      'Chi bộ 2',
      15,
      { kind: 'text', text: '=HYPERLINK("x")' },
    ])
    await expect(test.call('forms.fill', { ...input, row: 9 })).resolves.toMatchObject({ skipped: ['C9'] })
    await expect(
      test.call('forms.fill', { ...input, cells: [{ letter: 'C', value: 'x'.repeat(32_768) }] }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  })
})
