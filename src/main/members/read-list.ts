import { AppError } from '../../shared/contract/errors.ts'
import type { ListPreview, ListRow } from '../../shared/contract/members-import.ts'
import { fold } from '../../shared/rules/fold.ts'
import type { ListColumn } from '../../shared/rules/list-column.ts'
import { formatVietnameseDate, parseVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { SheetRow } from '../excel/read-sheet.ts'
import type { SheetData } from '../excel/read-workbook.ts'
import { rowKind } from './list-row-kind.ts'
import { type ColumnLetters, nameLetterOf, type ReadRow, readPerson } from './list-rows.ts'
import { findTable, type ListTable } from './list-table.ts'
import { lineOf, splitNameCell } from './list-values.ts'

export type ListChoice = {
  sheet: string | null
  columns: Readonly<Record<string, ListColumn>> | null
  /** The day the list is read on. */
  today: string
}

/** What was understood of a list, before it is compared with the register. */
export type ReadList = Omit<ListPreview, 'fileName' | 'rows' | 'counts'> & { rows: ReadRow[] }

/**
 * Understands a list of members in a workbook: which sheet, where its heading, what each column, who each row.
 * The user's choice of sheet and columns goes before what is found. Throws AppError('list-not-found').
 */
export function readList(sheets: readonly SheetData[], choice: ListChoice): ReadList {
  const { sheet, table } = chooseSheet(sheets, choice.sheet)
  const columns = chooseColumns(table, choice.columns)
  const letters: ColumnLetters = {}
  for (const { letter, column } of columns) if (column !== 'ignore') letters[column] ??= letter
  const days = { today: choice.today, asOf: dayOfList(sheet, table, choice.today) }
  const { rows, notices } = readRows(sheet, table.rows, letters, days)
  return {
    sheets: sheets.filter(({ rows: filled }) => filled.length > 0).map(({ name }) => name),
    sheet: sheet.name,
    headingRows: table.headingRows,
    columns,
    cellNames: [...new Set(rows.map(({ cellName }) => cellName))].filter((name) => name !== ''),
    notices: [...assumptions(letters, rows), ...notices],
    rows,
  }
}

/** 'ok', 'warning' or 'error', by the worst finding; a row with an error is not taken over. */
export function levelOf(row: Pick<ListRow, 'findings'>): 'ok' | 'warning' | 'error' {
  if (row.findings.some(({ level }) => level === 'error')) return 'error'
  return row.findings.length > 0 ? 'warning' : 'ok'
}

/** The day a title like '(Tính đến ngày 30/9/2026)' gives, if it is past; else today. */
function dayOfList(sheet: SheetData, table: ListTable, today: string): string {
  const titles = sheet.rows.filter(({ row }) => row < (table.headingRows[0] ?? 0))
  for (const { text } of titles.flatMap(({ cells }) => Object.values(cells))) {
    const found = /\btinh den (?:het )?(?:ngay )?(\d{1,2}[./-]\d{1,2}[./-]\d{2,4})/.exec(fold(text))?.[1]
    const date = found ? parseVietnameseDate(found, Number(today.slice(0, 4))) : null
    if (date && date < today) return date
  }
  return today
}

function chooseSheet(sheets: readonly SheetData[], wanted: string | null) {
  const found = sheets
    .filter((sheet) => (wanted === null ? true : sheet.name === wanted))
    .map((sheet) => ({ sheet, table: findTable(sheet) }))
    .filter((each): each is { sheet: SheetData; table: ListTable } => each.table !== null)
    .sort(
      (a, b) =>
        b.table.understood - a.table.understood ||
        Number(a.sheet.hidden) - Number(b.sheet.hidden) ||
        b.table.rows.length - a.table.rows.length,
    )
  const best = found[0]
  if (!best) throw new AppError('list-not-found')
  return best
}

function chooseColumns(table: ListTable, chosen: ListChoice['columns']): ListPreview['columns'] {
  const taken = new Set<ListColumn>(Object.values(chosen ?? {}))
  return table.columns.map(({ letter, heading, column }) => {
    const cells = table.rows
      .flatMap((row) => row.cells[letter] ?? [])
      .filter(({ text }) => text.trim() !== '')
    const texts = cells.map(({ text }) => text)
    const shown = cells.map(({ text, kind }) => (kind === 'date' ? formatVietnameseDate(text) : lineOf(text)))
    const examples = [...new Set(shown)].slice(0, 3).map((text) => text.slice(0, 80))
    const own = chosen && Object.hasOwn(chosen, letter) ? chosen[letter] : undefined
    if (own) return { letter, heading: lineOf(heading), column: own, known: true, examples }
    const meant = refine(column, texts)
    const free = meant !== null && meant !== 'ignore' && !taken.has(meant)
    if (free) taken.add(meant)
    return {
      letter,
      heading: lineOf(heading),
      column: free ? meant : 'ignore',
      known: meant !== null || texts.length === 0,
      examples,
    }
  })
}

/** What stands below a heading may say more than the heading does. */
function refine(column: ListColumn | null, texts: readonly string[]): ListColumn | null {
  const most = (fits: (text: string) => boolean) =>
    texts.length > 0 && texts.filter(fits).length * 2 >= texts.length
  if (column === 'fullName' && most((text) => splitNameCell(text).date !== '')) return 'nameWithSexAndBirth'
  if (column === 'cardNumber' && most((text) => /\d{6}\s*[\n/;]\s*\d{4,}/.test(text)))
    return 'cardAndFileNumber'
  return column
}

function readRows(
  sheet: SheetData,
  tableRows: readonly SheetRow[],
  letters: ColumnLetters,
  days: { today: string; asOf: string },
) {
  const rows: ReadRow[] = []
  const skipped: string[] = []
  const hasName = nameColumnsOf(letters)
  if (!hasName) return { rows, notices: ['Chưa biết cột nào là họ và tên. Hãy chọn trong bảng các cột.'] }
  let section = ''
  let ended = false
  for (const row of tableRows) {
    const kind = rowKind(row, letters, { begun: rows.length > 0, ended })
    if (kind === 'numbering') continue
    if (kind === 'total' || kind === 'signature') {
      ended = true
      continue
    }
    if (kind === 'section') {
      section = lineOf(Object.values(row.cells).find(({ text }) => /^chi bo\b/.test(fold(text)))?.text ?? '')
      continue
    }
    if (kind === 'other') {
      const text = lineOf(
        Object.values(row.cells)
          .map((cell) => cell.text)
          .join(' '),
      )
      if (text !== '') skipped.push(`dòng ${row.row} (“${text.slice(0, 40)}”)`)
      continue
    }
    const person = readPerson({ sheet, letters, row, ...days })
    rows.push({ ...person, cellName: person.cellName || section })
  }
  markDuplicates(rows, letters)
  const notices =
    skipped.length > 0
      ? [
          `Bỏ qua vì không phải đảng viên: ${skipped.slice(0, 10).join(', ')}${skipped.length > 10 ? '…' : ''}.`,
        ]
      : []
  return { rows, notices }
}

function nameColumnsOf(letters: ColumnLetters): boolean {
  return Boolean(letters.fullName ?? letters.nameWithSexAndBirth ?? letters.givenName)
}

function markDuplicates(rows: readonly ReadRow[], letters: ColumnLetters): void {
  const seen = new Map<string, number>()
  const check = (row: ReadRow, key: string, letter: string, what: string) => {
    const first = seen.get(key)
    if (first === undefined) seen.set(key, row.row)
    else
      row.findings.push({
        cell: `${letter}${row.row}`,
        level: 'error',
        message: `Trùng ${what} với dòng ${first} của danh sách.`,
      })
  }
  const nameLetter = nameLetterOf(letters)
  const cardLetter = letters.cardNumber ?? letters.cardAndFileNumber ?? nameLetter
  for (const row of rows) {
    const { fullName, birthDate, cardNumber } = row.member
    if (cardNumber) check(row, `card ${cardNumber}`, cardLetter, 'số thẻ')
    if (fullName && birthDate)
      check(row, `name ${fold(fullName)} ${birthDate}`, nameLetter, 'họ tên và ngày sinh')
  }
}

/** What had to be assumed for everyone, because the list has no such column. */
function assumptions(letters: ColumnLetters, rows: readonly ReadRow[]): string[] {
  if (rows.length === 0) return []
  const notices: string[] = []
  if (letters.admittedOn && !letters.officialOn)
    notices.push(
      'Danh sách không có ngày chính thức: thời gian dự bị được tạm tính 12 tháng từ ngày vào Đảng.',
    )
  if (!letters.admittedOn && !letters.officialOn)
    notices.push('Danh sách không có ngày vào Đảng: diện sinh hoạt được tạm tính từ đầu năm nay.')
  if (
    !letters.birthDate &&
    !letters.birthDateMale &&
    !letters.birthDateFemale &&
    rows.every(({ member }) => !member.birthDate)
  )
    notices.push('Danh sách không có ngày sinh.')
  return notices
}
