const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']

/**
 * A day as a Party document writes it: 'ngày 05 tháng 02 năm 2026'. Days below ten and the first two months carry
 * a zero, so that nobody can put a 1 or 2 before them (Hướng dẫn 05-HD/VPTW, 2026).
 */
export function longDate(date: string): string {
  return `ngày ${date.slice(8, 10)} ${longMonth(date)}`
}

/** A month ('2026-02' or a day in it) in the same manner: 'tháng 02 năm 2026'. */
export function longMonth(date: string): string {
  const month = Number(date.slice(5, 7))
  return `tháng ${month <= 2 ? `0${month}` : month} năm ${date.slice(0, 4)}`
}

/** 'thứ Ba' for an ISO day. */
export function weekday(date: string): string {
  const day = new Date(
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))),
  )
  return weekdays[day.getUTCDay()] ?? ''
}

/** '14:05' as a document writes it: '14 giờ 05 phút'; a full hour without its minutes. */
export function longTime(time: string): string {
  const [hours = '', minutes = ''] = time.split(':')
  return minutes === '00' ? `${hours} giờ` : `${hours} giờ ${minutes} phút`
}
