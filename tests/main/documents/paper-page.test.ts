import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeChromium, printHtmlToPdf } from '../../../src/main/browser-host/chromium.ts'
import { paperPage } from '../../../src/main/documents/paper-page.ts'
import { countPdfPages } from '../../../src/main/documents/pdf-pages.ts'
import type { PaperDocument } from '../../../src/shared/documents/blocks.ts'
import { usualLayout } from '../../support/paper-layout.ts'
import { type PdfPage, readPdf } from '../../support/pdf-text.ts'

afterAll(closeChromium)

const mm = 72 / 25.4
const plain = { bold: false, italic: false }
const longText =
  'Đảng viên trong chi bộ nghiêm túc thực hiện nghị quyết, giữ gìn phẩm chất, gương mẫu nơi công tác và nơi cư trú. '
const document: PaperDocument = {
  name: 'Nghị quyết',
  blocks: [
    {
      kind: 'letterhead',
      upperBody: 'Đảng bộ Trường Chính trị',
      body: 'Chi bộ Phòng Đào tạo',
      number: '05-NQ/CB',
      placeAndDate: 'Hà Giang, ngày 05 tháng 02 năm 2026',
    },
    { kind: 'title', type: 'Nghị quyết', excerpt: 'Sinh hoạt chi bộ thường kỳ' },
    { kind: 'heading', level: 1, text: 'I. Đánh giá' },
    { kind: 'paragraph', indent: true, runs: [{ ...plain, text: longText.repeat(6) }] },
    {
      kind: 'table',
      columns: [
        { heading: 'Cột một', widthPercent: 70, align: 'left' },
        { heading: 'Cột hai', widthPercent: 30, align: 'center' },
      ],
      rows: Array.from({ length: 60 }, (_, index) =>
        index % 20 === 0
          ? { kind: 'group' as const, text: `Nhóm ${index}` }
          : { kind: 'cells' as const, cells: [`Đầu ${index}\nGiữa ${index}\nCuối ${index}`, `Ô ${index}`] },
      ),
      leastRowMm: null,
      total: { label: 'Tổng cộng', value: '57' },
    },
    {
      kind: 'closing',
      left: { recipients: ['Như trên', 'Lưu Chi bộ'] },
      right: { behalf: { form: 'T/M', body: 'cell' }, office: 'Bí thư', name: 'Nguyễn Thị Hường' },
    },
  ],
}

it.each([22, 23])(
  'keeps a foot whole where it does not fit below tall rows, %d lengths of text',
  async (lengths) => {
    const [table, closing] = document.blocks.slice(-2)
    if (table?.kind !== 'table' || !closing) throw new Error('the document ends with a table and a foot')
    const blocks: PaperDocument['blocks'] = [
      { kind: 'paragraph', indent: true, runs: [{ ...plain, text: longText.repeat(lengths) }] },
      { ...table, rows: table.rows.slice(0, 12) },
      closing,
    ]
    const pages = await readPdf(await printHtmlToPdf(await paperPage({ name: 'Phiếu', blocks }, usualLayout)))
    const pageOf = (start: string) =>
      pages.findIndex(({ texts }) => texts.some(({ text }) => text.startsWith(start)))
    const foot = ['Nơi nhận', 'T/M CHI BỘ', 'BÍ THƯ', 'Nguyễn Thị Hường'].map(pageOf)
    expect(foot).toEqual(foot.map(() => pages.length - 1))
  },
)

it.each([6, 10])(
  'sets headings, paragraphs and items %d points apart beyond their lines',
  async (spacing) => {
    const blocks: PaperDocument['blocks'] = [
      { kind: 'heading', level: 1, text: 'I. Mục lớn' },
      { kind: 'heading', level: 2, text: '1. Mục nhỏ' },
      { kind: 'paragraph', indent: true, runs: [{ ...plain, text: longText.repeat(2) }] },
      { kind: 'paragraph', indent: true, runs: [{ ...plain, text: 'Đoạn sau.' }] },
      {
        kind: 'list',
        marker: 'dash',
        items: [[{ ...plain, text: 'Việc một;' }], [{ ...plain, text: 'Việc hai.' }]],
      },
    ]
    const layout = { ...usualLayout, paragraphSpacingPt: spacing }
    const [page] = await readPdf(await printHtmlToPdf(await paperPage({ name: 'Văn bản', blocks }, layout)))
    const lines = [...new Set((page?.texts ?? []).map(({ y }) => Math.round(y * 10) / 10))]
    const apart = lines.slice(1).map((y, index) => y - (lines[index] ?? 0))
    const within = apart.length - 5
    expect(within).toBeGreaterThan(0)
    const next = 18 + spacing
    // A page is drawn in pixels of three quarters of a point.
    for (const [index, expected] of [
      next,
      next,
      ...Array<number>(within).fill(18),
      next,
      next,
      next,
    ].entries())
      expect(Math.abs((apart[index] ?? 0) - expected), `line ${index + 2}`).toBeLessThan(1)
  },
)

describe('a Party document on paper', () => {
  let pages: PdfPage[] = []
  let pdf: Uint8Array
  beforeAll(async () => {
    pdf = await printHtmlToPdf(await paperPage(document, usualLayout))
    pages = await readPdf(pdf)
  })

  const all = () => pages.flatMap((page) => page.texts)
  const find = (start: string) => {
    const found = all().find((text) => text.text.startsWith(start))
    if (!found) throw new Error(`The paper does not say ${start}`)
    return found
  }
  const middle = (start: string) => find(start).x + find(start).width / 2
  const textMiddle = (30 + (210 - 15)) / 2

  it('is A4 with margins of 20, 20, 30 and 15 mm', () => {
    for (const [index, page] of pages.entries()) {
      expect(page.width).toBeCloseTo(210 * mm, 0)
      expect(page.height).toBeCloseTo(297 * mm, 0)
      const body = page.texts.filter((text) => !(index > 0 && text.text === String(index + 1)))
      expect(Math.min(...body.map((text) => text.x)) / mm).toBeGreaterThanOrEqual(29.8)
      expect(Math.max(...body.map((text) => text.x + text.width)) / mm).toBeLessThanOrEqual(195.1)
      expect(Math.min(...body.map((text) => text.y - text.size)) / mm).toBeGreaterThanOrEqual(19)
      expect(Math.max(...body.map((text) => text.y)) / mm).toBeLessThanOrEqual(277)
    }
    expect(Math.max(...all().map((text) => text.x + text.width)) / mm).toBeGreaterThan(190)
  })

  it('numbers its pages at the top centre from the second', () => {
    expect(pages.length).toBeGreaterThanOrEqual(3)
    expect(pages[0]?.texts.filter((text) => text.y < 20 * mm)).toEqual([])
    for (const [index, page] of pages.entries()) {
      if (index === 0) continue
      const [number, ...others] = page.texts.filter((text) => text.y < 20 * mm)
      expect(others).toEqual([])
      expect(number).toMatchObject({ text: String(index + 1), size: 13 })
      expect(((number?.x ?? 0) + (number?.width ?? 0) / 2) / mm).toBeCloseTo(textMiddle, 0)
    }
  })

  it('has its head in two columns: bodies, asterisk and number; the Party, place and date', () => {
    expect(find('ĐẢNG BỘ')).toMatchObject({ text: 'ĐẢNG BỘ TRƯỜNG CHÍNH TRỊ', size: 13 })
    expect(find('ĐẢNG BỘ').font).not.toMatch(/bold|italic/i)
    expect(find('CHI BỘ PHÒNG')).toMatchObject({ text: 'CHI BỘ PHÒNG ĐÀO TẠO', size: 13 })
    expect(find('CHI BỘ PHÒNG').font).toMatch(/bold/i)
    expect(find('ĐẢNG CỘNG SẢN')).toMatchObject({ text: 'ĐẢNG CỘNG SẢN VIỆT NAM', size: 14 })
    expect(find('ĐẢNG CỘNG SẢN').font).toMatch(/bold/i)
    expect(find('Hà Giang')).toMatchObject({ text: 'Hà Giang, ngày 05 tháng 02 năm 2026', size: 14 })
    expect(find('Hà Giang').font).toMatch(/italic/i)
    const left = ['ĐẢNG BỘ', 'CHI BỘ PHÒNG', '*', 'Số 05-NQ/CB']
    expect(left.map((start) => find(start).y)).toEqual(
      left.map((start) => find(start).y).toSorted((a, b) => a - b),
    )
    for (const start of left) expect(middle(start)).toBeCloseTo(middle('ĐẢNG BỘ'), 0)
    expect(middle('Hà Giang')).toBeCloseTo(middle('ĐẢNG CỘNG SẢN'), 0)
    expect(find('ĐẢNG CỘNG SẢN').x).toBeGreaterThan(find('CHI BỘ PHÒNG').x + find('CHI BỘ PHÒNG').width)
  })

  it('has its type in bold capitals, the excerpt bold, and five hyphens, all centred', () => {
    for (const start of ['NGHỊ QUYẾT', 'Sinh hoạt chi bộ', '-----']) {
      expect(find(start).size).toBe(14)
      expect(middle(start) / mm).toBeCloseTo(textMiddle, 0)
    }
    expect(find('NGHỊ QUYẾT').font).toMatch(/bold/i)
    expect(find('Sinh hoạt chi bộ').font).toMatch(/bold/i)
    expect(find('-----').text).toBe('-----')
  })

  it('sets text at 14 points on lines exactly 18 points apart, the first indented by 10 mm', () => {
    const lines = pages[0]?.texts.filter((text) => text.size === 14 && !/bold|italic/i.test(text.font)) ?? []
    const first = lines.findIndex((text) => text.text.startsWith('Đảng viên trong'))
    const paragraph = lines.slice(first, first + 5)
    expect(paragraph[0]?.x).toBeCloseTo(40 * mm, 0)
    const rows = [...new Set(paragraph.map((text) => Math.round(text.y * 10) / 10))]
    expect(rows.length).toBeGreaterThan(1)
    for (const [index, y] of rows.entries()) {
      if (index > 0) expect(y - (rows[index - 1] ?? 0)).toBeCloseTo(18, 0)
    }
  })

  it('repeats the table heading on every page the table reaches and tears no row', () => {
    const withTable = pages.filter((page) => page.lines.some((line) => /^Đầu /.test(line)))
    expect(withTable.length).toBeGreaterThanOrEqual(3)
    for (const page of withTable) {
      expect(page.lines.filter((line) => line === 'Cột một Cột hai')).toHaveLength(1)
      const firsts = page.lines.flatMap((line) => /^Đầu (\d+)/.exec(line)?.[1] ?? [])
      const lasts = page.lines.flatMap((line) => /^Cuối (\d+)/.exec(line)?.[1] ?? [])
      expect(firsts).toEqual(lasts)
      expect(page.lines.at(-1)).not.toMatch(/^Nhóm/)
    }
    expect(pages.at(-1)?.lines).toContain('Tổng cộng 57')
  })

  it('signs on the right, the name in bold below its office, opposite the recipients', () => {
    expect(find('T/M CHI BỘ').font).toMatch(/bold/i)
    expect(find('BÍ THƯ').font).not.toMatch(/bold/i)
    expect(find('Nguyễn Thị Hường').font).toMatch(/bold/i)
    expect(find('Nguyễn Thị Hường').y - find('BÍ THƯ').y).toBeGreaterThan(18 * mm)
    expect(middle('Nguyễn Thị Hường')).toBeCloseTo(middle('T/M CHI BỘ'), 0)
    expect(find('Nơi nhận:').size).toBe(14)
    expect(find('- Như trên;').size).toBe(12)
    expect(find('- Lưu Chi bộ.').size).toBe(12)
    expect(find('Nơi nhận:').x).toBeLessThan(find('T/M CHI BỘ').x)
  })

  it('counts as many pages as a reader of PDF does', () => {
    expect(countPdfPages(pdf)).toBe(pages.length)
  })
})
