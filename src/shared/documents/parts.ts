import type { Block, Run } from './blocks.ts'

/** Blocks and runs that papers are written with most. */

export const plain = (text: string): Run => ({ text, bold: false, italic: false })
export const bold = (text: string): Run => ({ text, bold: true, italic: false })
export const italic = (text: string): Run => ({ text, bold: false, italic: true })

/** A paragraph of text, its first line indented. */
export function paragraph(...runs: (Run | string)[]): Block {
  return {
    kind: 'paragraph',
    indent: true,
    runs: runs.map((run) => (typeof run === 'string' ? plain(run) : run)),
  }
}

/** Words with a stop at their end, one only. */
export function withStop(words: string): string {
  const trimmed = words.trimEnd()
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`
}
