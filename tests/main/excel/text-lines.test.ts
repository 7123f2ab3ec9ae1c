import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf, widthOf } from '../../../src/main/excel/text-lines.ts'

const plain = { size: 10, bold: false }
const bold = { size: 10, bold: true }
const library = await import('@napi-rs/canvas').catch(() => null)

const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY'
const words = [
  ...letters,
  ...[...letters].flatMap((each) =>
    [...'\u0300\u0301\u0303\u0309\u0323'].map((mark) => (each + mark).normalize('NFC')),
  ),
  ...'0123456789 .,;:()%/–“”',
]

test.skipIf(!library)(
  'letters are as wide as a font of the same widths draws them, or a little wider',
  () => {
    if (!library) return
    const { resolve } = createRequire(import.meta.url)
    for (const weight of [400, 700]) {
      for (const subset of ['vietnamese', 'latin']) {
        const file = resolve(`@fontsource/tinos/files/tinos-${subset}-${weight}-normal.woff2`)
        library.GlobalFonts.registerFromPath(file, `Lines ${subset} ${weight}`)
      }
      const pen = library.createCanvas(10, 10).getContext('2d')
      pen.font = `1000px "Lines vietnamese ${weight}", "Lines latin ${weight}"`
      for (const word of words) {
        const drawn = pen.measureText(word).width / 100
        const told = widthOf(word, weight === 700 ? bold : plain)
        expect(told, word).toBeGreaterThan(drawn)
        expect(told, word).toBeLessThan(drawn * 1.15 + 0.6)
      }
    }
  },
)

test.each([
  ['', 100, 1],
  ['một hai ba', 100, 1],
  ['một hai ba', 30, 2],
  ['một\nhai\n\nba', 100, 4],
  ['x'.repeat(100), 100, 6],
  ['đầu xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx cuối', 60, 5],
])('%j in %d points takes %d lines', (text, room, lines) => {
  expect(linesOf(text, room, plain)).toBe(lines)
})

test('a text takes at least its width in lines, and never fewer where there is less room', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'aâW. iđ\nƯ'), maxLength: 200 }),
      fc.integer({ min: 11, max: 300 }),
      (text, room) => {
        const lines = linesOf(text, room, bold)
        const words = text.split(/[ \n]/).reduce((sum, word) => sum + widthOf(word, bold), 0)
        expect(lines).toBeGreaterThanOrEqual(Math.ceil(words / room - 1e-9))
        expect(lines).toBeGreaterThanOrEqual(text.split('\n').length)
        expect(linesOf(text, room + 40, bold)).toBeLessThanOrEqual(lines)
      },
    ),
  )
})
