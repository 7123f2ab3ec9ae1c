import { formatVietnameseDate } from './vietnamese-date.ts'

/** A number the Vietnamese way: "3.200", "2,50". */
function grouped(value: number, decimals: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '-' : ''
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return sign + (fraction === undefined ? spaced : `${spaced},${fraction}`)
}

/** A figure as people read it; the same as the workbook shows: 0.9166 as "91,7%", 2.5 minutes as "2,50". */
export function figureText(
  value: string | number | null,
  type: 'text' | 'integer' | 'decimal' | 'percent' | 'date' | 'minutes',
): string {
  if (value === null) return ''
  if (typeof value === 'string') return type === 'date' ? formatVietnameseDate(value) : value
  switch (type) {
    case 'percent':
      return `${grouped(value * 100, 1)}%`
    case 'decimal':
      return grouped(value, 1)
    case 'minutes':
      return grouped(value, 2)
    default:
      return Number.isInteger(value) ? grouped(value, 0) : grouped(value, 2)
  }
}
