import { expect, test } from 'vitest'
import { runExcelProcess } from '../../../src/main/excel/run-excel-process.ts'
import { hostileWorkbooks } from '../../support/hostile-workbooks.ts'
import { textWorkbook } from '../../support/workbook-bytes.ts'

const manyRows = () =>
  textWorkbook(Array.from({ length: 4000 }, (_, i) => Array.from({ length: 60 }, (_, j) => i * j * 7919)))

test('a workbook is read in a process of its own', async () => {
  const sheets = await runExcelProcess<'read'>({
    kind: 'read',
    bytes: textWorkbook([['Họ và tên'], ['Lê Thị Ánh']]),
  })
  expect(sheets).toEqual([
    {
      name: 'Trang',
      hidden: false,
      rows: [
        { row: 1, cells: { A: { text: 'Họ và tên', kind: 'text', number: null } } },
        { row: 2, cells: { A: { text: 'Lê Thị Ánh', kind: 'text', number: null } } },
      ],
      merges: [],
    },
  ])
})

test('the refusal of the other process arrives as the same error', async () => {
  for (const name of ['one merge over A1:XFD20000', 'an encrypted workbook', 'an empty file']) {
    const hostile = hostileWorkbooks.find((workbook) => workbook.name === name)
    if (!hostile) throw new Error(`no workbook called ${name}`)
    await expect(runExcelProcess({ kind: 'read', bytes: hostile.make() })).rejects.toMatchObject({
      name: 'AppError',
      code: hostile.code,
    })
  }
})

test('work that takes too long is stopped', async () => {
  await expect(
    runExcelProcess({ kind: 'read', bytes: manyRows() }, { seconds: 0.001 }),
  ).rejects.toMatchObject({
    code: 'file-too-slow',
  })
})

test('work that wants too much memory dies alone', async () => {
  await expect(
    runExcelProcess({ kind: 'read', bytes: manyRows() }, { heapMegabytes: 12 }),
  ).rejects.toMatchObject({ code: 'file-needs-too-much-memory' })
})

test('the user can stop it', async () => {
  const abort = new AbortController()
  const answer = runExcelProcess({ kind: 'read', bytes: manyRows() }, { signal: abort.signal })
  abort.abort()
  await expect(answer).rejects.toMatchObject({ code: 'job-cancelled' })
  await expect(
    runExcelProcess({ kind: 'read', bytes: manyRows() }, { signal: abort.signal }),
  ).rejects.toMatchObject({
    code: 'job-cancelled',
  })
})
