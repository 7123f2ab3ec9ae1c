import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { closeChromium, printHtmlToPdf } from '../../../src/main/browser-host/chromium.ts'
import { paperPage } from '../../../src/main/documents/paper-page.ts'
import { paperToWord } from '../../../src/main/documents/word-document.ts'
import type { PaperDocument } from '../../../src/shared/documents/blocks.ts'
import type { PaperLayout } from '../../../src/shared/documents/paper-layout.ts'
import { bold, italic, paragraph, plain } from '../../../src/shared/documents/parts.ts'
import { usualLayout } from '../../support/paper-layout.ts'
import { documentOf } from '../../support/paper-of-words.ts'
import {
  htmlTexts,
  lettersOf,
  pageLetters,
  printedByLibreOffice,
  wordTexts,
} from '../../support/paper-text.ts'
import { type PdfPage, type PdfText, readPdf } from '../../support/pdf-text.ts'
import { all, attribute, noWriter, readWord, type WordParagraph } from '../../support/word.ts'

afterAll(closeChromium)

const document: PaperDocument = {
  name: 'Nghị quyết tháng 02',
  blocks: [
    {
      kind: 'letterhead',
      upperBody: 'Đảng bộ Trường Chính trị tỉnh',
      body: 'Chi bộ Phòng Đào tạo',
      number: '05-NQ/CB',
      placeAndDate: 'Hà Giang, ngày 05 tháng 02 năm 2026',
    },
    { kind: 'title', type: 'Nghị quyết', excerpt: 'Sinh hoạt chi bộ thường kỳ tháng 02 năm 2026' },
    { kind: 'bases', bases: ['Căn cứ Điều lệ Đảng', 'Căn cứ quy chế làm việc của chi ủy'] },
    { kind: 'heading', level: 1, text: 'I. Đánh giá tháng trước' },
    { kind: 'heading', level: 2, text: '1. Công tác chính trị' },
    paragraph(
      'Đảng viên ',
      bold('gương mẫu'),
      ', giữ ',
      italic('kỷ luật'),
      ' nơi công tác & nơi cư trú <A>.',
    ),
    { kind: 'paragraph', indent: false, runs: [plain('Dòng một\nDòng hai')] },
    { kind: 'list', marker: 'letter', items: [[plain('Việc thứ nhất;')], [plain('Việc thứ hai.')]] },
    {
      kind: 'table',
      columns: [
        { heading: 'TT', widthPercent: 10, align: 'center' },
        { heading: 'Nhiệm vụ', widthPercent: 60, align: 'left' },
        { heading: 'Kết quả', widthPercent: 30, align: 'right' },
      ],
      rows: [
        { kind: 'group', text: 'A. Nhiệm vụ thường xuyên' },
        ...Array.from({ length: 30 }, (_, index) => ({
          kind: 'cells' as const,
          cells: [String(index + 1), `Rà soát hồ sơ đảng viên lần ${index + 1}\ntheo từng tổ`, 'Xong'],
        })),
      ],
      leastRowMm: 12,
      total: { label: 'Tổng số', value: '30' },
    },
    {
      kind: 'slip',
      body: 'Chi bộ Phòng Đào tạo',
      title: 'Phiếu mời',
      runs: [[plain('Kính gửi ')], [bold('An')]],
    },
    { kind: 'pageBreak' },
    paragraph('Phụ lục ở trang mới.'),
    {
      kind: 'closing',
      left: { recipients: ['Như trên', 'Lưu Chi bộ'] },
      right: { behalf: { form: 'T/M', body: 'cell' }, office: 'Bí thư', name: 'Nguyễn Thị Hường' },
    },
  ],
}

/** Another office's usage in every point at once. */
const otherLayout: PaperLayout = {
  ...usualLayout,
  lineSpacingPt: 20,
  pageNumberPt: 13.5,
  letterheadLeftPt: 14,
  letterheadRightPt: 15,
  upperBodyWord: 'committee',
  numberColon: true,
  basesItalic: true,
  recipientsHeadingPt: 12,
  cellSignsAs: 'committee',
  signatureOfficeBold: true,
  tonePlacement: 'second',
}

/** Both drawings in a layout, each made once. */
const drawings = new Map<PaperLayout, { word: Promise<Uint8Array>; pdf: Promise<PdfPage[]> }>()
function drawn(layout: PaperLayout) {
  const made = drawings.get(layout) ?? {
    word: paperToWord(document, layout),
    pdf: paperPage(document, layout).then(printHtmlToPdf).then(readPdf),
  }
  drawings.set(layout, made)
  return made
}
const word = (layout: PaperLayout = usualLayout) => drawn(layout).word
const pdf = (layout: PaperLayout = usualLayout) => drawn(layout).pdf

describe('screen, paper and Word', () => {
  it('say the same in the same order', async () => {
    const texts = htmlTexts(document, usualLayout)
    expect(texts).toContain('Rà soát hồ sơ đảng viên lần 7\ntheo từng tổ')
    expect(await wordTexts(await word())).toEqual(texts)
    expect(pageLetters(await pdf(), document)).toBe(lettersOf(texts))
  })

  it.skipIf(noWriter !== null)(
    `say the same when LibreOffice prints the Word file${noWriter ? ` (${noWriter})` : ''}`,
    async () => {
      const [pages = []] = await printedByLibreOffice([await word()])
      expect(pageLetters(pages, document)).toBe(lettersOf(htmlTexts(document, usualLayout)))
      expect(pages.slice(1).map(({ lines }) => lines[0])).toEqual(
        pages.slice(1).map((_, index) => `${index + 2}`),
      )
      expect(pages[0]?.texts.filter(({ y }) => y < 50)).toEqual([])
    },
    60_000,
  )

  it('are well-formed and say the words whatever they are', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom(
        '</w:t><w:p>',
        ']]>',
        '<!--',
        '&#0;',
        '_x0041_',
        '{{x}}',
        'a\u0001b\ufffe',
        '\ud800',
        ' x\n y ',
      ),
    )
    await fc.assert(
      fc.asyncProperty(hostile, async (words) => {
        const paper = documentOf(words)
        const file = await readWord(await paperToWord(paper, usualLayout))
        const said = file.paragraphs.map(({ text }) => text)
        expect(lettersOf(said)).toBe(lettersOf(htmlTexts(paper, usualLayout)))
        expect(all(file.document, 'w:hyperlink')).toEqual([])
        expect(all(file.document, 'w:fldChar')).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

/** What both drawings show of one stretch of words. */
type Shown = { pt: number; bold: boolean; italic: boolean }

async function shown(start: string, layout: PaperLayout): Promise<{ word: Shown; paper: Shown }> {
  const file = await readWord(await word(layout))
  const found = file.paragraphs.find(({ text }) => text.startsWith(start))
  const [run] = found?.runs ?? []
  const text = (await pdf(layout)).flatMap(({ texts }) => texts).find((each) => each.text.startsWith(start))
  if (!run || !text) throw new Error(`Nothing begins with ${start}`)
  return {
    word: { pt: run.pt ?? layout.bodyPt, bold: run.bold, italic: run.italic },
    paper: { pt: text.size, bold: /bold/i.test(text.font), italic: /italic/i.test(text.font) },
  }
}

describe('a layout point is the same in Word and on paper', () => {
  it.each<[string, PaperLayout, string, Shown]>([
    ['body 14', usualLayout, 'Phụ lục ở', { pt: 14, bold: false, italic: false }],
    ['head left 13', usualLayout, 'ĐẢNG BỘ', { pt: 13, bold: false, italic: false }],
    ['head left 14', otherLayout, 'CHI BỘ PHÒNG', { pt: 14, bold: true, italic: false }],
    ['head right 14', usualLayout, 'ĐẢNG CỘNG', { pt: 14, bold: true, italic: false }],
    ['head right 15', otherLayout, 'ĐẢNG CỘNG', { pt: 15, bold: true, italic: false }],
    ['ĐẢNG ỦY', otherLayout, 'ĐẢNG UỶ TRƯỜNG', { pt: 14, bold: false, italic: false }],
    ['number', usualLayout, 'Số 05-NQ/CB', { pt: 13, bold: false, italic: false }],
    ['number with colon', otherLayout, 'Số: 05-NQ/CB', { pt: 14, bold: false, italic: false }],
    ['place and date', usualLayout, 'Hà Giang, ngày 05', { pt: 14, bold: false, italic: true }],
    ['type', usualLayout, 'NGHỊ QUYẾT', { pt: 14, bold: true, italic: false }],
    ['excerpt', usualLayout, 'Sinh hoạt chi bộ', { pt: 14, bold: true, italic: false }],
    ['five hyphens', usualLayout, '-----', { pt: 14, bold: false, italic: false }],
    ['bases upright', usualLayout, '- Căn cứ Điều lệ Đảng;', { pt: 14, bold: false, italic: false }],
    ['bases italic', otherLayout, 'Căn cứ Điều lệ Đảng;', { pt: 14, bold: false, italic: true }],
    ['table', usualLayout, 'Nhiệm vụ', { pt: 13, bold: true, italic: false }],
    ['recipients 14', usualLayout, 'Nơi nhận:', { pt: 14, bold: false, italic: false }],
    ['recipients 12', otherLayout, 'Nơi nhận:', { pt: 12, bold: false, italic: false }],
    ['a recipient', usualLayout, '- Lưu Chi bộ.', { pt: 12, bold: false, italic: false }],
    ['T/M CHI BỘ', usualLayout, 'T/M CHI BỘ', { pt: 14, bold: true, italic: false }],
    ['T/M CHI ỦY', otherLayout, 'T/M CHI UỶ', { pt: 14, bold: true, italic: false }],
    ['office upright', usualLayout, 'BÍ THƯ', { pt: 14, bold: false, italic: false }],
    ['office bold', otherLayout, 'BÍ THƯ', { pt: 14, bold: true, italic: false }],
    ['name', usualLayout, 'Nguyễn Thị Hường', { pt: 14, bold: true, italic: false }],
    ['spelling', otherLayout, 'ĐẢNG UỶ', { pt: 14, bold: false, italic: false }],
  ])('%s', async (_name, layout, start, expected) => {
    const { word: inWord, paper } = await shown(start, layout)
    expect({ inWord, paper }).toEqual({ inWord: expected, paper: expected })
  })

  it('A4, margins of 20, 20, 30 and 15 mm', async () => {
    const { document: body } = await readWord(await word())
    const twips = (mm: number) => String(Math.round((mm * 1440) / 25.4))
    const [margins] = all(body, 'w:pgMar')
    expect(margins?.attributes).toMatchObject({
      'w:top': twips(20),
      'w:bottom': twips(20),
      'w:left': twips(30),
      'w:right': twips(15),
    })
    expect(all(body, 'w:pgSz')[0]?.attributes).toMatchObject({ 'w:w': twips(210), 'w:h': twips(297) })
  })

  it.each([
    [18, usualLayout],
    [20, otherLayout],
  ])('lines exactly %d points apart', async (lineSpacingPt, layout) => {
    const { styles } = await readWord(await word(layout))
    const [defaults] = all(styles, 'w:docDefaults')
    expect(attribute(defaults ?? null, 'w:spacing', 'w:line')).toBe(String(lineSpacingPt * 20))
    expect(attribute(defaults ?? null, 'w:spacing', 'w:lineRule')).toBe('exact')
    const [first] = await pdf(layout)
    const row = (start: string) => first?.texts.find(({ text }) => text.startsWith(start))?.y ?? 0
    // The print engine sets lines on whole pixels, three quarters of a point.
    expect(Math.abs(row('Dòng hai') - row('Dòng một') - lineSpacingPt)).toBeLessThan(0.76)
  })

  it('Times New Roman, first lines indented by 10 mm, 6 points between paragraphs', async () => {
    const file = await readWord(await word())
    expect(attribute(all(file.styles, 'w:docDefaults')[0] ?? null, 'w:rFonts', 'w:ascii')).toBe(
      'Times New Roman',
    )
    const indented = file.paragraphs.find(({ text }) => text.startsWith('Phụ lục ở'))
    expect(attribute(indented?.properties ?? null, 'w:ind', 'w:firstLine')).toBe('567')
    expect(attribute(indented?.properties ?? null, 'w:spacing', 'w:before')).toBe('120')
    expect(attribute(indented?.properties ?? null, 'w:jc', 'w:val')).toBe('both')
  })

  it.each([
    [13, usualLayout],
    [13.5, otherLayout],
  ])('page numbers of %d points at the top centre from the second page', async (pageNumberPt, layout) => {
    const file = await readWord(await word(layout))
    expect(all(file.document, 'w:titlePg')).toHaveLength(1)
    expect(all(file.otherHeader, 'w:instrText').map(({ text }) => text)).toEqual(['PAGE'])
    expect(attribute(file.otherHeader, 'w:sz', 'w:val')).toBe(String(pageNumberPt * 2))
    expect(attribute(file.otherHeader, 'w:jc', 'w:val')).toBe('center')
    expect(all(file.firstHeader, 'w:instrText')).toEqual([])
    const pages = await pdf(layout)
    const numbers = pages.map(({ texts }) => texts.filter(({ y }) => y < 56))
    expect(numbers[0]).toEqual([])
    for (const [index, [number, ...others]] of numbers.entries()) {
      if (index === 0) continue
      expect(others).toEqual([])
      expect(number).toMatchObject({ text: String(index + 1) })
      expect(number?.size).toBeCloseTo(pageNumberPt, 0)
    }
  })

  it('table headings repeat, no row is torn, rows leave room for the pen', async () => {
    const { document: body } = await readWord(await word())
    const [, table] = all(body, 'w:tbl')
    const rows = table ? all(table, 'w:tr') : []
    expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual([1, ...Array(32).fill(0)])
    expect(rows.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true)
    const heights = rows.map((row) => attribute(row, 'w:trHeight', 'w:val'))
    expect(heights[0]).toBeUndefined()
    expect(heights[2]).toBe(String(Math.round((12 * 1440) / 25.4)))
    expect(rows.map((row) => attribute(row, 'w:trHeight', 'w:hRule')).filter(Boolean)).toEqual(
      Array(30).fill('atLeast'),
    )
  })

  it('what follows a new page begins there', async () => {
    const pages = await pdf()
    const withAppendix = pages.findIndex(({ lines }) => lines.some((line) => line.startsWith('Phụ lục ở')))
    expect(withAppendix).toBe(pages.length - 1)
    expect(pages[withAppendix]?.lines[1]).toBe('Phụ lục ở trang mới.')
    const { paragraphs } = await readWord(await word())
    const at = paragraphs.findIndex(({ text }) => text.startsWith('Phụ lục ở'))
    const breaks = (each: WordParagraph | undefined) =>
      each?.properties && all(each.properties, 'w:pageBreakBefore')
    expect(breaks(paragraphs[at - 1])).toHaveLength(1)
  })
})

describe('the head', () => {
  const find = (texts: readonly PdfText[], start: string) => {
    const found = texts.find(({ text }) => text.startsWith(start))
    if (!found) throw new Error(`Nothing begins with ${start}`)
    return found
  }

  it('has the rule under the Party\u2019s name as long as the name, in Word too', async () => {
    const { paragraphs } = await readWord(await word())
    const party = paragraphs.find(({ text }) => text.startsWith('ĐẢNG CỘNG'))?.properties ?? null
    expect(attribute(party, 'w:bottom', 'w:val')).toBe('single')
    const sides = ['w:left', 'w:right'].map((side) => Number(attribute(party, 'w:ind', side)) / 20)
    const [page] = await pdf()
    const { width } = find(page?.texts ?? [], 'ĐẢNG CỘNG')
    const column = (165 * 0.54 * 72) / 25.4
    expect(column - (sides[0] ?? 0) - (sides[1] ?? 0)).toBeCloseTo(width, -1)
  })

  it('has place and date on the line of the number', async () => {
    const [page] = await pdf()
    const apart = find(page?.texts ?? [], 'Hà Giang').y - find(page?.texts ?? [], 'Số 05').y
    expect(Math.abs(apart)).toBeLessThan(1.6)
  })
})
