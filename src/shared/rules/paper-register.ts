import { gapRuns, numberInWords, paperSymbol, type Term, termOn } from './paper-number.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'

/** The register of numbers: what was given to which paper, per type and per term of the committee. */

/** A paper with its number, however often it was issued again. */
export type RegisteredPaper = {
  /** Issued by the program, or only noted here as given outside of it. */
  origin: 'issued' | 'outside'
  id: number
  code: string
  number: number
  /** '05-NQ/CB' */
  symbol: string
  issuedOn: string
  title: string
  /** Null where the paper is of no meeting. */
  meeting: { id: number; title: string } | null
  /** Of a paper that is of a year, else null. */
  year: number | null
  /** Issues after the first, oldest first. */
  revisions: { id: number; revision: number; issuedOn: string; reason: string }[]
}

export type RegisterType = { code: string; name: string }

/** A line of the register: a paper with what is amiss about its number, or numbers that nobody was given. */
export type RegisterLine =
  | { kind: 'paper'; paper: RegisteredPaper; amiss: string[] }
  | { kind: 'gap'; code: string; from: number; to: number; words: string }

/** The numbers of one type in one term, smallest first. */
export type RegisterGroup = RegisterType & {
  lines: RegisterLine[]
  /** Papers in it, numbers left out, numbers given more than once. */
  given: number
  missing: number
  doubled: number
  next: number
}

/** Papers whose day belongs to a term; `termId` null: before the first one known. */
export function papersOfTerm(
  papers: readonly RegisteredPaper[],
  terms: readonly Term[],
  termId: number | null,
): RegisteredPaper[] {
  return papers.filter(({ issuedOn }) => (termOn(terms, issuedOn)?.id ?? null) === termId)
}

/** The papers of one term by type, in the order of `types`; types without a paper are left out. */
export function registerGroups(
  papers: readonly RegisteredPaper[],
  types: readonly RegisterType[],
  abbreviation: string,
): RegisterGroup[] {
  return types.flatMap((type) => {
    const own = papers
      .filter(({ code }) => code === type.code)
      .sort((a, b) => a.number - b.number || (a.issuedOn < b.issuedOn ? -1 : 1))
    return own.length === 0 ? [] : [{ ...type, ...groupOf(own, type.code, abbreviation) }]
  })
}

function groupOf(papers: readonly RegisteredPaper[], code: string, abbreviation: string) {
  const byNumber = Map.groupBy(papers, ({ number }) => number)
  const last = papers.at(-1)?.number ?? 0
  const gaps = gapRuns(new Set(byNumber.keys()), last + 1)
  const lines: RegisterLine[] = []
  let latest = ''
  for (const paper of papers) {
    const gap = gaps.find(({ to }) => to === paper.number - 1)
    if (gap && paper === byNumber.get(paper.number)?.[0])
      lines.push({ kind: 'gap', code, ...gap, words: gapWords(gap, code, abbreviation) })
    const same = (byNumber.get(paper.number)?.length ?? 0) - 1
    lines.push({
      kind: 'paper',
      paper,
      amiss: [
        ...(same === 0 ? [] : [`Trùng số: ${same + 1} văn bản cùng số ${numberInWords(paper.number)}`]),
        ...(paper.issuedOn < latest
          ? [`Ngày trước số nhỏ hơn (đã có số ghi ngày ${formatVietnameseDate(latest)})`]
          : []),
      ],
    })
    if (paper.issuedOn > latest) latest = paper.issuedOn
  }
  return {
    lines,
    given: papers.length,
    missing: gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0),
    doubled: [...byNumber.values()].filter(({ length }) => length > 1).length,
    next: last + 1,
  }
}

/** "Số 04-NQ/CB chưa có", "Số 04 đến 06-NQ/CB chưa có". */
function gapWords({ from, to }: { from: number; to: number }, code: string, abbreviation: string): string {
  const first = from === to ? '' : `${numberInWords(from)} đến `
  return `Số ${first}${paperSymbol(to, code, abbreviation)} chưa có`
}

/** "Sửa 2 lần, lần cuối 05/03/2026"; '' where it was issued once. */
export function revisionWords({ revisions }: Pick<RegisteredPaper, 'revisions'>): string {
  const last = revisions.at(-1)
  return last ? `Sửa ${revisions.length} lần, lần cuối ${formatVietnameseDate(last.issuedOn)}` : ''
}

/** "12 văn bản, thiếu 1 số, trùng 2 số; số tiếp theo 13". */
export function groupWords({ given, missing, doubled, next }: RegisterGroup): string {
  const words = [
    `${given} văn bản`,
    ...(missing === 0 ? [] : [`thiếu ${missing} số`]),
    ...(doubled === 0 ? [] : [`trùng ${doubled} số`]),
  ]
  return `${words.join(', ')}; số tiếp theo ${numberInWords(next)}`
}

/** "Từ 01/03/2025 đến 28/02/2030": a term among those known; null is the time before the first. */
export function termWords(terms: readonly Term[], termId: number | null): string {
  const sorted = [...terms].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  if (termId === null) {
    const [first] = sorted
    return first ? `Trước ${formatVietnameseDate(first.startsOn)}` : 'Chưa ghi nhiệm kỳ'
  }
  const index = sorted.findIndex(({ id }) => id === termId)
  const after = sorted[index + 1]
  const from = `Từ ${formatVietnameseDate(sorted[index]?.startsOn ?? '')}`
  return after ? `${from} đến trước ${formatVietnameseDate(after.startsOn)}` : from
}
