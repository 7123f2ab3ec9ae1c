import { afterAll, describe, expect, it } from 'vitest'
import { closeChromium, printHtmlToPdf } from '../../../src/main/browser-host/chromium.ts'
import { paperFonts } from '../../../src/main/documents/paper-fonts.ts'
import type { Block } from '../../../src/shared/documents/blocks.ts'
import { paperToHtml } from '../../../src/shared/documents/to-html.ts'
import { usualLayout } from '../../support/paper-layout.ts'
import { readPdf } from '../../support/pdf-text.ts'

afterAll(closeChromium)

/** The 134 letters of Vietnamese that carry a mark, in both cases. */
const accented = [...'aăâeêioôơuưy']
  .flatMap((vowel) =>
    ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
  )
  .concat('đ')
  .filter((letter) => !/^[a-z]$/.test(letter))
  .flatMap((letter) => [letter, letter.toUpperCase()])

describe('the letters', () => {
  const words = (style: { bold: boolean; italic: boolean }): Block => ({
    kind: 'paragraph',
    indent: false,
    runs: [{ ...style, text: accented.join('') }],
  })

  it.each([
    ['the font of the machine', 'Times New Roman'],
    ['the font it carries, where the machine has none', 'No Such Font'],
  ])('are all there in %s, in four styles', async (_name, fontFamily) => {
    expect(accented).toHaveLength(134)
    const blocks = [false, true].flatMap((bold) => [false, true].map((italic) => words({ bold, italic })))
    const html = paperToHtml({ name: 'x', blocks }, { ...usualLayout, fontFamily }, await paperFonts())
    const [page] = await readPdf(await printHtmlToPdf(html))
    const said = page?.texts.map((text) => text.text).join('') ?? ''
    expect(said.replace(/\s/g, '').normalize('NFC')).toBe(accented.join('').repeat(4))
    if (fontFamily === 'No Such Font') {
      const fonts = new Set(page?.texts.map((text) => text.font))
      expect([...fonts].toSorted()).toEqual([
        'Tinos-Bold',
        'Tinos-BoldItalic',
        'Tinos-Italic',
        'Tinos-Regular',
      ])
    }
  })
})
