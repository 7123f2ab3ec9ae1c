import { AppError } from '../../shared/contract/errors.ts'
import type { OwnCriterion, ReadSheetAnswer } from '../../shared/contract/score-sheets.ts'
import { fold } from '../../shared/rules/fold.ts'
import { pointsText, readPoints } from '../../shared/rules/score.ts'
import type { SheetRow } from '../excel/read-sheet.ts'
import { runExcelProcess } from '../excel/run-excel-process.ts'

/**
 * A score sheet out of a workbook: the first worksheet with a column of criteria and one of maxima. Which rows
 * are lines and which only head others is what makes 100 points of them: all are lines, or their numbers tell
 * (I or 1 heads a, -, 1.1), or their sums do. Throws AppError: what the file is, or that its maxima make no 100.
 */
export async function readScoreSheet(fileName: string, bytes: Uint8Array): Promise<ReadSheetAnswer> {
  const worksheets = await runExcelProcess<'read'>({ kind: 'read', bytes })
  for (const { rows } of worksheets) {
    const heading = headingOf(rows)
    if (!heading) continue
    const listed = rowsUnder(rows, heading)
    const readings = [() => false, byNumber(listed), bySum(listed)].map((heads) => linesOf(listed, heads))
    const whole = readings.find((lines) => totalOf(lines) === 100)
    if (whole) return { name: fileName.replace(/\.[^.]*$/, ''), lines: whole }
    const nearest = readings[1] ?? []
    throw new AppError('score-sheet-total', {
      total: `Các dòng cộng lại được ${pointsText(totalOf(nearest))} điểm`,
    })
  }
  throw new AppError('score-sheet-not-found')
}

type Heading = { row: number; number: string | undefined; title: string; maximum: string }

function headingOf(rows: readonly SheetRow[]): Heading | null {
  for (const { row, cells } of rows) {
    const letterOf = (fits: (text: string) => boolean) =>
      Object.keys(cells).find((letter) => fits(fold(cells[letter]?.text ?? '')))
    const maximum = letterOf((text) => text.includes('toi da') || text.includes('diem chuan'))
    const title = letterOf((text) => text.includes('tieu chi') || text.includes('noi dung'))
    if (title && maximum && title !== maximum)
      return { row, number: letterOf((text) => /^s?\/?tt$/.test(text)), title, maximum }
  }
  return null
}

type Row = { number: string; title: string; maximum: number | null }

function rowsUnder(rows: readonly SheetRow[], heading: Heading): Row[] {
  const listed: Row[] = []
  for (const { row, cells } of rows) {
    if (row <= heading.row) continue
    const title = (cells[heading.title]?.text ?? '').replace(/\s+/g, ' ').trim().slice(0, 2000)
    const maximum = readPoints(cells[heading.maximum]?.text ?? '') ?? null
    if (title === '' || (maximum !== null && (maximum <= 0 || maximum > 100))) continue
    // The sum under the table, and whatever is signed below it.
    if (/^(tong|cong)\b/.test(fold(title))) break
    listed.push({ number: (heading.number && cells[heading.number]?.text.trim()) ?? '', title, maximum })
  }
  return listed
}

/** Whether a row only heads those under it, by its number: the highest kind there is, with others following. */
function byNumber(listed: readonly Row[]): (index: number) => boolean {
  const roman = (row: Row | undefined) => /^[IVX]+\.?$/.test(row?.number ?? '')
  const whole = (row: Row | undefined) => /^\d+\.?$/.test(row?.number ?? '')
  const isTop = listed.some(roman) ? roman : whole
  return (index) => isTop(listed[index]) && index + 1 < listed.length && !isTop(listed[index + 1])
}

/** The same by its maximum, which two or more of the rows that follow add up to. */
function bySum(listed: readonly Row[]): (index: number) => boolean {
  return (index) => {
    const whole = listed[index]?.maximum ?? 0
    let sum = 0
    for (let next = index + 1; next < listed.length && sum < whole; next++) {
      sum += listed[next]?.maximum ?? Number.NaN
      if (sum === whole) return next - index > 1
    }
    return false
  }
}

function linesOf(listed: readonly Row[], heads: (index: number) => boolean): OwnCriterion[] {
  const lines: OwnCriterion[] = []
  let groupTitle = ''
  for (const [index, { title, maximum }] of listed.entries()) {
    if (maximum === null || heads(index)) groupTitle = title
    else lines.push({ groupTitle, title, maximum })
  }
  return lines
}

const totalOf = (lines: readonly OwnCriterion[]) =>
  lines.reduce((sum, line) => sum + Math.round(line.maximum * 100), 0) / 100
