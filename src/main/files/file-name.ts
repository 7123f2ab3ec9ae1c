const mostBytes = 200

/**
 * A text as the name of a file that no system refuses: what Windows does not take gives way, and what is too long is
 * cut. `extension` with its dot.
 */
export function fileName(text: string, extension: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/\s*:\s+/g, ' - ')
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
  let name = ''
  for (const letter of plain) {
    if (Buffer.byteLength(name + letter) > mostBytes) break
    name += letter
  }
  return `${name.replace(/[. ]+$/, '')}${extension}`
}
