const letters = 'abcdđeghiklmnopqrstuvxy'

/** The letter of an item in a Party document, from 0: a, b, c, d, đ, e, g, h, i, k; no f, j, w or z. */
export function partyLetter(index: number): string {
  const round = Math.floor(index / letters.length)
  return `${letters.charAt(index % letters.length)}${round === 0 ? '' : round}`
}
