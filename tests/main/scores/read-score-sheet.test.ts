import { describe, expect, it } from 'vitest'
import { readScoreSheet } from '../../../src/main/scores/read-score-sheet.ts'
import { textWorkbook } from '../../support/workbook-bytes.ts'

const head = ['TT', 'Nội dung tiêu chí', 'Điểm tối đa', 'Điểm tự chấm', 'Ghi chú']
const read = (rows: (string | null)[][]) => readScoreSheet('Phiếu của Đảng ủy.xlsx', textWorkbook(rows))

describe('a score sheet out of a workbook', () => {
  it('is read with its groups by the numbers of its rows, up to the sum', async () => {
    const sheet = await read([
      ['ĐẢNG ỦY PHƯỜNG'],
      ['Phiếu chấm điểm'],
      head,
      ['1', 'Thời gian', '10'],
      ['', 'Đúng giờ', '4'],
      ['', 'Đủ  thời lượng', '6'],
      ['2', 'Nội dung', '90'],
      ['2.1', 'Đúng, trúng', '49,5'],
      ['2.2', 'Có kết luận', '40,5'],
      ['', 'Tổng cộng', '100'],
      ['', 'Người chấm', ''],
    ])
    expect(sheet).toEqual({
      name: 'Phiếu của Đảng ủy',
      lines: [
        { groupTitle: 'Thời gian', title: 'Đúng giờ', maximum: 4 },
        { groupTitle: 'Thời gian', title: 'Đủ thời lượng', maximum: 6 },
        { groupTitle: 'Nội dung', title: 'Đúng, trúng', maximum: 49.5 },
        { groupTitle: 'Nội dung', title: 'Có kết luận', maximum: 40.5 },
      ],
    })
  })

  it('may have Roman groups over numbered rows, or headings without a maximum', async () => {
    const roman = await read([
      head,
      ['I', 'Chuẩn bị', '30'],
      ['1', 'Có kế hoạch', '10'],
      ['2', 'Có tài liệu', '20'],
      ['II', 'Tiến hành', '70'],
      ['3', 'Đúng trình tự', '70'],
    ])
    expect(roman.lines.map(({ groupTitle, maximum }) => [groupTitle, maximum])).toEqual([
      ['Chuẩn bị', 10],
      ['Chuẩn bị', 20],
      ['Tiến hành', 70],
    ])
    const bare = await read([head, ['', 'Chuẩn bị', ''], ['', 'Có kế hoạch', '30'], ['', 'Tiến hành', '70']])
    expect(bare.lines).toMatchObject([{ groupTitle: 'Chuẩn bị', maximum: 30 }, { maximum: 70 }])
  })

  it('may have lines alone, even where some add up to another, and groups known by their sums alone', async () => {
    const flat = [5, 5, 10, 40, 5, 30, 5]
    const alone = await read([
      head,
      ...flat.map((most, index) => [`${index + 1}`, `Nhóm ${index}`, `${most}`]),
    ])
    expect(alone.lines.map((line) => line.maximum)).toEqual(flat)
    const sums = await read([
      head,
      ['', 'Chuẩn bị', '30'],
      ['', 'Có kế hoạch', '10'],
      ['', 'Có tài liệu', '20'],
      ['', 'Tiến hành', '70'],
    ])
    expect(sums.lines.map((line) => line.maximum)).toEqual([10, 20, 70])
  })

  it('is refused where there is none, or where it does not make 100', async () => {
    await expect(
      read([
        ['Họ và tên', 'Ngày sinh'],
        ['An', '1970'],
      ]),
    ).rejects.toMatchObject({
      code: 'score-sheet-not-found',
    })
    await expect(read([head, ['1', 'Thời gian', '60'], ['2', 'Nội dung', '35']])).rejects.toMatchObject({
      code: 'score-sheet-total',
      fields: { total: 'Các dòng cộng lại được 95 điểm' },
    })
    await expect(readScoreSheet('x.xlsx', Buffer.from('%PDF-1.7'))).rejects.toMatchObject({
      code: 'file-not-workbook',
    })
  })
})
