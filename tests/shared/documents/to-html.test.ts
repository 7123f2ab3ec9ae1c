import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paperToHtml } from '../../../src/shared/documents/to-html.ts'
import { usualLayout } from '../../support/paper-layout.ts'
import { documentOf } from '../../support/paper-of-words.ts'

const html = (words: string) => paperToHtml(documentOf(words), usualLayout, [])
const tags = (page: string) => page.match(/<[^>]*>/g)
const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const unescaped = (page: string) =>
  page.replace(/&(amp|lt|gt|quot|#39);/g, (_all, name) => characters[name] ?? '')

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '</style><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    "' style='position:fixed",
    '<!-- --><!doctype html>',
    '&lt;b&gt; &amp;amp; &#60;script&#62;',
    '</title></head><body>',
    '\u0000<\u0000b\u0000>\ud800',
  ),
)

describe('a paper as HTML', () => {
  it('keeps its mark-up whatever the words are', () => {
    const expected = tags(html('x'))
    fc.assert(
      fc.property(hostile, (words) => {
        expect(tags(html(words))).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('says the words themselves, signs included', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\' aÁđữ;#3') }), (words) => {
        const body = unescaped(
          html(words)
            .replace(/[\s\S]*<p class="paragraph[^>]*>/, '')
            .replace(/<\/p>[\s\S]*/, ''),
        )
        expect(body).toBe(`<i><b>${words.normalize('NFC').replace(/ +/g, ' ')}</b></i>`)
      }),
    )
  })

  it('composes letters that arrive in pieces', () => {
    expect(html('Nguyễn Thị Hường'.normalize('NFD'))).toContain('Nguyễn Thị Hường'.normalize('NFC'))
  })

  it('leaves out what is not there', () => {
    const page = paperToHtml(
      {
        name: 'x',
        blocks: [
          { kind: 'letterhead', upperBody: 'a', body: 'b', number: null, placeAndDate: null },
          {
            kind: 'closing',
            left: null,
            right: { behalf: { form: 'T/M', body: 'cell' }, office: 'Bí thư', name: 'Trần Văn An' },
          },
        ],
      },
      usualLayout,
      [],
    )
    const body = page.slice(page.indexOf('<body>'))
    expect(body).not.toContain('place-and-date')
    expect(body).not.toContain('class="number"')
    expect(body).not.toContain('Nơi nhận')
    expect(body).toContain('T/M CHI BỘ')
  })

  it('makes an office bold in the signature only where the layout says so', () => {
    const bold = (signatureOfficeBold: boolean) =>
      paperToHtml(documentOf('x'), { ...usualLayout, signatureOfficeBold }, []).match(
        /<p class="bold">X<\/p>/g,
      )?.length
    expect(bold(true)).toBe((bold(false) ?? 0) + 1)
  })
})
