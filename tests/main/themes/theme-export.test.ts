import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startProgram, type TestProgram } from '../../support/program.ts'
import { databaseOf, fillThemeYear } from '../../support/theme-office.ts'
import { cellsOf, libreOffice, recalculated } from '../../support/workbook.ts'

let office: TestProgram
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chuyen-de-'))
  office = startProgram({ host: { chooseSavePath: async (_kind, fileName) => join(folder, fileName) } })
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
  rmSync(folder, { recursive: true })
})

/** The texts of a written sheet, row by row, by a reader of its own; a formula as '=…'. */
async function rowsOf(path: string): Promise<string[][]> {
  const { cells } = await cellsOf(path)
  const rows: string[][] = []
  for (const { address, value, formula } of cells[0] ?? []) {
    const row = Number(/\d+$/.exec(address)?.[0])
    const list = rows[row] ?? []
    rows[row] = list
    list.push(formula === null ? String(value) : `=${formula}`)
  }
  return rows.filter((row) => row !== undefined)
}

describe('the plan of a year as a workbook', () => {
  it('has the usual columns, a heading for each quarter, and days as dates', async () => {
    await fillThemeYear(office)
    const saved = await office.call('themes.exportPlan', { year: 2026 })
    expect(saved?.sheets).toEqual([{ name: 'Chuyên đề 2026', orientation: 'landscape', pages: 1 }])
    expect(basename(saved?.path ?? '')).toBe('Kế hoạch sinh hoạt chuyên đề năm 2026.xlsx')
    expect(await rowsOf(saved?.path ?? '')).toEqual([
      ['ĐẢNG BỘ TRƯỜNG CHÍNH TRỊ TỈNH'],
      ['CHI BỘ PHÒNG ĐÀO TẠO'],
      ['KẾ HOẠCH SINH HOẠT CHUYÊN ĐỀ'],
      ['Năm 2026'],
      [
        'STT',
        'Quý / tháng',
        'Tên chuyên đề',
        'Lý do chọn, vấn đề cần giải quyết',
        'Người chuẩn bị (báo cáo đề dẫn)',
        'Người phát biểu tham luận',
        'Thời hạn gửi dự thảo',
        'Ngày sinh hoạt',
        'Sản phẩm / kết luận',
        'Ngày báo cáo cấp trên',
        'Ghi chú',
      ],
      ['Quý I năm 2026'],
      [
        '1',
        'Tháng 3',
        'Tiết kiệm giấy, mực, điện: từ lời nói đến con số',
        'Đèn và máy lạnh bật cả đêm. Tiền điện tăng 18% so với cùng kỳ',
        'Lò Văn An',
        'Lò Văn Bình: tắt điện cuối ngày\nLò Văn Chi',
        expect.stringMatching(/^46\d{3}$/),
        '46101',
        'Bảng phân công tắt điện cuối ngày',
        '46103',
        'Đã làm',
      ],
      ['Quý II năm 2026 (chưa có chuyên đề)'],
      ['Quý III năm 2026'],
      [
        '2',
        'Tháng 9',
        'Giảm văn bản trả lời quá hạn',
        '=HYPERLINK("http://x")',
        'Lò Văn Dũng',
        'Lò Văn Giang',
        expect.stringMatching(/^46\d{3}$/),
        '46290',
        expect.stringMatching(/^46\d{3}$/),
      ],
      ['3', 'Quý III', 'Đảng viên tiên phong chuyển đổi số'],
      ['Quý IV năm 2026 (chưa có chuyên đề)'],
      ['Ngày báo cáo cấp trên: ngày đã báo cáo, hoặc hạn báo cáo nếu chưa báo cáo.'],
      ['Hà Giang, ngày 21 tháng 11 năm 2026'],
      ['Nơi nhận:', 'T/M CHI BỘ'],
      ['- Đảng ủy Trường Chính trị tỉnh (để báo cáo);', 'BÍ THƯ'],
      ['- Đảng viên chi bộ (để thực hiện);'],
      ['- Lưu Chi bộ.'],
      ['Nguyễn Thị Hòa'],
    ])
  })

  it.runIf(libreOffice)('says the same in LibreOffice', async () => {
    await fillThemeYear(office)
    const saved = await office.call('themes.exportPlan', { year: 2026 })
    const sheets = await recalculated(saved?.path ?? '')
    const rows = sheets.get('Chuyên đề 2026') ?? []
    expect(rows.find((row) => row[0] === '1')?.slice(0, 8)).toEqual([
      '1',
      'Tháng 3',
      'Tiết kiệm giấy, mực, điện: từ lời nói đến con số',
      'Đèn và máy lạnh bật cả đêm. Tiền điện tăng 18% so với cùng kỳ',
      'Lò Văn An',
      'Lò Văn Bình: tắt điện cuối ngày\nLò Văn Chi',
      expect.stringMatching(/^\d\d\/\d\d\/2026$/),
      '20/03/2026',
    ])
    expect(rows.flat()).toContain('=HYPERLINK("http://x")')
  })

  it('cannot be made of nothing, and is not written when nobody says where', async () => {
    await fillThemeYear(office)
    await expect(office.call('themes.exportPlan', { year: 2020 })).rejects.toMatchObject({
      code: 'year-without-themes',
    })
    const nowhere = startProgram()
    await fillThemeYear(nowhere)
    expect(await nowhere.call('themes.exportPlan', { year: 2026 })).toBeNull()
    nowhere.close()
  })
})

describe('the papers of a year', () => {
  it('the plan tells by quarter what, who and when', async () => {
    await fillThemeYear(office)
    const { name, blocks } = await office.call('documents.get', { paper: 'themePlan', year: 2026 })
    expect(name).toBe('Kế hoạch sinh hoạt chuyên đề năm 2026')
    expect(blocks.map((block) => block.kind)).toEqual([
      'letterhead',
      'title',
      'paragraph',
      'heading',
      'list',
      'heading',
      'table',
      'heading',
      'list',
      'closing',
    ])
    const table = blocks.find((block) => block.kind === 'table')
    expect(table?.kind === 'table' && table.rows).toEqual([
      { kind: 'group', text: 'Quý I' },
      {
        kind: 'cells',
        cells: [
          '1',
          'Tiết kiệm giấy, mực, điện: từ lời nói đến con số. Đèn và máy lạnh bật cả đêm. Tiền điện tăng 18% so với cùng kỳ',
          'Lò Văn An. Tham luận: Lò Văn Bình: tắt điện cuối ngày; Lò Văn Chi',
          expect.stringMatching(/^Dự thảo \d\d\/\d\d\/2026; sinh hoạt 20\/03\/2026$/),
        ],
      },
      { kind: 'group', text: 'Quý II (chưa có chuyên đề)' },
      { kind: 'group', text: 'Quý III' },
      expect.objectContaining({ kind: 'cells' }),
      {
        kind: 'cells',
        cells: ['3', 'Đảng viên tiên phong chuyển đổi số', 'Chưa phân công', ''],
      },
      { kind: 'group', text: 'Quý IV (chưa có chuyên đề)' },
    ])
    expect(JSON.stringify(blocks)).toContain('ít nhất 1 ngày')
    expect(blocks.at(-1)).toMatchObject({ right: { office: 'Bí thư', name: 'Nguyễn Thị Hòa' } })
  })

  it('each who prepares a theme not held yet gets a slip with all of it', async () => {
    const { people, themes } = await fillThemeYear(office)
    await databaseOf(office)
      .insertInto('themeContributor')
      .values({ themeId: themes.open, memberId: people.dung, topic: 'ký số', minutes: 7, position: 1 })
      .execute()
    const { blocks } = await office.call('documents.get', { paper: 'themeSlips', year: 2026 })
    const words = blocks.map((block) =>
      block.kind === 'slip' ? block.runs.map((runs) => runs.map((run) => run.text).join('')) : [],
    )
    expect(words).toEqual([
      [
        'Kính gửi: Đồng chí Lò Văn Dũng',
        'Chi bộ phân công đồng chí chuẩn bị sinh hoạt chuyên đề năm 2026:',
        '- Quý III: “Giảm văn bản trả lời quá hạn”: viết và trình bày báo cáo đề dẫn; sinh hoạt thứ Sáu, ngày 25 tháng 9 năm 2026.',
        'Vấn đề cần giải quyết: =HYPERLINK("http://x")',
        expect.stringMatching(
          /^Thời hạn: đề cương \d\d\/\d\d\/2026; dự thảo \d\d\/\d\d\/2026; chi ủy duyệt \d\d\/\d\d\/2026; gửi đến đảng viên 24\/09\/2026\.$/,
        ),
        '- Quý III: “Đảng viên tiên phong chuyển đổi số”: phát biểu tham luận về ký số (7 phút); sinh hoạt Quý III/2026, ngày cụ thể báo sau.',
      ],
      [
        'Kính gửi: Đồng chí Lò Văn Giang',
        'Chi bộ phân công đồng chí chuẩn bị sinh hoạt chuyên đề năm 2026:',
        '- Quý III: “Giảm văn bản trả lời quá hạn”: phát biểu tham luận (10 phút); sinh hoạt thứ Sáu, ngày 25 tháng 9 năm 2026.',
        'Vấn đề cần giải quyết: =HYPERLINK("http://x")',
      ],
    ])
  })

  it('say why they cannot be made', async () => {
    const refused = (paper: 'themePlan' | 'themeSlips', year: number) =>
      expect(office.call('documents.get', { paper, year })).rejects
    await refused('themeSlips', 2026).toMatchObject({ code: 'cell-missing' })
    await fillThemeYear(office)
    await refused('themePlan', 2025).toMatchObject({ code: 'year-without-themes' })
    await refused('themeSlips', 2025).toMatchObject({ code: 'nobody-prepares' })
  })
})
