import { formatVietnameseDate } from './vietnamese-date.ts'

/**
 * Numbers of issued papers: per type and per term of the committee, from 01 (Hướng dẫn 05-HD/VPTW of 27/5/2026).
 */

/** A type of document as the rule of a day has it. */
export type DocumentType = {
  /** 'NQ' */
  code: string
  /** 'Nghị quyết' */
  name: string
  /** Whether a cell may issue it. */
  cellMayIssue: boolean
}

/** Who may issue what, as dated data. */
export type DocumentTypes = {
  id: string
  kind: string
  number: string
  date: string
  validFrom: string
  title: string
  source: string
  confidence: string
  note: string
  types: readonly DocumentType[]
}

/** The types in force on a day; null before the first known rule. */
export function documentTypesOn(all: readonly DocumentTypes[], date: string): DocumentTypes | null {
  return all
    .filter((each) => each.validFrom <= date)
    .reduce<DocumentTypes | null>(
      (found, each) => (found && found.validFrom > each.validFrom ? found : each),
      null,
    )
}

/** Why a cell may not issue a type on a day, with the rule; null when it may or no rule is known. */
export function issueRefusal(all: readonly DocumentTypes[], code: string, date: string): string | null {
  const inForce = documentTypesOn(all, date)
  const type = inForce?.types.find((each) => each.code === code)
  if (!inForce || !type || type.cellMayIssue) return null
  return `Theo ${inForce.kind} ${inForce.number} ngày ${formatVietnameseDate(inForce.date)}, chi bộ không ban hành ${type.name.toLocaleLowerCase('vi')}.`
}

/** A term of the committee begins on an ISO day and lasts until the next one begins. */
export type Term = { id: number; startsOn: string }

/** The term a day belongs to; null before the first one known. */
export function termOn(terms: readonly Term[], date: string): Term | null {
  return terms
    .filter((term) => term.startsOn <= date)
    .reduce<Term | null>((found, term) => (found && found.startsOn > term.startsOn ? found : term), null)
}

/** A number given to a paper of one type. */
export type UsedNumber = { number: number; issuedOn: string; title: string }

/** The numbers of the term that a day belongs to, smallest first. */
export function usedInTerm(terms: readonly Term[], used: readonly UsedNumber[], date: string): UsedNumber[] {
  const term = termOn(terms, date)
  return used
    .filter((each) => termOn(terms, each.issuedOn)?.id === term?.id)
    .sort((a, b) => a.number - b.number)
}

/** The number after the highest one of the term; 1 in a new term. */
export function nextNumber(terms: readonly Term[], used: readonly UsedNumber[], date: string): number {
  return (usedInTerm(terms, used, date).at(-1)?.number ?? 0) + 1
}

/** "05", "12", "105". */
export function numberInWords(number: number): string {
  return String(number).padStart(2, '0')
}

/** "05-NQ/CB": two digits below ten; room for a pen where there is no number yet. */
export function paperSymbol(number: number | null, code: string, abbreviation: string): string {
  return `${number === null ? '……' : numberInWords(number)}-${code}/${abbreviation}`
}

/** What is amiss with a number among those of its term: taken already, one left out before it, out of order. */
export function numberFindings(inTerm: readonly UsedNumber[], number: number, issuedOn: string): string[] {
  const findings: string[] = []
  for (const same of inTerm.filter((each) => each.number === number))
    findings.push(
      `Số ${numberInWords(number)} đã dùng cho: ${same.title} (${formatVietnameseDate(same.issuedOn)}).`,
    )
  const taken = new Set([...inTerm.map((each) => each.number), number])
  const gaps = gapRuns(taken, number)
  if (gaps.length > 0) findings.push(`Bỏ trống số ${gapsInWords(gaps)} của nhiệm kỳ này.`)
  const later = inTerm.find((each) => each.number < number && each.issuedOn > issuedOn)
  if (later)
    findings.push(
      `Số ${numberInWords(later.number)} nhỏ hơn nhưng ghi ngày ${formatVietnameseDate(later.issuedOn)}, sau ngày này.`,
    )
  return findings
}

/** Numbers below one that nobody was given, neighbours in one run. */
export function gapRuns(taken: ReadonlySet<number>, below: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (let each = 1; each < below; each++) {
    if (taken.has(each)) continue
    const run = runs.at(-1)
    if (run?.to === each - 1) run.to = each
    else runs.push({ from: each, to: each })
  }
  return runs
}

/** "01, 03–05". */
function gapsInWords(gaps: readonly { from: number; to: number }[]): string {
  return gaps
    .map(({ from, to }) =>
      from === to ? numberInWords(from) : `${numberInWords(from)}–${numberInWords(to)}`,
    )
    .join(', ')
}
