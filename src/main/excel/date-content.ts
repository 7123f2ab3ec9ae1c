import { cellText } from './safe-text.ts'

/** 1/3/1900: before it, Excel's calendar has a 29 February that never was. */
const firstSureDay = 61

/**
 * A day as Excel keeps it: days since 30/12/1899, worked out in UTC so that no time zone can move it.
 * Earlier days, '1975' and '1975-06' stay text as people write them.
 */
export function dateContent(date: string): string | number {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date)
  if (!parts) return cellText(date)
  const [, year, month, day] = parts
  if (day) {
    const instant = Date.UTC(Number(year), Number(month) - 1, Number(day))
    const serial = instant / 86_400_000 + 25_569
    const inCalendar = new Date(instant).toISOString().startsWith(date)
    if (inCalendar && serial >= firstSureDay) return serial
  }
  return [day, month, year].filter(Boolean).join('/')
}
