/**
 * A time of day as people write it, as 'HH:MM'; null when it is none.
 * Understands 8, 8h, 8h30, 8:30, 8.30, 8g30, 0830, 830, '8 giờ 30', '14 giờ 05 phút'.
 */
export function parseClockTime(text: string): string | null {
  const tidy = text.normalize('NFC').trim().toLowerCase()
  const apart = /^(\d{1,2})\s*(?:(?:giờ|h|g|:|\.)\s*(?:(\d{1,2})\s*(?:phút|p|')?)?)?$/.exec(tidy)
  const together = /^(\d{1,2})(\d{2})$/.exec(tidy)
  const found = apart ?? together
  if (!found) return null
  const hours = Number(found[1])
  const minutes = Number(found[2] ?? 0)
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
