/** Vietnamese names stand family, middle, given; 'Nguyễn Thị Thu Hà' -> Nguyễn | Thị Thu | Hà. */
export type NameParts = { family: string; middle: string; given: string }

/** Takes a normalised name apart. A name of one word is a given name. */
export function splitName(fullName: string): NameParts {
  const words = fullName.split(/\s+/).filter((word) => word !== '')
  const given = words.pop() ?? ''
  const family = words.shift() ?? ''
  return { family, middle: words.join(' '), given }
}

const collator = new Intl.Collator('vi')

/** The order of Vietnamese lists: by given name, then family name, then what stands between. */
export function compareByGivenName(a: string, b: string): number {
  const left = splitName(a)
  const right = splitName(b)
  return (
    collator.compare(left.given, right.given) ||
    collator.compare(left.family, right.family) ||
    collator.compare(left.middle, right.middle)
  )
}

/** A name as it is kept: composed Unicode, single spaces, and ALL CAPS turned into Title Case. */
export function normaliseName(text: string): string {
  const name = text
    .normalize('NFC')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  const shouted = name === name.toUpperCase() && name.length > 1
  // A letter after an apostrophe or hyphen begins a word too: K'Brôi, H'Hen.
  return shouted
    ? name.toLowerCase().replace(/(^|[\s'’-])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase())
    : name
}

/** A copy of the list in the order of `compareByGivenName`; each name is taken apart only once. */
export function sortByGivenName<T>(list: readonly T[], nameOf: (item: T) => string): T[] {
  return list
    .map((item) => ({ item, ...splitName(nameOf(item)) }))
    .sort(
      (a, b) =>
        collator.compare(a.given, b.given) ||
        collator.compare(a.family, b.family) ||
        collator.compare(a.middle, b.middle),
    )
    .map(({ item }) => item)
}
