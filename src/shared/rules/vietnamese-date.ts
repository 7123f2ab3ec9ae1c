import { fold } from './fold.ts'

/**
 * A date as a Vietnamese office writes it, as '2026-03-31', '2026-03' or '2026'; null when it is none.
 * Understands 31/03/2026, 1/2/26, 31.3.2026, 31-03-2026, 31032026, 03/2026, 2026, 'ngày 31 tháng 3 năm 2026',
 * ISO dates, with spaces and a time of day behind. A year of two digits is the latest one not after `newestYear`.
 */
export function parseVietnameseDate(text: string, newestYear: number): string | null {
  const plain = fold(text)
    .replace(/[\sT]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?z?$/i, '')
    .replace(/ngay|thang|nam/g, ' ')
    .trim()
  if (!/^\d+([\s/.,\-–—]+\d+)*$/.test(plain)) return null
  const parts = plain.split(/[\s/.,\-–—]+/)
  const [a = '', b = '', c = ''] = parts.length === 1 ? digitGroups(plain) : parts
  if (parts.length > 3) return null
  if (c !== '') return a.length === 4 ? partialDate(a, b, c) : partialDate(fullYear(c, newestYear), b, a)
  if (b !== '') return a.length === 4 ? partialDate(a, b) : b.length === 4 ? partialDate(b, a) : null
  return partialDate(a)
}

/** The day an Excel date number means (45000 is 2023-03-15), or null outside 1900 to 2199. */
export function dateFromSerial(serial: number): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial >= 109_940) return null
  const days = Math.floor(serial)
  // Excel believes in 29 February 1900 (number 60), so days before it count from one day later.
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000)
  return date.toISOString().slice(0, 10)
}

/** '2026-03-31' -> '31/03/2026', '2026-03' -> '03/2026', '2026' -> '2026'. */
export function formatVietnameseDate(date: string): string {
  return date.split('-').reverse().join('/')
}

/** A date written as one run of digits: ddmmyyyy, dmmyyyy (its zero lost), yyyymmdd, ddmmyy, mmyyyy or yyyy. */
function digitGroups(digits: string): string[] {
  const cut = (first: number, second: number) => [
    digits.slice(0, first),
    digits.slice(first, first + second),
    digits.slice(first + second),
  ]
  const isMonth = (text: string) => Number(text) >= 1 && Number(text) <= 12
  switch (digits.length) {
    case 8:
      return isMonth(digits.slice(2, 4)) ? cut(2, 2) : cut(4, 2)
    case 7:
      return cut(1, 2)
    case 6:
      return isMonth(digits.slice(2, 4)) ? cut(2, 2) : cut(2, 4)
    case 4:
      return [digits]
    default:
      return []
  }
}

function fullYear(year: string, newestYear: number): string {
  if (year.length !== 2) return year
  const latest = newestYear - (newestYear % 100) + Number(year)
  return String(latest > newestYear ? latest - 100 : latest)
}

function partialDate(year: string, month?: string, day?: string): string | null {
  if (!/^(19|20|21)\d\d$/.test(year)) return null
  if (month === undefined) return year
  if (!/^(0?[1-9]|1[0-2])$/.test(month)) return null
  const monthText = `${year}-${month.padStart(2, '0')}`
  if (day === undefined) return monthText
  if (!/^\d{1,2}$/.test(day)) return null
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const text = `${monthText}-${day.padStart(2, '0')}`
  return date.toISOString().startsWith(text) ? text : null
}
