import { AppError } from '../../shared/contract/errors.ts'
import type { PlanPreview } from '../../shared/contract/theme-import.ts'
import { fold } from '../../shared/rules/fold.ts'
import type { SheetRow } from '../excel/read-sheet.ts'
import type { SheetData } from '../excel/read-workbook.ts'
import { type PlanLetters, planColumnNames, planColumnOf, quarterIn } from './plan-headings.ts'
import { type ReadTheme, readTheme } from './plan-rows.ts'

/** What was understood of a plan, before its people are looked for in the register. */
export type ReadPlan = Pick<PlanPreview, 'sheets' | 'sheet' | 'year' | 'columns' | 'notices'> & {
  rows: ReadTheme[]
}

type Table = { head: SheetRow; letters: PlanLetters; columns: PlanPreview['columns'] }

/** Offices put titles above; further down than this no plan begins. */
const lastHeadingRow = 60
const mostThemes = 200

/**
 * Understands a year's plan of themed sessions in a workbook: which sheet, which heading, what each row. The user's
 * choice of sheet and year goes before what is found. Throws AppError('plan-not-found').
 */
export function readPlan(
  sheets: readonly SheetData[],
  choice: { sheet: string | null; year: number | null; today: string },
): ReadPlan {
  const { sheet, table } = chooseSheet(sheets, choice.sheet)
  const below = sheet.rows.filter(({ row }) => row > table.head.row)
  const named = choice.year ?? yearNamed(sheet, table) ?? yearOfDays(below, table.letters)
  const year = named ?? Number(choice.today.slice(0, 4)) - 1
  const notices = named === null ? [`Tệp không ghi năm; đang hiểu là kế hoạch năm ${year}.`] : []
  const rows = readRows(below, table.letters, year)
  if (rows.length > mostThemes) notices.push(`Tệp có ${rows.length} dòng, chỉ đọc ${mostThemes} dòng đầu.`)
  return {
    sheets: sheets.filter((each) => tableOf(each) !== null).map(({ name }) => name),
    sheet: sheet.name,
    year,
    columns: table.columns,
    notices,
    rows: rows.slice(0, mostThemes),
  }
}

function chooseSheet(sheets: readonly SheetData[], wanted: string | null) {
  const found = sheets
    .filter((sheet) => wanted === null || sheet.name === wanted)
    .flatMap((sheet) => {
      const table = tableOf(sheet)
      return table ? [{ sheet, table }] : []
    })
    .sort(
      (a, b) =>
        Number(a.sheet.hidden) - Number(b.sheet.hidden) ||
        Object.keys(b.table.letters).length - Object.keys(a.table.letters).length,
    )
  if (!found[0]) throw new AppError('plan-not-found')
  return found[0]
}

/** The row that heads the plan: it names the themes and at least two more columns. */
function tableOf(sheet: SheetData): Table | null {
  let best: Table | null = null
  for (const head of sheet.rows.filter(({ row }) => row <= lastHeadingRow)) {
    const letters: PlanLetters = {}
    const columns = Object.entries(head.cells).map(([letter, { text }]) => {
      const meaning = planColumnOf(text)
      const free = meaning !== null && letters[meaning] === undefined
      if (free) letters[meaning] = letter
      return {
        letter,
        heading: text.replace(/\s+/g, ' ').trim(),
        meaning: free ? planColumnNames[meaning] : null,
      }
    })
    const understood = Object.keys(letters).length
    if (letters.title && understood >= 3 && understood > Object.keys(best?.letters ?? {}).length)
      best = { head, letters, columns }
  }
  return best
}

/** The year that a title above, or the heading of a quarter, names. */
function yearNamed(sheet: SheetData, { head, letters }: Table): number | null {
  const texts = sheet.rows.flatMap((row) => {
    const cells = Object.values(row.cells)
    return row.row < head.row || quarterHeading(row, letters) !== null ? cells.map(({ text }) => text) : []
  })
  for (const text of texts) {
    // A date names the day the plan was written, which may be the year before.
    const found = /\bnam (20\d\d)\b/.exec(fold(text).replace(/ngay .*$/, ''))?.[1]
    if (found) return Number(found)
  }
  return null
}

/** The year that most days of sessions lie in. */
function yearOfDays(rows: readonly SheetRow[], letters: PlanLetters): number | null {
  const counts = new Map<number, number>()
  for (const { cells } of rows) {
    const cell = cells[letters.session ?? '']
    const year = Number(/\b(20\d\d)\b/.exec(cell?.text ?? '')?.[1] ?? Number.NaN)
    if (!Number.isNaN(year)) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null
}

function readRows(rows: readonly SheetRow[], letters: PlanLetters, year: number): ReadTheme[] {
  const themes: ReadTheme[] = []
  let quarter: number | null = null
  for (const row of rows) {
    const heading = quarterHeading(row, letters)
    if (heading !== null) quarter = heading
    else if (isTheme(row, letters)) {
      const theme = readTheme(row, letters, { year, quarter })
      themes.push(theme)
      // A quarter written once, over several rows, holds for those below it too.
      quarter = theme.quarter
    }
  }
  return themes
}

/** The quarter that a row of one cell heads: 'QUÝ III NĂM 2026' -> 3; null for any other row. */
function quarterHeading(row: SheetRow, letters: PlanLetters): number | null {
  const filled = Object.entries(row.cells).filter(
    ([letter, { text }]) =>
      text.trim() !== '' && !(letter === letters.ordinal && /^[IVX\d]+[.)]?$/.test(text.trim())),
  )
  const [cell] = filled
  return filled.length === 1 && cell ? quarterIn(cell[1].text, true) : null
}

/** A theme's row has a title and more, or much without a title; what else stands below a plan has neither. */
function isTheme({ cells }: SheetRow, letters: PlanLetters): boolean {
  const filled = Object.entries(letters).filter(
    ([column, letter]) => column !== 'ordinal' && (cells[letter]?.text.trim() ?? '') !== '',
  )
  const title = cells[letters.title ?? '']?.text.trim() ?? ''
  const numbers = Object.values(cells).every(({ text }) => /^\(?\d{0,2}\)?$/.test(text.trim()))
  if (numbers) return false
  const ordinal = /^\d+[.)]?$/.test(cells[letters.ordinal ?? '']?.text.trim() ?? '')
  return title !== '' ? ordinal || filled.length >= 2 : filled.length >= 3
}
