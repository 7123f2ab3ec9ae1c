import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../src/main/excel/read-workbook.ts'
import { readForm } from '../../../src/main/forms/read-form.ts'
import { textRows, workbookParts } from '../../support/workbook-bytes.ts'
import { makeZip } from '../../support/zip.ts'

const upperForm = readFileSync('tests/samples/bieu-tong-hop-6-thang.xlsx')
const form = async (rows: (string | number | null)[][], merges: string[] = []) =>
  readWorkbook(
    makeZip(
      workbookParts([
        {
          data: textRows(rows),
          after: merges.length
            ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
            : '',
        },
      ]),
    ),
  )

const of = (cellName: string) => ({ cellName, today: '2026-11-21' })

describe('a form', () => {
  it('of an upper committee is understood: headings, figures, rows, the own one', async () => {
    const read = readForm(await readWorkbook(upperForm), null, of('CHI BỘ 2'))
    expect(read).toMatchObject({
      sheets: ['Biểu 6 tháng'],
      sheet: 'Biểu 6 tháng',
      title: 'BIỂU TỔNG HỢP SỐ LIỆU SINH HOẠT CHI BỘ 06 THÁNG ĐẦU NĂM 2026',
      period: { fromDate: '2026-01-01', toDate: '2026-06-30' },
      rows: [
        { row: 6, name: 'Chi bộ 1' },
        { row: 7, name: 'Chi bộ 2' },
        { row: 8, name: 'Chi bộ 3' },
      ],
      ownRow: 7,
    })
    expect(read.columns[0]?.position).toBe(3)
    expect(read.columns.map(({ letter, suggested }) => [letter, suggested])).toEqual([
      ['C', 'strength'],
      ['D', 'attendance'],
      ['E', 'speaking'],
      ['F', 'massWork'],
      ['G', 'themes'],
      ['H', 'reading'],
      ['I', 'themePlan'],
      ['J', 'admissions'],
      ['K', 'inspection'],
      ['L', null],
    ])
  })

  it('may have headings of two lines under one, and a line of column numbers', async () => {
    const sheets = await form(
      [
        ['Biểu tổng hợp'],
        ['STT', 'Tên đơn vị', 'Dự sinh hoạt', null, 'Ghi chú'],
        [null, null, 'Có mặt', 'Vắng không lý do', null],
        ['(1)', '(2)', '(3)', '(4)', '(5)'],
        [1, 'Chi bộ Phòng Đào tạo'],
        [null, 'Tổng cộng'],
      ],
      ['A2:A3', 'B2:B3', 'C2:D2', 'E2:E3'],
    )
    const read = readForm(sheets, null, of('Phòng Đào tạo'))
    expect(read.period).toBeNull()
    expect(read.columns.map(({ heading, suggested }) => [heading, suggested])).toEqual([
      ['Dự sinh hoạt, Có mặt', 'present'],
      ['Dự sinh hoạt, Vắng không lý do', 'unexcused'],
      ['Ghi chú', null],
    ])
    expect(read.rows).toEqual([{ row: 5, name: 'Chi bộ Phòng Đào tạo' }])
    expect(read.ownRow).toBe(5)
  })

  it('without the own name, or with it twice, leaves the row to be chosen; without a table it is refused', async () => {
    const rows = [
      ['STT', 'Tên chi bộ', 'Đảng số'],
      [1, 'Chi bộ 1'],
      [2, 'Chi bộ 1'],
    ]
    expect(readForm(await form(rows), null, of('Chi bộ 1')).ownRow).toBeNull()
    expect(readForm(await form(rows), null, of('Chi bộ 3')).ownRow).toBeNull()
    expect(() => readForm([], null, of('Chi bộ 1'))).toThrow('Không tìm thấy bảng')
    const people = await form([['STT', 'Họ và tên', 'Ngày sinh']])
    expect(() => readForm(people, null, of('Chi bộ 1'))).toThrow('mỗi dòng là một đảng viên')
  })

  it('does not take the name under a signature for the row of the cell', async () => {
    const rows = [
      ['STT', 'Tên chi bộ', 'Đảng số'],
      [1, 'Chi bộ 1'],
      [2, 'Chi bộ 2'],
    ]
    const signed = await form([...rows, [null, 'Tổng'], [null, 'CHI BỘ 3']])
    expect(readForm(signed, null, of('Chi bộ 3'))).toMatchObject({
      rows: [{ row: 2 }, { row: 3 }, { row: 5 }],
      ownRow: null,
    })
    expect(readForm(signed, null, of('Chi bộ 2')).ownRow).toBe(3)
    const apart = await form([...rows, [], [], [null, 'CHI BỘ 3']])
    expect(readForm(apart, null, of('Chi bộ 3')).ownRow).toBeNull()
  })

  it('offers the rows that wait for a name, in a table without any the first below its headings', async () => {
    const numbered = await form([
      ['STT', 'Tên chi bộ', 'Đảng số'],
      [1, 'Chi bộ 1'],
      [2, null],
      [null, 'Tổng'],
      [3, null],
    ])
    expect(readForm(numbered, null, of('Chi bộ 3'))).toMatchObject({
      rows: [
        { row: 2, name: 'Chi bộ 1' },
        { row: 3, name: '' },
      ],
      ownRow: null,
      nameLetter: 'B',
      cellName: 'Chi bộ 3',
    })
    const bare = await form([['STT', 'Tên chi bộ', 'Đảng số'], ['(1)', '(2)', '(3)'], [], ['Nơi nhận']])
    expect(readForm(bare, null, of('Chi bộ 3')).rows).toEqual([{ row: 3, name: '' }])
  })
})
