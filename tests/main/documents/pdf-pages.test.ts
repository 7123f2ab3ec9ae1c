import { describe, expect, it } from 'vitest'
import { countPdfPages } from '../../../src/main/documents/pdf-pages.ts'

const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.7\n${text}`)

describe('counting pages', () => {
  it('refuses what has no page tree rather than saying nought', () => {
    expect(() => countPdfPages(new TextEncoder().encode('%PDF-1.7 nothing'))).toThrow()
  })

  it('takes the root of a tree of pages, whatever order its nodes stand in', () => {
    const leaf = '<</Type /Pages /Parent 9 0 R /Count 8 /Kids [1 0 R]>>'
    const root = '<</Count 11\n/Kids [2 0 R 3 0 R]\n/Type /Pages>>'
    const page = '<</Type /Page /Parent 2 0 R>>'
    expect(countPdfPages(pdf([leaf, root, page, page].join('\n')))).toBe(11)
  })
})
