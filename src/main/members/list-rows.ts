import type { ListedMember } from '../../shared/contract/member-fields.ts'
import type { Finding } from '../../shared/contract/members-import.ts'
import { firstDayOf } from '../../shared/rules/calendar.ts'
import type { ListColumn } from '../../shared/rules/list-column.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { SheetCell, SheetRow } from '../excel/read-sheet.ts'
import type { SheetData } from '../excel/read-workbook.ts'
import { isActive, proposeStatuses, readStanding, type Standing, type StatusFacts } from './list-statuses.ts'
import { mergedCell } from './list-table.ts'
import {
  findingsOf,
  lineOf,
  type Reading,
  readCardAndFile,
  readCardNumber,
  readDate,
  readIdentityNumber,
  readName,
  readPhone,
  readRoleAndJob,
  readSex,
  splitNameCell,
} from './list-values.ts'

/** Which letter holds what; columns that are ignored do not stand here. */
export type ColumnLetters = Partial<Record<ListColumn, string>>

export type ReadRow = { row: number; cellName: string; member: ListedMember; findings: Finding[] }

type RowContext = { sheet: SheetData; letters: ColumnLetters; row: SheetRow; today: string; asOf: string }

const longestText = 2_000
const noCell: SheetCell = { text: '', kind: 'text', number: null }

/** One row of a list as a person, with a finding at the cell of everything doubtful. */
export function readPerson(context: RowContext): ReadRow {
  const { letters, row, today } = context
  const { findings, note } = findingsOf(row.row)
  const at = (column: ListColumn): SheetCell => cellAt(row, letters, column)
  const textAt = (column: ListColumn) => lineOf(at(column).text)
  const nameLetter = nameLetterOf(letters)
  const keep = <T>(letter: string | undefined, reading: Reading<T>): T => {
    if (reading.warning) note(letter ?? nameLetter, 'warning', reading.warning)
    return reading.value
  }
  const year = Number(today.slice(0, 4))

  const named = nameAndMore(at)
  const fullName = keep(nameLetter, readName(named.name))
  if (fullName === '') note(nameLetter, 'error', 'Thiếu họ và tên.')

  const born = birthOf(at, letters, year, named.date)
  const birthDate = keep(born.letter, born.reading)
  const sex = readSex(textAt('sex')) ?? named.sex ?? born.sex
  if (textAt('sex') !== '' && !readSex(textAt('sex')))
    note(letters.sex ?? nameLetter, 'warning', `Không hiểu giới tính “${textAt('sex')}”, để trống.`)

  const both = letters.cardAndFileNumber ? readCardAndFile(at('cardAndFileNumber')) : null
  const cardNumber = keep(
    letters.cardNumber ?? letters.cardAndFileNumber,
    letters.cardNumber ? readCardNumber(at('cardNumber')) : (both?.card ?? { value: null, warning: null }),
  )

  const admitted = keep(letters.admittedOn, readDate(at('admittedOn'), year))
  const official = keep(letters.officialOn, readDate(at('officialOn'), year + 1))
  const wholeDay = (column: 'admittedOn' | 'officialOn', date: string | null) => {
    if (date === null || date.length === 10) return date
    const shown = formatVietnameseDate(date)
    note(
      letters[column] ?? nameLetter,
      'warning',
      `“${shown}” chưa đủ ngày tháng năm, hãy bổ sung sau khi nhập.`,
    )
    return null
  }
  const admittedOn = wholeDay('admittedOn', admitted)
  const officialOn = wholeDay('officialOn', official)
  checkOrder(context, { birthDate, admitted, admittedOn }, note)

  const fromRole = readRoleAndJob(at('role').text)
  const fromBoth = readRoleAndJob(at('roleAndJob').text)
  const standing = standingsOf(context, note)
  const proposed = proposeStatuses({
    admittedOn: admitted,
    officialOn: official,
    kind: standing.kind,
    events: standing.events,
    listsAdmitted: letters.admittedOn !== undefined,
    listsOfficial: letters.officialOn !== undefined,
    today,
    asOf: context.asOf,
  })
  for (const [letter, { text }] of Object.entries(row.cells))
    if (text.length > longestText) note(letter, 'warning', 'Ô dài quá 2.000 ký tự, chỉ lấy phần đầu.')
  for (const warning of proposed.warnings) note(standing.letter ?? nameLetter, 'warning', warning)

  return {
    row: row.row,
    cellName: lineOf(
      letters.cellName ? (mergedCell(context.sheet, row, letters.cellName)?.cell.text ?? '') : '',
    ),
    member: {
      fullName,
      sex,
      birthDate,
      cardNumber,
      identityNumber: keep(letters.identityNumber, readIdentityNumber(at('identityNumber'))),
      fileNumber: textAt('fileNumber') || (both?.file ?? null),
      admittedOn,
      officialOn,
      job: [fromRole.job, fromBoth.job, textAt('job')]
        .filter((job) => job !== '')
        .join(', ')
        .slice(0, longestText),
      politicalTheory: textAt('politicalTheory'),
      residenceCell: textAt('residenceCell'),
      phone: readPhone(at('phone')),
      note: textAt('note'),
      role: fromRole.role ?? fromBoth.role,
      statuses: proposed.statuses,
    },
    findings,
  }
}

/** The letter that findings about the person as a whole are shown at. */
export function nameLetterOf(letters: ColumnLetters): string {
  return (
    letters.fullName ?? letters.nameWithSexAndBirth ?? letters.familyAndMiddleName ?? letters.givenName ?? 'A'
  )
}

/** The name as it stands, before anything is made of it. */
export function rawNameOf(row: SheetRow, letters: ColumnLetters): string {
  return lineOf(nameAndMore((column) => cellAt(row, letters, column)).name)
}

/** A column's cell; texts longer than the register keeps are cut before anything is made of them. */
function cellAt(row: SheetRow, letters: ColumnLetters, column: ListColumn): SheetCell {
  const cell = row.cells[letters[column] ?? ''] ?? noCell
  return cell.text.length > longestText ? { ...cell, text: cell.text.slice(0, longestText) } : cell
}

function nameAndMore(at: (column: ListColumn) => SheetCell) {
  const whole = at('fullName').text || at('nameWithSexAndBirth').text
  if (whole !== '') return splitNameCell(whole)
  return { name: `${at('familyAndMiddleName').text} ${at('givenName').text}`, sex: null, date: '' }
}

function birthOf(
  at: (column: ListColumn) => SheetCell,
  letters: ColumnLetters,
  year: number,
  beside: string,
) {
  // Nobody joins before eighteen (Party statutes, article 1), which settles what 'tháng 5/10' can mean.
  const newestYear = year - 17
  const columns = ['birthDate', 'birthDateMale', 'birthDateFemale'] as const
  const column = columns.find((name) => lineOf(at(name).text) !== '' || at(name).kind === 'failed')
  const cell = column ? at(column) : { ...noCell, text: beside }
  const sexes = { birthDate: null, birthDateMale: 'male', birthDateFemale: 'female' } as const
  return {
    letter: column ? letters[column] : undefined,
    reading: readDate(cell, newestYear),
    sex: column ? sexes[column] : null,
  }
}

type Note = (letter: string, level: Finding['level'], message: string) => void

function checkOrder(
  { letters, today }: RowContext,
  dates: { birthDate: string | null; admitted: string | null; admittedOn: string | null },
  note: Note,
): void {
  const { birthDate, admitted } = dates
  const born = birthDate && firstDayOf(birthDate)
  const letter = letters.admittedOn ?? nameLetterOf(letters)
  if (born && born > today) note(letter, 'warning', 'Ngày sinh ở tương lai, hãy kiểm tra.')
  if (admitted && firstDayOf(admitted) > today)
    note(letter, 'warning', 'Ngày vào Đảng ở tương lai, hãy kiểm tra.')
  if (born && admitted) {
    const age = Number(admitted.slice(0, 4)) - Number(born.slice(0, 4))
    if (age < 18)
      note(letter, 'warning', `Vào Đảng năm ${age} tuổi, hãy kiểm tra ngày sinh và ngày vào Đảng.`)
  }
}

/** What status column, kind column and note say together; the status column is heard before the note. */
function standingsOf({ letters, row, today }: RowContext, note: Note) {
  const newestYear = Number(today.slice(0, 4)) + 20
  const events: StatusFacts['events'] = []
  let kind: Standing['kind'] = null
  let letter: string | undefined
  for (const column of ['memberKind', 'status', 'note'] as const) {
    const text = lineOf(cellAt(row, letters, column).text)
    if (text === '') continue
    const standing = readStanding(text, newestYear)
    // In a note 'chính thức' may speak of anything; 'dự bị' hardly.
    if (standing.kind && (column !== 'note' || standing.kind === 'probationary')) {
      kind ??= standing.kind
      letter ??= letters[column]
    }
    const known = events.find(({ status }) => status === standing.event?.status)
    if (known) {
      known.fromDate ??= standing.event?.fromDate ?? null
      known.toDate ??= standing.event?.toDate ?? null
    } else if (standing.event) {
      events.push({ ...standing.event, note: text })
      letter = letters[column]
    } else if (column === 'status' && !standing.kind && !isActive(text)) {
      const at = letters[column] ?? ''
      note(at, 'warning', `Không hiểu trạng thái “${text}”, coi là đang sinh hoạt.`)
    }
  }
  return { kind, events, letter }
}
