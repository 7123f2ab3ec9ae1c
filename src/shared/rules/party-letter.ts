const letters = 'abcdđeghiklmnopqrstuvxy'

/** What stands before an item of a Party document, from 0: a), b), c), d), đ), e), g); no f, j, w or z. */
export function partyLetter(index: number): string {
  const round = Math.floor(index / letters.length)
  return `${letters.charAt(index % letters.length)}${round === 0 ? '' : round})`
}
