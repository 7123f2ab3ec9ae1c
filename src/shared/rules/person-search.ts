import { fold } from './fold.ts'
import { splitName } from './person-name.ts'

/**
 * The people whose name has every word typed at the beginning of one of its words, without marks: "ha" finds Hà and
 * Hạnh, then those with another word like that. The order handed in is kept within both.
 */
export function findByName<P extends { fullName: string }>(people: readonly P[], typed: string): P[] {
  const words = fold(typed).split(' ')
  if (words[0] === '') return []
  const found = people.filter((person) => {
    const name = ` ${fold(person.fullName)}`
    return words.every((word) => name.includes(` ${word}`))
  })
  const byGiven = (person: P) => fold(splitName(person.fullName).given).startsWith(words.at(-1) ?? '')
  return [...found.filter(byGiven), ...found.filter((person) => !byGiven(person))]
}
