import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { readWorkbook } from '../../../src/main/excel/read-workbook.ts'
import { chartForm } from '../../support/chart-form.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'
import { inFolder } from '../../support/workbook.ts'
import { textWorkbook } from '../../support/workbook-bytes.ts'
import { makeZip } from '../../support/zip.ts'

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
  const known = (as: typeof columns) => ({ exact: true, title, columns: as, lost: [] })
  await test.call('forms.map', { fingerprint, title, columns })
  expect(await test.call('forms.mapping', { fingerprint })).toEqual(known(columns))
  await test.call('forms.map', { fingerprint, title, columns: columns.slice(1) })
  expect(await test.call('forms.mapping', { fingerprint })).toEqual(known(columns.slice(1)))
  await test.call('history.undo', {})
  expect(await test.call('forms.mapping', { fingerprint })).toEqual(known(columns))
  await test.call('history.undo', {})
  expect(await test.call('forms.mapping', { fingerprint })).toBeNull()
})

it('knows the columns again in a form that has changed a little, and says which it no longer has', async () => {
  test = startProgram()
  const before = textWorkbook([['STT', 'Tên chi bộ', 'Đảng số', 'Dự sinh hoạt', 'Kiểm tra', 'Ghi chú']])
  const after = textWorkbook([['STT', 'Tên chi bộ', 'Ghi chú', 'Đảng số', 'Dân vận khéo', 'Tham dự họp']])
  const read = async (bytes: Uint8Array) =>
    test.call('forms.read', {
      fileName: 'bieu.xlsx',
      base64: Buffer.from(bytes).toString('base64'),
      sheet: null,
    })
  const { fingerprint } = await read(before)
  const columns = [
    { position: 3, figure: 'strength' as const, words: '' },
    { position: 4, figure: 'attendance' as const, words: '' },
    { position: 5, figure: null, words: '' },
    { position: 6, figure: null, words: 'Đủ' },
  ]
  await test.call('forms.map', { fingerprint, title: 'Biểu quý III', columns })
  const changed = await read(after)
  expect(await test.call('forms.mapping', { fingerprint: changed.fingerprint })).toEqual({
    exact: false,
    title: 'Biểu quý III',
    columns: [
      { position: 3, figure: null, words: 'Đủ' },
      { position: 4, figure: 'strength', words: '' },
    ],
    lost: [{ figure: 'attendance', words: '' }],
  })
  const other = await read(textWorkbook([['STT', 'Đơn vị', 'Số buổi', 'Tỷ lệ dự']]))
  expect(await test.call('forms.mapping', { fingerprint: other.fingerprint })).toBeNull()
})

it('says at once of a file that it is none to be filled', async () => {
  test = startProgram()
  const read = (bytes: Uint8Array) =>
    test.call('forms.read', {
      fileName: 'bieu.xlsx',
      base64: Buffer.from(bytes).toString('base64'),
      sheet: null,
    })
  const typed = (type: string) =>
    makeZip(
      chartForm().map((part) =>
        part.name === '[Content_Types].xml'
          ? { ...part, data: String(part.data).replace('sheet.main+xml', `${type}.main+xml`) }
          : part,
      ),
    )
  await expect(read(typed('sheet.macroEnabled'))).rejects.toMatchObject({ code: 'form-with-macros' })
  await expect(read(typed('template'))).rejects.toMatchObject({ code: 'form-is-template' })
  await expect(read(Buffer.alloc(0))).rejects.toMatchObject({ code: 'file-empty' })
  const people = textWorkbook([['STT', 'Họ và tên', 'Chi bộ', 'Đảng số']])
  await expect(read(people)).rejects.toMatchObject({ code: 'form-of-people' })
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
      raiseRow: false,
      cells: [
        { letter: 'C', value: 15 },
        { letter: 'F', value: '=HYPERLINK("x")' },
      ],
    }
    expect(await test.call('forms.fill', input)).toBeNull()
    const path = join(folder, 'bieu - đã điền.xlsx')
    expect(await test.call('forms.fill', input)).toEqual({ path, notes: [] })
    expect(named).toEqual(['bieu - đã điền.xlsx', 'bieu - đã điền.xlsx'])
    const [sheet] = await readWorkbook(readFileSync(path))
    const cells = sheet?.rows.find(({ row }) => row === 7)?.cells
    expect([cells?.B?.text, cells?.C?.number, cells?.F]).toMatchObject([
      'Chi bộ 2',
      15,
      { kind: 'text', text: '=HYPERLINK("x")' },
    ])
    await expect(test.call('forms.check', { ...input, row: 9 })).resolves.toEqual([
      { letter: 'C', kind: 'formula', words: '' },
    ])
    await expect(
      test.call('forms.fill', { ...input, cells: [{ letter: 'C', value: 'x'.repeat(32_768) }] }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  })
})
