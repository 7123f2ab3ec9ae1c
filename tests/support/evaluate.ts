import { layOut } from '../../src/main/excel/layout.ts'
import type { WorkbookSpec } from '../../src/main/excel/workbook-spec.ts'

type Value = string | number | null
type Grid = Map<string, Value | { formula: string; value: string | number }>

/**
 * Works out the formulas of a workbook by itself, from the texts that stand in the cells: the few functions our
 * books use, as Excel defines them. Answers, for each formula, where it stands, what it comes to and what was cached.
 */
export function evaluate(spec: WorkbookSpec): { at: string; result: Value; cached: Value }[] {
  const sheets = new Map<string, Grid>()
  for (const sheet of layOut(spec).sheets) {
    const grid: Grid = new Map()
    for (const [index, row] of sheet.rows.entries()) {
      for (const { column, content } of row.cells) grid.set(`${column},${index + 1}`, content)
    }
    sheets.set(sheet.name, grid)
  }
  const known = new Map<string, Value>()
  const cellValue = (sheet: string, place: string): Value => {
    const content = sheets.get(sheet)?.get(place) ?? null
    if (content === null || typeof content !== 'object') return content
    const key = `${sheet}!${place}`
    const found = known.get(key)
    if (found !== undefined) return found
    const result = formulaValue(content.formula, (name, at) => cellValue(name ?? sheet, at))
    known.set(key, result)
    return result
  }
  return [...sheets].flatMap(([name, grid]) =>
    [...grid].flatMap(([place, content]) =>
      content !== null && typeof content === 'object'
        ? [{ at: `${name}!${place}`, result: cellValue(name, place), cached: content.value }]
        : [],
    ),
  )
}

type Look = (sheet: string | null, place: string) => Value

function formulaValue(formula: string, look: Look): Value {
  const link = /^HYPERLINK\("#'.+'![A-Z]+\d+","(.+)"\)$/.exec(formula)
  if (link) return link[1] ?? ''
  const mean = /^IF\(COUNT\((.+?)\)=0,"",SUM\(.+\)\/COUNT\(.+\)\)$/.exec(formula)
  if (mean) {
    const values = cells(mean[1] ?? '', look).filter((value) => typeof value === 'number')
    return values.length === 0 ? '' : total(values) / values.length
  }
  const share = /^IF\(([^=]+)=0,"",(.+)\/(.+)\)$/.exec(formula)
  if (share) {
    const [whole, part] = [total(cells(share[1] ?? '', look)), total(cells(share[2] ?? '', look))]
    return whole === 0 ? '' : part / whole
  }
  return terms(formula)
    .map((term) => termValue(term, look))
    .reduce((sum, each) => sum + each, 0)
}

/** Splits at plus signs that stand outside brackets. */
function terms(formula: string): string[] {
  const parts = ['']
  let depth = 0
  for (const letter of formula) {
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (letter === '+' && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}

function termValue(term: string, look: Look): number {
  const oneOf = /^SUMPRODUCT\(COUNTIF\((.+),\{(.+)\}\)\)$/.exec(term)
  if (oneOf) {
    const wanted = (oneOf[2] ?? '').split(',').map((text) => text.slice(1, -1))
    return cells(oneOf[1] ?? '', look).filter((value) => wanted.includes(String(value))).length
  }
  const under = /^SUMPRODUCT\(\((.+)="(.+)"\)\*\((.+)<>""\)\)$/.exec(term)
  if (under) {
    const [headings, values] = [cells(under[1] ?? '', look), cells(under[3] ?? '', look)]
    return values.filter((value, index) => headings[index] === under[2] && value !== null && value !== '')
      .length
  }
  const sumIf = /^SUMIF\((.+),"(.+)",(.+)\)$/.exec(term)
  if (sumIf) {
    const [headings, values] = [cells(sumIf[1] ?? '', look), cells(sumIf[3] ?? '', look)]
    return total(values.filter((_, index) => headings[index] === sumIf[2]))
  }
  const countIf = /^COUNTIF\((.+),"(.+)"\)$/.exec(term)
  if (countIf) {
    const values = cells(countIf[1] ?? '', look)
    if (countIf[2] === '>0') return values.filter((value) => typeof value === 'number' && value > 0).length
    return values.filter((value) => value === countIf[2]).length
  }
  const countLike = /^COUNTIF\((.+),([A-Z]+\d+)\)$/.exec(term)
  if (countLike) {
    const [wanted] = cells(countLike[2] ?? '', look)
    return cells(countLike[1] ?? '', look).filter((value) => value === wanted).length
  }
  const simple = /^(SUM|COUNT|COUNTBLANK|MAX)\((.+)\)$/.exec(term)
  if (!simple) throw new Error(`a formula this reader does not know: ${term}`)
  const values = (simple[2] ?? '').split(/,(?=')|,(?=[A-Z]+\d)/).flatMap((range) => cells(range, look))
  if (simple[1] === 'SUM') return total(values)
  if (simple[1] === 'MAX') return Math.max(0, ...values.filter((value) => typeof value === 'number'))
  if (simple[1] === 'COUNT') return values.filter((value) => typeof value === 'number').length
  return values.filter((value) => value === null || value === '').length
}

function cells(range: string, look: Look): Value[] {
  const parts = /^(?:'(.+)'!)?([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(range)
  if (!parts) throw new Error(`no range: ${range}`)
  const [, sheet = null, left = '', top = '', right = left, bottom = top] = parts
  const values: Value[] = []
  for (let row = Number(top); row <= Number(bottom); row++) {
    for (let column = numberOf(left); column <= numberOf(right); column++) {
      values.push(look(sheet, `${column},${row}`))
    }
  }
  return values
}

const numberOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

const total = (values: readonly Value[]) =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0)
