import { fold } from './fold.ts'
import { quoted } from './quoted.ts'

/** Phrases that fill a theme's title without saying what it is about; data in `resources/themes/wording.json`. */
export type ThemeWording = {
  /** Wishes and figures of speech: "nâng cao chất lượng". */
  genericPhrases: readonly string[]
  /** What every theme of a cell may carry: "sinh hoạt chi bộ", "học tập và làm theo Bác". */
  framePhrases: readonly string[]
  joiningWords: readonly string[]
}

/** What the secretary wrote of a theme; the title and the fields from the problem to who does what by when. */
export type WrittenTheme = {
  title: string
  problem: string
  /** How much, how often: what shows that the problem is one. */
  figures: string
  cause: string
  aim: string
  /** What is to be done, by whom, until when. */
  solution: string
}

export type ThemeHint = { field: keyof WrittenTheme; words: string }

/** A theme of another year that may say the same. */
export type EarlierTheme = { id: number; year: number; title: string; problem: string }

/** A theme's likeness to an earlier one, 0 to 1. */
export type Alike<E extends EarlierTheme = EarlierTheme> = { theme: E; likeness: number }

/** The words of a text as they are compared: folded, without punctuation. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** Whether the words of one text stand in the other, whole and in their order: 'chuyển đổi số' in 'Tiên phong chuyển đổi số'. */
export function containsWords(text: string, phrase: string): boolean {
  const words = wordsOf(phrase).join(' ')
  return words !== '' && ` ${wordsOf(text).join(' ')} `.includes(` ${words} `)
}

type Filling = { pattern: RegExp; genericOf: ReadonlyMap<string, string>; joining: ReadonlySet<string> }

/** The lists as one pattern, made once for each: a year's theme is compared with those of all years before. */
const fillings = new WeakMap<ThemeWording, Filling>()

function fillingOf(wording: ThemeWording): Filling {
  const known = fillings.get(wording)
  if (known) return known
  const folded = (phrase: string) => wordsOf(phrase).join(' ')
  const phrases = [...wording.genericPhrases, ...wording.framePhrases].map(folded)
  const made: Filling = {
    // The longest phrase first: where two begin at one word, the longer is meant.
    pattern: new RegExp(`(?<= )(?:${phrases.sort((a, b) => b.length - a.length).join('|')})(?= )`, 'g'),
    genericOf: new Map(wording.genericPhrases.map((phrase) => [folded(phrase), phrase])),
    joining: new Set(wording.joiningWords.flatMap(wordsOf)),
  }
  fillings.set(wording, made)
  return made
}

/**
 * The words of a title that say what it is about, cut where a filling phrase stood between them, with the filling
 * phrases found.
 */
function tellingWords(text: string, wording: ThemeWording): { parts: string[][]; generic: string[] } {
  const { pattern, genericOf, joining } = fillingOf(wording)
  const generic: string[] = []
  const rest = ` ${wordsOf(text).join(' ')} `.replace(pattern, (phrase) => {
    const found = genericOf.get(phrase)
    if (found !== undefined) generic.push(found)
    return '|'
  })
  const parts = rest
    .split('|')
    .map((part) => part.split(' ').filter((word) => word !== '' && !joining.has(word)))
    .filter((part) => part.length > 0)
  return { parts, generic }
}

/** Neighbouring words in pairs, for most Vietnamese words are of two syllables; a single word stands for itself. */
function pairsOf(parts: readonly (readonly string[])[]): Set<string> {
  return new Set(
    parts.flatMap((part) =>
      part.length === 1 ? part : part.slice(1).map((word, index) => `${part[index]} ${word}`),
    ),
  )
}

/** Twice what two sets share over what they hold together (Dice): 1 for the same, 0 for nothing in common. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const each of a) if (b.has(each)) shared++
  return (2 * shared) / (a.size + b.size)
}

/** From this likeness on two themes are shown side by side. */
export const muchAlike = 0.5

/** How many words of a problem it takes to compare two by it. */
const tellingProblem = 8

/**
 * The earlier themes much like this one, the likest first, of equal ones the latest. Compared are the telling words
 * of the titles, and of the problems where both are written out; the higher likeness counts.
 */
export function earlierAlike<E extends EarlierTheme>(
  theme: { title: string; problem: string },
  earlier: readonly E[],
  wording: ThemeWording,
): Alike<E>[] {
  const look = (text: string) => {
    const { parts } = tellingWords(text, wording)
    return { pairs: pairsOf(parts), length: parts.reduce((sum, part) => sum + part.length, 0) }
  }
  const whole = wordsOf(theme.title).join(' ')
  const title = look(theme.title)
  const problem = look(theme.problem)
  return earlier
    .map((each) => {
      if (whole !== '' && wordsOf(each.title).join(' ') === whole) return { theme: each, likeness: 1 }
      const byTitle = dice(title.pairs, look(each.title).pairs)
      const other = problem.length >= tellingProblem ? look(each.problem) : null
      const byProblem = other && other.length >= tellingProblem ? dice(problem.pairs, other.pairs) : 0
      return { theme: each, likeness: Math.max(byTitle, byProblem) }
    })
    .filter(({ likeness }) => likeness >= muchAlike)
    .sort((a, b) => b.likeness - a.likeness || b.theme.year - a.theme.year || a.theme.id - b.theme.id)
}

/** "Gần giống chuyên đề năm 2024: “…” (trùng 80% số từ chính)". */
export function alikeWords({ theme, likeness }: Alike): string {
  const how = likeness === 1 ? 'cùng các từ chính' : `trùng ${Math.round(likeness * 100)}% số từ chính`
  return `Gần giống chuyên đề năm ${theme.year}: ${quoted(theme.title)} (${how}).`
}

const emptyFields: { field: Exclude<keyof WrittenTheme, 'title' | 'figures'>; words: string }[] = [
  { field: 'problem', words: 'Chưa nêu vấn đề cụ thể: việc gì, ở đâu, con số nào cho thấy?' },
  { field: 'cause', words: 'Chưa nêu nguyên nhân: vì sao việc này còn tồn tại?' },
  { field: 'aim', words: 'Chưa nêu mục đích: sau buổi sinh hoạt việc gì phải khác đi?' },
  { field: 'solution', words: 'Chưa nêu giải pháp: làm gì, ai làm, bao giờ xong?' },
]

/**
 * What a theme still lacks to be about something, in words and as suggestions only: a title of filling phrases, the
 * questions a theme must answer (vấn đề, số liệu, nguyên nhân, giải pháp: ai, bao giờ) that stand empty, and a
 * problem without a figure.
 */
export function themeHints(theme: WrittenTheme, wording: ThemeWording): ThemeHint[] {
  const hints: ThemeHint[] = []
  const { parts, generic } = tellingWords(theme.title, wording)
  if (theme.title.trim() !== '' && parts.reduce((sum, part) => sum + part.length, 0) < 2) {
    const filling =
      generic.length > 0 ? ` Cụm từ ${generic.map(quoted).join(', ')} dùng cho việc nào cũng được.` : ''
    hints.push({
      field: 'title',
      words: `Tên chuyên đề còn chung, chưa nói rõ việc gì, của ai.${filling} Nên nêu đúng việc đang vướng.`,
    })
  }
  for (const empty of emptyFields) if (theme[empty.field].trim() === '') hints.push(empty)
  if (theme.problem.trim() !== '' && !/\d/.test(`${theme.problem} ${theme.figures}`))
    hints.push({ field: 'figures', words: 'Vấn đề chưa có số liệu: bao nhiêu, trong thời gian nào?' })
  return hints
}
