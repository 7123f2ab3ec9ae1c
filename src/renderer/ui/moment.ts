/** A UTC instant as people read it on this machine's clock: "16:05 ngày 03/11/2026". */
export function momentInWords(instant: string): string {
  const moment = new Date(instant)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${two(moment.getDate())}/${two(moment.getMonth() + 1)}/${moment.getFullYear()}`
  return `${two(moment.getHours())}:${two(moment.getMinutes())} ngày ${day}`
}
