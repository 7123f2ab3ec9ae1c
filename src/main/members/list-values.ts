import type { Finding } from '../../shared/contract/members-import.ts'
import { fold } from '../../shared/rules/fold.ts'
import type { Role, Sex } from '../../shared/rules/member.ts'
import { normaliseName } from '../../shared/rules/person-name.ts'
import {
  dateFromSerial,
  formatVietnameseDate,
  parseVietnameseDate,
} from '../../shared/rules/vietnamese-date.ts'
import type { SheetCell } from '../excel/read-sheet.ts'

/** Longer texts are no names; the pattern for names would take its time over them. */
const longestName = 200

/** What a cell says, and what the user should look at: null when all is well. */
export type Reading<T> = { value: T; warning: string | null }

const fine = <T>(value: T): Reading<T> => ({ value, warning: null })
const doubtful = <T>(value: T, warning: string): Reading<T> => ({ value, warning })

/** A cell's text on one line, single-spaced, composed; '' also for the dashes offices put for "none". */
export function lineOf(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return /^[-–—_.]+$/.test(line) ? '' : line
}

/** Collects a row's findings, each with the address of its cell. */
export function findingsOf(row: number) {
  const findings: Finding[] = []
  const note = (letter: string, level: Finding['level'], message: string) => {
    findings.push({ cell: `${letter}${row}`, level, message })
  }
  return { findings, note }
}

/** Sexes as lists write them. */
export function readSex(text: string): Sex | null {
  const word = fold(text)
  if (word === 'nam' || word === 'm') return 'male'
  return word === 'nu' || word === 'f' ? 'female' : null
}

/** A person's name without 'Đ/c' and the like before it. */
export function readName(text: string): Reading<string> {
  const name = normaliseName(
    text.slice(0, longestName).replace(/^\s*(đ\s*\/\s*c|đ\.\s*c|đồng chí|ông|bà)[\s.:]+/iu, ''),
  )
  if (name === '') return fine('')
  if (/\d/.test(name)) return doubtful(name, `Họ tên “${name}” có chữ số, hãy kiểm tra.`)
  if (!name.includes(' ')) return doubtful(name, `Họ tên “${name}” chỉ có một chữ, hãy kiểm tra.`)
  return fine(name)
}

/**
 * A name with more in the same cell: 'Lê Thị Ánh\nNữ - 01/02/1980', 'Lê Văn Nam (Nam, 1980)', 'Lê Thị Ánh\n1980'.
 * A last word 'Nam' is a given name unless a break or a bracket stands before it.
 */
export function splitNameCell(text: string): { name: string; sex: Sex | null; date: string } {
  const match =
    /^(.*?)(?:\s*\n\s*|\s*\(\s*|\s+[-–—,;]\s*)(?:(nam|nữ)(?!\p{L}))?[\s:,;–—-]*(?:sinh(?: năm| ngày)?\s*:?\s*)?(\d[\d\s./-]*)?\)?\s*$/isu.exec(
      text.normalize('NFC').slice(0, longestName),
    )
  const [, name, sex, date] = match ?? []
  if (name === undefined || (sex === undefined && date === undefined))
    return { name: text, sex: null, date: '' }
  return { name, sex: readSex(sex ?? ''), date: (date ?? '').trim() }
}

/** A date cell as a whole or partial ISO date; two-digit years are read as not after `newestYear`. */
export function readDate(cell: SheetCell, newestYear: number): Reading<string | null> {
  if (cell.kind === 'failed') return doubtful(null, 'Ô có công thức lỗi hoặc chưa tính, để trống ngày.')
  if (cell.kind === 'date') {
    // Someone typed 1965 into a cell formatted as a date: Excel then shows a day in 1905.
    const year = cell.number
    if (year !== null && Number.isInteger(year) && year >= 1920 && year <= 2100)
      return doubtful(String(year), `Ô định dạng ngày nhưng chứa số ${year}, hiểu là năm ${year}.`)
    return fine(cell.text)
  }
  const text = lineOf(cell.text)
  if (text === '') return fine(null)
  const date = parseVietnameseDate(text, newestYear)
  if (date) return fine(date)
  const serial = cell.number !== null && cell.number > 3_000 ? dateFromSerial(cell.number) : null
  if (serial) return doubtful(serial, `Ô chứa số ${text}, hiểu là ngày ${formatVietnameseDate(serial)}.`)
  return doubtful(null, `Không đọc được ngày “${text}”, để trống.`)
}

/** A Party card's number, two digits, a dot, six digits; what Excel took away is put back and told. */
export function readCardNumber(cell: SheetCell): Reading<string | null> {
  const text = lineOf(cell.text)
  if (text === '') return fine(null)
  if (/^\d{2}\.\d{6}$/.test(text)) return fine(text)
  const asNumber = /^(\d{1,2})\.(\d{1,6})$/.exec(text)
  const digits =
    cell.kind === 'number' && asNumber
      ? (asNumber[1] ?? '').padStart(2, '0') + (asNumber[2] ?? '').padEnd(6, '0')
      : text.replace(/[\s.,-]/g, '')
  if (/^\d{7,8}$/.test(digits)) {
    const whole = digits.padStart(8, '0')
    const card = `${whole.slice(0, 2)}.${whole.slice(2)}`
    return doubtful(card, `Số thẻ “${text}” ghi thiếu số 0 hoặc dấu chấm, hiểu là ${card}.`)
  }
  return doubtful(text, `Số thẻ “${text}” không phải 8 chữ số, hãy kiểm tra.`)
}

/** 'card\nfile' or 'card / file' in one cell. */
export function readCardAndFile(cell: SheetCell): { card: Reading<string | null>; file: string | null } {
  const [first = '', ...rest] = cell.text.split(/[\n/;]|\s[-–]\s/).map(lineOf)
  const file = rest.filter((part) => part !== '').join(' ')
  return { card: readCardNumber({ ...cell, text: first }), file: file === '' ? null : file }
}

/** A citizen's number (12 digits, or 9 of the old kind) as text; zeros that Excel took away are put back. */
export function readIdentityNumber(cell: SheetCell): Reading<string | null> {
  const text = lineOf(cell.text).replace(/[\s.]/g, '')
  if (text === '') return fine(null)
  if (/^(\d{12}|\d{9})$/.test(text)) return fine(text)
  if (/^\d{10,11}$/.test(text)) {
    const whole = text.padStart(12, '0')
    return doubtful(whole, `Số căn cước “${text}” thiếu số 0 ở đầu, hiểu là ${whole}.`)
  }
  return doubtful(text, `Số căn cước “${text}” không phải 12 chữ số, hãy kiểm tra.`)
}

/** A telephone number; Excel takes the first zero from numbers. */
export function readPhone(cell: SheetCell): string {
  const text = lineOf(cell.text)
  return cell.kind === 'number' && /^\d{9}$/.test(text) ? `0${text}` : text
}

const roleWords: readonly (readonly [RegExp, Role])[] = [
  [/^(bi thu|bt)( chi bo| cb)?$/, 'secretary'],
  [/^(pho bi thu|pbt)( thuong truc)?( chi bo| cb)?$/, 'deputy'],
  [
    /^(chi uy vien|chi uy|cuv|uy vien( chi uy| bch| ban chi uy)?|uv(ien)?( chi uy| bch)?|cap uy vien)( chi bo)?$/,
    'committeeMember',
  ],
  [/^(dang vien|dv)( (chinh thuc|du bi))?$/, 'member'],
]

/**
 * Party role and job out of one cell: 'Bí thư/ Chuyên viên', 'Trưởng phòng, Bí thư chi bộ'. Only exact words are
 * roles: 'Bí thư Đoàn' is a job. `role` is null when no part is a role.
 */
export function readRoleAndJob(text: string): { role: Role | null; job: string } {
  const parts = text.split(/[\n/;,]|\s[-–]\s|\s+kiêm\s+/iu).map(lineOf)
  let role: Role | null = null
  const job = parts.filter((part) => {
    const found = roleWords.find(([pattern]) => pattern.test(fold(part)))?.[1]
    if (found === undefined) return part !== ''
    role ??= found
    return false
  })
  return { role, job: job.join(', ') }
}
