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
  return compareParts(splitName(a), splitName(b))
}

function compareParts(a: NameParts, b: NameParts): number {
  return (
    collator.compare(a.given, b.given) ||
    collator.compare(a.family, b.family) ||
    collator.compare(a.middle, b.middle)
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

/** Names met so far with their place in the order: comparing Vietnamese text is slow, and lists repeat. */
let places = new Map<string, number>()
/** Above so many the names of earlier lists are forgotten. */
const knownNames = 20_000

/** A copy of the list in the order of `compareByGivenName`; equal names keep their order. */
export function sortByGivenName<T>(list: readonly T[], nameOf: (item: T) => string): T[] {
  const names = list.map(nameOf)
  if (!names.every((name) => places.has(name)))
    places = placesOf(places.size < knownNames ? [...places.keys(), ...names] : names)
  return list
    .map((item, index) => ({ item, place: places.get(names[index] ?? '') ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}

/** Names that compare as equal share a place. */
function placesOf(names: readonly string[]): Map<string, number> {
  const sorted = [...new Set(names)].map((name) => ({ name, ...splitName(name) })).sort(compareParts)
  const found = new Map<string, number>()
  for (const [index, parts] of sorted.entries()) {
    const before = sorted[index - 1]
    const same = before && compareParts(before, parts) === 0
    found.set(parts.name, same ? (found.get(before.name) ?? index) : index)
  }
  return found
}
