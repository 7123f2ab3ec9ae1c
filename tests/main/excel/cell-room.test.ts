import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fillWorkbook } from '../../../src/main/excel/fill-workbook.ts'
import { committeeForm } from '../../support/committee-forms.ts'
import { readPdf } from '../../support/pdf-text.ts'
import { inFolder, libreOffice, printedBy } from '../../support/workbook.ts'
import { makeZip } from '../../support/zip.ts'

const texts = [
  '15/15 (Đạt 100%)',
  'Mô hình thu gom rác thải tại nguồn của tổ đảng thôn Đông',
  'Đã đọc 06 bài viết trên Tạp chí Xây dựng Đảng; đồng chí bí thư giới thiệu, các đồng chí trao đổi, liên hệ',
  'Giám sát 01 cuộc\nKiểm tra 02 cuộc',
  'ĐẢNG VIÊN ĐƯỢC PHÂN CÔNG GIÚP ĐỠ QUẦN CHÚNG ƯU TÚ',
  'nghiêng ngả thuở ấy những người nông dân bước ra ruộng đồng từ tờ mờ sáng cho đến khi mặt trời lặn hẳn sau núi',
]
const widths = [8.7, 13.7, 24.7]

/** Each text in each width, each in a row of its own; a row of fixed height is one line high. */
const cells = texts
  .flatMap((text) => widths.map((_, index) => ({ text, column: index + 1 })))
  .map(({ text, column }, index) => ({ row: index + 1, column, value: text }))
const form = (row: string) =>
  makeZip(
    committeeForm([
      {
        name: 'Biểu',
        before: `<sheetFormatPr defaultRowHeight="15.75"/><cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" style="1" customWidth="1"/>`).join('')}</cols>`,
        data: cells.map((cell) => `<row r="${cell.row}"${row}/>`).join(''),
      },
    ]),
  )

it.skipIf(!libreOffice)(
  'makes rows as high as LibreOffice needs to print the whole text, and no row it told of',
  async () => {
    await inFolder(async (folder) => {
      const fixed = ' ht="15.75" customHeight="1"'
      const forms = {
        grown: await fillWorkbook(form(''), 'Biểu', cells),
        raised: await fillWorkbook(form(fixed), 'Biểu', cells, { raiseRow: true }),
        kept: await fillWorkbook(form(fixed), 'Biểu', cells),
      }
      const paths = Object.entries(forms).map(([name, { bytes }]) => {
        const path = join(folder, `${name}.xlsx`)
        writeFileSync(path, bytes)
        return path
      })
      const printed = printedBy(folder, paths)
      const wordsOf = async (name: string) =>
        (await readPdf(readFileSync(join(printed, `${name}.pdf`))))
          .flatMap(({ lines }) => lines)
          .join('')
          .replace(/\s/g, '')
      const whole = cells.map(({ value }) => value.replace(/\s/g, '')).join('')
      expect(await wordsOf('grown')).toBe(whole)
      expect(await wordsOf('raised')).toBe(whole)
      expect(forms.raised.notes).toEqual([])
      // Only the shortest, in the widest column, fits into one line; the others are told of, and are cut off.
      expect(forms.kept.notes.map(({ kind }) => kind)).toEqual(cells.slice(1).map(() => 'low'))
      const kept = await wordsOf('kept')
      expect(texts.filter((text) => kept.includes(text.replace(/\s/g, '')))).toEqual(texts.slice(0, 1))
    })
  },
)
