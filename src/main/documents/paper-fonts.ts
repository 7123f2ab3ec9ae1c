import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { FontFace } from '../../shared/documents/paper-css.ts'

// The letters each file draws: the lists of the package's own style sheet, each mark in one file only.
const subsets = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
} as const

let faces: Promise<FontFace[]> | null = null

/**
 * Tinos, whose letters are exactly as wide as those of Times New Roman: where a machine lacks that font, lines and
 * pages break at the same places. Read from its package once.
 */
export function paperFonts(): Promise<FontFace[]> {
  faces ??= readFaces()
  return faces
}

function readFaces(): Promise<FontFace[]> {
  const { resolve } = createRequire(import.meta.url)
  const read = async (subset: keyof typeof subsets, weight: 400 | 700, style: 'normal' | 'italic') => {
    const path = resolve(`@fontsource/tinos/files/tinos-${subset}-${weight}-${style}.woff2`)
    const base64 = (await readFile(path)).toString('base64')
    return { family: 'Tinos', weight, style, unicodeRange: subsets[subset], base64 }
  }
  return Promise.all(
    (['latin', 'vietnamese'] as const).flatMap((subset) =>
      ([400, 700] as const).flatMap((weight) =>
        (['normal', 'italic'] as const).map((style) => read(subset, weight, style)),
      ),
    ),
  )
}
