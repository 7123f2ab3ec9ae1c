/** Where the mark of a tone stands in open syllables with oa, oe, uy: 'first' is "hòa, ủy", 'second' is "hoà, uỷ". */
export type TonePlacement = 'asWritten' | 'first' | 'second'

const tones = '\u0300\u0301\u0303\u0309\u0323'
// Decomposed, the mark follows its vowel. After q the u is part of the consonant, so "quý" has only one place for it.
const firstPlaced = new RegExp(
  `(?<![\\p{L}\\p{M}])(\\p{L}*?)(o)([${tones}])([ae])(?![\\p{L}\\p{M}])|(?<![\\p{L}\\p{M}])(\\p{L}*?(?<!q))(u)([${tones}])(y)(?![\\p{L}\\p{M}])`,
  'giu',
)
const secondPlaced = new RegExp(
  `(?<![\\p{L}\\p{M}])(\\p{L}*?)(o)([ae])([${tones}])(?![\\p{L}\\p{M}])|(?<![\\p{L}\\p{M}])(\\p{L}*?(?<!q))(u)(y)([${tones}])(?![\\p{L}\\p{M}])`,
  'giu',
)

/**
 * Words with the tones of oa, oe, uy where an office wants them. A syllable that begins with a capital may be a name,
 * and names are written as their owners write them; only "Ủy" never is one.
 */
export function placeTones(words: string, placement: TonePlacement): string {
  if (placement === 'asWritten') return words
  const pattern = placement === 'second' ? firstPlaced : secondPlaced
  return words
    .normalize('NFD')
    .replace(pattern, (syllable, ...groups: (string | undefined)[]) => {
      const [start = '', vowel = '', third = '', fourth = ''] =
        groups[1] === undefined ? groups.slice(4) : groups
      if (!mayChange(start, vowel)) return syllable
      return start + vowel + fourth + third
    })
    .normalize('NFC')
}

function mayChange(start: string, vowel: string): boolean {
  if (start === '') return vowel !== 'O'
  const [first = ''] = start
  return first === first.toLowerCase()
}
